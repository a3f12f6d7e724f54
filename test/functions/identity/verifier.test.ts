import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { TokenDemands } from '../../../functions/identity/settings.ts';
import { KeysUnavailable, remoteKeys, verifierOver, type Verifier } from '../../../functions/identity/verifier.ts';
import { audience, createSigner, issuerOf, otherTenant, payload, tenant, type Signer } from './tokens.ts';

const demands: TokenDemands = {
  tenants: [tenant],
  issuer: issuerOf,
  audiences: [audience, `api://${audience}`],
  scope: 'access_as_user',
};
const oid = 'aaaaaaaa-0000-4000-8000-000000000001';
const now = (): number => Math.floor(Date.now() / 1000);
let signer: Signer;
let verify: Verifier;

beforeAll(async () => {
  signer = await createSigner('k1');
  const keys = createLocalJWKSet(signer.jwks);
  verify = verifierOver(demands, () => keys);
});

test.each<[string, () => Record<string, unknown>]>([
  ['as issued', () => ({})],
  ['the identifier URI as audience', () => ({ aud: `api://${audience}` })],
  ['one scope of several', () => ({ scp: 'openid access_as_user' })],
  ['expired within the tolerance', () => ({ exp: now() - 30 })],
  ['a clock a little ahead', () => ({ nbf: now() + 30 })],
  ['ids in capitals', () => ({ oid: oid.toUpperCase() })],
])('believes a token: %s', async (_name, claims) => {
  expect(await verify(await signer.token(claims()))).toEqual({ tid: tenant, oid });
});

test.each<[string, () => Record<string, unknown>]>([
  ['another audience', () => ({ aud: '44444444-4444-4444-8444-444444444444' })],
  ['no audience', () => ({ aud: undefined })],
  ['another tenant', () => ({ tid: otherTenant })],
  ['another tenant in the issuer only', () => ({ iss: issuerOf(otherTenant) })],
  ['another tenant in the claim only', () => ({ tid: otherTenant, iss: issuerOf(tenant) })],
  ['the issuer of version 1', () => ({ iss: `https://sts.windows.net/${tenant}/` })],
  ['an issuer that starts alike', () => ({ iss: `${issuerOf(tenant)}.evil.example` })],
  ['no tenant', () => ({ tid: undefined })],
  ['no account', () => ({ oid: undefined })],
  ['an account that is no id', () => ({ oid: 'a/../b' })],
  ['no scope', () => ({ scp: undefined })],
  ['another scope', () => ({ scp: 'access_as_user_too' })],
  ['roles of an application instead of a scope', () => ({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' })],
  ['expired', () => ({ exp: now() - 120 })],
  ['not valid yet', () => ({ nbf: now() + 120 })],
  ['never expiring', () => ({ exp: undefined })],
])('refuses a token: %s', async (_name, claims) => {
  expect(await verify(await signer.token(claims()))).toBeNull();
});

describe('refuses what was not signed by the directory', () => {
  test('another key under the same id', async () => {
    const forger = await createSigner('k1');
    expect(await verify(await forger.token())).toBeNull();
  });

  test('an unknown key id', async () => {
    expect(await verify(await signer.token({}, { kid: 'k2' }))).toBeNull();
  });

  test('no signature', async () => {
    expect(await verify(new UnsecuredJWT(payload({})).encode())).toBeNull();
  });

  test('the public key used as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(signer.jwks.keys[0]));
    const token = await new SignJWT(payload({})).setProtectedHeader({ alg: 'HS256', kid: 'k1' }).sign(secret);
    expect(await verify(token)).toBeNull();
  });

  test('another algorithm of the same family', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const token = await new SignJWT(payload({})).setProtectedHeader({ alg: 'PS256', kid: 'k1' }).sign(privateKey);
    expect(await verify(token)).toBeNull();
  });

  test('changed content, cut short, or no token at all', async () => {
    const [header = '', , signature = ''] = (await signer.token()).split('.');
    const forged = Buffer.from(JSON.stringify(payload({ oid: 'bbbbbbbb' }))).toString('base64url');
    for (const token of [`${header}.${forged}.${signature}`, `${header}.${forged}`, '', 'a.b.c', 'x'.repeat(20_000)])
      expect(await verify(token)).toBeNull();
  });
});

describe('keys over the network', () => {
  /** A directory that serves `keys` and counts how often it is asked; null answers 500. */
  async function directory(state: { keys: unknown }): Promise<{ url: URL; asked: () => number }> {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked++;
      response.statusCode = state.keys === null ? 500 : 200;
      response.end(JSON.stringify(state.keys));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    return { url: new URL(`http://127.0.0.1:${port}/keys`), asked: () => asked };
  }

  test('are fetched once for many tokens', async () => {
    const { url, asked } = await directory({ keys: signer.jwks });
    const remote = verifierOver(
      demands,
      remoteKeys(() => url),
    );
    const tokens = await Promise.all(Array.from({ length: 20 }, () => signer.token()));
    for (const token of tokens) expect(await remote(token)).toEqual({ tid: tenant, oid });
    expect(asked()).toBe(1);
  });

  test('are not fetched for a tenant that is not listed', async () => {
    const { url, asked } = await directory({ keys: signer.jwks });
    const remote = verifierOver(
      demands,
      remoteKeys(() => url),
    );
    expect(await remote(await signer.token({ tid: otherTenant }))).toBeNull();
    expect(asked()).toBe(0);
  });

  test('are not fetched again for every made-up key id', async () => {
    const { url, asked } = await directory({ keys: signer.jwks });
    const remote = verifierOver(
      demands,
      remoteKeys(() => url),
    );
    for (let index = 0; index < 10; index++)
      expect(await remote(await signer.token({}, { kid: `made-up-${index}` }))).toBeNull();
    expect(asked()).toBe(1);
  });

  test('that cannot be had say nothing about the token', async () => {
    const state: { keys: unknown } = { keys: null };
    const { url } = await directory(state);
    const remote = verifierOver(
      demands,
      remoteKeys(() => url),
    );
    await expect(remote(await signer.token())).rejects.toThrow(KeysUnavailable);
    state.keys = signer.jwks;
    expect(await remote(await signer.token())).toEqual({ tid: tenant, oid });
  });
});
