/** What a submitted workbook becomes: an extract that the merge reads, without the original. */
import type { DocumentKind, ParsedDocument, TemplateStamp } from './document.ts';
import type { Finding } from './finding.ts';
import type { Profile } from './profile.ts';

/** A workbook read and judged. Serialisable; the merge needs nothing else. */
export interface Extract {
  /** Identifies the submission: the server's id, or on the command line the content hash. */
  readonly id: string;
  /** SHA-256 of the original bytes, hex. */
  readonly hash: string;
  readonly file: string;
  readonly kind: DocumentKind | 'unknown';
  /** Organisation id in the profile; null when not recognised. */
  readonly organisation: string | null;
  /** `YYYY-MM` for a report, `YYYY` for a year record, null for a roster. */
  readonly period: string | null;
  /** Server time of receipt, ISO; null when not known. */
  readonly receivedAt: string | null;
  /** Counts up per (organisation, kind, period); null when the caller keeps no versions. */
  readonly version: number | null;
  readonly template: TemplateStamp | null;
  /** Hash of the rules and parameters it was judged under. */
  readonly ruleset: string;
  readonly document: ParsedDocument | null;
  readonly findings: readonly Finding[];
}

/** A workbook that could not be read at all: told in the summary, never silently skipped. */
export interface Refusal {
  readonly file: string;
  readonly hash: string | null;
  /** Why, as a stable code such as `password-protected`. */
  readonly code?: string;
  readonly reason: { readonly vi: string; readonly en: string };
}

export interface Extension {
  readonly organisation: string;
  /** ISO instant. */
  readonly until: string;
  readonly grantor: string;
}

export interface Exclusion {
  /** Extract id. */
  readonly id: string;
  readonly reason: string;
}

/** A finding accepted with a reason, bound to its id (fingerprint). */
export interface Acknowledgement {
  readonly finding: string;
  readonly reason: string;
  readonly by: string;
  /** ISO day after which it no longer counts; null never. */
  readonly expires: string | null;
}

/** All that one period's merge knows: the subject of the set rules. */
export interface SubmissionSet {
  readonly profile: Profile;
  /** `YYYY-MM`. */
  readonly period: string;
  /** One per (organisation, kind): the version the merge uses. */
  readonly current: readonly Extract[];
  /** Every extract given, superseded and excluded ones included. */
  readonly all: readonly Extract[];
  /** Months of the year for which a Bloc summary exists, `YYYY-MM`; null when not known. */
  readonly summarisedMonths: readonly string[] | null;
}

/** A committee's state for the period, worst of its expected documents; labels in `statusLabels`. */
export type SubmissionStatus =
  'missing' | 'received' | 'rejected' | 'accepted' | 'acceptedWithWarnings' | 'superseded' | 'withdrawn' | 'nil';

/** The status words of the board and the summary. */
export const statusLabels: Readonly<Record<SubmissionStatus, { readonly vi: string; readonly en: string }>> = {
  missing: { vi: 'chưa nộp', en: 'not submitted' },
  received: { vi: 'đã nhận', en: 'received' },
  rejected: { vi: 'không đạt', en: 'rejected' },
  accepted: { vi: 'chấp nhận', en: 'accepted' },
  acceptedWithWarnings: { vi: 'chấp nhận có cảnh báo', en: 'accepted with warnings' },
  superseded: { vi: 'đã thay thế', en: 'superseded' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
  nil: { vi: 'không phát sinh', en: 'nothing arose' },
};

/** Whether the deadline was met; `unknown` where the time of receipt is not known. */
export type Timeliness = 'onTime' | 'inGrace' | 'late' | 'missing' | 'unknown';

export const timelinessLabels: Readonly<Record<Timeliness, { readonly vi: string; readonly en: string }>> = {
  onTime: { vi: 'đúng hạn', en: 'on time' },
  inGrace: { vi: 'trong thời gian gia hạn chung', en: 'within grace' },
  late: { vi: 'muộn', en: 'late' },
  missing: { vi: 'chưa nộp', en: 'missing' },
  unknown: { vi: 'chưa rõ ngày nhận', en: 'time of receipt not known' },
};
