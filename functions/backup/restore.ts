/**
 * Puts a backup back as a data folder: everything is written beside it and checked first, then the folder takes its
 * name in one step.
 */
import Database from 'libsql';
import { createHash, randomUUID, type Hash } from 'node:crypto';
import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { backupFormat, headName, recordsName, sumsName, syncFolder } from './back-up.ts';
import { BackupRefused } from './refused.ts';
import { blockSize, paxPath, readTarHeader, type TarHeader } from './tar.ts';

export interface RestoreDone {
  /** When the backup was made. */
  readonly createdAt: string;
  readonly blobs: number;
  readonly records: number;
}

export interface RestoreOptions {
  readonly file: string;
  /** Must be empty or not exist yet. Null checks the backup only. */
  readonly data: string | null;
  readonly signal?: AbortSignal;
}

/** Throws BackupRefused, what the file system throws, and the signal's reason; the data folder is then as it was. */
export async function restore({ file, data, signal }: RestoreOptions): Promise<RestoreDone> {
  const target = data === null ? null : resolve(data);
  if (target !== null && existsSync(target) && readdirSync(target).length > 0) throw new BackupRefused('data-exists');
  // Beside the target, so that taking its name does not copy; a check writes beside the backup.
  const parent = dirname(target ?? resolve(file));
  const written = join(parent, `.${basename(target ?? file)}.restoring-${randomUUID()}`);
  await mkdir(parent, { recursive: true });
  await mkdir(written, { mode: 0o700 });
  try {
    const { createdAt, blobs } = await unpack(file, written, signal);
    const records = checkRecords(join(written, recordsName));
    if (target !== null) {
      if (existsSync(target)) rmdirSync(target);
      await rename(written, target);
      await syncFolder(parent);
    }
    return { createdAt, blobs, records };
  } finally {
    rmSync(written, { recursive: true, force: true });
  }
}

/** Writes every entry below `folder` and compares all of them with the checksums. */
async function unpack(
  file: string,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<{ createdAt: string; blobs: number }> {
  const archive = await open(file, 'r');
  const folders = new Set<string>([folder]);
  const hashes = new Map<string, string>();
  let createdAt: string | null = null;
  try {
    const reader = new Reader(archive);
    for (;;) {
      signal?.throwIfAborted();
      const entry = await reader.next();
      // The checksums are last: an archive that ends before them was cut off.
      if (entry === null) throw new BackupRefused('incomplete');
      const { name, size } = entry;
      if (createdAt === null) {
        createdAt = name === headName ? readHead(await reader.bytes(entry), hashes) : null;
        if (createdAt === null) throw new BackupRefused('not-a-backup');
      } else if (name === sumsName) {
        compare(hashes, (await reader.bytes(entry)).toString());
        await reader.end();
        for (const one of [...folders].sort().reverse()) await syncFolder(one);
        return { createdAt, blobs: hashes.size - 2 };
      } else {
        if (!isSafe(name) || hashes.has(name)) throw new BackupRefused('damaged');
        const path = join(folder, ...name.split('/'));
        await makeFolders(folder, dirname(path), folders);
        const hash = await reader.copy(path, size);
        if (!isNamedByContent(name, hash)) throw new BackupRefused('damaged');
        hashes.set(name, hash);
      }
    }
  } finally {
    await archive.close();
  }
}

function readHead(bytes: Buffer, hashes: Map<string, string>): string | null {
  hashes.set(headName, createHash('sha256').update(bytes).digest('hex'));
  try {
    const head = JSON.parse(bytes.toString()) as { format?: unknown; createdAt?: unknown } | null;
    return head?.format === backupFormat && typeof head.createdAt === 'string' ? head.createdAt : null;
  } catch {
    return null;
  }
}

/** The names that a backup writes; nothing that could leave the folder. */
function isSafe(name: string): boolean {
  return name === recordsName || /^blobs(\/(?!\.)[a-z0-9.%-]+)+$/.test(name);
}

/** Originals are named by the hash of their content: checked against it as well. */
function isNamedByContent(name: string, hash: string): boolean {
  const named = /^blobs\/original\/([0-9a-f]{64})$/.exec(name)?.[1];
  return named === undefined || named === hash;
}

function compare(hashes: ReadonlyMap<string, string>, sums: string): void {
  const expected = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`).join('');
  if (!hashes.has(recordsName)) throw new BackupRefused('incomplete');
  if (sums !== expected) throw new BackupRefused('damaged');
}

async function makeFolders(root: string, folder: string, made: Set<string>): Promise<void> {
  if (made.has(folder) || folder === root) return;
  await makeFolders(root, dirname(folder), made);
  await mkdir(folder);
  made.add(folder);
}

/** The number of records, once SQLite has found nothing wrong. */
function checkRecords(path: string): number {
  let database: Database.Database | null = null;
  try {
    database = new Database(path);
    const found = database.prepare('PRAGMA integrity_check').all() as { integrity_check: string }[];
    if (found.length !== 1 || found[0]?.integrity_check !== 'ok') throw new BackupRefused('damaged');
    const { count } = database.prepare('SELECT count(*) AS count FROM records').get() as { count: number };
    return count;
  } catch {
    throw new BackupRefused('damaged');
  } finally {
    database?.close();
  }
}

/** Larger entries than these are not read into memory. */
const maxHeld = 256 * 1024 * 1024;

class Reader {
  readonly #archive: FileHandle;
  #position = 0;

  constructor(archive: FileHandle) {
    this.#archive = archive;
  }

  /** The next entry, its content not read yet; null at the end. */
  async next(): Promise<TarHeader | null> {
    const header = await this.#header();
    if (header?.type !== 'x') return header;
    const name = paxPath(await this.bytes(header));
    const named = await this.#header();
    if (name === null || named === null) throw new BackupRefused('damaged');
    return { ...named, name };
  }

  async #header(): Promise<TarHeader | null> {
    try {
      return readTarHeader(await this.#read(blockSize));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new BackupRefused(this.#position <= blockSize ? 'not-a-backup' : 'damaged');
    }
  }

  async bytes({ size }: TarHeader): Promise<Buffer> {
    if (size > maxHeld) throw new BackupRefused('damaged');
    const bytes = await this.#read(size);
    this.#pad(size);
    return bytes;
  }

  /** Writes the entry's content to a new file; answers its SHA-256. */
  async copy(path: string, size: number): Promise<string> {
    const file = await open(path, 'wx', 0o600);
    const hash: Hash = createHash('sha256');
    try {
      for (let left = size; left > 0;) {
        const chunk = await this.#read(Math.min(left, 1024 * 1024));
        hash.update(chunk);
        await file.write(chunk);
        left -= chunk.length;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    this.#pad(size);
    return hash.digest('hex');
  }

  /** Nothing may follow. */
  async end(): Promise<void> {
    if ((await this.next()) !== null) throw new BackupRefused('damaged');
  }

  async #read(size: number): Promise<Buffer> {
    const buffer = Buffer.alloc(size);
    for (let read = 0; read < size;) {
      const { bytesRead } = await this.#archive.read(buffer, read, size - read, this.#position + read);
      if (bytesRead === 0) throw new BackupRefused(this.#position === 0 ? 'not-a-backup' : 'incomplete');
      read += bytesRead;
    }
    this.#position += size;
    return buffer;
  }

  #pad(size: number): void {
    this.#position += (blockSize - (size % blockSize)) % blockSize;
  }
}
