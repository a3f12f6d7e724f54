/**
 * A sheet read as a year record: sections with lines or tables, tables whose rows name their section, labels with values.
 */
import type { DateValue, DocumentReference, Located, Training, YearEvent, YearRecord } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { leadingBullet, readContent, wholeCell, type ContentLine } from './content.ts';
import { dateInText, dateOfCell } from './dates.ts';
import { Front, lineBudget } from './front.ts';
import type { Grid } from './grid.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import { commonLabels, type CommonLabel } from './wording/common.ts';
import { yearLabels, yearSections, type YearLabel, type YearSection } from './wording/year.ts';
import { labelIndex, matchHeading, splitNumbering, type Numbering } from './match.ts';
import { resolveOrganisation } from './organisation.ts';
import { yearInText, yearOfRange } from './period.ts';
import { headerCell, type Reading } from './reading.ts';
import { Sections } from './sections.ts';
import { readTable, type Table } from './table.ts';
import { columnOf, spotsOf, textUnder } from './values.ts';
import { activityOf } from './year-activity.ts';
import { citedBy, citedIn, ownReport, passagesOf, toldBy, type Cited } from './year-citation.ts';
import {
  attendeesIn,
  dateOfMonth,
  entriesOfLine,
  isAbsent,
  monthAlone,
  statedTimes,
  type Entry,
  type FoundEntry,
  type Year,
} from './year-entry.ts';
import { entriesOfForm } from './year-form-entries.ts';
import { monthIn, readForm } from './year-form.ts';
import { readLabelled, type Piece } from './year-labels.ts';

type Label = CommonLabel | YearLabel;
const labels = labelIndex<Label>([...commonLabels, ...yearLabels]);

type Entries = ReadonlyMap<YearSection, readonly Entry[]>;

/** `opening` is the section a sheet without headings holds: «2. Tập huấn» among the sheets of a record. */
export function parseYear(grid: Grid, profile: Profile, opening: YearSection | null = null): Reading<YearRecord> {
  const front = new Front<Label>(grid, 'year', labels);
  const sections = new Sections(grid, yearSections, true);
  sections.current = opening;
  const pieces: Piece[] = [];
  const headers: Header[] = [];
  const addLine = (section: YearSection, line: ContentLine): void => {
    pieces.push((year, found) => {
      for (const entry of entriesOfLine(grid, line, year)) found.push({ section, entry });
    });
  };
  /** The section is «ĐÁNH GIÁ KẾT QUẢ», under which all activities are told. */
  let general = false;
  /** How the heading of the current section is numbered. */
  let numbering: Numbering | null = null;
  let onlyNamed = opening !== null;
  let lastRow = 0;
  for (let index = 0, count = 0; index < grid.rows.length && count < lineBudget; index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const gap = lastRow === 0 ? 0 : grid.rowNumber(index) - lastRow - 1;
    const section = sections.current;
    const kinds = section === 'trainings' ? (['trainings', 'events'] as const) : (['events', 'trainings'] as const);
    const header = cells.length >= 2 ? findHeader(grid, index, kinds, section !== null) : null;
    const dated = header && columnOf(header, 'activity') && columnOf(header, 'eventDate');
    // What is to be done next year is told in the words of what was done in this one.
    const form =
      cells.length >= 2 && !dated && section !== 'tasks' ? readForm(grid, index, general ? null : section) : null;
    if (form) {
      pieces.push((year, found) => found.push(...entriesOfForm(grid, form, section, year)));
      headers.push(form.table.header);
      index = form.table.end - 1;
      lastRow = grid.rowNumber(index);
      continue;
    }
    if (header) {
      const main = header.kind === 'trainings' ? ['trainingName', 'topics'] : ['eventText', 'activity'];
      const table = readTable(grid, header, {
        main,
        loneMain: true,
        ends: (_, row) => sections.startsAt(row) && !columnOf(header, 'activity'),
      });
      pieces.push((year, found) => found.push(...entriesOfTable(grid, table, section, year)));
      headers.push(header);
      index = table.end - 1;
      lastRow = grid.rowNumber(index);
      continue;
    }
    count += 1;
    const subordinate = section === 'tasks' && isSubordinate(grid, cells, numbering);
    const labelled = subordinate ? null : readLabelled(grid, index, cells);
    if (labelled) {
      pieces.push(labelled.piece);
      sections.current = labelled.section;
      onlyNamed = general = false;
      lastRow = grid.rowNumber(index);
      continue;
    }
    const opened = subordinate ? null : sections.open(index, cells);
    if (opened) {
      onlyNamed = false;
      numbering = cells[0] ? splitNumbering(grid.text(cells[0])).style : null;
      general = opened.id === 'review' && !/\b(?:tong|so) ket\b/.test(cells.map((cell) => grid.plain(cell)).join(' '));
      lastRow = grid.rowNumber(index);
      if (opened.remainder) addLine(opened.id, { ...opened.remainder, beside: null, further: [] });
      const rest = cells.slice(opened.cells);
      const line = rest.length > 0 ? readContent(grid, index, rest, 0, false) : null;
      if (line) addLine(opened.id, line);
      continue;
    }
    if (opensTasks(grid, cells)) {
      onlyNamed = general = false;
      sections.current = 'tasks';
      grid.claimAll(index, cells);
      lastRow = grid.rowNumber(index);
      continue;
    }
    if ((section !== null || headers.length > 0) && front.readSignature(index, cells)) continue;
    if (section === null || (onlyNamed && isLetterhead(grid, cells, profile)) || saysYear(grid, cells)) {
      front.read(index, cells, headers.length === 0);
      for (const cell of cells) {
        const done = doneIn(grid, cell);
        if (done) addLine(done, wholeCell(grid, index, cell));
      }
      continue;
    }
    if (onlyNamed && !tellsOf(grid, cells, section)) continue;
    const line = readContent(grid, index, cells, gap, false);
    if (!line) continue;
    for (const cell of cells) if (typeof cell.value === 'number') grid.claim(index, cell.column);
    lastRow = grid.rowNumber(index);
    const done = general && cells[0] ? doneIn(grid, cells[0]) : null;
    if (done) addLine(done, line);
    else if (!general || tellsOfReview(line)) addLine(section, line);
  }
  return assemble(grid, profile, front, pieces, headers);
}

