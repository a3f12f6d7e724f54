/** A summary as the store keeps it, and the pointer to the one published for a period. */
import * as z from 'zod';
import { keys } from '../protocol/partitions.ts';
import type { Store, StoredRecord } from '../store/store.ts';

/**
 * How much of the store a summary has seen: rows of the audit logs of its month, its year and the rosters. A summary
 * with an older view is never published over one with a newer.
 */
const viewSchema = z.strictObject({
  month: z.number().int(),
  year: z.number().int(),
  roster: z.number().int(),
});
export type View = z.infer<typeof viewSchema>;

const recordSchema = z.strictObject({
  id: z.string(),
  period: z.string(),
  state: z.enum(['waiting', 'published', 'cancelled', 'failed']),
  requestedBy: z.string(),
  requestedAt: z.string(),
  publishedAt: z.string().nullable(),
  contentHash: z.string().nullable(),
  problem: z.strictObject({ vi: z.string(), en: z.string() }).nullable(),
});
export type SummaryRecord = z.infer<typeof recordSchema>;

const pointerSchema = z.strictObject({
  summary: z.string(),
  view: viewSchema,
  contentHash: z.string(),
  at: z.string(),
});
export type Pointer = z.infer<typeof pointerSchema>;

/** `2023-11~20231126T031500000~3f9a1c20`: a summary's id names its period, so that a look-up needs no index. */
export function summaryId(period: string, at: Date, random: string): string {
  return `${period}~${at.toISOString().replace(/[-:.Z]/g, '')}~${random.slice(0, 8)}`;
}

const pattern = /^(\d{4}-(?:0[1-9]|1[0-2]))~\d{8}T\d{9}~[0-9a-f]{8}$/;

/** null when the text is no summary id. */
export function periodOfSummary(id: string): string | null {
  return pattern.exec(id)?.[1] ?? null;
}

export async function readSummary(
  store: Store,
  id: string,
): Promise<{ readonly record: SummaryRecord; readonly tag: string } | null> {
  const period = periodOfSummary(id);
  const stored = period === null ? null : await store.get(period, keys.summary(id));
  return stored && { record: recordSchema.parse(stored.value), tag: stored.tag };
}

/** Newest first. */
export async function listSummaries(store: Store, period: string): Promise<SummaryRecord[]> {
  return (await store.query(period, 'summary~')).map(({ value }) => recordSchema.parse(value)).reverse();
}

export function readPointer(stored: StoredRecord | null): Pointer | null {
  return stored && pointerSchema.parse(stored.value);
}

/** The published summary of a period; null while there is none. */
export async function publishedOf(store: Store, period: string): Promise<Pointer | null> {
  return readPointer(await store.get(period, keys.published));
}

/** True when `a` has seen less than `b`. */
export function isOlder(a: View, b: View): boolean {
  return (
    a.month - b.month < 0 ||
    (a.month === b.month && (a.year - b.year < 0 || (a.year === b.year && a.roster < b.roster)))
  );
}
