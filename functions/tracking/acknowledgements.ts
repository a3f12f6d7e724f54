/**
 * Findings answered for, with a reason. An acknowledgement is bound to the finding's id, which stays the same while the
 * cell does, so it survives a resubmission; it ends on the day it says.
 */
import type { Finding } from '../../core/finding.ts';
import { neverAcknowledged } from '../../core/merge/acceptable.ts';
import type { AuditEntry } from '../protocol/audit.ts';
import { commit, type Decision } from '../protocol/commit.ts';
import { keys, parseSubmissionId, rosterPartition } from '../protocol/partitions.ts';
import { HttpProblem, type Principal, type Services } from '../route.ts';
import type { Store } from '../store/store.ts';
import { acknowledgementRecord, listAcknowledgements, type AcknowledgementRecord } from '../submissions/decisions.ts';
import { notFound } from '../submissions/problems.ts';
import { findStanding } from '../submissions/receipt.ts';
import type { SubmissionRecord } from '../submissions/record.ts';
import { upsert } from '../submissions/submit.ts';

type Answering = Pick<Services, 'store' | 'profile' | 'now'>;

interface Answer {
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
  const found = standing.extract.findings.find(({ id }) => id === finding);
  if (!found) throw notFound();
  if (isNeverAcknowledged(found)) throw mustBeCorrected();
  if (found.severity === 'error' && principal.role !== 'bloc') throw blocOnly();
  const { record } = await putAcknowledgement(services, principal, standing.record, {
    record: {
      organisation: standing.record.organisation,
      finding,
      rule: found.rule,
      reason,
      by: principal.name,
      at: services.now().toISOString(),
      expires,
    },
    replaces: true,
    audit: { action: 'acknowledged', file: null },
  });
  return record;
}

export function isNeverAcknowledged({ severity, rule }: Pick<Finding, 'severity' | 'rule'>): boolean {
  return severity === 'error' && neverAcknowledged.has(rule);
}

interface Put {
  readonly record: AcknowledgementRecord;
  /** Whether it takes the place of another that says something else. */
  readonly replaces: boolean;
  readonly audit: Pick<AuditEntry, 'action' | 'file'>;
}

interface Stands {
  readonly record: AcknowledgementRecord;
  readonly outcome: 'made' | 'same' | 'other';
}

/** Answers what stands then: ours, one that says the same, or, where it may not be replaced, another. */
export function putAcknowledgement(
  services: Answering,
  principal: Principal,
  submission: Pick<SubmissionRecord, 'id' | 'partition' | 'organisation'>,
  { record, replaces, audit }: Put,
): Promise<Stands> {
  const { id, partition, organisation } = submission;
  const key = keys.acknowledgement(organisation, record.finding);
  return commit(services, partition, principal, async (): Promise<Decision<Stands>> => {
    const present = await services.store.get(partition, key);
    const known = present && acknowledgementRecord.parse(present.value);
    if (known !== null) {
      if (known.reason === record.reason && known.expires === record.expires)
        return { answer: { record: known, outcome: 'same' } };
      if (!replaces) return { answer: { record: known, outcome: 'other' } };
    }
    return {
      answer: { record, outcome: 'made' },
      operations: [upsert(key, present, record)],
      audit: { ...audit, organisation, subject: `${id} ${record.finding}` },
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

/** Where the workbooks stand that a month's merge reads. */
export function partitionsOf(period: string): string[] {
  return [period, period.slice(0, 4), rosterPartition];
}

/** Of the month, its year and the rosters; of the given committees, or of all. */
export async function acknowledgementsOf(
  store: Store,
  period: string,
  organisations: readonly string[] | null,
  asOf: string,
): Promise<AcknowledgementRecord[]> {
  const partitions = partitionsOf(period);
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
