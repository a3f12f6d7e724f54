/** What the office has decided about a partition's submissions: extensions, acknowledgements, answers to proposals. */
import { z } from 'zod';
import { keys } from '../protocol/partitions.ts';
import type { Store } from '../store/store.ts';

export const extensionRecord = z.strictObject({
  organisation: z.string(),
  /** ISO instant. */
  until: z.string(),
  reason: z.string(),
  grantor: z.string(),
  at: z.string(),
});
export type ExtensionRecord = z.infer<typeof extensionRecord>;

export const acknowledgementRecord = z.strictObject({
  organisation: z.string(),
  finding: z.string(),
  rule: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  /** ISO day after which it no longer counts; null never. */
  expires: z.string().nullable(),
});
export type AcknowledgementRecord = z.infer<typeof acknowledgementRecord>;

/** `proposal~` and the proposal's id. */
export const answerRecord = z.strictObject({
  status: z.enum(['received', 'forwarded', 'answered']),
  answer: z.string().nullable(),
  by: z.string(),
  at: z.string(),
});
export type AnswerRecord = z.infer<typeof answerRecord>;

export async function listExtensions(store: Store, partition: string): Promise<ExtensionRecord[]> {
  return (await store.query(partition, 'extension~')).map(({ value }) => extensionRecord.parse(value));
}

/** Those made by `asOf` (ISO instant), expired ones included. */
export async function listAcknowledgements(
  store: Store,
  partition: string,
  organisation: string | null,
  asOf: string,
): Promise<AcknowledgementRecord[]> {
  const prefix = organisation === null ? 'acknowledgement~' : `acknowledgement~${organisation}~`;
  const records = await store.query(partition, prefix);
  return records.map(({ value }) => acknowledgementRecord.parse(value)).filter(({ at }) => at <= asOf);
}

/** The latest answer to each proposal of the month that has one. */
export async function listProposalAnswers(
  store: Store,
  period: string,
): Promise<(AnswerRecord & { readonly proposal: string })[]> {
  const prefix = keys.proposal('');
  const records = await store.query(period, prefix);
  return records.map(({ key, value }) => ({ ...answerRecord.parse(value), proposal: key.slice(prefix.length) }));
}
