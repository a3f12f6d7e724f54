/**
 * A backup of a data folder as one file, also while the host serves it. First a snapshot of the records, then every blob:
 * a blob is on disk before any record names it and is never changed, so each blob that the snapshot names is there.
 */
import Database from 'libsql';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, rmSync } from 'node:fs';
import { link, open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BackupRefused } from './refused.ts';
import { padding, tarEnd, tarHeader } from './tar.ts';

export const backupFormat = 'bloc-rollup-backup/1';
/** Last in the archive: the SHA-256 of every entry before it, as `sha256sum -c` reads it. */
export const sumsName = 'SHA256SUMS';
export const headName = 'backup.json';
export const recordsName = 'records.db';

export interface BackupDone {
  readonly blobs: number;
  /** Of the archive. */
  readonly bytes: number;
}

export interface BackupOptions {
  readonly data: string;
  /** Must not exist yet. */
  readonly file: string;
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** The file appears whole or not at all. Throws BackupRefused, what the file system throws, and the signal's reason. */
export async function backUp({ data, file, now, onProgress, signal }: BackupOptions): Promise<BackupDone> {
  const target = resolve(file);
  const database = join(resolve(data), recordsName);
  if (!existsSync(database)) throw new BackupRefused('no-data');
  if (existsSync(target)) throw new BackupRefused('file-exists');
  const snapshot = `${target}.records`;
  const part = `${target}.part`;
  try {
    rmSync(snapshot, { force: true });
    takeSnapshot(database, snapshot);
    const archive = await open(part, 'w', 0o600);
    const sums: string[] = [];
    let blobs = 0;
    try {
      const head = Buffer.from(JSON.stringify({ format: backupFormat, createdAt: now.toISOString() }) + '\n');
      sums.push(`${await addBytes(archive, headName, head)}  ${headName}`);
      sums.push(`${await addFile(archive, recordsName, snapshot)}  ${recordsName}`);
      const names = await blobNames(join(resolve(data), 'blobs'));
      for (const name of names) {
        signal?.throwIfAborted();
        sums.push(`${await addFile(archive, name, join(resolve(data), name))}  ${name}`);
        onProgress?.(++blobs, names.length);
      }
      await addBytes(archive, sumsName, Buffer.from(sums.join('\n') + '\n'));
      await archive.write(tarEnd());
      await archive.sync();
    } finally {
      await archive.close();
    }
    // A link, unlike a rename, never replaces what has appeared meanwhile.
    await link(part, target);
    await syncFolder(dirname(target));
    return { blobs, bytes: (await stat(target)).size };
  } finally {
    rmSync(snapshot, { force: true });
    rmSync(part, { force: true });
  }
}

/** One consistent state of the database, whatever is written meanwhile. */
function takeSnapshot(database: string, snapshot: string): void {
  const connection = new Database(database, { timeout: 30_000 });
  try {
    connection.prepare('VACUUM INTO ?').run(snapshot);
  } finally {
    connection.close();
  }
}

/** Paths below the data folder with `/`, in order; without what writers have not finished. */
async function blobNames(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dirname(folder), join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.startsWith('blobs/.'))
    .sort();
}

async function addBytes(archive: FileHandle, name: string, bytes: Buffer): Promise<string> {
  await archive.write(Buffer.concat([tarHeader(name, bytes.length), bytes, padding(bytes.length)]));
  return createHash('sha256').update(bytes).digest('hex');
}

async function addFile(archive: FileHandle, name: string, path: string): Promise<string> {
  const { size } = await stat(path);
  await archive.write(tarHeader(name, size));
  const hash = createHash('sha256');
  let written = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    written += chunk.length;
    await archive.write(chunk);
  }
  if (written !== size) throw new BackupRefused('changed');
  await archive.write(padding(size));
  return hash.digest('hex');
}

export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
