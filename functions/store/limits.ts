/** What every driver refuses before it touches storage, so that both refuse the same things in the same way. */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fileName } from './file-name.ts';
import type { Operation, RecordValue } from './store.ts';
import { encodeKey } from './table-key.ts';

/** Bytes of a value as JSON in UTF-8: below the 64 KiB that a table property holds. */
export const maxValueBytes = 60 * 1024;
/** Bytes of all values of a batch: a table transaction holds 4 MiB with its base64 and envelope. */
export const maxBatchBytes = 2.5 * 1024 * 1024;
/** Operations of a table transaction. */
export const maxOperations = 100;
/** Characters of a key as the table stores it (its limit is 1 KiB in UTF-16). */
const maxKeyLength = 500;
const maxBlobNameLength = 500;
/** Characters of a segment as a file name. */
const maxSegmentLength = 250;

/** An operation that passed, with its value as the JSON text that is stored. */
export type CheckedOperation =
  | { readonly type: 'insert'; readonly key: string; readonly text: string }
  | { readonly type: 'update'; readonly key: string; readonly text: string; readonly tag: string }
  | { readonly type: 'remove'; readonly key: string; readonly tag: string };

// Half a surrogate pair would be stored as U+FFFD, and two different keys would become one; libsql ends a text at U+0000.
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Throws RangeError for a partition or key that a driver could not store. */
export function checkKey(key: string): void {
  if (key === '' || unstorable.test(key) || encodeKey(key).length > maxKeyLength)
    throw new RangeError('A record key must be well-formed text of 1 to 500 characters');
}

/** Throws RangeError for a blob name that a driver could not store. Segments are separated by `/`. */
export function checkBlobName(name: string): void {
  if (name.length > maxBlobNameLength || unstorable.test(name))
    throw new RangeError(`A blob name must be well-formed text of 1 to ${maxBlobNameLength} characters`);
  if (name.split('/').some((segment) => segment === '' || fileName(segment).length > maxSegmentLength))
    throw new RangeError(`A segment of a blob name must have 1 to ${maxSegmentLength} characters`);
}

/** Throws RangeError for a batch that no driver can store at once. */
export function checkOperations(partition: string, operations: readonly Operation[]): CheckedOperation[] {
  checkKey(partition);
  if (operations.length > maxOperations) throw new RangeError(`A batch holds at most ${maxOperations} operations`);
  if (new Set(operations.map((operation) => operation.key)).size < operations.length)
    throw new RangeError('A batch names a key only once');
  let bytes = 0;
  const checked = operations.map((operation): CheckedOperation => {
    checkKey(operation.key);
    if (operation.type === 'remove') return operation;
    const text = valueText(operation.value);
    bytes += utf8ToBytes(text).length;
    return operation.type === 'insert'
      ? { type: 'insert', key: operation.key, text }
      : { type: 'update', key: operation.key, text, tag: operation.tag };
  });
  if (bytes > maxBatchBytes) throw new RangeError(`A batch holds at most ${maxBatchBytes} bytes`);
  return checked;
}

function valueText(value: RecordValue): string {
  const text = JSON.stringify(value);
  if (utf8ToBytes(text).length > maxValueBytes)
    throw new RangeError(`A record holds at most ${maxValueBytes} bytes: put more into a blob`);
  return text;
}
