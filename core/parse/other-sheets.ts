/** What a document leaves to other sheets of its workbook: a cover, general information, sections of their own. */
import type { DocumentKind, Located, Member, ParsedDocument, Report, Roster, Stream, YearRecord } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import { fieldOfSheet, titleRows } from './field-sheet.ts';
import { Front } from './front.ts';
import type { Grid } from './grid.ts';
import { yearSections, type YearSection } from './wording/year.ts';
import { matchHeading } from './match.ts';
import { monthInText } from './period.ts';
import { parseReport } from './report.ts';
import { standingIn } from './members.ts';
import { namesOf, parseRoster } from './roster.ts';
import { namesUnit } from './unit-name.ts';
import { activityOf } from './year-activity.ts';
import { parseYear } from './year.ts';

export interface OtherSheet {
  readonly grid: Grid;
  /** What it was recognised as; null for nothing. */
  readonly kind: DocumentKind | null;
}

/** A cover or a sheet of general information has no more filled rows. */
const longestCover = 60;
/** A line of a form has no more filled cells. */
const widestForm = 4;

/** The document with what the other sheets, in their order, say of it; `parts` are those that hold sections or rows of it. */
export function completed(
  document: ParsedDocument,
  others: readonly OtherSheet[],
  profile: Profile,
): { readonly document: ParsedDocument; readonly parts: ReadonlySet<Grid> } {
  const covers = others.filter(({ grid }) => grid.rows.length <= longestCover);
  const parts = new Set<Grid>();
  let whole = document;
  // A report beside the roster cites decisions that are not the team's.
  if (whole.kind === 'roster') {
    for (const { grid, kind } of covers) if (kind === null) whole = withTeamFacts(whole, grid, profile);
    for (const { grid, kind } of others) {
      const further: readonly Member[] = kind === 'roster' ? furtherMembers(whole, grid, profile) : [];
      if (further.length === 0) continue;
      whole = { ...whole, members: [...whole.members, ...further] };
      parts.add(grid);
    }
  }
  if (whole.kind === 'report')
    for (const { grid, kind } of others) {
      if (kind !== null && kind !== 'report') continue;
      const opinions: Report | null = opinionsOf(whole, grid, profile);
      const part: Report | null = opinions ? null : partOf(whole, grid, profile);
      if (opinions) whole = withOpinions(whole, opinions);
      else if (part) whole = withPart(whole, part, !hasTable(grid));
      else continue;
      parts.add(grid);
    }
  if (whole.kind === 'year')
    for (const { grid, kind } of others) {
      const part = kind === null || kind === 'year' ? partOfYear(whole, grid, profile) : null;
      if (!part) continue;
      whole = withYearPart(whole, part);
      parts.add(grid);
    }
  return {
    document: completeFromCover(
      whole,
      covers.map(({ grid }) => grid),
      profile,
    ),
    parts,
  };
}

/** What a roster leaves to a sheet of general information: its decision, regulation, term and reviews. */
function withTeamFacts(roster: Roster, note: Grid, profile: Profile): Roster {
  if (roster.decision && roster.regulation && roster.term && roster.reviewedOn && roster.inspectedOn) return roster;
  const facts = parseRoster(note, profile).document;
  if (facts.members.length > 0) return roster;
  // Instructions ask for a number and date without giving one.
  const cited = (one: Roster['regulation']): Roster['regulation'] => (one?.value.number ? one : null);
  const dated = (one: Roster['reviewedOn']): Roster['reviewedOn'] => (one?.value.iso ? one : null);
  return {
    ...roster,
    decision: roster.decision ?? cited(facts.decision),
    regulation: roster.regulation ?? cited(facts.regulation),
    term: roster.term ?? (/\d{4}/.test(facts.term?.value ?? '') ? facts.term : null),
    reviewedOn: roster.reviewedOn ?? dated(facts.reviewedOn),
    inspectedOn: roster.inspectedOn ?? dated(facts.inspectedOn),
  };
}

/** The members of a sheet that goes on with the list, or that has another unit's or team's people. */
function furtherMembers(roster: Roster, grid: Grid, profile: Profile): readonly Member[] {
  const further = parseRoster(grid, profile).document;
  const { title, organisation, members } = further;
  if (members.length === 0 || differ(organisation, roster.organisation)) return [];
  const goesOn = !title && firstNumber(grid, members) === roster.members.length + 1;
  return goesOn || areOfAnotherUnit(members, roster.members) || isAnotherTeam(further, roster) ? members : [];
}

/** «Tổ 1» and «Tổ 2», or lists that one decision founded: of the same time, and nobody is on both. */
function isAnotherTeam(further: Roster, roster: Roster): boolean {
  if (yearsNamed(further) !== yearsNamed(roster)) return false;
  if (differ(further.reviewedOn?.value.iso, roster.reviewedOn?.value.iso)) return false;
  const numbers = [further, roster].map(teamNumber);
  const numbered = numbers.every((number) => number !== null) && numbers[0] !== numbers[1];
  const together =
    numbered || (sameDecision(further.decision, roster.decision) && !differ(further.term?.value, roster.term?.value));
  if (!together) return false;
  const standing = standingIn(`${further.sheet} ${further.title?.value ?? ''}`);
  if (standing.left || standing.others || standing.added) return false;
  const known = namesOf(roster.members);
  return [...namesOf(further.members)].every((name) => !known.has(name));
}

