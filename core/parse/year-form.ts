/**
 * A year record as one table: activities down its rows with their results beside or under quarters and months, or a log
 * of months with the activities of each.
 */
import type { DateValue, Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import { dateInText, dateOfCell } from './dates.ts';
import type { Grid } from './grid.ts';
import type { Header, TableColumn } from './header-row.ts';
import { yearSections, type YearSection } from './headers.ts';
import { matchHeading, splitNumbering } from './match.ts';
import { monthNumberInText } from './period.ts';
import { readTable, type Table } from './table.ts';
import { spotsOf, textUnder, type Spot } from './values.ts';
import { activityOf, type Activity } from './year-activity.ts';
import {
  attendeesIn,
  dateOfMonth,
  isAbsent,
  monthAlone,
  type Entry,
  type FoundEntry,
  type Year,
} from './year-entry.ts';

export interface YearForm {
  readonly table: Table;
  /** What the rows are about: activities, or months of a log with activities beside. */
  readonly activity: TableColumn;
  /** The months or days of a log; null where rows are activities. */
  readonly time: TableColumn | null;
  readonly results: readonly TableColumn[];
  readonly periods: readonly Period[];
}

interface Period {
  readonly column: TableColumn;
  /** null for a quarter. */
  readonly month: number | null;
}

type Role = 'order' | 'time' | 'activity' | 'result' | 'aside' | 'period';

/** Matched in this order on folded header texts. */
const roles: readonly (readonly [Role, RegExp])[] = [
  ['order', /^(?:stt|tt|so tt|so thu tu)$/],
  ['period', /^(?:(?:thang|t) ?\d{1,2}|quy (?:i|ii|iii|iv|[1-4])|6 thang (?:dau|cuoi) nam)$/],
  ['time', /^(?:thang|quy|thoi gian|thoi diem|ngay(?: thang)?(?: nam)?)$/],
  [
    'aside',
    /^(?:don vi(?: tinh| chu tri| thuc hien| phu trach)?|dvt|ke hoach(?: giao| nam)?|chi tieu giao|ty le|ti le|so voi|ghi chu|nguoi (?:phu trach|thuc hien)|phan cong)\b/,
  ],
  [
    'result',
    /^(?:ket qua|da thuc hien|thuc hien|thuc te|so lieu|so luong|gia tri|dat duoc|noi dung(?: va)? ket qua)\b/,
  ],
  [
    'activity',
    /^(?:ten |cac |nhom )?(?:noi dung|hoat dong|nhiem vu|chi tieu|cong viec|cong tac|dau viec|tieu chi|hang muc|muc)(?: (?:cong viec|cong tac|hoat dong|nhiem vu|chi tieu|thuc hien|bao cao))?(?: chu yeu| chinh)?$/,
  ],
];

/** So many rows below a header are looked at to know it. */
const looked = 25;
/** So many quarters or months make a table of periods. */
const leastPeriods = 3;

/** The table starting at that row; `section` is the one it stands in. */
export function readForm(grid: Grid, index: number, section: YearSection | null): YearForm | null {
  const found = findForm(grid, index, section);
  if (!found) return null;
  const { header, ...form } = found;
  const table = readTable(grid, header, {
    main: ['activity'],
    loneMain: true,
    ends: (_, cells) => endsForm(grid, cells, form.activity),
  });
  return { ...form, table };
}

/** «II. NHIỆM VỤ» with nothing beside it, or a heading outside the column of activities. */
function endsForm(grid: Grid, cells: readonly Cell[], activity: TableColumn): boolean {
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  const shown = grid.shown(only);
  if (!activity.columns.includes(only.column)) return activityOf(shown) !== null;
  return splitNumbering(shown).style !== null && matchHeading(yearSections, shown) !== null;
}

function findForm(
  grid: Grid,
  index: number,
  section: YearSection | null,
): (Omit<YearForm, 'table'> & { readonly header: Header }) | null {
  const upper = rolesOf(grid, index);
  if (upper.length < 2) return null;
  const lower = rolesOf(
    grid,
    index + 1,
    upper.some(({ cell }) => grid.plain(cell) === 'thang'),
  );
  const twoLines = lower.length >= 2 && lower.every(({ role }) => role === 'period');
  const all = twoLines
    ? [...upper.filter(({ cell }) => !lower.some((one) => one.cell.column === cell.column)), ...lower]
    : upper;
  const last = twoLines ? index + 1 : index;
  const of = (role: Role): Headed[] => all.filter((one) => one.role === role);
  const periods = of('period');
  const across = periods.length >= leastPeriods;
  const named = of('activity')[0] ?? (across ? of('time')[0] : undefined);
  if (!named) return null;
  const time = across ? undefined : of('time')[0];
  const results = [...of('result'), ...of('activity').slice(1)];
  if (!across && !time && results.length === 0) return null;
  // «STT | Nội dung | Ngày» under a heading lists what the heading says.
  if (time && section !== null) return null;
  const found = sectionsBelow(grid, last + 1, named.cell.column);
  if (found.size < 2 && !(across && section !== null)) return null;
  const asColumn = (id: string, { cell, index: at }: Headed): TableColumn => ({
    id,
    group: 'standard',
    columns: [cell.column],
    header: grid.at(at, cell.column, grid.text(cell)),
  });
  const activity = asColumn('activity', named);
  const timeColumn = time ? asColumn('time', time) : null;
  const resultColumns = results.map((one) => asColumn('eventText', one));
  const periodColumns = across ? periods.map((one) => asColumn('period', one)) : [];
  const columns = [
    ...of('order')
      .slice(0, 1)
      .map((one) => asColumn('order', one)),
    ...(timeColumn ? [timeColumn] : []),
    activity,
    ...resultColumns,
    ...periodColumns,
  ];
  return {
    activity,
    time: timeColumn,
    results: resultColumns,
    periods: periodColumns.map((column) => ({ column, month: monthOfHeader(column.header.value) })),
    header: headerOf(grid, index, last, columns, all),
  };
}

interface Headed {
  readonly cell: Cell;
  readonly index: number;
  readonly role: Role;
}

/** The header cells of a row; empty where some long text shows that it is none. `ofMonths`: bare numbers are months. */
function rolesOf(grid: Grid, index: number, ofMonths = false): Headed[] {
  const cells = grid.valued(index);
  const months = ofMonths || (cells[0] !== undefined && grid.plain(cells[0]) === 'thang');
  const found: Headed[] = [];
  for (const cell of cells) {
    if (typeof cell.value === 'number' && months && !cell.style.date && cell.value >= 1 && cell.value <= 12)
      found.push({ cell, index, role: 'period' });
    if (typeof cell.value !== 'string') continue;
    if (cell.value.length > 60) return [];
    const plain = foldPlain(grid.shown(cell).replace(/\([^)]*\)/g, ' '));
    const role = roles.find(([, pattern]) => pattern.test(plain))?.[0];
    if (role) found.push({ cell, index, role });
  }
  return found;
}

