/** From a bearer token to the account it speaks for. One verifier for both modes; only the keys come from elsewhere. */
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import type { IdentitySettings, TokenDemands } from './settings.ts';

/** A directory account. */
export interface Account {
  /** Tenant id. */
  readonly tid: string;
  /** Object id within the tenant. */
  readonly oid: string;
}

/** The keys could not be fetched: nothing is known about the token. */
export class KeysUnavailable extends Error {
  constructor() {
    super('The signing keys could not be fetched');
    this.name = 'KeysUnavailable';
  }
}

/** Null for a token that is not believed, for whatever reason. Throws KeysUnavailable. */
export type Verifier = (token: string) => Promise<Account | null>;

/** Longer than any token with the claims asked for. */
const maxTokenLength = 16 * 1024;
/** Seconds two clocks may differ. */
const clockTolerance = 60;

export function createVerifier(settings: IdentitySettings): Verifier {
  return verifierOver(
    settings.demands,
    settings.mode === 'entra' ? remoteKeys(settings.keysUrl) : localKeys(settings.keys),
  );
}

/** A verifier whose keys come from `keysOf`, asked only for the tenants of `demands`. */
export function verifierOver(demands: TokenDemands, keysOf: (tenant: string) => JWTVerifyGetKey): Verifier {
  return async (token) => {
    if (token.length > maxTokenLength) return null;
    const tid = claimedTenant(token);
    // What is claimed only chooses the keys; the signature and the issuer prove it.
    if (tid === null || !demands.tenants.includes(tid)) return null;
    try {
      const { payload } = await jwtVerify(token, keysOf(tid), {
        algorithms: ['RS256'],
        issuer: demands.issuer(tid),
        audience: [...demands.audiences],
        requiredClaims: ['exp', 'tid', 'oid', 'scp'],
        clockTolerance,
      });
      const { oid, scp } = payload;
      if (typeof oid !== 'string' || !/^[0-9a-zA-Z-]{1,64}$/.test(oid)) return null;
      // An application's own token has roles instead of delegated scopes; nobody stands behind it.
      if (typeof scp !== 'string' || !scp.split(' ').includes(demands.scope)) return null;
      return { tid, oid: oid.toLowerCase() };
    } catch (error) {
      if (isRefusal(error)) return null;
      throw new KeysUnavailable();
    }
  };
}

function claimedTenant(token: string): string | null {
  try {
    const { tid } = decodeJwt(token);
    return typeof tid === 'string' ? tid.toLowerCase() : null;
  } catch {
    return null;
  }
}

/** Anything else went wrong on the way to the keys. */
function isRefusal(error: unknown): boolean {
  return (
    error instanceof errors.JWTExpired ||
    error instanceof errors.JWTClaimValidationFailed ||
    error instanceof errors.JWTInvalid ||
    error instanceof errors.JWSInvalid ||
    error instanceof errors.JWSSignatureVerificationFailed ||
    error instanceof errors.JOSEAlgNotAllowed ||
    error instanceof errors.JOSENotSupported ||
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys
  );
}

/**
 * Keys of each tenant, kept for ten minutes; a key id not seen before fetches again, at most every 30 seconds, so that
 * made-up key ids cannot flood the directory.
 */
export function remoteKeys(keysUrl: (tenant: string) => URL): (tenant: string) => JWTVerifyGetKey {
  const sets = new Map<string, JWTVerifyGetKey>();
  return (tenant) => {
    let keys = sets.get(tenant);
    if (keys === undefined) {
      keys = createRemoteJWKSet(keysUrl(tenant), {
        timeoutDuration: 5_000,
        cooldownDuration: 30_000,
        cacheMaxAge: 600_000,
      });
      sets.set(tenant, keys);
    }
    return keys;
  };
}

function localKeys(json: string): () => JWTVerifyGetKey {
  const keys = createLocalJWKSet(JSON.parse(json) as JSONWebKeySet);
  return () => keys;
}
