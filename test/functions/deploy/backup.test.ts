import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { backUp } from '../../../functions/backup/back-up.ts';
import { BackupRefused } from '../../../functions/backup/refused.ts';
import { restore } from '../../../functions/backup/restore.ts';
import { backup } from '../../../functions/cli/backup.ts';
import type { Surroundings } from '../../../functions/cli/command.ts';
import { restore as restoreCommand } from '../../../functions/cli/restore.ts';
import { openLocalStore } from '../../../functions/store/local.ts';
import type { Store } from '../../../functions/store/store.ts';

const now = new Date('2023-11-26T02:00:00Z');
const longName = `extract/${'Đ'.repeat(30)}/${'x'.repeat(120)}.json`;
let root: string;
let folder: string;
let count = 0;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'backup-'));
});
beforeEach(() => {
  folder = join(root, String(++count));
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true }));

async function storeOriginal(store: Store, key: string, bytes: Uint8Array): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  await store.putBlob(`original/${hash}`, bytes);
  await store.batch('2023-11', [{ type: 'insert', key, value: { hash } }]);
}

/** A data folder with a few records and blobs: empty ones, larger ones, long and Vietnamese names. */
async function fill(data: string): Promise<void> {
  const store = openLocalStore(data);
  await storeOriginal(store, 'a', Buffer.from('xlsx'));
  await storeOriginal(store, 'b', randomBytes(1_500_000));
  await storeOriginal(store, 'c', new Uint8Array());
  await store.putBlob(longName, Buffer.from('{}'));
  await store.batch('roster', [{ type: 'insert', key: 'ttxvn', value: { name: 'Đảng ủy Thông tấn xã Việt Nam' } }]);
  await store.close();
}

async function made(): Promise<{ data: string; file: string }> {
  const [data, file] = [join(folder, 'data'), join(folder, 'a.tar')];
  await fill(data);
  await backUp({ data, file, now });
  return { data, file };
}

/** Refused with that code, and nothing left behind. */
async function expectRefused(work: Promise<unknown>, code: BackupRefused['code']): Promise<void> {
  const before = readdirSync(folder).sort();
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BackupRefused);
  expect((error as BackupRefused).code).toBe(code);
  expect(readdirSync(folder).sort()).toEqual(before);
}

test('what was backed up comes back', async () => {
  const { data, file } = await made();
  const target = join(folder, 'restored');
  expect(await restore({ file, data: target })).toEqual({ createdAt: now.toISOString(), blobs: 4, records: 4 });
  const [before, after] = [openLocalStore(data), openLocalStore(target)];
  for (const partition of ['2023-11', 'roster'])
    expect(await after.query(partition, '')).toEqual(await before.query(partition, ''));
  for (const { value } of await before.query('2023-11', '')) {
    const name = `original/${String(value.hash)}`;
    const [was, is] = [await before.getBlob(name), await after.getBlob(name)];
    expect(was !== null && is !== null && Buffer.from(was).equals(is)).toBe(true);
  }
  expect(await after.getBlob(longName)).toEqual(new Uint8Array(Buffer.from('{}')));
  await before.close();
  await after.close();
  expect(readdirSync(folder).sort()).toEqual(['a.tar', 'data', 'restored']);
});

test('the restored folder can be written to and backed up again', async () => {
  const { file } = await made();
  const target = join(folder, 'restored');
  mkdirSync(target);
  await restore({ file, data: target });
  const store = openLocalStore(target);
  await storeOriginal(store, 'd', Buffer.from('later'));
  await store.close();
  const again = join(folder, 'b.tar');
  await backUp({ data: target, file: again, now });
  expect(await restore({ file: again, data: null })).toMatchObject({ blobs: 5, records: 5 });
});