/** «- Về tập huấn: …», «a) Kiểm tra …» below the heading «5. Nhiệm vụ». */
function isSubordinate(grid: Grid, cells: readonly Cell[], numbering: Numbering | null): boolean {
  const [first] = cells;
  if (!first || typeof first.value !== 'string') return false;
  const text = grid.text(first);
  return leadingBullet.test(text) || (numbering !== 'letter' && /^[a-zđ]\s*[.)]/u.test(text));
}

/** «NHIỆM VỤ, GIẢI PHÁP NĂM 2024», «Phần thứ hai: NHIỆM VỤ …»: a heading with a year, as titles have. */
function opensTasks(grid: Grid, cells: readonly Cell[]): boolean {
  const [only] = cells;
  if (!only || cells.length > 1 || typeof only.value !== 'string') return false;
  return /^(?:phan (?:thu )?(?:hai|ba|tu|ii|iii|iv|[2-4]) )?(?:phuong huong )?(?:nhiem vu|phuong huong|giai phap)(?: va)?(?: giai phap| nhiem vu)?(?: cong tac)?(?: nam 20\d{2})?$/.test(
    grid.plain(only),
  );
}

/** «Năm | 2023» below a heading is of the sheet, not of the section. */
function saysYear(grid: Grid, cells: readonly Cell[]): boolean {
  const [label, value] = cells;
  return label !== undefined && value !== undefined && labels.get(grid.plain(label)) === 'year' && cells.length === 2;
}

/** Above the first heading or table of a sheet known by its name only. */
function isLetterhead(grid: Grid, cells: readonly Cell[], profile: Profile): boolean {
  return cells.every((cell) => {
    const text = grid.text(cell);
    return text === text.toUpperCase() || resolveOrganisation(text, profile) !== null;
  });
}

/** A sheet named «Tập huấn» may also be a list of those who attended: its lines must say what was done, or when. */
function tellsOf(grid: Grid, cells: readonly Cell[], section: YearSection): boolean {
  if (cells.length > 3) return false;
  return cells.some((cell) => {
    const text = grid.text(cell);
    // What is to be done is listed in its own words.
    if (section === 'tasks' && leadingBullet.test(text)) return true;
    return typeof cell.value === 'string' && (activityOf(text)?.section === section || dateInText(text) !== null);
  });
}

