/**
 * The one port to durable storage: immutable blobs, and records in partitions with an atomic batch per partition.
 * Both drivers (local SQLite, Azure Blob + Table) obey the same contract, proved by one suite.
 */

/** A JSON value small enough for a table row (at most 60 KiB as text); anything larger goes into a blob. */
export type RecordValue = Readonly<Record<string, unknown>>;

export interface StoredRecord {
  readonly key: string;
  readonly value: RecordValue;
  /** Changes with every write of the record. */
  readonly tag: string;
}

export type Operation =
  /** Fails the batch when the key exists. */
  | { readonly type: 'insert'; readonly key: string; readonly value: RecordValue }
  /** Fails the batch unless the record is still at `tag`. */
  | { readonly type: 'update'; readonly key: string; readonly value: RecordValue; readonly tag: string }
  /** Fails the batch unless the record is still at `tag`. */
  | { readonly type: 'remove'; readonly key: string; readonly tag: string };

/** The store could not be reached or did not answer. */
export class StoreUnavailable extends Error {
  /** True when the write may have happened all the same: re-read, never assume. */
  readonly outcomeUnknown: boolean;

  constructor(message: string, outcomeUnknown: boolean) {
    super(message);
    this.name = 'StoreUnavailable';
    this.outcomeUnknown = outcomeUnknown;
  }
}

export interface Store {
  /** Stores bytes under a name once; a second put of the name changes nothing and answers `exists`. */
  putBlob(name: string, bytes: Uint8Array): Promise<'created' | 'exists'>;
  getBlob(name: string): Promise<Uint8Array | null>;
  get(partition: string, key: string): Promise<StoredRecord | null>;
  /** Records whose key starts with `prefix`, by ascending key. */
  query(partition: string, prefix: string): Promise<StoredRecord[]>;
  /** All operations or none, at most 100, each key once. Answers `conflict` when a condition failed. Durable when it resolves. */
  batch(partition: string, operations: readonly Operation[]): Promise<'done' | 'conflict'>;
  close(): Promise<void>;
}
