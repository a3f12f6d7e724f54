/**
 * A sheet read as a year record: sections with lines or tables, or one table whose first column names the section.
 */
import type { DateValue, DocumentReference, Located, Training, YearEvent, YearRecord } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { listItems, readContent, type ContentLine } from './content.ts';
import { dateInText, dateOfCell, referenceOf } from './dates.ts';
import { Front, lineBudget } from './front.ts';
import type { Grid } from './grid.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import {
  commonLabels,
  yearLabels,
  yearSections,
  type CommonLabel,
  type YearLabel,
  type YearSection,
} from './headers.ts';
import { labelIndex, matchHeading } from './match.ts';
import { monthNumberInText, monthOf, yearInText } from './period.ts';
import { headerCell, type Reading } from './reading.ts';
import { Sections } from './sections.ts';
import { isNothing } from './signature.ts';
import { readTable, type Table } from './table.ts';
import { columnOf, spotsOf, textUnder } from './values.ts';

type Label = CommonLabel | YearLabel;
const labels = labelIndex<Label>([...commonLabels, ...yearLabels]);

/** One entry of a section, from a line or a table row. */
interface Entry {
  readonly row: number;
  readonly text: Located<string> | null;
  readonly date: Located<DateValue> | null;
  readonly topics: Located<string> | null;
  readonly attendees: Located<number> | null;
}

type Entries = Map<YearSection, Entry[]>;

export function parseYear(grid: Grid, profile: Profile): Reading<YearRecord> {
  const front = new Front<Label>(grid, 'year', labels);
  const sections = new Sections(grid, yearSections, true);
  const lines: { section: YearSection; line: ContentLine }[] = [];
  const tables: { section: YearSection | null; table: Table }[] = [];
  let lastRow = 0;
  for (let index = 0, count = 0; index < grid.rows.length && count < lineBudget; index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const gap = lastRow === 0 ? 0 : grid.rowNumber(index) - lastRow - 1;
    const section = sections.current;
    const kinds = section === 'trainings' ? (['trainings', 'events'] as const) : (['events', 'trainings'] as const);
    const header = cells.length >= 2 ? findHeader(grid, index, kinds, section !== null) : null;
    if (header) {
      const main = header.kind === 'trainings' ? ['trainingName', 'topics'] : ['eventText', 'activity'];
      const table = readTable(grid, header, {
        main,
        loneMain: true,
        ends: (_, row) => sections.startsAt(row) && !columnOf(header, 'activity'),
      });
      tables.push({ section, table });
      index = table.end - 1;
      lastRow = grid.rowNumber(index);
      continue;
    }
    count += 1;
    const opened = sections.open(index, cells);
    if (opened) {
      lastRow = grid.rowNumber(index);
      if (opened.remainder)
        lines.push({ section: opened.id, line: { ...opened.remainder, beside: null, further: [] } });
      const rest = cells.slice(opened.cells);
      const line = rest.length > 0 ? readContent(grid, index, rest, 0, false) : null;
      if (line) lines.push({ section: opened.id, line });
      continue;
    }
    if ((section !== null || tables.length > 0) && front.readSignature(index, cells)) continue;
    if (section === null) {
      front.read(index, cells, tables.length === 0);
      continue;
    }
    const line = readContent(grid, index, cells, gap, false);
    if (!line) continue;
    for (const cell of cells) if (typeof cell.value === 'number') grid.claim(index, cell.column);
    lastRow = grid.rowNumber(index);
    lines.push({ section, line });
  }
  return assemble(grid, profile, front, lines, tables);
}

