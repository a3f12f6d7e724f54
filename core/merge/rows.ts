/** The rows of a period: every table of the summary that comes straight from the elected workbooks. */
import { timeliness, type Deadline } from '../deadline.ts';
import type { Report, Roster, YearRecord } from '../document.ts';
import type { Profile } from '../profile.ts';
import { documentCell } from '../rule.ts';
import type { CellAddress } from '../sheet.ts';
import type { Extension, Extract, SubmissionStatus, Timeliness } from '../submission.ts';
import { activeMembers } from '../team.ts';
import type { Acknowledged } from './acceptable.ts';
import { compareCodes } from './compare.ts';
import { deadlineAt } from './deadline-at.ts';
import type { Election, Place } from './elect.ts';
import { proposalId, proposalStatuses, type ProposalAnswer } from './proposals.ts';
import type { Register } from './register.ts';
import { sourceList, type SourceList } from './sources.ts';
import { streamRows } from './streams.ts';
import type { MemberRow, ProposalRow, SourceRow, StreamRow, SubmissionRow, TeamRow, YearRow } from './summary.ts';
import { teamRows } from './teams.ts';
import { timesOf } from '../year-record.ts';

export interface Rows {
  readonly submissions: readonly SubmissionRow[];
  readonly teams: readonly TeamRow[];
  readonly members: readonly MemberRow[];
  readonly streams: readonly StreamRow[];
  readonly proposals: readonly ProposalRow[];
  readonly year: readonly YearRow[];
  readonly sources: readonly SourceRow[];
}

export interface RowsInput {
  readonly profile: Profile;
  readonly register: Register;
  readonly period: string;
  readonly election: Election;
  readonly extensions: readonly Extension[];
  readonly acknowledged: Acknowledged;
  readonly proposalAnswers: readonly ProposalAnswer[];
  /** The rosters of the period before, by organisation, to tell who joined and left. */
  readonly rostersBefore: ReadonlyMap<string, Roster>;
}

/** A document with the extract it came from. */
export interface Merged<Document> {
  readonly extract: Extract;
  readonly organisation: string;
  readonly name: string;
  readonly document: Document;
}

export function rowsOf(input: RowsInput): Rows {
  const { profile, register, election } = input;
  const sources = sourceList(register);
  const rosters = merged(election, register, (document) => (document.kind === 'roster' ? document : null));
  const reports = merged(election, register, (document) => (document.kind === 'report' ? document : null));
  const statuses = proposalStatuses(input.proposalAnswers);
  const years = merged(election, register, (document) => (document.kind === 'year' ? document : null));
  return {
    submissions: submissionRows(input, sources),
    teams: teamRows(rosters, input, sources),
    members: rosters.flatMap((roster) => memberRows(roster, sources)),
    streams: streamRows(reports, profile, smallGroups(election, profile), sources),
    proposals: reports.flatMap((report) => proposalRows(report, input.period, statuses, sources)),
    year: years.map((year) => yearRow(year, sources)),
    sources: sources.rows,
  };
}

/** The elected documents of one kind, in place order. */
function merged<Document>(
  election: Election,
  register: Register,
  pick: (document: NonNullable<Extract['document']>) => Document | null,
): Merged<Document>[] {
  return election.places.flatMap(({ elected: extract, organisation }) => {
    const document = extract?.document ? pick(extract.document) : null;
    return extract && document
      ? [{ extract, organisation, name: register.name(organisation) ?? organisation, document }]
      : [];
  });
}

/**
 * Organisations so small that an opinion points to a person. The newest roster counts as well as the accepted one,
 * acceptable or not: a team that shrank below its limit is the very case to protect.
 */
function smallGroups(election: Election, profile: Profile): ReadonlySet<string> {
  const isSmall = (extract: Extract | null | undefined): boolean => {
    if (extract?.document?.kind !== 'roster') return false;
    const size = activeMembers(extract.document).length;
    return size > 0 && size < profile.privacy.smallGroup;
  };
  return new Set(
    election.places
      .filter(({ elected, versions }) => isSmall(elected) || isSmall(versions.at(-1)))
      .map(({ organisation }) => organisation),
  );
}