const numberedTeam = /\b(?:to|nhom|doi)(?: (?:cong tac vien|ctv|du luan|xa hoi|dlxh|so))* (\d{1,2}|[ivx]{1,4})\b/;

function teamNumber({ sheet, title }: Roster): string | null {
  return numberedTeam.exec(foldPlain(sheet))?.[1] ?? numberedTeam.exec(foldPlain(title?.value ?? ''))?.[1] ?? null;
}

function yearsNamed({ sheet, title }: Roster): string {
  return (`${sheet} ${title?.value ?? ''}`.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g) ?? []).join(' ');
}

function sameDecision(one: Roster['decision'], other: Roster['decision']): boolean {
  if (!one || !other || one.value.number === null) return false;
  return one.value.number === other.value.number && one.value.date?.iso === other.value.date?.iso;
}

function firstNumber(grid: Grid, [first]: readonly Member[]): number {
  const number = first && grid.valued(grid.rowIndex(first.row))[0];
  return number ? Number.parseInt(grid.text(number), 10) : Number.NaN;
}

/** True for people all of one unit beside lists of one other unit each: a sheet for every unit. */
function areOfAnotherUnit(members: readonly Member[], known: readonly Member[]): boolean {
  const bySheet = [...groupBy([...known, ...members], ({ name }) => name?.sheet ?? '').values()];
  const units = bySheet.map((one) => new Set(one.map(({ unit }) => foldPlain(unit?.value ?? ''))));
  const single = units.flatMap((some) => (some.size === 1 ? [...some] : []));
  return single.length === bySheet.length && !single.includes('') && new Set(single).size === single.length;
}

/** The sheet read as a part of the report; null when it is another report or says how to fill one in. */
function partOf(report: Report, grid: Grid, profile: Profile): Report | null {
  if (isGuidance(grid)) return null;
  const part = parseReport(grid, profile).document;
  const another =
    part.streams.length > 0 ||
    part.nil !== null ||
    differ(part.organisation, report.organisation) ||
    differ(part.period?.value, report.period?.value);
  return another ? null : part;
}

/** A sheet for each field or unit: what it says beside the opinions known already. */
function opinionsOf(report: Report, grid: Grid, profile: Profile): Report | null {
  if (isGuidance(grid) || (!fieldOfSheet(grid, profile) && !isOfUnit(grid))) return null;
  const whole = parseReport(grid, profile).document;
  const part = whole.streams.length > 0 || whole.title ? whole : parseReport(grid, profile, 'opinion').document;
  const known = new Set(report.streams.map(opinionKey));
  const another =
    (part.streams.length === 0 && part.nil === null) ||
    part.streams.some((stream) => known.has(opinionKey(stream))) ||
    differ(part.organisation, report.organisation) ||
    differ(part.period?.value, report.period?.value);
  return another ? null : part;
}

/** «CB Văn phòng», «Cục Quản lý nhà» by its name; «DƯ LUẬN CỦA CHI BỘ THANH TRA» on top. */
function isOfUnit(grid: Grid): boolean {
  const name = grid.sheet.name.replace(/^\s*\d{1,2}\s*[-–.:_)]?\s*/u, '');
  if (/^(?:CB|ĐB)\s+\p{L}/u.test(name.normalize('NFC')) || namesUnit(name)) return true;
  return grid.rows.slice(0, titleRows).some((_, index) => {
    const [only, ...more] = grid.valued(index);
    return only !== undefined && more.length === 0 && /\bcua (?:chi bo|dang bo)\b/.test(grid.plain(only));
  });
}

function opinionKey({ issue, text }: Stream): string {
  return `${foldPlain(issue?.value ?? '')}\n${foldPlain(text?.value ?? '')}`;
}

function withOpinions(report: Report, part: Report): Report {
  const streams = [...report.streams, ...part.streams];
  return { ...withPart(report, part, false), streams, nil: streams.length > 0 ? null : report.nil };
}

function isGuidance(grid: Grid): boolean {
  const first = grid.rows.slice(0, 3).flatMap((_, index) => grid.valued(index).map((cell) => grid.plain(cell)));
  return [foldPlain(grid.sheet.name), ...first].some((plain) =>
    /^(huong dan|ghi chu|cach (ghi|dien)|danh muc)\b/.test(plain),
  );
}

/** The number or date of something else may stand in it. */
function hasTable(grid: Grid): boolean {
  return grid.rows.some((_, index) => grid.valued(index).length > widestForm);
}

function differ(one: string | null | undefined, other: string | null | undefined): boolean {
  return typeof one === 'string' && typeof other === 'string' && one !== other;
}

function section<Item>(own: readonly Item[], other: readonly Item[]): readonly Item[] {
  return own.length > 0 ? own : other;
}

