/**
 * What still has to be told or started after a change was stored. Rows are written in the change's own batch and taken
 * away after they were handled, so each is handled at least once.
 */
import { previousPeriod } from '../../core/period.ts';
import { localDay } from '../../core/calendar.ts';
import { rosterPartition } from '../protocol/partitions.ts';
import type { Services } from '../route.ts';
import { readSummary } from '../summaries/record.ts';

type Delivering = Pick<Services, 'store' | 'profile' | 'now' | 'orchestrations' | 'log'>;

/** Rows handled in one go. */
const most = 500;

/** Answers how many rows were handled. Looks at the months that people work on; a merge of another is started when asked for again. */
export async function deliverOutbox(services: Delivering): Promise<number> {
  let handled = 0;
  for (const partition of recentPartitions(services)) {
    for (const { key, value, tag } of (await services.store.query(partition, 'outbox~')).slice(0, most)) {
      const { topic, subject } = value;
      if (typeof topic !== 'string' || typeof subject !== 'string') continue;
      if (topic === 'merge') await startMerge(services, partition, subject);
      else services.log('notice', { outcome: topic, period: partition, ...subjectField(subject) });
      // Somebody else may have taken it meanwhile.
      await services.store.batch(partition, [{ type: 'remove', key, tag }]);
      handled += 1;
    }
  }
  return handled;
}

async function startMerge({ store, orchestrations }: Delivering, period: string, id: string): Promise<void> {
  const found = await readSummary(store, id);
  if (found?.record.state === 'waiting') await orchestrations.start('merge', id, { id, period });
}

function subjectField(subject: string): Readonly<Record<string, string>> {
  return /^[^~]+~[^~]+~[^~]+~\d{4}$/.test(subject) ? { submission: subject } : { summary: subject };
}

function recentPartitions({ profile, now }: Pick<Services, 'profile' | 'now'>): string[] {
  const month = localDay(now().toISOString(), profile.utcOffsetMinutes).slice(0, 7);
  const before = previousPeriod(month);
  return [...new Set([month, before, previousPeriod(before), month.slice(0, 4), before.slice(0, 4), rosterPartition])];
}
