/** How a summary ends: published as the period's, cancelled or failed; each in one batch with its audit row. */
import type { Message } from '../../core/message.ts';
import { system } from '../protocol/audit.ts';
import { commit, type Writer } from '../protocol/commit.ts';
import { keys } from '../protocol/partitions.ts';
import type { Principal } from '../route.ts';
import { notFound } from '../submissions/problems.ts';
import { upsert } from '../submissions/submit.ts';
import { names, readBlob } from './part-blob.ts';
import { isOlder, periodOfSummary, readPointer, readSummary, type Pointer, type SummaryRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Makes the summary the period's published one, unless it was cancelled or a newer view is published already. Its blobs
 * must be stored. Answers the state it ended in; running it again answers the same.
 */
export async function publishSummary(
  services: Writer,
  { id, contentHash }: { readonly id: string; readonly contentHash: string },
): Promise<SummaryRecord['state']> {
  const { store, now } = services;
  const { period, view } = await readBlob<Snapshot>(store, names.snapshot(id));
  return commit(services, period, system, async () => {
    const found = await readSummary(store, id);
    if (!found) throw notFound();
    const { record, tag } = found;
    if (record.state !== 'waiting') return { answer: record.state };
    const stored = await store.get(period, keys.published);
    const published = readPointer(stored);
    if (published !== null && isOlder(view, published.view))
      return ending({ ...record, state: 'failed', problem: overtaken }, tag, 'merge-overtaken');
    const at = now().toISOString();
    const pointer: Pointer = { summary: id, view, contentHash, at };
    const done = ending({ ...record, state: 'published', publishedAt: at, contentHash }, tag, 'published');
    return {
      ...done,
      operations: [...done.operations, upsert(keys.published, stored, pointer)],
      audit: { ...done.audit, file: contentHash },
    };
  });
}

export function failSummary(services: Writer, id: string, problem: Message): Promise<SummaryRecord['state']> {
  return end(services, system, id, { state: 'failed', problem }, 'merge-failed');
}

/** Answers the state the summary is in then: what was published stays so. */
export function cancelSummary(services: Writer, principal: Principal, id: string): Promise<SummaryRecord['state']> {
  return end(services, principal, id, { state: 'cancelled', problem: null }, 'merge-cancelled');
}

async function end(
  services: Writer,
  by: Pick<Principal, 'id' | 'name'>,
  id: string,
  outcome: Pick<SummaryRecord, 'state' | 'problem'>,
  action: string,
): Promise<SummaryRecord['state']> {
  const period = periodOfSummary(id);
  if (period === null) throw notFound();
  return commit(services, period, by, async () => {
    const found = await readSummary(services.store, id);
    if (!found) throw notFound();
    if (found.record.state !== 'waiting') return { answer: found.record.state };
    return ending({ ...found.record, ...outcome }, found.tag, action);
  });
}

function ending(record: SummaryRecord, tag: string, action: string) {
  return {
    answer: record.state,
    operations: [
      { type: 'update', key: keys.summary(record.id), value: record, tag },
      {
        type: 'insert',
        key: keys.outbox(`${action}~${record.id}`),
        value: { topic: action, subject: record.id, at: record.publishedAt },
      },
    ] as const,
    audit: { action, organisation: null, subject: record.id, file: null as string | null },
  };
}

const overtaken: Message = {
  vi: 'Trong lúc tổng hợp, một bản tổng hợp mới hơn đã được công bố; bản này không thay thế được bản đó.',
  en: 'A newer summary was published meanwhile; this one cannot replace it.',
};