function submissionRows(input: RowsInput, sources: SourceList): SubmissionRow[] {
  const { profile, register, election, period } = input;
  const deadline = deadlineAt(profile, period);
  const extensions = latestExtensions(input.extensions);
  const places = new Map(election.places.map((place) => [`${place.kind} ${place.organisation}`, place]));
  return register.active.map(({ id, name, level }) => {
    const report = places.get(`report ${id}`);
    const roster = places.get(`roster ${id}`);
    const extension = extensions.get(id);
    const counts = openFindings([report, roster, places.get(`year ${id}`)], input.acknowledged);
    return {
      organisation: id,
      name,
      level,
      status: statusOf(report, input.acknowledged, election.withdrawn.has(id)),
      timeliness: timelinessOf(report, deadline, extension?.until ?? null),
      firstReceived: report?.firstReceived ?? null,
      firstAcceptable: report?.firstAcceptable ?? null,
      currentReceived: report?.shown.receivedAt ?? null,
      version: report?.shown.version ?? null,
      versions: report?.versions.length ?? 0,
      deadline: deadline?.due ?? '',
      extension: extension ? { until: extension.until, grantor: extension.grantor } : null,
      nil: report?.elected?.document?.kind === 'report' && report.elected.document.nil !== null,
      errors: counts.errors,
      warnings: counts.warnings,
      roster: statusOf(roster, input.acknowledged, false),
      source: report ? sources.add(report.shown, placeOf(report.shown)) : null,
    };
  });
}

/** The status word of a place; without one, whether its workbook was taken out by decision. */
export function statusOf(place: Place | undefined, acknowledged: Acknowledged, withdrawn: boolean): SubmissionStatus {
  if (!place) return withdrawn ? 'withdrawn' : 'missing';
  const { elected } = place;
  if (!elected) return 'rejected';
  if (elected.document?.kind === 'report' && elected.document.nil) return 'nil';
  const open = openFindings([place], acknowledged);
  return open.errors + open.warnings > 0 ? 'acceptedWithWarnings' : 'accepted';
}

/** Judged by the first acceptable version: correcting after the deadline never erases an on-time first acceptance. */
function timelinessOf(place: Place | undefined, deadline: Deadline | null, extendedUntil: string | null): Timeliness {
  if (!place?.elected) return 'missing';
  return place.firstAcceptable === null || deadline === null
    ? 'unknown'
    : timeliness(place.firstAcceptable, deadline, extendedUntil);
}

function openFindings(
  places: readonly (Place | undefined)[],
  acknowledged: Acknowledged,
): { errors: number; warnings: number } {
  const counts = { errors: 0, warnings: 0 };
  for (const place of places)
    for (const { id, severity } of place?.shown.findings ?? [])
      if (!acknowledged.has(id)) {
        if (severity === 'error') counts.errors += 1;
        if (severity === 'warning') counts.warnings += 1;
      }
  return counts;
}

/** The furthest extension of each organisation; of equal ones the first grantor in code order. */
function latestExtensions(extensions: readonly Extension[]): ReadonlyMap<string, Extension> {
  const latest = new Map<string, Extension>();
  for (const one of extensions) {
    const other = latest.get(one.organisation);
    const order = other
      ? Date.parse(other.until) - Date.parse(one.until) ||
        compareCodes(one.until, other.until) ||
        compareCodes(one.grantor, other.grantor)
      : -1;
    if (order < 0) latest.set(one.organisation, one);
  }
  return latest;
}

function memberRows({ extract, organisation, name: organisationName, document }: Merged<Roster>, sources: SourceList) {
  return document.members.map((member): MemberRow => ({
    organisation,
    organisationName,
    // A row without a name still counts as a person: the roster's size and this list must tie.
    name: member.name?.value ?? '',
    position: member.position?.value ?? null,
    unit: member.unit?.value ?? null,
    role: member.role?.value ?? null,
    term: member.term?.value ?? null,
    active: member.active,
    source: sources.add(extract, member.name ?? rowStart(document.sheet, member.row)),
  }));
}

function proposalRows(
  { extract, organisation, name: organisationName, document }: Merged<Report>,
  period: string,
  statuses: ReadonlyMap<string, ProposalRow['status']>,
  sources: SourceList,
) {
  return document.proposals.map(({ text, recipient }): ProposalRow => ({
    organisation,
    organisationName,
    text: text.value,
    recipient: recipient?.value ?? null,
    status: statuses.get(proposalId(period, organisation, text.value)) ?? 'received',
    source: sources.add(extract, text),
  }));
}

function yearRow({ extract, organisation, name: organisationName, document }: Merged<YearRecord>, sources: SourceList) {
  return {
    organisation,
    organisationName,
    year: extract.period ?? '',
    plan: document.plan?.value.text ?? null,
    trainings: timesOf(document.trainings),
    attendees: document.trainings.reduce((sum, { attendees }) => sum + (attendees?.value ?? 0), 0),
    inspections: timesOf(document.inspections),
    review: document.review?.value.text ?? null,
    tasks: document.tasks.length,
    commendations: timesOf(document.commendations),
    surveys: timesOf(document.surveys),
    briefings: timesOf(document.briefings),
    source: sources.add(extract, placeOf(extract)),
  } satisfies YearRow;
}

/** Where a workbook as a whole is pointed at. */
export function placeOf({ document }: Extract): CellAddress {
  return (document && documentCell(document)) ?? rowStart(document?.sheet ?? '', 1);
}

function rowStart(sheet: string, row: number): CellAddress {
  return { sheet, row, column: 1 };
}
