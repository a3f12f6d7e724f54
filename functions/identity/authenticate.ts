/** From request headers to the caller: the bearer token names the account, the server's own table says who that is. */
import { HttpProblem, type Principal } from '../route.ts';
import type { Store } from '../store/store.ts';
import { isLocalRequest } from './local-request.ts';
import { findPrincipal } from './members.ts';
import { readIdentitySettings, type IdentitySettings } from './settings.ts';
import { createVerifier, KeysUnavailable, type Account, type Verifier } from './verifier.ts';

export interface RequestHeaders {
  get(name: string): string | null;
}

/**
 * Null when the request carries no token that is believed. Throws HttpProblem: 403 for a true account that nobody has
 * admitted, 503 while the directory's keys cannot be fetched; StoreUnavailable from the store.
 */
export type Authenticate = (headers: RequestHeaders) => Promise<Principal | null>;

/** Throws IdentityRefused for settings that must not serve; call it when the app starts to serve, not when it loads. */
export function createAuthenticate(
  environment: Readonly<Record<string, string | undefined>>,
  store: Store,
): Authenticate {
  const settings = readIdentitySettings(environment);
  return authenticateWith(settings.mode, createVerifier(settings), store);
}

export function authenticateWith(mode: IdentitySettings['mode'], verify: Verifier, store: Store): Authenticate {
  return async (headers) => {
    // Behind a proxy the local host would serve other machines after all.
    if (mode === 'dev' && !isLocalRequest(headers)) return null;
    const token = bearerToken(headers);
    if (token === null) return null;
    const account = await accountOf(verify, token);
    if (account === null) return null;
    const principal = await findPrincipal(store, account);
    if (principal === null) throw new HttpProblem(403, 'not-a-member', notAMember.title, notAMember.detail);
    return principal;
  };
}

function bearerToken(headers: RequestHeaders): string | null {
  return (
    /^bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null
  );
}

async function accountOf(verify: Verifier, token: string): Promise<Account | null> {
  try {
    return await verify(token);
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error;
    throw new HttpProblem(503, 'identity-unavailable', {
      vi: 'Chưa kiểm tra được đăng nhập. Hãy thử lại sau ít phút.',
      en: 'The sign-in could not be checked. Try again in a few minutes.',
    });
  }
}

const notAMember = {
  title: { vi: 'Tài khoản chưa được cấp quyền.', en: 'This account has not been admitted.' },
  detail: {
    vi: 'Hãy đề nghị Ban Tuyên giáo Đảng ủy Khối cấp quyền cho tài khoản của đồng chí.',
    en: 'Ask the propaganda board of the Bloc to admit your account.',
  },
};
