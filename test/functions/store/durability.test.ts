/** Real SIGKILL of processes that write to one local store: nothing acknowledged is lost, nothing is there by half. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalStore } from '../../../functions/store/local.ts';
import { bytesOf } from './contract.ts';

let work: string;
let script: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'durability-'));
  // Inside the repository's tree, so that libsql resolves.
  script = join(import.meta.dirname, '../../../dist', `write-until-killed-${process.pid}.js`);
  await build({
    entryPoints: [fileURLToPath(new URL('./write-until-killed.ts', import.meta.url))],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'warning',
  });
});
afterAll(async () => {
  await rm(work, { recursive: true, force: true });
  await rm(script, { force: true });
});

/** Lets a writer acknowledge `count` writes, kills it, and answers all that it acknowledged. */
async function writeAndKill(folder: string, name: string, count: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
    if (output.split('\n').length > count) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

test('loses nothing acknowledged when writers are killed, one after another and two at once', async () => {
  const folder = join(work, 'store');
  const acknowledged: string[] = [];
  for (const [round, count] of [1, 7, 40].entries())
    acknowledged.push(...(await writeAndKill(folder, `round${round}`, count)));
  const both = await Promise.all([writeAndKill(folder, 'left', 30), writeAndKill(folder, 'right', 60)]);
  acknowledged.push(...both.flat());
  expect(acknowledged.length).toBeGreaterThanOrEqual(138);

  const store = openLocalStore(folder);
  const heads = new Map((await store.query('2023-11', 'head~')).map((record) => [record.key, record.value]));
  const audits = new Set((await store.query('2023-11', 'audit~')).map((record) => record.value['of']));
  const lost = acknowledged.filter((id) => !heads.has(`head~${id}`) || !audits.has(id));
  expect(lost).toEqual([]);
  // Also what was written but no longer acknowledged: whole batches, and the blobs they name whole.
  expect(audits.size).toBe(heads.size);
  for (const [key, value] of heads) {
    const blob = await store.getBlob(String(value['blob']));
    expect(Buffer.from(blob ?? []).toString()).toBe(key.slice('head~'.length).repeat(2000));
  }
  // The store goes on as before.
  expect(await store.batch('2023-11', [{ type: 'insert', key: 'after', value: {} }])).toBe('done');
  await store.close();
});

test('sweeps up what killed writers left unfinished, but nothing recent', async () => {
  const folder = join(work, 'swept');
  const store = openLocalStore(folder);
  await store.putBlob('one', bytesOf('one'));
  await store.close();
  const unfinished = join(folder, 'blobs', '.unfinished');
  expect(await readdir(unfinished)).toEqual([]);
  const twoHoursAgo = Date.now() / 1000 - 2 * 60 * 60;
  for (const name of ['old', 'recent']) await writeFile(join(unfinished, name), 'part of a wor');
  await utimes(join(unfinished, 'old'), twoHoursAgo, twoHoursAgo);
  const again = openLocalStore(folder);
  await again.close();
  expect(await readdir(unfinished)).toEqual(['recent']);
});