/** The sections that the rows below speak of: those of a record's own table are several. */
function sectionsBelow(grid: Grid, from: number, column: number): ReadonlySet<YearSection> {
  const found = new Set<YearSection>();
  for (let index = from; index < Math.min(from + looked, grid.rows.length); index += 1) {
    const cells = grid.valued(index);
    const cell = cells.find((one) => one.column === column);
    if (typeof cell?.value !== 'string') continue;
    if (cells.length === 1 && splitNumbering(grid.shown(cell)).style !== null) break;
    for (const line of linesOf(grid.shown(cell))) {
      const section = activityOf(line)?.section;
      if (section) found.add(section);
    }
  }
  return found;
}

function headerOf(
  grid: Grid,
  first: number,
  last: number,
  columns: readonly TableColumn[],
  all: readonly Headed[],
): Header {
  const owned: (boolean | undefined)[] = [];
  const texts = new Map<number, string[]>();
  for (let index = first; index <= last; index += 1)
    for (const cell of grid.valued(index)) {
      owned[cell.column] = true;
      texts.set(cell.column, [...(texts.get(cell.column) ?? []), grid.plain(cell)]);
    }
  const under = all.map(({ cell }) => cell.column);
  return {
    kind: 'events',
    first,
    last,
    left: Math.min(...under),
    right: Math.max(...under),
    columns,
    unexpected: [],
    texts,
    owned,
  };
}

