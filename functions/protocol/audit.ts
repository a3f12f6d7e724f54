/**
 * The audit log: who did what, when, to whose workbook. One chain per partition, each row holding the hash of the row
 * before, so that a row changed or taken out afterwards shows. Rows name accounts, organisations, ids and file hashes;
 * never file names, reasons or cell content.
 */
import * as z from 'zod';
import { canonicalJson, hashOf } from '../../core/hash.ts';
import type { Principal } from '../route.ts';
import type { Operation, Store, StoredRecord } from '../store/store.ts';
import { keys } from './partitions.ts';

export interface AuditEntry {
  readonly action: string;
  readonly organisation: string | null;
  /** The id of the submission, summary, request, … acted on. */
  readonly subject: string | null;
  /** SHA-256 of the file concerned. */
  readonly file: string | null;
}

const rowSchema = z.strictObject({
  sequence: z.number().int().positive(),
  at: z.string(),
  /** `tid.oid` of the account, or `system`. */
  account: z.string(),
  by: z.string(),
  action: z.string(),
  organisation: z.string().nullable(),
  subject: z.string().nullable(),
  file: z.string().nullable(),
  previous: z.string(),
  hash: z.string(),
});
const headSchema = z.strictObject({ sequence: z.number().int().positive(), hash: z.string() });

export type AuditRow = z.infer<typeof rowSchema>;

/** What the first row of a chain names as the row before. */
const chainStart = '0'.repeat(64);

/** Stands for timers and orchestrations in the log. */
export const system: Pick<Principal, 'id' | 'name'> = { id: 'system', name: 'Bloc Rollup' };

/** The operations that append a row; they fail with the batch when another row was appended meanwhile. */
export function appendAudit(
  head: StoredRecord | null,
  entry: AuditEntry,
  { by, at }: { readonly by: Pick<Principal, 'id' | 'name'>; readonly at: Date },
): Operation[] {
  const last = head === null ? { sequence: 0, hash: chainStart } : headSchema.parse(head.value);
  const content = {
    sequence: last.sequence + 1,
    at: at.toISOString(),
    account: by.id,
    by: by.name,
    action: entry.action,
    organisation: entry.organisation,
    subject: entry.subject,
    file: entry.file,
    previous: last.hash,
  };
  const hash = auditHash(content);
  const value = { sequence: content.sequence, hash };
  return [
    { type: 'insert', key: keys.audit(content.sequence), value: { ...content, hash } },
    head === null
      ? { type: 'insert', key: keys.auditHead, value }
      : { type: 'update', key: keys.auditHead, value, tag: head.tag },
  ];
}

function auditHash(content: Omit<AuditRow, 'hash'>): string {
  return hashOf(canonicalJson(content));
}

/** Rows so far; 0 when nothing was done in the partition. Grows with every change: a view of the partition. */
export function sequenceOf(head: StoredRecord | null): number {
  return head === null ? 0 : headSchema.parse(head.value).sequence;
}

/** The log of a partition, oldest first, and whether its chain holds from the first row to the head. */
export async function readAudit(store: Store, partition: string): Promise<{ rows: AuditRow[]; whole: boolean }> {
  // The head first: rows appended while reading come on top of it and do not look like a broken chain.
  const head = await store.get(partition, keys.auditHead);
  const records = await store.query(partition, 'audit~');
  const rows = records.flatMap(({ value }) => rowSchema.safeParse(value).data ?? []);
  return { rows, whole: rows.length === records.length && isWhole(rows, head) };
}

function isWhole(rows: readonly AuditRow[], head: StoredRecord | null): boolean {
  let previous = chainStart;
  for (const [index, { hash, ...content }] of rows.entries()) {
    if (content.sequence !== index + 1 || content.previous !== previous || auditHash(content) !== hash) return false;
    previous = hash;
  }
  if (head === null) return rows.length === 0;
  const last = headSchema.safeParse(head.value).data;
  return last !== undefined && rows[last.sequence - 1]?.hash === last.hash;
}
