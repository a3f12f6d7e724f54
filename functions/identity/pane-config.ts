import type { SignIn } from '../../core/api.ts';
import { readIdentitySettings } from './settings.ts';

/** What the pane is told before anybody has signed in. Throws IdentityRefused as readIdentitySettings does. */
export function paneConfig(environment: Readonly<Record<string, string | undefined>>): SignIn {
  const settings = readIdentitySettings(environment);
  if (settings.mode === 'dev') return { mode: 'dev' };
  const { authority, clientId, demands } = settings;
  const [tenant] = demands.tenants;
  const identifier = demands.audiences.find((audience) => audience.startsWith('api://')) ?? `api://${clientId}`;
  return {
    mode: 'entra',
    clientId,
    // With several tenants the account itself tells which one.
    authority: `${authority}/${demands.tenants.length === 1 && tenant !== undefined ? tenant : 'organizations'}`,
    scope: `${identifier}/${demands.scope}`,
  };
}