/** «- Đã tổ chức 02 lớp tập huấn …»: something done, told outside a section of its own; not «- Tập huấn còn ít.» */
function doneIn(grid: Grid, cell: Cell): YearSection | null {
  if (typeof cell.value !== 'string') return null;
  const text = grid.text(cell);
  const opens = leadingBullet.test(text) || /^(?:.{0,40}\s)?đã\s/iu.test(text);
  if (!opens || /\b(?:chua|con)\b/.test(grid.plain(cell))) return null;
  const done = /\d|(?:^|\s)đã\s|^\W*(?:tổ chức|tiến hành|ban hành|duy trì|mở)\s/iu.test(text);
  return done ? (activityOf(text)?.section ?? null) : null;
}

/** «Đánh giá chung» tells of merits and faults too. */
function tellsOfReview(line: ContentLine): boolean {
  return /\b(?:tong ket|danh gia)\b|\d bc\b/.test(foldPlain(line.shown));
}

function assemble(
  grid: Grid,
  profile: Profile,
  front: Front<Label>,
  pieces: readonly Piece[],
  headers: readonly Header[],
): Reading<YearRecord> {
  const year = yearOf(grid, front);
  const found: FoundEntry[] = [];
  for (const piece of pieces) piece(year, found);
  const entries = bySection(found);
  const organisation = front.organisation(profile, front.labels.get('organisation'));
  return {
    document: {
      kind: 'year',
      sheet: grid.sheet.name,
      title: front.title,
      organisationText: organisation?.text ?? null,
      organisation: organisation?.id ?? null,
      year,
      plan: referenceTo('plan', grid, front, found, year),
      trainings: trainingsOf(entries.get('trainings')),
      inspections: eventsOf(entries.get('inspections')),
      review: referenceTo('review', grid, front, found, year),
      tasks: (entries.get('tasks') ?? []).flatMap(({ text }) => (text ? [text] : [])),
      commendations: eventsOf(entries.get('commendations')),
      surveys: eventsOf(entries.get('surveys')),
      briefings: eventsOf(entries.get('briefings')),
    },
    header: headerCell(headers[0]),
    missingColumns: [],
    unexpectedColumns: headers.flatMap((header) => header.unexpected),
    refusedColumns: headers
      .flatMap((header) => header.columns)
      .filter(({ group }) => group === 'refused')
      .map((column) => column.header),
  };
}

/** Without the statements that there was nothing. */
function bySection(found: readonly FoundEntry[]): Entries {
  const entries = new Map<YearSection, Entry[]>();
  for (const { section, entry } of found) {
    if (entry.text && isAbsent(entry.text.value)) continue;
    const list = entries.get(section);
    if (list) list.push(entry);
    else entries.set(section, [entry]);
  }
  return entries;
}

/** What the label or the section cites; then, unless they say that there is none, what any sentence does; then words. */
function referenceTo(
  cited: Cited,
  grid: Grid,
  front: Front<Label>,
  found: readonly FoundEntry[],
  year: Year,
): Located<DocumentReference> | null {
  const label = front.labels.get(cited)?.value;
  const labelled: Entry[] = label ? [{ row: label.row, text: label, date: null, topics: null, attendees: null }] : [];
  const own = found.flatMap(({ section, entry }) => (section === cited ? [entry] : []));
  const stated = citedBy(labelled, cited) ?? citedBy(own, cited);
  if (stated) return stated;
  const all = [...labelled, ...own];
  if (all.some(({ text }) => text && isAbsent(text.value))) return null;
  const sections = new Map(found.map(({ section, entry }) => [entry.row, section]));
  return (
    citedIn(passagesOf(grid, sections), cited, year?.value ?? null) ??
    (cited === 'review'
      ? ownReport(front.title?.value ?? '', front.lines, front.placeDate, year?.value ?? null)
      : null) ??
    toldBy(all, cited)
  );
}

function entriesOfTable(grid: Grid, { header, rows }: Table, section: YearSection | null, year: Year): FoundEntry[] {
  const activity = columnOf(header, 'activity');
  const found: FoundEntry[] = [];
  /** The section of the table or of its group rows; a row naming another activity does not belong to the row above. */
  let around = header.kind === 'trainings' ? (section ?? 'trainings') : section;
  let current = around;
  for (const { index, kind, cell } of rows) {
    if (kind === 'group') {
      const heading = cell ? matchHeading(yearSections, grid.shown(cell)) : null;
      if (heading) current = around = heading.id;
      continue;
    }
    const named = activity ? textUnder(grid, index, activity, ' ') : null;
    const told = named ? (matchHeading(yearSections, named.value)?.id ?? activityOf(named.value)?.section) : undefined;
    if (named) current = told ?? around;
    const entry = entryOfRow(grid, header, index, year, named, told !== undefined);
    if (current && entry) found.push({ section: current, entry });
  }
  return found;
}

