/** Asking for a summary, and how far it is. */
import { randomUUID } from 'node:crypto';
import type { SummaryStatus } from '../../core/api.ts';
import { commit } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal, Services } from '../route.ts';
import { notFound } from '../submissions/problems.ts';
import { cancelSummary } from './publish.ts';
import { listSummaries, publishedOf, readSummary, summaryId, type SummaryRecord } from './record.ts';

type Requesting = Pick<Services, 'store' | 'now' | 'orchestrations'>;

/** Records the wish and starts the merge. Should it not start, the next look at its status or the outbox timer starts it. */
export async function requestSummary(
  services: Requesting,
  principal: Principal,
  period: string,
): Promise<SummaryStatus> {
  const { store, now, orchestrations } = services;
  const id = summaryId(period, now(), randomUUID());
  const record: SummaryRecord = {
    id,
    period,
    state: 'waiting',
    requestedBy: principal.name,
    requestedAt: now().toISOString(),
    publishedAt: null,
    contentHash: null,
    problem: null,
  };
  await commit(services, period, principal, async () => {
    if ((await store.get(period, keys.summary(id))) !== null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [
        { type: 'insert', key: keys.summary(id), value: record },
        {
          type: 'insert',
          key: keys.outbox(`merge~${id}`),
          value: { topic: 'merge', subject: id, at: record.requestedAt },
        },
      ],
      audit: { action: 'merge-requested', organisation: null, subject: id, file: null },
    };
  });
  // The wish is stored: whoever asks how far it is starts it again.
  await orchestrations.start('merge', id, { id, period }).catch(() => undefined);
  return statusView(record, null, null);
}

export async function summaryStatus(services: Requesting, id: string): Promise<SummaryStatus> {
  const { store, orchestrations } = services;
  const found = await readSummary(store, id);
  if (!found) throw notFound();
  const { record } = found;
  const published = await publishedOf(store, record.period);
  const progress = record.state === 'waiting' ? await orchestrations.progress(id) : null;
  if (record.state === 'waiting' && progress === null)
    await orchestrations.start('merge', id, { id, period: record.period });
  return statusView(record, progress, published?.summary ?? null);
}

export async function summaryList(services: Requesting, period: string): Promise<SummaryStatus[]> {
  const published = await publishedOf(services.store, period);
  const records = await listSummaries(services.store, period);
  return records.map((record) => statusView(record, null, published?.summary ?? null));
}

/** Stops a merge that is under way; one that has ended stays as it is. */
export async function cancel(services: Requesting, principal: Principal, id: string): Promise<SummaryStatus> {
  const state = await cancelSummary(services, principal, id);
  // Not needed for the outcome, only to spare the work: a cancelled summary is never published.
  if (state === 'cancelled') await services.orchestrations.terminate(id, 'cancelled').catch(() => undefined);
  return summaryStatus(services, id);
}

function statusView(
  record: SummaryRecord,
  progress: { readonly done: number; readonly total: number } | null,
  published: string | null,
): SummaryStatus {
  const { id, period, state, problem, requestedBy, requestedAt, publishedAt, contentHash } = record;
  return {
    id,
    period,
    state: state === 'waiting' && progress !== null ? 'running' : state,
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    problem,
    requestedBy,
    requestedAt,
    publishedAt,
    contentHash,
    current: id === published,
  };
}
