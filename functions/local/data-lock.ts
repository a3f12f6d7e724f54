/**
 * One host per data folder. The lock is a transaction held open on a database of its own, so the operating system
 * lets go of it however the process ends; a file with a process id in it would outlive a kill.
 */
import Database from 'libsql';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Another host serves the folder. */
export class FolderInUse extends Error {
  /** What it said about itself: process id and address; null when unknown. */
  readonly holder: string | null;

  constructor(holder: string | null) {
    super('Another host serves this data folder');
    this.name = 'FolderInUse';
    this.holder = holder;
  }
}

export interface DataLock {
  /** Says who holds the folder, for people to read. */
  describe(text: string): void;
  release(): void;
}

export function lockFolder(folder: string): DataLock {
  mkdirSync(folder, { recursive: true });
  const note = join(folder, 'host.txt');
  const database = new Database(join(folder, 'host.lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) throw new FolderInUse(readNote(note));
    throw error;
  }
  return {
    describe: (text) => writeFileSync(note, text),
    release: () => {
      rmSync(note, { force: true });
      database.close();
    },
  };
}

function readNote(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
