/** The storage port in memory: as exact as the real ones, and scheduled by the test that uses it. */
import { checkBlobName, checkKey, checkOperations } from '../../../functions/store/limits.ts';
import {
  StoreUnavailable,
  type Operation,
  type RecordValue,
  type Store,
  type StoredRecord,
} from '../../../functions/store/store.ts';

interface Row {
  readonly text: string;
  readonly tag: string;
}
type Rows = Map<string, Row>;

/** What stays when a client is gone. */
export interface Memory {
  readonly blobs: Map<string, Uint8Array>;
  readonly partitions: Map<string, Rows>;
  writes: number;
}

export function emptyMemory(): Memory {
  return { blobs: new Map(), partitions: new Map(), writes: 0 };
}

export function copyOf(memory: Memory): Memory {
  const partitions = [...memory.partitions].map(([name, rows]): [string, Rows] => [name, new Map(rows)]);
  return { blobs: new Map(memory.blobs), partitions: new Map(partitions), writes: memory.writes };
}

/** A client of `memory`. Waits for `turn` before each call takes effect. */
export function openMemoryStore(memory: Memory, turn: () => Promise<void> = () => Promise.resolve()): Store {
  let closed = false;
  const rows = (partition: string): Rows => {
    const found = memory.partitions.get(partition) ?? new Map<string, Row>();
    memory.partitions.set(partition, found);
    return found;
  };
  const ready = async (): Promise<void> => {
    await turn();
    if (closed) throw new StoreUnavailable('The store is closed', false);
  };
  const record = (key: string, row: Row): StoredRecord => ({
    key,
    value: JSON.parse(row.text) as RecordValue,
    tag: row.tag,
  });
  return {
    async putBlob(name, bytes) {
      checkBlobName(name);
      await ready();
      if (memory.blobs.has(name)) return 'exists';
      memory.blobs.set(name, bytes.slice());
      return 'created';
    },
    async getBlob(name) {
      checkBlobName(name);
      await ready();
      return memory.blobs.get(name)?.slice() ?? null;
    },
    async get(partition, key) {
      checkKey(partition);
      checkKey(key);
      await ready();
      const row = rows(partition).get(key);
      return row === undefined ? null : record(key, row);
    },
    async query(partition, prefix) {
      checkKey(partition);
      await ready();
      return [...rows(partition)]
        .filter(([key]) => key.startsWith(prefix))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, row]) => record(key, row));
    },
    async batch(partition, operations: readonly Operation[]) {
      const checked = checkOperations(partition, operations);
      await ready();
      const table = rows(partition);
      const holds = checked.every((operation) =>
        operation.type === 'insert' ? !table.has(operation.key) : table.get(operation.key)?.tag === operation.tag,
      );
      if (!holds) return 'conflict';
      for (const operation of checked) {
        if (operation.type === 'remove') table.delete(operation.key);
        else table.set(operation.key, { text: operation.text, tag: String(++memory.writes) });
      }
      return 'done';
    },
    close() {
      closed = true;
      return Promise.resolve();
    },
  };
}
