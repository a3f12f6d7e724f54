/**
 * What the parser makes of a committee workbook: a roster, a report or a year record.
 * Every value keeps the cell it was read from. Nothing is judged here; absent values are null.
 */
import type { CellAddress, Workbook } from './sheet.ts';

/** A value and the cell it came from (the master cell where cells are merged). */
export interface Located<T> extends CellAddress {
  readonly value: T;
}

/** A date as found: its ISO form where it could be read, and how it was written. */
export interface DateValue {
  /** `2021-06-15`, `2021-06` or `2021`; null when the text is no date (it is never guessed as MM/dd). */
  readonly iso: string | null;
  /** True when the cell holds text instead of a date serial. */
  readonly asText: boolean;
  /** What the user sees. */
  readonly text: string;
}

/** A decision, regulation or plan by number and date, as cited in a heading or a cell. */
export interface DocumentReference {
  readonly text: string;
  readonly number: string | null;
  readonly date: DateValue | null;
}

export type DocumentKind = 'roster' | 'report' | 'year';

/** What every kind has. */
interface CommitteeDocument {
  /** The sheet the document stands on. */
  readonly sheet: string;
  readonly title: Located<string> | null;
  /** The organisation as written in the workbook. */
  readonly organisationText: Located<string> | null;
  /** Its id in the profile; null when the name is not in the register. */
  readonly organisation: string | null;
}

export interface Member {
  readonly row: number;
  readonly name: Located<string> | null;
  readonly position: Located<string> | null;
  readonly unit: Located<string> | null;
  readonly role: Located<string> | null;
  readonly decisionNumber: Located<string> | null;
  readonly decisionDate: Located<DateValue> | null;
  readonly term: Located<string> | null;
  readonly status: Located<string> | null;
  readonly note: Located<string> | null;
  /** The optional columns a profile may switch on (`birthYear`, `gender`, `education`, `politicalTheory`, `phone`, `email`). */
  readonly optional: Readonly<Record<string, Located<string>>>;
  /** The day the member left; absent for those who stay and where no column tells. */
  readonly leftOn?: Located<DateValue>;
  /**
   * False when the status says the member was transferred, retired or removed, or the day of leaving is past on the day
   * judged; a blank status counts as active.
   */
  readonly active: boolean;
}

export interface Roster extends CommitteeDocument {
  readonly kind: 'roster';
  /** The first header cell of the member table; a place to point at when the table as a whole is meant. */
  readonly table: CellAddress | null;
  /** `team` unless the workbook says its officers serve concurrently (nhóm kiêm nhiệm); null when no team is declared at all. */
  readonly teamKind: Located<'team' | 'group'> | null;
  readonly term: Located<string> | null;
  /** The establishing decision cited above the table. */
  readonly decision: Located<DocumentReference> | null;
  readonly regulation: Located<DocumentReference> | null;
  readonly reviewedOn: Located<DateValue> | null;
  readonly inspectedOn: Located<DateValue> | null;
  /** The row attesting numbers, quality and structure under the guidance (R7). */
  readonly attestation: Located<string> | null;
  readonly members: readonly Member[];
}

export interface Stream {
  readonly row: number;
  readonly field: Located<string> | null;
  readonly issue: Located<string> | null;
  readonly text: Located<string> | null;
  readonly breadth: Located<string> | null;
  readonly attitude: Located<string> | null;
}

export interface Proposal {
  readonly row: number;
  readonly text: Located<string>;
  readonly recipient: Located<string> | null;
}

export type ReportType = 'periodic' | 'adHoc' | 'quick';

export interface Report extends CommitteeDocument {
  readonly kind: 'report';
  /** Header cell of the opinion table; null where section II has no table. */
  readonly table: CellAddress | null;
  readonly number: Located<string> | null;
  /** `YYYY-MM`. */
  readonly period: Located<string> | null;
  readonly date: Located<DateValue> | null;
  readonly type: Located<ReportType> | null;
  readonly addressee: Located<string> | null;
  /** How it was delivered, as written: văn bản, điện thoại, … */
  readonly channel: Located<string> | null;
  /** The request an ad-hoc report answers. */
  readonly request: Located<DocumentReference> | null;
  readonly overview: readonly Located<string>[];
  readonly streams: readonly Stream[];
  readonly salient: readonly Located<string>[];
  readonly forecast: readonly Located<string>[];
  readonly proposals: readonly Proposal[];
  readonly counters: {
    readonly reports: Located<number> | null;
    readonly salientIssues: Located<number> | null;
    readonly handledCases: Located<number> | null;
  };
  /** The statement that nothing arose («không phát sinh»), when section II holds that instead of streams. */
  readonly nil: Located<string> | null;
}

export interface Training {
  readonly row: number;
  readonly name: Located<string> | null;
  readonly date: Located<DateValue> | null;
  readonly topics: Located<string> | null;
  readonly attendees: Located<number> | null;
  /** How many classes, where one line tells of several. */
  readonly times?: number;
}

/** A dated line of a year section: an inspection, commendation, survey or briefing. */
export interface YearEvent {
  readonly row: number;
  readonly text: Located<string>;
  readonly date: Located<DateValue> | null;
  /** How many times, where one line tells of several: «12 cuộc giao ban». */
  readonly times?: number;
}

export interface YearRecord extends CommitteeDocument {
  readonly kind: 'year';
  readonly year: Located<number> | null;
  readonly plan: Located<DocumentReference> | null;
  readonly trainings: readonly Training[];
  readonly inspections: readonly YearEvent[];
  readonly review: Located<DocumentReference> | null;
  readonly tasks: readonly Located<string>[];
  readonly commendations: readonly YearEvent[];
  readonly surveys: readonly YearEvent[];
  readonly briefings: readonly YearEvent[];
}

export type ParsedDocument = Roster | Report | YearRecord;

/** Which template a workbook was made from, read from its document properties or its template line. */
export interface TemplateStamp {
  readonly kind: DocumentKind;
  readonly version: number;
  readonly profile: string | null;
  readonly organisation: string | null;
  readonly period: string | null;
}

/** How the workbook's layout differs from what its kind needs; input to the workbook rules. */
export interface Structure {
  /** Columns the kind needs that no header matches, by column id; `label` is the expected header. */
  readonly missingColumns: readonly { readonly id: string; readonly label: string }[];
  /** Headers nothing was expected under. */
  readonly unexpectedColumns: readonly Located<string>[];
  /** Headers of columns the profile refuses (full birth date, identity number, …). */
  readonly refusedColumns: readonly Located<string>[];
  /** Where the header row starts, to point at. */
  readonly header: CellAddress | null;
  /** Valued cells that belong to nothing recognised, nearest first. */
  readonly strays: readonly CellAddress[];
  readonly template: TemplateStamp | null;
  /** Other sheets that look like the same kind of document: only the first was read. */
  readonly otherCandidates: readonly string[];
}

/** A workbook with what was recognised in it. */
export interface ParsedWorkbook {
  readonly workbook: Workbook;
  readonly kind: DocumentKind | 'unknown';
  readonly document: ParsedDocument | null;
  readonly structure: Structure;
}
