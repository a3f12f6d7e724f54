/**
 * Findings answered for, with a reason. An acknowledgement is bound to the finding's id, which stays the same while the
 * cell does, so it survives a resubmission; it ends on the day it says.
 */
import { isPeriod } from '../../core/period.ts';
import { commit } from '../protocol/commit.ts';
import { keys, parseSubmissionId, rosterPartition } from '../protocol/partitions.ts';
import { HttpProblem, type Principal, type Services } from '../route.ts';
import type { Store } from '../store/store.ts';
import { acknowledgementRecord, listAcknowledgements, type AcknowledgementRecord } from '../submissions/decisions.ts';
import { notFound } from '../submissions/problems.ts';
import { findStanding } from '../submissions/receipt.ts';
import { upsert } from '../submissions/submit.ts';

type Answering = Pick<Services, 'store' | 'profile' | 'now'>;

/** Errors that no reason makes good: the text itself must go. */
const neverAcknowledged: ReadonlySet<string> = new Set([
  'classification-mark',
  'personal-identifier',
  'refused-column',
]);

export interface Answer {
  readonly submission: string;
  readonly finding: string;
  readonly reason: string;
  /** ISO day, the last it counts; null for good. */
  readonly expires: string | null;
}

/** Staff answer for warnings of their own workbook; errors are the Bloc's to accept. */
export async function acknowledge(
  services: Answering,
  principal: Principal,
  { submission, finding, reason, expires }: Answer,
): Promise<AcknowledgementRecord> {
  const { standing } = await findStanding(services, submission);
  const { organisation, partition } = standing.record;
  const found = standing.extract.findings.find(({ id }) => id === finding);
  if (!found) throw notFound();
  if (found.severity === 'error' && neverAcknowledged.has(found.rule)) throw mustBeCorrected();
  if (found.severity === 'error' && principal.role !== 'bloc') throw blocOnly();
  const record: AcknowledgementRecord = {
    organisation,
    finding,
    rule: found.rule,
    reason,
    by: principal.name,
    at: services.now().toISOString(),
    expires,
  };
  const key = keys.acknowledgement(organisation, finding);
  return commit(services, partition, principal, async () => {
    const present = await services.store.get(partition, key);
    const known = present && acknowledgementRecord.parse(present.value);
    if (known?.reason === reason && known.expires === expires) return { answer: known };
    return {
      answer: record,
      operations: [upsert(key, present, record)],
      audit: { action: 'acknowledged', organisation, subject: `${submission} ${finding}`, file: null },
    };
  });
}

export async function revokeAcknowledgement(
  services: Answering,
  principal: Principal,
  submission: string,
  finding: string,
): Promise<void> {
  const name = parseSubmissionId(submission);
  if (name === null) throw notFound();
  const { partition, organisation } = name;
  const key = keys.acknowledgement(organisation, finding);
  await commit(services, partition, principal, async () => {
    const present = await services.store.get(partition, key);
    if (present === null) return { answer: undefined };
    return {
      answer: undefined,
      operations: [{ type: 'remove', key, tag: present.tag }],
      audit: { action: 'acknowledgement-revoked', organisation, subject: `${submission} ${finding}`, file: null },
    };
  });
}

/** Of the month, its year and the rosters; of the given committees, or of all. */
export async function acknowledgementsOf(
  store: Store,
  period: string,
  organisations: readonly string[] | null,
  asOf: string,
): Promise<AcknowledgementRecord[]> {
  const partitions = [...new Set([period, period.slice(0, 4), rosterPartition])].filter(
    (partition) => partition === rosterPartition || isPeriod(partition),
  );
  const all = await Promise.all(partitions.map((partition) => listAcknowledgements(store, partition, null, asOf)));
  return all.flat().filter(({ organisation }) => organisations === null || organisations.includes(organisation));
}

function mustBeCorrected(): HttpProblem {
  return new HttpProblem(
    422,
    'must-be-corrected',
    { vi: 'Lỗi này không thể chấp nhận bằng giải trình.', en: 'This error cannot be acknowledged.' },
    {
      vi: 'Hãy xóa dữ liệu cá nhân hoặc nội dung mật khỏi tệp rồi nộp lại.',
      en: 'Remove the personal or classified content from the workbook and submit it again.',
    },
  );
}

function blocOnly(): HttpProblem {
  return new HttpProblem(
    403,
    'not-allowed',
    { vi: 'Chỉ cán bộ Khối mới chấp nhận được lỗi.', en: 'Only Bloc staff may accept an error.' },
    {
      vi: 'Hãy sửa lỗi rồi nộp lại, hoặc đề nghị Ban Tuyên giáo Đảng ủy Khối.',
      en: 'Correct it and submit again, or ask the propaganda board of the Bloc.',
    },
  );
}
