/** Starts Azurite, Microsoft's storage emulator, as a child on free ports, with a key of its own and nothing on disk. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';

export interface Azurite {
  readonly connectionString: string;
  readonly stop: () => void;
}

const account = 'bloc';

/** Null when it has not started after `patience` ms: a slow machine then skips what needs it, and says so. */
export async function startAzurite(patience = 50_000): Promise<Azurite | null> {
  const key = randomBytes(64).toString('base64');
  const child = spawn(
    process.execPath,
    [
      createRequire(import.meta.url).resolve('azurite/dist/src/azurite.js'),
      ...['--blobPort', '0', '--queuePort', '0', '--tablePort', '0'],
      ...['--inMemoryPersistence', '--silent', '--skipApiVersionCheck', '--disableTelemetry'],
    ],
    {
      cwd: tmpdir(),
      env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = (): void => void child.kill('SIGKILL');
  process.once('exit', stop);
  const ports = await new Promise<{ blob: string; table: string } | null>((resolve) => {
    let output = '';
    const timer = setTimeout(() => resolve(null), patience);
    const hear = (text: Buffer): void => {
      output += text.toString();
      const blob = /Blob service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      const table = /Table service is successfully listening at http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
      if (blob === undefined || table === undefined) return;
      clearTimeout(timer);
      resolve({ blob, table });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(null);
    });
  });
  if (ports === null) {
    stop();
    console.warn(`Azurite did not start within ${patience} ms: what needs it is skipped`);
    return null;
  }
  const connectionString = [
    'DefaultEndpointsProtocol=http',
    `AccountName=${account}`,
    `AccountKey=${key}`,
    `BlobEndpoint=http://127.0.0.1:${ports.blob}/${account}`,
    `TableEndpoint=http://127.0.0.1:${ports.table}/${account}`,
  ].join(';');
  return { connectionString, stop };
}
