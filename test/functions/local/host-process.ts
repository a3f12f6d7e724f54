/** Hosts and apps as processes of their own: the product's as it was built, the tests' own built into a temporary folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../../..');

/** What `npm run build` made: the app as it is deployed, and the host that `npm start` runs. */
export const builtApp = join(root, 'dist', 'functions', 'app.cjs');
export const builtHost = join(root, 'dist', 'host.js');

/** A temporary folder in which built code finds the packages. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-host-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** An app as it is deployed: CommonJS, the worker's own module left out. */
export async function buildApp(source: string, folder: string, name = 'app.cjs'): Promise<string> {
  const outfile = join(folder, name);
  await build({
    entryPoints: [resolve(root, source)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['@azure/functions-core', 'libsql'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** A program that starts the host. */
export async function buildHost(source: string, folder: string): Promise<string> {
  const outfile = join(folder, 'host.mjs');
  await build({
    entryPoints: [resolve(root, source)],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

export interface HostProcess {
  readonly url: string;
  readonly firstLine: string;
  readonly errors: () => string;
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}

/** Starts a program and waits until `readUrl` finds the address in what it has printed. Throws when it ends before. */
export async function runHost(
  program: string,
  args: readonly string[],
  readUrl: (output: string) => string | null,
  environment: Readonly<Record<string, string>> = {},
): Promise<HostProcess> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (part: Buffer) => (errors += part.toString()));
  const url = await new Promise<string>((found, fail) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      const address = readUrl(output);
      if (address !== null) found(address);
    });
    child.once('exit', (code) => fail(new Error(`The host ended with ${String(code)}: ${errors}`)));
  });
  const ended = once(child, 'exit');
  return {
    url,
    firstLine: output,
    errors: () => errors,
    kill: () => end(child, 'SIGKILL', ended).then(() => undefined),
    stop: () => end(child, 'SIGTERM', ended),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, ended: Promise<unknown[]>): Promise<number | null> {
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** The address that the test's own host prints as JSON. */
export function readPort(output: string): string | null {
  const port = /"port":(\d+)/.exec(output)?.[1];
  return port === undefined ? null : `http://127.0.0.1:${port}`;
}

/** The address that `npm start` prints last, once everything runs. */
export function readAddress(output: string): string | null {
  return output.includes('Ctrl+C') ? (/API: +(http:\S+)\/api\/\n/.exec(output)?.[1] ?? null) : null;
}
