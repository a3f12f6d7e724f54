/**
 * Immutable blobs as files. Measured on one SSD against blobs inside SQLite (both fully synced): as fast one by one
 * up to 100 KB and 2.4 times as fast at 1 MB; with 16 at once slower at 20 KB (0.7), equal at 100 KB and 2.8 times as
 * fast at 1 MB; and the event loop stays free meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileName } from './file-name.ts';

/** Unfinished files of killed writers are older than this when they are swept away. */
const abandonedAfter = 60 * 60 * 1000;
const unfinished = '.unfinished';

export class BlobFolder {
  readonly #root: string;
  /** Folders whose own entry is known to be on disk. */
  readonly #folders = new Map<string, Promise<void>>();

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * The content is on disk before the name exists, and the name is on disk before the answer: a reader never sees part
   * of a file, and neither SIGKILL nor a power cut loses an acknowledged one.
   */
  async put(name: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    const target = this.#path(name);
    await this.#folder(dirname(target));
    await this.#folder(join(this.#root, unfinished));
    const written = join(this.#root, unfinished, randomUUID());
    try {
      await writeSynced(written, bytes);
      const answer = await linkIfAbsent(written, target);
      // Also when it existed: its writer may not have synced the folder yet.
      await syncFolder(dirname(target));
      return answer;
    } finally {
      await rm(written, { force: true });
    }
  }

  async get(name: string): Promise<Uint8Array | null> {
    try {
      const bytes = await readFile(this.#path(name));
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return null;
      throw error;
    }
  }

  /** Removes what writers left behind when they were killed. */
  async sweep(now: number): Promise<void> {
    const folder = join(this.#root, unfinished);
    for (const name of await readdir(folder).catch(() => [])) {
      const file = join(folder, name);
      const written = await stat(file).catch(() => null);
      if (written !== null && now - written.mtimeMs > abandonedAfter) await unlink(file).catch(() => undefined);
    }
  }

  #path(name: string): string {
    return join(this.#root, ...name.split('/').map(fileName));
  }

  #folder(folder: string): Promise<void> {
    let made = this.#folders.get(folder);
    if (made === undefined) {
      made = this.#make(folder);
      this.#folders.set(folder, made);
      made.catch(() => this.#folders.delete(folder));
    }
    return made;
  }

  async #make(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true });
    if (folder === this.#root) return syncFolder(dirname(folder));
    await this.#folder(dirname(folder));
    await syncFolder(dirname(folder));
  }
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A link, unlike a rename, never replaces: of several writers exactly one creates the name. */
async function linkIfAbsent(from: string, to: string): Promise<'created' | 'exists'> {
  try {
    await link(from, to);
    return 'created';
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return 'exists';
    throw error;
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals its names itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
