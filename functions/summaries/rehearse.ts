/** A merge without publishing or storing anything: what it would hold, and what stands in its way. */
import type { Rehearsal } from '../../core/api.ts';
import { ReconciliationError } from '../../core/merge/merge.ts';
import type { Message } from '../../core/message.ts';
import { rules } from '../../core/rules/index.ts';
import type { Services } from '../route.ts';
import { readMonth, type Month } from '../tracking/board.ts';
import { gather, mergeGathered } from './merge-snapshot.ts';

type Conflict = Rehearsal['conflicts'][number];

export async function rehearse(
  services: Pick<Services, 'store' | 'profile' | 'ruleset' | 'now'>,
  period: string,
): Promise<Rehearsal> {
  const { store, profile } = services;
  const month = await readMonth(services, period);
  const conflicts = conflictsOf(month);
  try {
    const summary = mergeGathered(profile, month.snapshot, await gather(store, profile, month.snapshot));
    const overall = summary.findings
      .filter(({ finding, acknowledged }) => acknowledged === null && rules.get(finding.rule)?.on === 'set')
      .filter(({ finding }) => finding.severity !== 'info')
      .map(({ organisation, finding }): Conflict => ({ organisation, submission: null, problem: finding.message }));
    return { summary, conflicts: [...conflicts, ...overall] };
  } catch (error) {
    if (!(error instanceof ReconciliationError)) throw error;
    return {
      summary: null,
      conflicts: [{ organisation: null, submission: null, problem: error.reason }, ...conflicts],
    };
  }
}

/** Workbooks that were received and do not count, but for those that a later version replaced. */
function conflictsOf({ election, snapshot }: Month): Conflict[] {
  const rejected = election.places
    .filter(({ elected }) => elected === null)
    .map(({ organisation, shown }): Conflict => conflict(organisation, shown.id, rejectedProblem));
  const later = election.places
    .filter(({ fromLater }) => fromLater)
    .map(({ organisation, shown }): Conflict => conflict(organisation, shown.id, laterProblem));
  const placed = new Set(election.places.flatMap(({ versions }) => versions.map(({ id }) => id)));
  const decided = new Set(snapshot.records.filter(({ withdrawn }) => withdrawn !== null).map(({ id }) => id));
  const outside = election.fates
    .filter(({ extract, reason }) => reason !== null && !placed.has(extract.id) && !decided.has(extract.id))
    .map(({ extract, reason }): Conflict => conflict(extract.organisation, extract.id, reason ?? rejectedProblem));
  return [...rejected, ...later, ...outside];
}

function conflict(organisation: string | null, submission: string, problem: Message): Conflict {
  return { organisation, submission, problem };
}

const rejectedProblem: Message = {
  vi: 'Tệp đã nhận còn lỗi chưa xử lý nên không được đưa vào tổng hợp.',
  en: 'The workbook received still has errors and is left out of the summary.',
};
const laterProblem: Message = {
  vi: 'Danh sách nhận sau khi kỳ tổng hợp kết thúc; dùng tạm vì chưa có danh sách nào trước đó.',
  en: 'The roster was received after the period ended; it is used because there is none from before.',
};
