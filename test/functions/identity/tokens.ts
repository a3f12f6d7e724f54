/** Tokens for tests: signed by keys of this process, every claim and header to choose. */
import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet, type JWTPayload } from 'jose';

export const tenant = '11111111-1111-4111-8111-111111111111';
export const otherTenant = '22222222-2222-4222-8222-222222222222';
export const audience = '33333333-3333-4333-8333-333333333333';

export interface Signer {
  readonly jwks: JSONWebKeySet;
  /** A token that passes, with `claims` over it; undefined takes a claim away. */
  token(claims?: Record<string, unknown>, header?: { readonly kid?: string }): Promise<string>;
}

export const issuerOf = (tid: string): string => `https://login.microsoftonline.com/${tid}/v2.0`;

export async function createSigner(kid: string): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] },
    token: (claims = {}, header = {}) =>
      new SignJWT(payload(claims)).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey),
  };
}

export function payload(claims: Record<string, unknown>): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  const tid = typeof claims.tid === 'string' ? claims.tid : tenant;
  const all: Record<string, unknown> = {
    iss: issuerOf(tid),
    aud: audience,
    tid,
    oid: 'aaaaaaaa-0000-4000-8000-000000000001',
    scp: 'access_as_user',
    iat: now,
    nbf: now,
    exp: now + 600,
    ...claims,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
