/** What the office has decided about a partition's submissions: extensions, acknowledgements, answers to proposals. */
import * as z from 'zod';
import { requestSchema, type AdHocRequest } from '../../core/api.ts';
import { compareCodes, inTurn, type Comparator } from '../../core/merge/compare.ts';
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

const byDeadline: Comparator<AdHocRequest> = (a, b) => compareCodes(a.deadline, b.deadline);
const byId: Comparator<AdHocRequest> = (a, b) => compareCodes(a.id, b.id);

/** Ad-hoc requests of the month, by deadline. */
export async function listRequests(store: Store, period: string): Promise<AdHocRequest[]> {
  const records = await store.query(period, 'request~');
  return records.map(({ value }) => requestSchema.parse(value)).sort(inTurn(byDeadline, byId));
}

/** More time to answer a request, of every request of the month. */
export async function listRequestExtensions(
  store: Store,
  period: string,
): Promise<(ExtensionRecord & { readonly request: string })[]> {
  const prefix = 'request-extension~';
  return (await store.query(period, prefix)).map(({ key, value }) => {
    const extension = extensionRecord.parse(value);
    return { ...extension, request: key.slice(prefix.length, -(extension.organisation.length + 1)) };
  });
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
