/** What the app serves with, made from its settings when the first request comes: loading the app reads nothing. */
import { createAuthenticate, type Authenticate } from './identity/authenticate.ts';
import { paneConfig } from './identity/pane-config.ts';
import { readAllowedOrigins } from './http/cors.ts';
import { Gate } from './http/serve.ts';
import type { LogLine } from './http/log.ts';
import { defaultProfileId, profiles } from '../core/profiles/index.ts';
import { rulesetHash } from '../core/validate.ts';
import type { Orchestrations, Services } from './route.ts';
import { openAzureStoreFrom } from './store/azure-from.ts';
import type { Store } from './store/store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Serving {
  readonly gate: Gate;
  readonly services: Omit<Services, 'log'>;
}

/** Throws when a setting is missing or unsafe: nothing is served then. */
export async function openServing(
  environment: Environment,
  orchestrations: Orchestrations,
  write: (line: LogLine) => void,
): Promise<Serving> {
  const profile = profiles.get(setting(environment, 'PROFILE') ?? defaultProfileId);
  if (!profile) throw new RangeError('PROFILE names no profile');
  const origins = readAllowedOrigins(environment.ALLOWED_ORIGINS);
  // Unsafe settings stop here, before a store is open that nobody would close.
  const signIn = paneConfig(environment);
  const store = await openStore(environment);
  const authenticate: Authenticate = createAuthenticate(environment, store);
  const services = {
    store,
    profile,
    ruleset: rulesetHash(profile),
    now: () => new Date(),
    orchestrations,
    signIn,
  };
  return { gate: new Gate({ authenticate, services, origins, write }), services };
}

/** Each driver is loaded only where it is used: one has a native part, the other a large library. */
async function openStore(environment: Environment): Promise<Store> {
  const kind = setting(environment, 'STORE') ?? 'local';
  if (kind === 'local') {
    const { openLocalStore } = await import('./store/local.ts');
    return openLocalStore(setting(environment, 'DATA_DIR') ?? '.data');
  }
  if (kind !== 'azure') throw new RangeError('STORE must be "local" or "azure"');
  return openAzureStoreFrom((name) => required(environment, name));
}

/** A setting left empty in a portal counts as not set. */
function setting(environment: Environment, name: string): string | null {
  const value = environment[name] ?? '';
  return value === '' ? null : value;
}

function required(environment: Environment, name: string): string {
  const value = setting(environment, name);
  if (value === null) throw new RangeError(`${name} is not set`);
  return value;
}
