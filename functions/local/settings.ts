/** What the local host is started with. */
import { isLoopback } from '../identity/loopback.ts';
import { IdentityRefused, readIdentitySettings } from '../identity/settings.ts';
import { readArguments, UsageError } from '../cli/arguments.ts';

export interface HostArguments {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  readonly app: string | null;
  readonly pane: string | null;
  readonly help: boolean;
}

/** Reads `--data`, `--port`, `--host`, `--app`, `--pane`. Throws UsageError. */
export function readHostArguments(args: readonly string[]): HostArguments {
  const { values, positionals } = readArguments(args, {
    data: { type: 'string', default: '.data' },
    port: { type: 'string', default: '7071' },
    host: { type: 'string', default: '127.0.0.1' },
    app: { type: 'string' },
    pane: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  });
  const [extra] = positionals;
  if (extra !== undefined) throw new UsageError(`Thừa tham số: ${extra}`, `One argument too many: ${extra}`);
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65535)
    throw new UsageError('--port phải là số từ 0 đến 65535.', '--port must be a number from 0 to 65535.');
  const { data, host, help } = values;
  return { data, host, port, app: values.app ?? null, pane: values.pane ?? null, help };
}

/**
 * The mode of identity: `dev` by default, on this machine only. Throws UsageError for a host that other machines could
 * reach without real identity, and for settings of identity that cannot be used.
 */
export function readAuthMode(environment: Readonly<Record<string, string | undefined>>, host: string): 'dev' | 'entra' {
  const mode = environment.AUTH_MODE ?? 'dev';
  if (mode !== 'entra' && !isLoopback(host))
    throw new UsageError(
      `--host ${host} mở máy chủ ra mạng: chỉ được phép khi AUTH_MODE=entra (xem README, «Identity settings»).`,
      `--host ${host} opens the host to the network: only with AUTH_MODE=entra (see README, "Identity settings").`,
    );
  return mode === 'dev' ? 'dev' : checkIdentity(environment);
}

/** Now rather than with the first request. Throws UsageError. */
export function checkIdentity(environment: Readonly<Record<string, string | undefined>>): 'dev' | 'entra' {
  try {
    return readIdentitySettings(environment).mode;
  } catch (error) {
    if (!(error instanceof IdentityRefused)) throw error;
    throw new UsageError(`Chưa đủ thiết lập định danh: ${error.message}`, `Identity is not set up: ${error.message}`);
  }
}