function entryOfRow(
  grid: Grid,
  header: Header,
  index: number,
  year: Year,
  activity: Located<string> | null,
  activityNamesSection: boolean,
): Entry | null {
  const read = (column: TableColumn | undefined): Located<string> | null => textUnder(grid, index, column, ' ');
  const own = read(columnOf(header, 'eventText')) ?? read(columnOf(header, 'trainingName'));
  const topics = read(columnOf(header, 'topics'));
  const dateColumn = columnOf(header, 'eventDate') ?? columnOf(header, 'trainingDate');
  const monthColumn = columnOf(header, 'month');
  const spot = spotsOf(grid, index, dateColumn)[0] ?? spotsOf(grid, index, monthColumn)[0];
  const month = spot && monthColumn?.columns.includes(spot.cell.column) ? monthIn(grid, spot.cell) : null;
  const date = month === null ? (spot ? dateOfCell(grid, spot.cell) : null) : dateOfMonth(month, year);
  const text = own ?? (activityNamesSection && date === null && topics === null ? null : activity);
  if (!text && !date && !topics) return null;
  const inline = text && date === null ? (dateInText(normalise(text.value)) ?? monthAlone(text.value, year)) : null;
  return {
    row: grid.rowNumber(index),
    text,
    date:
      spot && date
        ? grid.at(spot.index, spot.cell.column, withYear(date, year))
        : text && inline
          ? { ...text, value: inline }
          : null,
    topics,
    attendees: attendeesOf(grid, index, columnOf(header, 'attendees')) ?? (text ? attendeesIn(text, text.value) : null),
  };
}

/** A date cell saying only «tháng 3», «Tháng 3» or «3/2023». */
function withYear(date: DateValue, year: Year): DateValue {
  if (date.iso !== null) return date;
  const month = monthAlone(date.text, year);
  return month ? { ...date, iso: month.iso } : date;
}

function attendeesOf(grid: Grid, index: number, column: TableColumn | undefined): Located<number> | null {
  const spot = spotsOf(grid, index, column)[0];
  if (!spot) return null;
  const count =
    typeof spot.cell.value === 'number'
      ? spot.cell.value
      : Number(/\d+/.exec(grid.text(spot.cell).replace(/(?<=\d)\.(?=\d{3})/g, ''))?.[0] ?? Number.NaN);
  return Number.isFinite(count) ? grid.at(spot.index, spot.cell.column, count) : null;
}

function trainingsOf(entries: readonly Entry[] = []): Training[] {
  return entries.map(({ row, text, date, topics, attendees }) => ({
    row,
    name: text,
    date,
    topics,
    attendees,
    ...statedTimes(text, entries.length),
  }));
}

function eventsOf(entries: readonly Entry[] = []): YearEvent[] {
  return entries.flatMap(({ row, text, date }) =>
    text ? [{ row, text, date, ...statedTimes(text, entries.length) }] : [],
  );
}

function yearOf(grid: Grid, front: Front<Label>): Located<number> | null {
  const label = front.labels.get('year');
  const labelled = Number(/\d{4}/.exec(label?.value.value ?? '')?.[0] ?? 0);
  if (label && labelled >= 1990 && labelled <= 2100) return { ...label.value, value: labelled };
  const period = front.labels.get('period');
  const kept = period
    ? (yearInText(period.value.value) ?? Number(/(?<!\d)(20\d{2})(?!\d)/.exec(period.value.value)?.[1] ?? 0))
    : 0;
  if (period && kept) return { ...period.value, value: kept };
  for (const line of [...(front.title ? [front.title] : []), ...front.lines]) {
    const year = yearOfRange(line.value) ?? (/ngày/iu.test(line.value) ? null : yearInText(line.value));
    if (year !== null) return { sheet: line.sheet, row: line.row, column: line.column, value: year };
  }
  const named = Number(/(?<!\d)(20\d{2})(?!\d)/.exec(grid.sheet.name)?.[1] ?? 0);
  const at = front.title ?? { sheet: grid.sheet.name, row: grid.rowNumber(0) || 1, column: 1 };
  return named ? { sheet: at.sheet, row: at.row, column: at.column, value: named } : null;
}
