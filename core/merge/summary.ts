/**
 * The Bloc summary as plain data: what the merge makes and the summary workbook shows, one table per sheet.
 * Every merged row names its row in `sources` by key, so a reader can go from a figure to the cell it came from.
 */
import type { Finding } from '../finding.ts';
import type { SubmissionStatus, Timeliness } from '../submission.ts';

/**
 * «Tình hình nộp»: one row per organisation active in the period, about its periodic report.
 * Timeliness is that of the first acceptable version; it is `missing` while none was accepted, whatever the status.
 */
export interface SubmissionRow {
  readonly organisation: string;
  readonly name: string;
  readonly level: 'upper' | 'grassroots' | 'bloc' | null;
  readonly status: SubmissionStatus;
  readonly timeliness: Timeliness;
  /** ISO instants; null where missing or not known. */
  readonly firstReceived: string | null;
  readonly firstAcceptable: string | null;
  readonly currentReceived: string | null;
  readonly version: number | null;
  /** Different workbooks received for this report, withdrawn ones left out. */
  readonly versions: number;
  /** ISO instant; empty where the profile sets no deadline: timeliness is then `unknown`. */
  readonly deadline: string;
  readonly extension: { readonly until: string; readonly grantor: string } | null;
  readonly nil: boolean;
  readonly errors: number;
  readonly warnings: number;
  readonly roster: SubmissionStatus;
  readonly source: string | null;
}

/**
 * «Đội ngũ»: one row per organisation that has an accepted roster. The Bloc's own team is a row (level `bloc`, first),
 * but no figure of the overview counts it.
 */
export interface TeamRow {
  readonly organisation: string;
  readonly name: string;
  readonly level: 'upper' | 'grassroots' | 'bloc' | null;
  readonly teamKind: 'team' | 'group' | null;
  readonly size: number;
  /** The limits in force, null where no size rule applies. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly decision: string | null;
  readonly regulation: string | null;
  readonly reviewedOn: string | null;
  /** Members joined and left against the previous roster; null when there is none. */
  readonly joined: number | null;
  readonly left: number | null;
  readonly source: string;
}

/** «Danh sách»: every row of the accepted rosters, members who left included (`active` false). */
export interface MemberRow {
  readonly organisation: string;
  readonly organisationName: string;
  readonly name: string;
  readonly position: string | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly term: string | null;
  readonly active: boolean;
  readonly source: string;
}

/** «Nội dung»: ordered field → issue → organisation → row; rows without an organisation come last in their issue. */
export interface StreamRow {
  readonly field: string;
  readonly issue: string;
  readonly text: string;
  readonly breadth: string | null;
  readonly attitude: string | null;
  /** null where the small-group threshold withholds the organisation's label. */
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly source: string;
}

/** «Kiến nghị». */
export interface ProposalRow {
  readonly organisation: string;
  readonly organisationName: string;
  readonly text: string;
  readonly recipient: string | null;
  readonly status: 'received' | 'forwarded' | 'answered';
  readonly source: string;
}

/** «Công tác năm»: one row per organisation with a year record. */
export interface YearRow {
  readonly organisation: string;
  readonly organisationName: string;
  readonly year: string;
  readonly plan: string | null;
  readonly trainings: number;
  readonly attendees: number;
  readonly inspections: number;
  readonly review: string | null;
  readonly tasks: number;
  readonly commendations: number;
  readonly surveys: number;
  readonly briefings: number;
  readonly source: string;
}

/** «Phát hiện»: an open or acknowledged finding. */
export interface FindingRow {
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly file: string | null;
  readonly finding: Finding;
  readonly acknowledged: { readonly reason: string; readonly by: string } | null;
}

/**
 * «Đối soát»: per submission and table, source rows = merged + excluded.
 * `year` counts what the lines of a year record tell of (training, inspections, tasks, commendations, surveys, briefings).
 * `file` is a workbook that no table could be taken from (refused, or of unknown kind): 0 rows and the reason.
 */
export interface ReconciliationRow {
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly file: string;
  readonly table: 'members' | 'streams' | 'proposals' | 'year' | 'file';
  readonly sourceRows: number;
  readonly merged: number;
  readonly excluded: number;
  /** Why rows were excluded; null when none were. */
  readonly reason: { readonly vi: string; readonly en: string } | null;
}

/**
 * «Nguồn»: where a merged row came from.
 * For a stream whose organisation is withheld everything that could name it is empty (file, hash, sheet, cell) or null;
 * `submission` is then a trace key: office staff find the submission by computing `traceKey` over the stored extracts.
 */
export interface SourceRow {
  /** `S1`, `S2`, …, in the order of the merged rows. */
  readonly key: string;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly submission: string;
  readonly file: string;
  readonly version: number | null;
  readonly hash: string;
  readonly sheet: string;
  readonly cell: string;
  readonly template: string | null;
  readonly ruleset: string;
}

/** «So với kỳ trước»: one figure, then and now. */
export interface ChangeRow {
  readonly subject: { readonly vi: string; readonly en: string };
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly before: number | string | null;
  readonly after: number | string | null;
}

/**
 * The figures of «Tổng quan»; every one ties to rows of the other tables.
 * submitted = onTime + inGrace + late + receiptUnknown; organisations = submitted + missing.
 * rosters, teams, groups and people are those of the subordinate organisations (level other than `bloc`).
 */
export interface Figures {
  readonly organisations: number;
  /** Organisations whose periodic report is accepted. */
  readonly submitted: number;
  readonly onTime: number;
  readonly inGrace: number;
  readonly late: number;
  readonly missing: number;
  readonly receiptUnknown: number;
  readonly nilReports: number;
  readonly rosters: number;
  /** Rosters with at least one active member, by kind. */
  readonly teams: number;
  readonly groups: number;
  /** Active members. */
  readonly people: number;
  /** The most people the limits in force allow for these teams and groups; null where no size rule applies. */
  readonly capacity: number | null;
  /** Different issues: one field, one text (compared without regard to case and Unicode form). */
  readonly issues: number;
  readonly streams: number;
  readonly proposals: number;
  /** Findings not acknowledged. */
  readonly errors: number;
  readonly warnings: number;
  readonly acknowledged: number;
  readonly filesRefused: number;
}

export interface Summary {
  readonly profile: { readonly id: string; readonly title: { readonly vi: string; readonly en: string } };
  readonly blocName: string;
  readonly period: string;
  readonly previousPeriod: string | null;
  readonly ruleset: string;
  /** SHA-256 over everything else here: equal inputs in any order give equal content. */
  readonly contentHash: string;
  readonly figures: Figures;
  readonly submissions: readonly SubmissionRow[];
  readonly teams: readonly TeamRow[];
  readonly members: readonly MemberRow[];
  readonly streams: readonly StreamRow[];
  readonly proposals: readonly ProposalRow[];
  readonly year: readonly YearRow[];
  readonly findings: readonly FindingRow[];
  readonly reconciliation: readonly ReconciliationRow[];
  readonly sources: readonly SourceRow[];
  readonly changes: readonly ChangeRow[];
}