function assemble(
  grid: Grid,
  profile: Profile,
  front: Front<Label>,
  lines: readonly { section: YearSection; line: ContentLine }[],
  tables: readonly { section: YearSection | null; table: Table }[],
): Reading<YearRecord> {
  const year = yearOf(grid, front);
  const entries: Entries = new Map();
  const add = (section: YearSection, entry: Entry): void => {
    const list = entries.get(section);
    if (list) list.push(entry);
    else entries.set(section, [entry]);
  };
  for (const { section, line } of lines) for (const entry of entriesOfLine(grid, line, year)) add(section, entry);
  for (const { section, table } of tables)
    for (const found of entriesOfTable(grid, table, section, year)) add(found.section, found.entry);
  const organisation = front.organisation(profile, front.labels.get('organisation'));
  const headers = tables.map(({ table }) => table.header);
  return {
    document: {
      kind: 'year',
      sheet: grid.sheet.name,
      title: front.title,
      organisationText: organisation?.text ?? null,
      organisation: organisation?.id ?? null,
      year,
      plan: labelReference(front, 'plan') ?? referenceOfEntries(entries.get('plan')),
      trainings: (entries.get('trainings') ?? []).map(trainingOf),
      inspections: eventsOf(entries.get('inspections')),
      review: labelReference(front, 'review') ?? referenceOfEntries(entries.get('review')),
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

function entriesOfLine(
  grid: Grid,
  { located, shown, beside, index }: ContentLine,
  year: Located<number> | null,
): Entry[] {
  if (isNothing(foldPlain(shown)) || /:\s*$/.test(shown)) return [];
  const items = listItems(shown);
  return items.map((item) => {
    const text = items.length === 1 ? located : { ...located, value: item };
    const own = ownDate(grid, index, located.column);
    const date =
      dateInText(normalise(item)) ?? (beside ? dateInText(normalise(beside.value)) : null) ?? monthAlone(item, year);
    return {
      row: located.row,
      text,
      date: own ?? (date ? { ...located, value: date } : null),
      topics: null,
      attendees: attendeesIn(located, `${item} ${beside?.value ?? ''}`),
    };
  });
}

/** A date cell standing beside a line. */
function ownDate(grid: Grid, index: number, column: number): Located<DateValue> | null {
  const cell = grid.valued(index).find((one) => one.column > column && typeof one.value === 'number' && one.style.date);
  const date = dateOfCell(grid, cell);
  return cell && date ? grid.at(index, cell.column, date) : null;
}

/** «Tháng 3: giao ban …» takes its year from the record. */
function monthAlone(text: string, year: Located<number> | null): DateValue | null {
  const month = monthNumberInText(text);
  const iso = year && month !== null ? monthOf(year.value, month) : null;
  return iso === null ? null : { iso, asText: false, text: `tháng ${month ?? ''}` };
}

function attendeesIn(at: Located<string>, text: string): Located<number> | null {
  const count = /(\d{1,6})\s*(?:lượt\s*)?(?:người|đồng chí|đ\/c|đại biểu|học viên|cán bộ|ctv|cộng tác viên)/iu.exec(
    normalise(text),
  )?.[1];
  return count === undefined ? null : { ...at, value: Number(count) };
}

function entriesOfTable(
  grid: Grid,
  { header, rows }: Table,
  section: YearSection | null,
  year: Located<number> | null,
): { section: YearSection; entry: Entry }[] {
  const activity = columnOf(header, 'activity');
  const found: { section: YearSection; entry: Entry }[] = [];
  let current = header.kind === 'trainings' ? (section ?? 'trainings') : section;
  for (const { index, kind, cell } of rows) {
    if (kind === 'group') {
      const heading = cell ? matchHeading(yearSections, grid.shown(cell)) : null;
      if (heading) current = heading.id;
      continue;
    }
    const named = activity ? textUnder(grid, index, activity, ' ') : null;
    const heading = named ? matchHeading(yearSections, named.value) : null;
    if (heading) current = heading.id;
    const entry = entryOfRow(grid, header, index, year, named, heading !== null);
    if (current && entry) found.push({ section: current, entry });
  }
  return found;
}

function entryOfRow(
  grid: Grid,
  header: Header,
  index: number,
  year: Located<number> | null,
  activity: Located<string> | null,
  activityNamesSection: boolean,
): Entry | null {
  const read = (column: TableColumn | undefined): Located<string> | null => textUnder(grid, index, column, ' ');
  const own = read(columnOf(header, 'eventText')) ?? read(columnOf(header, 'trainingName'));
  const topics = read(columnOf(header, 'topics'));
  const dateColumn = columnOf(header, 'eventDate') ?? columnOf(header, 'trainingDate');
  const spot = spotsOf(grid, index, dateColumn)[0];
  const date = spot ? dateOfCell(grid, spot.cell) : null;
  const text = own ?? (activityNamesSection && date === null && topics === null ? null : activity);
  if (text && isNothing(foldPlain(text.value))) return null;
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
    attendees: attendeesOf(grid, index, columnOf(header, 'attendees')),
  };
}

/** A date cell saying only «tháng 3», «Tháng 3» or «3/2023». */
function withYear(date: DateValue, year: Located<number> | null): DateValue {
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

function trainingOf({ row, text, date, topics, attendees }: Entry): Training {
  return { row, name: text, date, topics, attendees };
}

function eventsOf(entries: readonly Entry[] | undefined): YearEvent[] {
  return (entries ?? []).flatMap(({ row, text, date }) => (text ? [{ row, text, date }] : []));
}

function labelReference(front: Front<Label>, id: 'plan' | 'review'): Located<DocumentReference> | null {
  const label = front.labels.get(id);
  if (!label || isAbsent(label.value.value)) return null;
  return { ...label.value, value: referenceOf(label.value.value) };
}

/** The first entry that cites a document, else the first entry. */
function referenceOfEntries(entries: readonly Entry[] | undefined): Located<DocumentReference> | null {
  const cited = (entries ?? [])
    .flatMap(({ text, date }) => (text && !isAbsent(text.value) ? [{ text, date }] : []))
    .map(({ text, date }) => {
      const reference = referenceOf(text.value);
      return { ...text, value: { ...reference, date: reference.date ?? date?.value ?? null } };
    });
  return cited.find(({ value }) => value.number !== null) ?? cited[0] ?? null;
}

function isAbsent(text: string): boolean {
  const plain = foldPlain(text);
  return isNothing(plain) || /^(chua|khong) (co|xay dung|ban hanh|to chuc|thuc hien|tong ket)\b/.test(plain);
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
    const year = /ngày/iu.test(line.value) ? null : yearInText(line.value);
    if (year !== null) return { sheet: line.sheet, row: line.row, column: line.column, value: year };
  }
  const named = Number(/(?<!\d)(20\d{2})(?!\d)/.exec(grid.sheet.name)?.[1] ?? 0);
  const at = front.title ?? { sheet: grid.sheet.name, row: grid.rowNumber(0) || 1, column: 1 };
  return named ? { sheet: at.sheet, row: at.row, column: at.column, value: named } : null;
}
