import type { StoredRecord } from './store.ts';

/** UTF-16 order, as `<` compares: the one order of all drivers, whatever their engine sorts by. */
export function byKey(a: StoredRecord, b: StoredRecord): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