test('a backup while others write holds one state: every record it has with what the record names', async () => {
  const data = join(folder, 'data');
  await fill(data);
  const store = openLocalStore(data);
  let acknowledged = 0;
  let stopped = false;
  const writer = async (id: number): Promise<void> => {
    for (let index = 0; !stopped; index++) {
      await storeOriginal(store, `w${id}-${String(index).padStart(5, '0')}`, randomBytes(5_000));
      acknowledged++;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const writers = [writer(0), writer(1)];
  for (let round = 0; round < 2; round++) {
    const before = acknowledged;
    const file = join(folder, `${round}.tar`);
    await backUp({ data, file, now });
    const target = join(folder, `restored-${round}`);
    const { records } = await restore({ file, data: target });
    expect(records - 4).toBeGreaterThanOrEqual(before);
    const restored = openLocalStore(target);
    for (const { value } of await restored.query('2023-11', '')) {
      const bytes = await restored.getBlob(`original/${String(value.hash)}`);
      expect(
        createHash('sha256')
          .update(bytes ?? 'missing')
          .digest('hex'),
      ).toBe(value.hash);
    }
    await restored.close();
  }
  stopped = true;
  await Promise.all(writers);
  await store.close();
  expect(acknowledged).toBeGreaterThan(0);
});

describe('is refused', () => {
  test('a folder without data', async () => {
    await expectRefused(backUp({ data: join(folder, 'none'), file: join(folder, 'a.tar'), now }), 'no-data');
  });

  test('a backup over another file', async () => {
    const { data, file } = await made();
    const before = readFileSync(file);
    await expectRefused(backUp({ data, file, now }), 'file-exists');
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('a restore over other data', async () => {
    const { data, file } = await made();
    await expectRefused(restore({ file, data }), 'data-exists');
  });

  test.each<[string, (bytes: Buffer) => Buffer, BackupRefused['code']]>([
    ['another file', () => Buffer.from('PK\u0003\u0004'.repeat(500)), 'not-a-backup'],
    ['an empty file', () => Buffer.alloc(0), 'not-a-backup'],
    ['another archive', (bytes) => bytes.subarray(1024), 'not-a-backup'],
    ['a backup of a later format', (bytes) => replaced(bytes, 'backup/1', 'backup/2'), 'not-a-backup'],
    ['something after the end', (bytes) => Buffer.concat([bytes.subarray(0, -1024), bytes]), 'damaged'],
    [
      'another name for a blob',
      (bytes) => replaced(bytes, `${'x'.repeat(10)}.json`, `${'x'.repeat(9)}y.json`),
      'damaged',
    ],
  ])('%s', async (_name, change, code) => {
    const { file } = await made();
    const changed = join(folder, 'changed.tar');
    writeFileSync(changed, change(readFileSync(file)));
    await expectRefused(restore({ file: changed, data: join(folder, 'restored') }), code);
  });

  test('a backup cut off anywhere', async () => {
    const { file } = await made();
    const { length } = readFileSync(file);
    for (const size of [100, 512, 1024, 5000, Math.floor(length / 2), length - 1025, length - 1024]) {
      const cut = join(folder, `${size}.tar`);
      writeFileSync(cut, readFileSync(file));
      truncateSync(cut, size);
      const data = join(folder, 'restored');
      await expect(restore({ file: cut, data })).rejects.toThrow(BackupRefused);
      expect(existsSync(data)).toBe(false);
    }
  });

  test('a backup with one byte changed, wherever it is', async () => {
    const data = join(folder, 'data');
    const store = openLocalStore(data);
    await storeOriginal(store, 'a', randomBytes(3000));
    await store.close();
    const file = join(folder, 'a.tar');
    await backUp({ data, file, now });
    const bytes = readFileSync(file);
    // Padding and the fields that nothing reads (owner, date) may change; the content and its names may not.
    const meaningful = (offset: number): boolean => bytes[offset] !== 0;
    let missed = 0;
    for (let offset = 0; offset < bytes.length; offset += 197) {
      if (!meaningful(offset)) continue;
      const changed = Buffer.from(bytes);
      changed[offset] = (changed[offset] ?? 0) ^ 0x01;
      writeFileSync(join(folder, 'changed.tar'), changed);
      const outcome = await restore({ file: join(folder, 'changed.tar'), data: null }).then(
        () => 'restored',
        (error: unknown) => (error instanceof BackupRefused ? 'refused' : 'failed'),
      );
      if (outcome !== 'refused') missed++;
    }
    expect(missed).toBe(0);
  });
});

function replaced(bytes: Buffer, before: string, after: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replace(before, after), 'latin1');
}

describe('on the command line', () => {
  function surroundings(language: 'vi' | 'en'): Surroundings & { readonly lines: string[] } {
    const lines: string[] = [];
    return { lines, language, now, signal: new AbortController().signal, print: (text) => void lines.push(text) };
  }

  test('back up, check, restore', async () => {
    const [data, file, target] = [join(folder, 'data'), join(folder, 'a.tar'), join(folder, 'restored')];
    await fill(data);
    const vi = surroundings('vi');
    expect(await backup.run(['--data', data, '-o', file], vi)).toBe(0);
    expect(await restoreCommand.run([file, '--check'], vi)).toBe(0);
    expect(await restoreCommand.run([file, '--data', target], vi)).toBe(0);
    expect(vi.lines[0]).toMatch(/^Đã sao lưu 4 tệp nội dung, 1,?\.\d MB: /);
    expect(vi.lines.slice(1)).toEqual([
      'Bản sao lưu tốt: 4 bản ghi, 4 tệp nội dung, sao lưu lúc 2023-11-26T02:00:00.000Z',
      `Đã khôi phục vào ${target}: 4 bản ghi, 4 tệp nội dung, sao lưu lúc 2023-11-26T02:00:00.000Z`,
    ]);
  });

  test.each<[string[], string]>([
    [['--data', 'no-such-folder', '-o', 'x.tar'], 'There is nothing to back up in this data folder.'],
    [['--data', 'no-such-folder'], 'Missing argument -o.'],
  ])('says why not: backup %j', async (args, reason) => {
    await expect(backup.run(args, surroundings('en'))).rejects.toMatchObject({ name: 'UsageError', en: reason });
  });

  test('says why not: restore', async () => {
    await expect(restoreCommand.run(['no-such.tar', '--check'], surroundings('en'))).rejects.toMatchObject({
      en: 'No file no-such.tar.',
    });
    const file = join(folder, 'x.tar');
    writeFileSync(file, 'x');
    await expect(restoreCommand.run([file], surroundings('en'))).rejects.toMatchObject({
      en: 'Missing argument --data.',
    });
    await expect(restoreCommand.run([file, '--check'], surroundings('vi'))).rejects.toMatchObject({
      vi: 'Tệp này không phải bản sao lưu.',
    });
  });
});
