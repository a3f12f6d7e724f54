/** All that was handed in for a month, with where each stands. */
import type { SubmissionView } from '../../core/api.ts';
import { acknowledgedAt } from '../../core/merge/acceptable.ts';
import { rosterPartition } from '../protocol/partitions.ts';
import type { Services } from '../route.ts';
import { listAcknowledgements, listExtensions } from './decisions.ts';
import { loadExtracts } from './extract-blob.ts';
import { submissionView } from './receipt.ts';
import { listSubmissions } from './record.ts';
import { adHocOf, judge, monthOf } from './standing.ts';

/** The month's reports, the year's records and the rosters; of the given committees, or of all. */
export async function listOrganisations(
  { store, profile, now }: Pick<Services, 'store' | 'profile' | 'now'>,
  period: string,
  organisations: readonly string[] | null,
): Promise<SubmissionView[]> {
  const asOf = now().toISOString();
  const extensions = await listExtensions(store, period);
  const adHoc = await adHocOf(store, period);
  const views: SubmissionView[] = [];
  for (const partition of [period, period.slice(0, 4), rosterPartition]) {
    const records = (await listSubmissions(store, partition)).filter(
      ({ organisation }) => organisations?.includes(organisation) ?? true,
    );
    const extracts = await loadExtracts(store, records);
    const acknowledged = acknowledgedAt(await listAcknowledgements(store, partition, null, asOf), asOf, profile);
    const month = monthOf(partition, asOf, profile);
    const { standings } = judge({ profile, month, asOf, records, extracts, acknowledged, extensions, adHoc });
    views.push(...standings.map(submissionView));
  }
  return views;
}
