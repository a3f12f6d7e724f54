/** Whose tokens are believed: read once from the app's settings, refused whole when anything is missing or unsafe. */
import * as z from 'zod';
import { isLoopback } from './loopback.ts';

/** What a token must say, the same for both modes. */
export interface TokenDemands {
  /** Directory tenants whose accounts may sign in. */
  readonly tenants: readonly string[];
  /** The tenant's issuer, compared as a whole. */
  readonly issuer: (tenant: string) => string;
  /** The application the token was issued for: its client id, its identifier URI, or both. */
  readonly audiences: readonly string[];
  /** The delegated permission the token must carry. */
  readonly scope: string;
}

export type IdentitySettings =
  | {
      readonly mode: 'entra';
      readonly demands: TokenDemands;
      readonly keysUrl: (tenant: string) => URL;
      /** Where users sign in, without a tenant. */
      readonly authority: string;
      readonly clientId: string;
    }
  | { readonly mode: 'dev'; readonly demands: TokenDemands; readonly keys: string };

/** The settings cannot be used: the app must not start to serve. */
export class IdentityRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'IdentityRefused';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Set by Azure in every plan that runs functions, and by nothing on an ordinary machine. CONTAINER_NAME, which some plans
 * set too, is not among them: other machines have it, and those plans set WEBSITE_SITE_NAME or WEBSITE_POD_NAME as well.
 */
const azureMarks = [
  'WEBSITE_INSTANCE_ID',
  'WEBSITE_SITE_NAME',
  'WEBSITE_POD_NAME',
  'IDENTITY_ENDPOINT',
  'MSI_ENDPOINT',
] as const;

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1)).min(1));
const tenant = z.guid().transform((id) => id.toLowerCase());
const https = z.string().regex(/^https:\/\/[^\s?#]+$/, 'must be an https address');

const entraSchema = z.object({
  ENTRA_TENANTS: list.pipe(z.array(tenant)),
  ENTRA_CLIENT_ID: z.guid(),
  /** By default the client id and `api://` before it. */
  ENTRA_AUDIENCE: list.optional(),
  ENTRA_SCOPE: z.string().min(1).default('access_as_user'),
  ENTRA_AUTHORITY: https.default('https://login.microsoftonline.com'),
  /** For an identity provider of one's own: addresses with `{tenant}` where the tenant's id goes. */
  ENTRA_ISSUER: https.optional(),
  ENTRA_KEYS_URL: https.optional(),
});

/** The tenant that only the local host issues tokens for. */
export const devTenant = '00000000-0000-4000-8000-00000000de00';
export const devDemands: TokenDemands = {
  tenants: [devTenant],
  issuer: (id) => `urn:bloc-rollup:dev:${id}`,
  audiences: ['bloc-rollup-dev'],
  scope: 'access_as_user',
};

/**
 * Reads AUTH_MODE and what goes with it (README, «Identity settings»). Throws IdentityRefused: an unset or unknown mode,
 * a missing or malformed setting, and AUTH_MODE=dev in Azure or on a host that other machines can reach.
 */
export function readIdentitySettings(environment: Environment): IdentitySettings {
  if (environment.AUTH_MODE === 'entra') return entraSettings(environment);
  if (environment.AUTH_MODE === 'dev') return devSettings(environment);
  throw new IdentityRefused('AUTH_MODE must be "entra" or "dev"');
}

function entraSettings(environment: Environment): IdentitySettings {
  const read = entraSchema.safeParse(withoutBlanks(environment));
  if (!read.success) {
    // Names of settings only: their values stay out of logs.
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].join(', ');
    throw new IdentityRefused(`AUTH_MODE=entra: missing or malformed: ${names}`);
  }
  const settings = read.data;
  const authority = settings.ENTRA_AUTHORITY.replace(/\/$/, '');
  const issuer = settings.ENTRA_ISSUER ?? `${authority}/{tenant}/v2.0`;
  const keysUrl = settings.ENTRA_KEYS_URL ?? `${authority}/{tenant}/discovery/v2.0/keys`;
  return {
    mode: 'entra',
    demands: {
      tenants: settings.ENTRA_TENANTS,
      issuer: (id) => issuer.replaceAll('{tenant}', id),
      audiences: settings.ENTRA_AUDIENCE ?? [settings.ENTRA_CLIENT_ID, `api://${settings.ENTRA_CLIENT_ID}`],
      scope: settings.ENTRA_SCOPE,
    },
    keysUrl: (id) => new URL(keysUrl.replaceAll('{tenant}', id)),
    authority,
    clientId: settings.ENTRA_CLIENT_ID,
  };
}

function devSettings(environment: Environment): IdentitySettings {
  const mark = azureMarks.find((name) => (environment[name] ?? '') !== '');
  if (mark !== undefined) throw new IdentityRefused(`AUTH_MODE=dev is refused in Azure (${mark} is set)`);
  if (!isLoopback(environment.BOUND_ADDRESS ?? ''))
    throw new IdentityRefused('AUTH_MODE=dev is refused unless the local host listens on this machine only');
  const keys = environment.DEV_KEYS ?? '';
  if (keys === '') throw new IdentityRefused('AUTH_MODE=dev: the local host sets DEV_KEYS');
  return { mode: 'dev', demands: devDemands, keys };
}

/** A setting left empty in a portal counts as not set. */
function withoutBlanks(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}
