/** `npm start` as a process: what it prints, refuses and leaves behind. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp, builtHost, makeFolder, readAddress, removeFolder, runHost } from './host-process.ts';

let folder: string;
let app: string;

beforeAll(async () => {
  folder = makeFolder();
  mkdirSync(join(folder, 'pane'));
  writeFileSync(join(folder, 'pane', 'index.html'), '<title>pane</title>');
  app = await buildApp('test/functions/local/tiny-app.ts', folder);
});

afterAll(() => removeFolder(folder));

function args(data: string): string[] {
  return ['--data', join(folder, data), '--port', '0', '--app', app, '--pane', join(folder, 'pane')];
}

function refused(extra: readonly string[], environment: Record<string, string> = {}): [number | null, string] {
  const { status, stderr } = spawnSync(process.execPath, [builtHost, ...extra], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return [status, stderr];
}

test('prints the addresses, signs in made-up colleagues, keeps others out of its data, stops cleanly', async () => {
  const host = await runHost(builtHost, args('data'), readAddress);
  expect(host.firstLine).toContain('Tổng hợp Khối đang chạy / Bloc Rollup is running');
  expect(host.firstLine).toContain(`pane:  ${host.url}/\n`);
  expect(host.firstLine).toContain(`API:                   ${host.url}/api/\n`);
  expect(await (await fetch(host.url)).text()).toBe('<title>pane</title>');

  const { members } = (await (await fetch(`${host.url}/dev/members`)).json()) as { members: { role: string }[] };
  expect(members.map(({ role }) => role)).toEqual(expect.arrayContaining(['bloc', 'auditor', 'staff']));
  const token = await fetch(`${host.url}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role: 'bloc' }),
  });
  expect(await token.json()).toMatchObject({ token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string });

  expect(readFileSync(join(folder, 'data', 'host.txt'), 'utf8')).toContain(host.url);
  const [status, error] = refused(args('data'));
  expect([status, error]).toEqual([2, expect.stringContaining(`Another host is using this data folder (`)]);
  const taken = refused([...args('other-data'), '--port', new URL(host.url).port]);
  expect(taken).toEqual([2, expect.stringContaining('The port is taken; choose another with --port.')]);

  expect(await host.stop()).toBe(0);
  expect(existsSync(join(folder, 'data', 'host.txt'))).toBe(false);
});

test('refuses the network without real identity, before it touches anything', () => {
  const data = join(folder, 'never');
  const [status, error] = refused(['--data', data, '--port', '0', '--host', '0.0.0.0', '--app', app]);
  expect(status).toBe(2);
  expect(error).toContain('--host 0.0.0.0 mở máy chủ ra mạng');
  expect(error).toContain('--host 0.0.0.0 opens the host to the network');
  expect(refused(['--data', data, '--port', '0', '--host', '0.0.0.0'], { AUTH_MODE: 'entra' })[0]).toBe(2);
  expect(existsSync(data)).toBe(false);
});

test('says how it is used', () => {
  expect(refused(['--port', 'x'])[0]).toBe(2);
  expect(spawnSync(process.execPath, [builtHost, '--help'], { encoding: 'utf8' }).stdout).toContain('npm start');
});

test('an app that cannot be loaded ends the start', () => {
  const broken = join(folder, 'broken.cjs');
  writeFileSync(broken, 'module.exports = {};');
  const [status, error] = refused(['--data', join(folder, 'broken'), '--port', '0', '--app', broken]);
  expect([status, error]).toEqual([1, expect.stringContaining('registers no functions')]);
  const missing = refused(['--data', join(folder, 'missing'), '--app', join(folder, 'missing.cjs')]);
  expect(missing).toEqual([2, expect.stringContaining('Run: npm run build')]);
});
