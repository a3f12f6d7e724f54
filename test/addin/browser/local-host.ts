/** The real local host as `npm start` runs it, with a data folder of its own. Callers stop it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inPackage } from '../../package-folder.ts';
import { paneIsBuilt } from './launch.ts';

const built = (name: string): string => inPackage('dist', name);

/** False where host, app or pane were not built: tests that need them are then skipped. */
export function hostIsBuilt(): boolean {
  return paneIsBuilt() && existsSync(built('host.js')) && existsSync(built('functions/app.cjs'));
}

export interface RunningHost {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

export async function startLocalHost(): Promise<RunningHost> {
  const data = await mkdtemp(join(tmpdir(), 'bloc-rollup-pane-'));
  const child = spawn(process.execPath, [built('host.js'), '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, AUTH_MODE: 'dev' },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000);
  });
  const origin = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
      if (address) resolve(address[0]);
    });
    void ended.then(() => reject(new Error(`the local host did not start: ${errors}`)));
  });
  return {
    origin,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
