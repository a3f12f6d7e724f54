/**
 * Who the user is. Deployed: the account Office is signed in with (nested app authentication), or a pop-up in a plain
 * browser. On the developer's machine: the local host mints a token for the role chosen.
 */
import type { IPublicClientApplication } from '@azure/msal-browser';
import * as z from 'zod';
import type { Role } from '../core/api.ts';
import type { Message } from '../core/message.ts';
import { openApi, type Api } from './api.ts';
import { HostProblem } from './host.ts';
import { en } from './messages/en.ts';
import { vi } from './messages/vi.ts';

/** GET /api/config: what the pane must know before anybody has signed in. */
const configSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('dev') }),
  z.object({ mode: z.literal('entra'), clientId: z.string(), authority: z.url(), scope: z.string() }),
]);
export type Config = z.infer<typeof configSchema>;

const mintedSchema = z.object({ token: z.string() });

/** Whom to act as when trying things out; a committee is needed for `staff` only. */
export interface TrialChoice {
  readonly role: Role;
  readonly organisation: string | null;
}

export interface Identity {
  readonly mode: Config['mode'];
  /** Signs in, asking the user where needed. `choice` is for trying things out. Throws ApiProblem or HostProblem. */
  readonly signIn: (choice: TrialChoice | null) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** A token that is still good, without asking anything; null when signed out. Throws HostProblem. */
  readonly token: () => Promise<string | null>;
}

/** Asks the server how to sign in. Throws ApiProblem when it cannot be reached. */
export async function openIdentity(): Promise<Identity> {
  const api = openApi({ token: () => Promise.resolve(null) });
  const config = await api.call(configSchema, 'config');
  return config.mode === 'dev' ? trialIdentity(api) : accountIdentity(config);
}

function trialIdentity(api: Api): Identity {
  let token: string | null = null;
  return {
    mode: 'dev',
    signIn: async (choice) => {
      const minted = await api.call(mintedSchema, '/dev/token', { method: 'POST', json: choice ?? { role: 'bloc' } });
      token = minted.token;
    },
    signOut: () => {
      token = null;
      return Promise.resolve();
    },
    token: () => Promise.resolve(token),
  };
}

function accountIdentity({ clientId, authority, scope }: Extract<Config, { mode: 'entra' }>): Identity {
  const request = { scopes: [scope] };
  let opening: Promise<IPublicClientApplication> | null = null;
  // The sign-in library is loaded when somebody signs in, not with the pane.
  const application = (): Promise<IPublicClientApplication> =>
    (opening ??= import('@azure/msal-browser').then(({ createNestablePublicClientApplication }) =>
      // Registered for the deployment: whichever page and tab the pane is open at.
      createNestablePublicClientApplication({
        auth: { clientId, authority, redirectUri: new URL('index.html', location.href).href },
      }),
    ));
  let signedIn = false;
  /** null where the user must be asked. Throws HostProblem. */
  const silently = async (): Promise<string | null> => {
    try {
      const client = await application();
      const account = client.getActiveAccount() ?? client.getAllAccounts()[0];
      const result = await client.acquireTokenSilent(account ? { ...request, account } : request);
      client.setActiveAccount(result.account);
      return result.accessToken;
    } catch (error) {
      if (asksUser(error)) return null;
      throw signInProblem(error);
    }
  };
  const asking = async (): Promise<void> => {
    try {
      const client = await application();
      const result = await client.acquireTokenPopup(request);
      client.setActiveAccount(result.account);
    } catch (error) {
      throw signInProblem(error);
    }
  };
  return {
    mode: 'entra',
    signIn: async () => {
      if ((await silently()) === null) await asking();
      signedIn = true;
    },
    signOut: () => {
      // The account is Office's own: only this pane stops using it.
      signedIn = false;
      return Promise.resolve();
    },
    token: () => (signedIn ? silently() : Promise.resolve(null)),
  };
}

/** The library's own code for what went wrong; the library itself is loaded late. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
}

/** No account yet, consent or a password wanted: nothing is wrong, the user has to be shown the sign-in. */
function asksUser(error: unknown): boolean {
  return (
    (error instanceof Error && error.name === 'InteractionRequiredAuthError') ||
    ['no_account_error', 'no_account_found', 'no_tokens_found'].includes(codeOf(error))
  );
}

const signInReasons: Readonly<Record<'cancelled' | 'blocked' | 'network' | 'refused', Message>> = {
  cancelled: { vi: vi.account.cancelled, en: en.account.cancelled },
  blocked: { vi: vi.account.blocked, en: en.account.blocked },
  network: { vi: vi.problem.network, en: en.problem.network },
  refused: { vi: vi.account.refused, en: en.account.refused },
};

function signInProblem(error: unknown): HostProblem {
  const code = codeOf(error);
  const why = /cancel/.test(code)
    ? 'cancelled'
    : /popup|empty_window/.test(code)
      ? 'blocked'
      : /network/.test(code)
        ? 'network'
        : 'refused';
  return new HostProblem(`sign-in-${why}`, signInReasons[why], { cause: error });
}
