/** What the merge itself has to tell, besides the rules: files that could not be read, copies, and places claimed twice. */
import type { Citation, Finding, Severity } from '../finding.ts';
import { canonicalJson, hashOf } from '../hash.ts';
import type { Message } from '../message.ts';
import { periodEnd } from '../period.ts';
import { inForce, type Profile } from '../profile.ts';
import { citationsOf } from '../rule.ts';
import type { Extract, Refusal } from '../submission.ts';
import type { Place } from './elect.ts';

/** Builds findings under a rule's id with its citations, for the judged day. */
export type FindingMaker = (made: {
  readonly rule: 'totals-tie' | 'unknown-workbook';
  readonly severity: Severity;
  /** What makes it the same finding in another run; hashed. */
  readonly identity: readonly (string | null)[];
  readonly message: Message;
  readonly remedy: Message;
}) => Finding;

export function findingMaker(profile: Profile, period: string): FindingMaker {
  const day = periodEnd(period);
  const citesOf = (rule: string): Citation[] => {
    const entry = profile.rules.find((one) => one.id === rule && inForce(one, day));
    return entry ? citationsOf(profile, entry, day) : [];
  };
  return ({ rule, severity, identity, message, remedy }) => ({
    id: hashOf(canonicalJson([rule, day, ...identity])).slice(0, 16),
    rule,
    severity,
    group: `${rule}:${identity[0] ?? ''}`,
    sheet: null,
    cell: null,
    related: [],
    message,
    remedy,
    cites: citesOf(rule),
    fix: null,
  });
}

/** A workbook the guard or the reader turned away. */
export function refusedFinding(refusal: Refusal, make: FindingMaker): Finding {
  return make({
    rule: 'unknown-workbook',
    severity: 'error',
    identity: ['refused', refusal.hash ?? refusal.file, refusal.code ?? refusal.reason.en],
    message: {
      vi: `Không đọc được tệp «${refusal.file}»: ${refusal.reason.vi}`,
      en: `The file “${refusal.file}” could not be read: ${refusal.reason.en}`,
    },
    remedy: {
      vi: 'Sửa theo lý do đã nêu hoặc đề nghị đơn vị gửi lại tệp, rồi tổng hợp lại.',
      en: 'Correct what the reason names or ask for the file again, then merge again.',
    },
  });
}

/** The same bytes handed in more than once. */
export function copyFinding(kept: Extract, copy: Extract, make: FindingMaker): Finding {
  return make({
    rule: 'totals-tie',
    severity: 'info',
    identity: ['copy', kept.hash, kept.file, copy.file, copy.id],
    message: {
      vi: `Tệp «${copy.file}» trùng hoàn toàn nội dung với «${kept.file}»; chỉ tính một lần nộp.`,
      en: `The file “${copy.file}” is identical to “${kept.file}”; it counts as one submission.`,
    },
    remedy: { vi: 'Không cần làm gì; có thể bỏ tệp thừa.', en: 'Nothing to do; the extra file may be removed.' },
  });
}

/** Two different acceptable files of one place, and nothing that tells which is the later. */
export function unorderedFinding(used: Extract, other: Extract, make: FindingMaker): Finding {
  return make({
    rule: 'totals-tie',
    severity: 'error',
    identity: ['unordered', used.organisation, ...[used.hash, other.hash].sort()],
    message: {
      vi: `Hai tệp khác nhau «${used.file}» và «${other.file}» cùng là bản của một tổ chức, một kỳ, không rõ bản nào nộp sau; đã dùng «${used.file}» (mã ${used.hash.slice(0, 8)}), chưa dùng «${other.file}» (mã ${other.hash.slice(0, 8)}).`,
      en: `Two different files, “${used.file}” and “${other.file}”, claim the same organisation and period, and which came later is not known; “${used.file}” (hash ${used.hash.slice(0, 8)}) was used, “${other.file}” (hash ${other.hash.slice(0, 8)}) was not.`,
    },
    remedy: {
      vi: 'Xác định bản đúng, loại bản còn lại kèm lý do hoặc ghi thời điểm nhận của từng tệp, rồi tổng hợp lại.',
      en: 'Find out which is right, exclude the other with a reason or state when each was received, then merge again.',
    },
  });
}

/** A roster that came after the period, used because there is none from before. */
export function laterRosterFinding({ organisation }: Place, used: Extract, make: FindingMaker): Finding {
  return make({
    rule: 'totals-tie',
    severity: 'info',
    identity: ['later-roster', organisation, used.hash],
    message: {
      vi: `Danh sách «${used.file}» nhận sau khi kỳ tổng hợp kết thúc; vẫn dùng vì không có danh sách đạt yêu cầu nào nhận trước đó.`,
      en: `The roster “${used.file}” was received after the merged period ended; it is used because there is no acceptable one from before.`,
    },
    remedy: {
      vi: 'Kiểm tra danh sách có đúng với tình hình của kỳ tổng hợp không; nếu không, loại tệp này kèm lý do.',
      en: 'Check that the roster holds for the merged period; if not, exclude it with a reason.',
    },
  });
}
