/** The server's part in tracking. */
import * as z from 'zod';
import {
  boardSchema,
  chaserPackSchema,
  fedRowsSchema,
  findingsSchema,
  historySchema,
  proposalsSchema,
  receiptSchema,
  type Board,
  type ChaserPack,
  type Receipt,
  type SubmissionView,
} from '../../core/api.ts';
import type { Api } from '../api.ts';

export type Proposal = z.infer<typeof proposalsSchema>['proposals'][number];
export type FedRows = z.infer<typeof fedRowsSchema>;

export function readBoard(api: Api, period: string, signal?: AbortSignal): Promise<Board> {
  return api.call(boardSchema, `periods/${period}`, { signal });
}

export function readChasers(api: Api, period: string, signal?: AbortSignal): Promise<ChaserPack> {
  return api.call(chaserPackSchema, `periods/${period}/chasers`, { signal });
}

export async function readProposals(api: Api, period: string, signal?: AbortSignal): Promise<readonly Proposal[]> {
  return (await api.call(proposalsSchema, `periods/${period}/proposals`, { signal })).proposals;
}

/** Every version of what a committee sent for a period, its rosters too, newest first. */
export async function readHistory(
  api: Api,
  organisation: string,
  period: string,
  signal?: AbortSignal,
): Promise<readonly SubmissionView[]> {
  const { submissions } = await api.call(historySchema, 'submissions', { query: { organisation, period }, signal });
  return [...submissions].sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
}

export function readReceipt(api: Api, id: string, signal?: AbortSignal): Promise<Receipt> {
  return api.call(receiptSchema, `submissions/${id}`, { signal });
}

export type FindingsOf = z.infer<typeof findingsSchema>;

export function readFindings(api: Api, id: string, signal?: AbortSignal): Promise<FindingsOf> {
  return api.call(findingsSchema, `submissions/${id}/findings`, { signal });
}

/** A roster feeds several months' summaries: `period` says which. */
export function readFedRows(api: Api, id: string, period: string, signal?: AbortSignal): Promise<FedRows> {
  return api.call(fedRowsSchema, `submissions/${id}/rows`, { query: { period }, signal });
}

export function readWorkbookOf(api: Api, id: string, form: 'original' | 'annotated'): Promise<Uint8Array> {
  return api.bytes(`submissions/${id}/${form}`);
}

export type SubmissionDecision = 'withdraw' | 'exclude' | 'include';

export async function decideSubmission(
  api: Api,
  id: string,
  decision: SubmissionDecision,
  reason: string,
): Promise<void> {
  await api.call(z.unknown(), `submissions/${id}/${decision}`, { method: 'POST', json: { reason } });
}

export async function extendDeadline(
  api: Api,
  period: string,
  organisation: string,
  extension: { readonly until: string; readonly reason: string },
): Promise<void> {
  await api.call(z.unknown(), `periods/${period}/extensions/${organisation}`, {
    method: 'PUT',
    json: extension,
    idempotent: true,
  });
}

/** A waiver of one finding of a submission. `expires` is an ISO day or null. */
export async function acknowledgeFinding(
  api: Api,
  submission: string,
  finding: string,
  waiver: { readonly reason: string; readonly expires: string | null },
): Promise<void> {
  await api.call(z.unknown(), `submissions/${submission}/acknowledgements/${finding}`, {
    method: 'PUT',
    json: waiver,
    idempotent: true,
  });
}

export async function makeRequest(
  api: Api,
  request: {
    readonly period: string;
    readonly title: string;
    readonly organisations: readonly string[] | null;
    readonly deadline: string;
  },
): Promise<void> {
  await api.call(z.unknown(), 'requests', { method: 'POST', json: request });
}

export async function answerProposal(
  api: Api,
  id: string,
  answer: { readonly status: Proposal['status']; readonly answer: string | null },
): Promise<void> {
  await api.call(z.unknown(), `proposals/${id}`, { method: 'PUT', json: answer, idempotent: true });
}
