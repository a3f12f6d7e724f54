/**
 * The embedded store: one folder with `records.db` (SQLite through libsql, write-ahead log, synced on every commit) and
 * `blobs/` (files). Several processes may open the folder; what was acknowledged survives SIGKILL and a power cut.
 */
import Database from 'libsql';
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { BlobFolder } from './blob-folder.ts';
import { byKey } from './by-key.ts';
import { checkBlobName, checkKey, checkOperations, type CheckedOperation } from './limits.ts';
import { StoreUnavailable, type Operation, type RecordValue, type Store, type StoredRecord } from './store.ts';

/** How long a writer waits for another process before the store counts as unavailable, in ms. */
const busyTimeout = 10_000;

interface Row {
  readonly key: string;
  readonly value: string;
  readonly tag: string;
}

interface Waiting {
  readonly partition: string;
  readonly operations: readonly CheckedOperation[];
  readonly resolve: (answer: 'done' | 'conflict') => void;
  readonly reject: (reason: StoreUnavailable) => void;
}

/** Opens or creates the store in `folder`. Throws when the folder cannot be written. */
export function openLocalStore(folder: string): Store {
  return new LocalStore(resolve(folder));
}

class LocalStore implements Store {
  readonly #database: Database.Database;
  readonly #blobs: BlobFolder;
  readonly #get: Database.Statement;
  readonly #query: Database.Statement;
  readonly #insert: Database.Statement;
  readonly #update: Database.Statement;
  readonly #remove: Database.Statement;
  #waiting: Waiting[] = [];
  #blobCalls = new Set<Promise<unknown>>();
  #closed = false;

  constructor(folder: string) {
    makeFolder(folder);
    this.#blobs = new BlobFolder(join(folder, 'blobs'));
    this.#database = openDatabase(join(folder, 'records.db'));
    this.#get = this.#database.prepare('SELECT key, value, tag FROM records WHERE partition = ? AND key = ?');
    // U+10FFFF sorts above every character in use.
    this.#query = this.#database.prepare(
      'SELECT key, value, tag FROM records WHERE partition = ? AND key >= ? AND key < ? || char(1114111)',
    );
    this.#insert = this.#database.prepare('INSERT INTO records (partition, key, value, tag) VALUES (?, ?, ?, ?)');
    this.#update = this.#database.prepare('UPDATE records SET value = ?, tag = ? WHERE partition = ? AND key = ?');
    this.#remove = this.#database.prepare('DELETE FROM records WHERE partition = ? AND key = ?');
    void this.#blobCall(() => this.#blobs.sweep(Date.now()), false).catch(() => undefined);
  }

  async putBlob(name: string, bytes: Uint8Array): Promise<'created' | 'exists'> {
    checkBlobName(name);
    return this.#blobCall(() => this.#blobs.put(name, bytes), true);
  }

  async getBlob(name: string): Promise<Uint8Array | null> {
    checkBlobName(name);
    return this.#blobCall(() => this.#blobs.get(name), false);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, libsql is not
  async get(partition: string, key: string): Promise<StoredRecord | null> {
    checkKey(partition);
    checkKey(key);
    const row = this.#read(() => this.#get.get(partition, key)) as Row | undefined;
    return row === undefined ? null : toRecord(row);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous, libsql is not
  async query(partition: string, prefix: string): Promise<StoredRecord[]> {
    checkKey(partition);
    const rows = this.#read(() => this.#query.all(partition, prefix, prefix)) as Row[];
    return rows.map(toRecord).sort(byKey);
  }

  async batch(partition: string, operations: readonly Operation[]): Promise<'done' | 'conflict'> {
    const checked = checkOperations(partition, operations);
    this.#assertOpen();
    if (checked.length === 0) return 'done';
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#commitWaiting());
      this.#waiting.push({ partition, operations: checked, resolve, reject });
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#commitWaiting();
    await Promise.allSettled(this.#blobCalls);
    this.#database.close();
  }

  /**
   * All batches that arrived in the same turn share one commit, and so one sync of the disk: each is still all or
   * nothing by itself, because its conditions are checked before its first write.
   */
  #commitWaiting(): void {
    const group = this.#waiting;
    this.#waiting = [];
    if (group.length === 0) return;
    let stage: 'begin' | 'write' | 'commit' = 'begin';
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      stage = 'write';
      const answers = group.map((waiting) => this.#apply(waiting));
      stage = 'commit';
      this.#database.exec('COMMIT');
      group.forEach((waiting, index) => waiting.resolve(answers[index] ?? 'conflict'));
    } catch (error) {
      if (stage !== 'begin') this.#rollBack();
      const failure = unavailable(error, stage === 'commit');
      group.forEach((waiting) => waiting.reject(failure));
    }
  }

  #apply({ partition, operations }: Waiting): 'done' | 'conflict' {
    const holds = operations.every((operation) => {
      const row = this.#get.get(partition, operation.key) as Row | undefined;
      return operation.type === 'insert' ? row === undefined : row?.tag === operation.tag;
    });
    if (!holds) return 'conflict';
    for (const operation of operations) {
      if (operation.type === 'insert') this.#insert.run(partition, operation.key, operation.text, randomUUID());
      else if (operation.type === 'update') this.#update.run(operation.text, randomUUID(), partition, operation.key);
      else this.#remove.run(partition, operation.key);
    }
    return 'done';
  }

  #rollBack(): void {
    try {
      this.#database.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself (disk full, for one).
    }
  }

  #read<Answer>(read: () => Answer): Answer {
    this.#assertOpen();
    try {
      return read();
    } catch (error) {
      throw unavailable(error, false);
    }
  }

  async #blobCall<Answer>(call: () => Promise<Answer>, writes: boolean): Promise<Answer> {
    this.#assertOpen();
    const running = call();
    this.#blobCalls.add(running);
    try {
      return await running;
    } catch (error) {
      throw unavailable(error, writes);
    } finally {
      this.#blobCalls.delete(running);
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('The store is closed', false);
  }
}

/** SQLite syncs what is in the folder; the folder's own name is ours to sync. */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (process.platform === 'win32') return;
  const parent = openSync(dirname(folder), 'r');
  fsyncSync(parent);
  closeSync(parent);
}

function openDatabase(path: string): Database.Database {
  const database = new Database(path, { timeout: busyTimeout });
  // Two processes that create the store at once: SQLite does not wait for the change to write-ahead logging.
  const until = Date.now() + busyTimeout;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      break;
    } catch (error) {
      if (Date.now() > until || !isBusy(error)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  database.pragma('synchronous = FULL');
  database.exec(
    'CREATE TABLE IF NOT EXISTS records (partition TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, ' +
      'tag TEXT NOT NULL, PRIMARY KEY (partition, key)) STRICT',
  );
  return database;
}

function toRecord(row: Row): StoredRecord {
  return { key: row.key, value: JSON.parse(row.value) as RecordValue, tag: row.tag };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && /locked|busy/i.test(error.message);
}

/** Only the code is told: a message of SQLite or of the file system may hold a path. */
function unavailable(error: unknown, outcomeUnknown: boolean): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return new StoreUnavailable(`The local store failed (${code})`, outcomeUnknown);
}
