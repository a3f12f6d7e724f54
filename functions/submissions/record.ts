/** A submission as the store keeps it: what was received, when, from whom; where its bytes and its extract are. */
import * as z from 'zod';
import { keys, parseSubmissionId, type SubmissionName } from '../protocol/partitions.ts';
import type { Store, StoredRecord } from '../store/store.ts';

const decision = z.strictObject({ reason: z.string(), by: z.string(), at: z.string() }).nullable();

const recordSchema = z.strictObject({
  id: z.string(),
  partition: z.string(),
  organisation: z.string(),
  kind: z.enum(['roster', 'report', 'year', 'unknown']),
  version: z.number().int().positive(),
  /** `YYYY-MM`, `YYYY`; null for a roster. */
  period: z.string().nullable(),
  file: z.string(),
  /** SHA-256 of the bytes as they came. */
  hash: z.string(),
  /** Name of the extract's blob. */
  extract: z.string(),
  ruleset: z.string(),
  /** When the server had it; never before the version before. */
  receivedAt: z.string(),
  receivedBy: z.string(),
  /** Tells the request that stored it from one that sent the same content. */
  attempt: z.string(),
  withdrawn: decision,
  excluded: decision,
});

export type SubmissionRecord = z.infer<typeof recordSchema>;

/** A record with the tag it was read at. */
export interface StoredSubmission {
  readonly record: SubmissionRecord;
  readonly tag: string;
}

export function originalName(hash: string): string {
  return `original/${hash}`;
}

export async function readSubmission(store: Store, name: SubmissionName): Promise<StoredSubmission | null> {
  const stored = await store.get(name.partition, keys.submission(name));
  return stored && toSubmission(stored);
}

export async function findSubmission(store: Store, id: string): Promise<StoredSubmission | null> {
  const name = parseSubmissionId(id);
  return name && readSubmission(store, name);
}

/** All submissions of a partition, or of one organisation in it, withdrawn ones included; by organisation, kind, version. */
export async function listSubmissions(
  store: Store,
  partition: string,
  organisation: string | null = null,
): Promise<SubmissionRecord[]> {
  const records = await store.query(partition, organisation === null ? 'submission~' : `submission~${organisation}~`);
  return records.map((stored) => toSubmission(stored).record);
}

function toSubmission({ value, tag }: StoredRecord): StoredSubmission {
  return { record: recordSchema.parse(value), tag };
}