function monthOfHeader(text: string): number | null {
  const month = Number(/\d{1,2}/.exec(/qu[ýy]|nửa|6 tháng/iu.test(text) ? '' : text)?.[0] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

function linesOf(shown: string): string[] {
  return shown
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function entriesOfForm(grid: Grid, form: YearForm, section: YearSection | null, year: Year): FoundEntry[] {
  return form.time ? entriesOfLog(grid, form, form.time, year) : entriesOfActivities(grid, form, section, year);
}

function entriesOfLog(grid: Grid, { table, activity, results }: YearForm, time: TableColumn, year: Year): FoundEntry[] {
  const found: FoundEntry[] = [];
  let when: Located<DateValue> | null = null;
  for (const { index, kind } of table.rows) {
    if (kind === 'group') continue;
    const [timeSpot] = spotsOf(grid, index, time);
    if (timeSpot) when = dateOfTime(grid, timeSpot, year);
    const [spot] = spotsOf(grid, index, activity);
    if (!spot) continue;
    const lines = linesOf(grid.shown(spot.cell));
    for (const line of lines) {
      const told = activityOf(line);
      if (!told || told.people) continue;
      const result = resultOf(grid, index, results);
      if (result && isAbsent(result.value)) continue;
      const text =
        result && lines.length === 1 && /\d/.test(result.value) ? result : grid.at(spot.index, spot.cell.column, line);
      found.push({ section: told.section, entry: entryOf(grid.rowNumber(index), text, when, line, year) });
    }
  }
  return found;
}

/** A day, «Tháng 3», «3», «3/2023». */
function dateOfTime(grid: Grid, { index, cell }: Spot, year: Year): Located<DateValue> | null {
  const month =
    typeof cell.value === 'number' && !cell.style.date
      ? cell.value
      : Number(/^t?0?(\d{1,2})$/i.exec(grid.text(cell))?.[1] ?? monthNumberInText(grid.text(cell)) ?? 0);
  const date = Number.isInteger(month) && month >= 1 && month <= 12 ? dateOfMonth(month, year) : dateOfCell(grid, cell);
  return date?.iso ? grid.at(index, cell.column, date) : null;
}

function entryOf(row: number, text: Located<string>, when: Located<DateValue> | null, told: string, year: Year): Entry {
  const inline = dateInText(text.value) ?? dateInText(told) ?? monthAlone(text.value, year);
  return {
    row,
    text,
    date: when?.value.iso?.length === 10 || !inline ? when : { ...text, value: inline },
    topics: null,
    attendees: attendeesIn(text, `${text.value} ${told}`),
  };
}

function resultOf(grid: Grid, index: number, results: readonly TableColumn[]): Located<string> | null {
  for (const column of results) {
    const text = textUnder(grid, index, column, ' ');
    if (text) return text;
  }
  return null;
}

function entriesOfActivities(
  grid: Grid,
  { table, activity, results, periods }: YearForm,
  section: YearSection | null,
  year: Year,
): FoundEntry[] {
  const found: FoundEntry[] = [];
  let current = section;
  for (const { index, kind, cell } of table.rows) {
    const label = kind === 'group' ? null : textUnder(grid, index, activity, ' ');
    const named = label?.value ?? (cell ? grid.shown(cell) : '');
    const told = named === '' ? null : (activityOf(named) ?? headed(named));
    if (told && !told.people) current = told.section;
    // «- Lớp thứ nhất» belongs to the row above it; a line of its own about something else to nothing.
    else if (!told && label && section === null && !/^\s*[-–+*•]/.test(label.value)) current = null;
    if (kind === 'group') continue;
    if (told?.people) {
      addPeople(found, numberIn(grid, index, results));
      continue;
    }
    if (current === null) continue;
    const result = resultEntry(grid, index, label, results, year);
    if (result) found.push({ section: current, entry: result });
    for (const period of periods) {
      const entry = periodEntry(grid, index, label, period, year);
      if (entry) found.push({ section: current, entry });
    }
  }
  return found;
}

function headed(text: string): Activity | null {
  const heading = matchHeading(yearSections, text);
  return heading && { section: heading.id, people: false };
}

function resultEntry(
  grid: Grid,
  index: number,
  label: Located<string> | null,
  results: readonly TableColumn[],
  year: Year,
): Entry | null {
  const [spot] = results.flatMap((column) => spotsOf(grid, index, column));
  return spot ? valueEntry(grid, grid.rowNumber(index), label, spot, null, year) : null;
}

/** «Số lớp tập huấn» beside 2, «Ngày giao ban» above a date: told by its label. Nought is none. */
export function valueEntry(
  grid: Grid,
  row: number,
  label: Located<string> | null,
  { index, cell }: Spot,
  month: DateValue | null,
  year: Year,
): Entry | null {
  const value = grid.value(cell) ?? '';
  if (/^0+([.,]0+)?%?$/.test(value.trim())) return null;
  const own = grid.at(index, cell.column, value);
  if (typeof cell.value === 'number') {
    const date = cell.style.date ? dateOfCell(grid, cell) : month;
    const text = label
      ? { ...label, value: cell.style.date ? bareLabel(label) : `${bareLabel(label)}: ${value}` }
      : own;
    return { row, text, date: date && { ...own, value: date }, topics: null, attendees: null };
  }
  return entryOf(row, own, month && { ...own, value: month }, '', year);
}

function bareLabel({ value }: Located<string>): string {
  return value.trim().replace(/\s*[:：]$/, '');
}

/** Held in that month: a day, a mark or some text under it. */
function periodEntry(
  grid: Grid,
  index: number,
  label: Located<string> | null,
  { column, month }: Period,
  year: Year,
): Entry | null {
  const [spot] = spotsOf(grid, index, column);
  if (!spot) return null;
  const entry = valueEntry(grid, grid.rowNumber(index), label, spot, dateOfMonth(month, year), year);
  const said = entry?.text && /\p{L}{2}/u.test(entry.text.value) && entry.text.column === spot.cell.column;
  return entry && { ...entry, text: said ? entry.text : column.header };
}

function numberIn(grid: Grid, index: number, results: readonly TableColumn[]): Located<number> | null {
  const [spot] = results.flatMap((column) => spotsOf(grid, index, column));
  return spot ? peopleIn(grid, spot) : null;
}

/** A number of people: 90, «90», «90 lượt người». */
export function peopleIn(grid: Grid, { index, cell }: Spot): Located<number> | null {
  const text = grid.text(cell).replace(/(?<=\d)\.(?=\d{3})/g, '');
  const count = typeof cell.value === 'number' ? cell.value : Number(/^\d{1,6}/.exec(text)?.[0] ?? Number.NaN);
  return Number.isInteger(count) ? grid.at(index, cell.column, count) : null;
}

/** The number of all who attended is that of the only entry; of several nobody knows who attended which. */
export function addPeople(found: FoundEntry[], attendees: Located<number> | null): void {
  const classes = found.filter(({ section }) => section === 'trainings');
  const only = classes.length === 1 ? classes[0] : undefined;
  if (only && attendees && only.entry.attendees === null)
    found[found.indexOf(only)] = { ...only, entry: { ...only.entry, attendees } };
}
