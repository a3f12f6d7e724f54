import { describe, expect, test } from 'vitest';
import { paneConfig } from '../../../functions/identity/pane-config.ts';
import { IdentityRefused, readIdentitySettings } from '../../../functions/identity/settings.ts';

const tenant = '11111111-1111-4111-8111-111111111111';
const other = '22222222-2222-4222-8222-222222222222';
const clientId = '33333333-3333-4333-8333-333333333333';
const entra = { AUTH_MODE: 'entra', ENTRA_TENANTS: tenant, ENTRA_CLIENT_ID: clientId };
const dev = { AUTH_MODE: 'dev', BOUND_ADDRESS: '127.0.0.1', DEV_KEYS: '{"keys":[]}' };

describe('settings that must not serve', () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ['no mode', {}, 'AUTH_MODE must be "entra" or "dev"'],
    ['an unknown mode', { AUTH_MODE: 'none' }, 'AUTH_MODE must be "entra" or "dev"'],
    ['no tenants', { ...entra, ENTRA_TENANTS: '' }, 'AUTH_MODE=entra: missing or malformed: ENTRA_TENANTS'],
    ['a tenant by name', { ...entra, ENTRA_TENANTS: 'common' }, 'AUTH_MODE=entra: missing or malformed: ENTRA_TENANTS'],
    [
      'no application',
      { ...entra, ENTRA_CLIENT_ID: undefined },
      'AUTH_MODE=entra: missing or malformed: ENTRA_CLIENT_ID',
    ],
    [
      'keys without TLS',
      { ...entra, ENTRA_KEYS_URL: 'http://keys.example/' },
      'AUTH_MODE=entra: missing or malformed: ENTRA_KEYS_URL',
    ],
    [
      'dev on every interface',
      { ...dev, BOUND_ADDRESS: '0.0.0.0' },
      'AUTH_MODE=dev is refused unless the local host listens on this machine only',
    ],
    [
      'dev on a LAN address',
      { ...dev, BOUND_ADDRESS: '192.168.1.5' },
      'AUTH_MODE=dev is refused unless the local host listens on this machine only',
    ],
    [
      'dev on a name like loopback',
      { ...dev, BOUND_ADDRESS: '127.0.0.1.example' },
      'AUTH_MODE=dev is refused unless the local host listens on this machine only',
    ],
    [
      'dev without a local host',
      { ...dev, BOUND_ADDRESS: undefined },
      'AUTH_MODE=dev is refused unless the local host listens on this machine only',
    ],
    ['dev without keys', { ...dev, DEV_KEYS: undefined }, 'AUTH_MODE=dev: the local host sets DEV_KEYS'],
    [
      'dev in Azure',
      { ...dev, WEBSITE_INSTANCE_ID: 'x' },
      'AUTH_MODE=dev is refused in Azure (WEBSITE_INSTANCE_ID is set)',
    ],
    [
      'dev in Azure with an identity',
      { ...dev, IDENTITY_ENDPOINT: 'x' },
      'AUTH_MODE=dev is refused in Azure (IDENTITY_ENDPOINT is set)',
    ],
  ])('%s', (_name, environment, reason) => {
    expect(() => readIdentitySettings(environment)).toThrow(new IdentityRefused(reason));
  });

  test('values of settings are not repeated', () => {
    expect(() => readIdentitySettings({ ...entra, ENTRA_TENANTS: 'canary' })).not.toThrow(/canary/);
  });
});

test('the directory of each tenant by default', () => {
  const settings = readIdentitySettings({ ...entra, ENTRA_TENANTS: `${tenant.toUpperCase()}, ${other}` });
  if (settings.mode !== 'entra') throw new Error('expected entra');
  expect(settings.demands.tenants).toEqual([tenant, other]);
  expect(settings.demands.issuer(other)).toBe(`https://login.microsoftonline.com/${other}/v2.0`);
  expect(settings.keysUrl(tenant).href).toBe(`https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`);
  expect(settings.demands.audiences).toEqual([clientId, `api://${clientId}`]);
  expect(settings.demands.scope).toBe('access_as_user');
});

test('an identity provider of one’s own', () => {
  const settings = readIdentitySettings({
    ...entra,
    ENTRA_AUDIENCE: 'bloc-rollup',
    ENTRA_ISSUER: 'https://id.lan/realms/bloc',
    ENTRA_KEYS_URL: 'https://id.lan/realms/bloc/certs',
  });
  if (settings.mode !== 'entra') throw new Error('expected entra');
  expect(settings.demands.issuer(tenant)).toBe('https://id.lan/realms/bloc');
  expect(settings.keysUrl(tenant).href).toBe('https://id.lan/realms/bloc/certs');
  expect(settings.demands.audiences).toEqual(['bloc-rollup']);
});

describe('what the pane is told', () => {
  test('dev', () => {
    expect(paneConfig({ ...dev, BOUND_ADDRESS: '::1' })).toEqual({ mode: 'dev' });
  });

  test('one tenant', () => {
    expect(paneConfig(entra)).toEqual({
      mode: 'entra',
      clientId,
      authority: `https://login.microsoftonline.com/${tenant}`,
      scope: `api://${clientId}/access_as_user`,
    });
  });

  test('several tenants', () => {
    const config = paneConfig({ ...entra, ENTRA_TENANTS: `${tenant},${other}`, ENTRA_AUDIENCE: 'api://bloc' });
    expect(config).toMatchObject({
      authority: 'https://login.microsoftonline.com/organizations',
      scope: 'api://bloc/access_as_user',
    });
  });
});
