/**
 * `npm start`: the local host on the command line. Exit codes: 0 stopped, 1 failed, 2 unusable arguments or settings,
 * or another host serves the data folder.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProfile, UsageError } from '../cli/arguments.ts';
import { createDevIssuer } from '../identity/dev-issuer.ts';
import { seedDevMembers } from '../identity/dev-members.ts';
import { openLocalStore } from '../store/local.ts';
import { FolderInUse } from './data-lock.ts';
import { devSignIn } from './dev-sign-in.ts';
import { builtParts, startHost, type Host, type HostOptions } from './host.ts';
import { checkIdentity, readAuthMode, readHostArguments, type HostArguments } from './settings.ts';

const usage = `npm start -- [--data DIR] [--port N] [--host ADDRESS]

  --data DIR      thư mục dữ liệu / data folder (.data)
  --port N        cổng, 0 = cổng trống bất kỳ / port, 0 = any free one (7071)
  --host ADDRESS  địa chỉ lắng nghe / address to listen on (127.0.0.1)
`;

const now = (): Date => new Date();
/** Structured lines on the standard error; the app writes its own. */
const log: HostOptions['log'] = (event, fields) =>
  void process.stderr.write(`${JSON.stringify({ at: now().toISOString(), event, ...fields })}\n`);

async function main(): Promise<void> {
  const settings = readHostArguments(process.argv.slice(2));
  if (settings.help) {
    process.stdout.write(usage);
    return;
  }
  const host = await start(settings);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // The second time somebody means it: everything acknowledged is on disk.
      if (stopping) process.exit(130);
      stopping = true;
      host.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  const address = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${host.port}`;
  const lines = [
    'Tổng hợp Khối đang chạy / Bloc Rollup is running',
    host.hasPane
      ? `  Bảng làm việc / pane:  ${address}/`
      : '  Bảng làm việc / pane:  chưa dựng, hãy chạy npm run build / not built, run npm run build',
    `  API:                   ${address}/api/`,
    `  Dữ liệu / data:        ${resolve(settings.data)}`,
    ...(host.resumed > 0 ? [`  Tiếp tục / resumed:    ${host.resumed}`] : []),
    '  Ctrl+C để dừng / to stop',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function start(settings: HostArguments): Promise<Host> {
  const mode = readAuthMode(process.env, settings.host);
  const built = builtParts(dirname(fileURLToPath(import.meta.url)));
  // The app reads its settings from the environment, as in the cloud.
  process.env.AUTH_MODE = mode;
  process.env.BOUND_ADDRESS = settings.host;
  process.env.STORE = 'local';
  process.env.DATA_DIR = resolve(settings.data);
  const app = resolve(settings.app ?? built.app);
  if (!existsSync(app))
    throw new UsageError(
      `Chưa dựng ứng dụng (${app}). Hãy chạy: npm run build`,
      `The app is not built (${app}). Run: npm run build`,
    );
  const options: HostOptions = {
    data: settings.data,
    host: settings.host,
    port: settings.port,
    app,
    pane: resolve(settings.pane ?? built.pane),
    // The app refuses sooner, at what its profile says: this only bounds memory.
    maxBodyBytes: 16 * 1024 * 1024,
    now,
    log,
    appLog: (level, _category, message) => {
      if (level !== 'trace' && level !== 'debug') process.stderr.write(`${message}\n`);
    },
  };
  if (mode === 'entra') return startHost(options);
  const profile = readProfile(process.env.PROFILE);
  const issuer = await createDevIssuer();
  process.env.DEV_KEYS = issuer.keys;
  checkIdentity(process.env);
  const store = openLocalStore(settings.data);
  await seedDevMembers(store, profile);
  await store.close();
  return startHost({ ...options, aside: devSignIn(issuer, profile, now) });
}

/** What the person who starts it can do something about. */
function explain(error: unknown): UsageError | null {
  if (error instanceof UsageError) return error;
  if (error instanceof FolderInUse) {
    const holder = error.holder === null ? '' : ` (${error.holder})`;
    return new UsageError(
      `Một máy chủ khác đang dùng thư mục dữ liệu này${holder}.`,
      `Another host is using this data folder${holder}.`,
    );
  }
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'EADDRINUSE':
      return new UsageError(
        'Cổng này đang được dùng; hãy chọn cổng khác bằng --port.',
        'The port is taken; choose another with --port.',
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new UsageError('Máy này không có địa chỉ đó (--host).', 'This machine has no such address (--host).');
    default:
      return null;
  }
}

try {
  await main();
} catch (error) {
  const explained = explain(error);
  if (explained === null) throw error;
  process.stderr.write(`${explained.vi}\n${explained.en}\n`);
  process.exitCode = 2;
}
