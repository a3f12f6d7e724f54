import { readIdentitySettings } from './settings.ts';

/** What the pane must know before anybody has signed in; no secret is among it. */
export type PaneConfig =
  | { readonly mode: 'dev' }
  | {
      readonly mode: 'entra';
      /** The registered application, for sign-in in the pane. */
      readonly clientId: string;
      readonly authority: string;
      /** The delegated permission with the application's identifier URI before it. */
      readonly scope: string;
    };

/** Throws IdentityRefused as readIdentitySettings does. */
export function paneConfig(environment: Readonly<Record<string, string | undefined>>): PaneConfig {
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
