/** Tokens for development on one machine: a key pair that lives as long as the process, and nothing that leaves it. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { devDemands, devTenant } from './settings.ts';

/** How long a minted token is good for, in seconds. */
export const devTokenSeconds = 8 * 60 * 60;

export interface DevIssuer {
  /** The public keys as JSON: the app's DEV_KEYS. */
  readonly keys: string;
  mint(oid: string, now: Date): Promise<string>;
}

export async function createDevIssuer(): Promise<DevIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const kid = 'dev';
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] });
  const [audience] = devDemands.audiences;
  if (audience === undefined) throw new Error('The development demands name no audience');
  return {
    keys,
    mint: (oid, now) => {
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT({ tid: devTenant, oid, scp: devDemands.scope, ver: '2.0' })
        .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
        .setIssuer(devDemands.issuer(devTenant))
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + devTokenSeconds)
        .sign(privateKey);
    },
  };
}