/** What the report has itself stays; what it has not is the part's. */
function withPart(report: Report, part: Report, particulars: boolean): Report {
  const { counters } = report;
  return {
    ...report,
    ...(particulars && {
      number: report.number ?? part.number,
      date: report.date ?? part.date,
      type: report.type ?? part.type,
      addressee: report.addressee ?? part.addressee,
      channel: report.channel ?? part.channel,
      request: report.request ?? part.request,
    }),
    overview: section(report.overview, part.overview),
    salient: section(report.salient, part.salient),
    forecast: section(report.forecast, part.forecast),
    proposals: section(report.proposals, part.proposals),
    counters: {
      reports: counters.reports ?? part.counters.reports,
      salientIssues: counters.salientIssues ?? part.counters.salientIssues,
      handledCases: counters.handledCases ?? part.counters.handledCases,
    },
  };
}

/** The sheet read as a part of the year record: by its headings, or by the name of a sheet that has none. */
function partOfYear(record: YearRecord, grid: Grid, profile: Profile): YearRecord | null {
  if (isGuidance(grid) || /^(mau|vi du|nhap)\b/.test(foldPlain(grid.sheet.name))) return null;
  const named = activityOf(grid.sheet.name)?.section ?? titled(grid);
  if (named === null && !hasYearHeading(grid)) return null;
  const part = parseYear(grid, profile, named).document;
  const sections = sectionsOf(part);
  const twice = sections.filter((section) => sectionsOf(record).includes(section));
  const another =
    sections.length === 0 ||
    twice.length > 1 ||
    (part.title !== null && sections.length > 2) ||
    differ(part.organisation, record.organisation) ||
    (record.year !== null && isOfAnotherYear(part, record.year.value));
  return another ? null : part;
}

/** «CÁC LỚP TẬP HUẤN NĂM 2023» on top. */
function titled(grid: Grid): YearSection | null {
  for (let index = 0; index < Math.min(grid.rows.length, titleRows); index += 1) {
    const [only, ...more] = grid.valued(index);
    const text = only && more.length === 0 ? grid.text(only) : '';
    const section = text === text.toUpperCase() ? activityOf(text)?.section : undefined;
    if (section) return section;
  }
  return null;
}

/** By what it says, else by the dates of all it tells. */
function isOfAnotherYear(part: YearRecord, year: number): boolean {
  if (part.year) return part.year.value !== year;
  const entries = [part.trainings, part.inspections, part.commendations, part.surveys, part.briefings].flat();
  const years = entries.flatMap(({ date }) => (date?.value.iso ? [Number(date.value.iso.slice(0, 4))] : []));
  return years.length > 0 && !years.includes(year);
}

function hasYearHeading(grid: Grid): boolean {
  return grid.rows.some((_, index) => {
    const cells = grid.valued(index);
    const [only] = cells;
    return only !== undefined && cells.length === 1 && matchHeading(yearSections, grid.shown(only)) !== null;
  });
}

function sectionsOf(record: YearRecord): YearSection[] {
  const all = yearSections.map(({ id }) => id);
  return all.filter((section) => {
    const held = record[section];
    return held !== null && (!('length' in held) || held.length > 0);
  });
}

function withYearPart(record: YearRecord, part: YearRecord): YearRecord {
  const cites = (one: YearRecord['plan']): boolean => one !== null && (one.value.number ?? one.value.date) !== null;
  const cited = (own: YearRecord['plan'], other: YearRecord['plan']): YearRecord['plan'] =>
    cites(other) && !cites(own) ? other : (own ?? other);
  return {
    ...record,
    year: record.year ?? part.year,
    plan: cited(record.plan, part.plan),
    trainings: section(record.trainings, part.trainings),
    inspections: section(record.inspections, part.inspections),
    review: cited(record.review, part.review),
    tasks: section(record.tasks, part.tasks),
    commendations: section(record.commendations, part.commendations),
    surveys: section(record.surveys, part.surveys),
    briefings: section(record.briefings, part.briefings),
  };
}

/** An organisation or month given on a cover sheet only. */
function completeFromCover(document: ParsedDocument, covers: readonly Grid[], profile: Profile): ParsedDocument {
  const needsPeriod = document.kind === 'report' && document.period === null;
  if (document.organisation !== null && !needsPeriod) return document;
  for (const cover of covers) {
    const front = new Front(cover, document.kind, new Map<string, never>());
    cover.rows.forEach((_, index) => {
      const cells = cover.valued(index);
      if (cells.length > 0) front.read(index, cells, true);
    });
    const written = document.organisation === null ? front.organisation(profile, undefined) : null;
    if (written && written.id !== null && written.id !== profile.bloc.id)
      return completeFromCover(
        { ...document, organisationText: written.text, organisation: written.id },
        covers,
        profile,
      );
    const month = needsPeriod
      ? front.lines.find(({ value }) => monthInText(value) !== null && !/ngày/iu.test(value))
      : undefined;
    if (month && document.kind === 'report')
      return completeFromCover(
        { ...document, period: { ...month, value: monthInText(month.value) ?? '' } satisfies Located<string> },
        covers,
        profile,
      );
  }
  return document;
}
