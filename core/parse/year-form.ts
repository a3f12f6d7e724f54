/**
 * A year record as one table: activities down its rows with their results beside or under quarters and months, or a log
 * of months with the activities of each.
 */
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import { dateOfCell } from './dates.ts';
import type { Grid } from './grid.ts';
import type { Header, TableColumn } from './header-row.ts';
import { yearSections, type YearSection } from './wording/year.ts';
import { matchHeading, splitNumbering } from './match.ts';
import { monthNumberInText } from './period.ts';
import { readTable, type Table } from './table.ts';
import { activityOf } from './year-activity.ts';

export interface YearForm {
  readonly table: Table;
  /** What the rows are about: activities, or months of a log with activities beside. */
  readonly activity: TableColumn;
  /** The months or days of a log; null where rows are activities. */
  readonly time: TableColumn | null;
  readonly results: readonly TableColumn[];
  /** The days beside the results of activities. */
  readonly date: TableColumn | null;
  readonly periods: readonly Period[];
  /** Activities across the top, of a log of months or of a row that tells the whole year. */
  readonly topics: readonly Topic[];
}

interface Topic {
  readonly column: TableColumn;
  readonly section: YearSection;
}

export interface Period {
  readonly column: TableColumn;
  /** null for a quarter. */
  readonly month: number | null;
}

type Role = 'order' | 'time' | 'activity' | 'result' | 'date' | 'aside' | 'period';

/** Matched in this order on folded header texts. */
const roles: readonly (readonly [Role, RegExp])[] = [
  ['order', /^(?:stt|tt|so tt|so thu tu)$/],
  ['period', /^(?:(?:thang|t) ?\d{1,2}|quy (?:i|ii|iii|iv|[1-4])|6 thang (?:dau|cuoi) nam)$/],
  ['time', /^(?:thang|quy|thoi gian|thoi diem|ngay(?: thang)?(?: nam)?)$/],
  [
    'aside',
    /^(?:don vi(?: tinh| chu tri| thuc hien| phu trach)?|dvt|ke hoach(?: giao| nam)?|chi tieu giao|ty le|ti le|so voi|ghi chu|nguoi (?:phu trach|thuc hien)|phan cong)\b/,
  ],
  ['date', /^ngay (?:ban hanh|ky|thuc hien|to chuc|van ban)\b/],
  [
    'result',
    /^(?:so ky hieu|so van ban|so hieu|ket qua|da thuc hien|thuc hien|thuc te|so lieu|so luong|gia tri|dat duoc|noi dung(?: va)? ket qua)\b/,
  ],
  [
    'activity',
    /^(?:ten |cac |nhom )?(?:noi dung|hoat dong|nhiem vu|chi tieu|cong viec|van ban|cong tac|dau viec|tieu chi|hang muc|muc)(?: (?:cong viec|cong tac|hoat dong|nhiem vu|chi tieu|thuc hien|bao cao))?(?: chu yeu| chinh)?$/,
  ],
];

/** So many rows below a header are looked at to know it. */
const looked = 25;
/** A header of activities has no more cells. */
const widest = 20;
/** So many quarters or months make a table of periods. */
const leastPeriods = 3;
/** So many activities across the top make one without a column of months. */
const leastTopics = 4;

/** The table starting at that row; `section` is the one it stands in. */
export function readForm(grid: Grid, index: number, section: YearSection | null): YearForm | null {
  const found = findForm(grid, index, section) ?? (section === null ? findTopics(grid, index) : null);
  if (!found) return null;
  const { header, ...form } = found;
  const table = readTable(grid, header, {
    main: ['activity', ...form.topics.map(({ column }) => column.id)],
    loneMain: true,
    // A month in which nothing was held.
    stands: (text) => form.topics.length > 0 && /^(?:t(?:háng )?)?\d{1,2}$/iu.test(text),
    ends: (_, cells) => endsForm(grid, cells, form),
  });
  return { ...form, table };
}

/** «II. NHIỆM VỤ» with nothing beside it, or a heading outside the column of activities. */
function endsForm(
  grid: Grid,
  cells: readonly Cell[],
  { activity, topics }: Pick<YearForm, 'activity' | 'topics'>,
): boolean {
  const [only] = cells;
  if (!only || cells.length > 1) return false;
  const shown = grid.shown(only);
  if (!activity.columns.includes(only.column)) return activityOf(shown) !== null;
  // «Nhiệm vụ, giải pháp: …» below the months.
  const headed = splitNumbering(shown).style !== null || (topics.length > 0 && /[:：]/.test(shown));
  return headed && matchHeading(yearSections, shown) !== null;
}

type FoundForm = Omit<YearForm, 'table'> & { readonly header: Header };

function findForm(grid: Grid, index: number, section: YearSection | null): FoundForm | null {
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
  const asColumn = (id: string, { cell, index: at }: Headed): TableColumn => columnUnder(grid, id, cell, at);
  const activity = asColumn('activity', named);
  const dated = of('date')[0];
  const dateColumn = dated ? asColumn('date', dated) : null;
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
    ...(dateColumn ? [dateColumn] : []),
    ...periodColumns,
  ];
  return {
    activity,
    time: timeColumn,
    results: resultColumns,
    date: dateColumn,
    periods: periodColumns.map((column) => ({ column, month: monthOfHeader(column.header.value) })),
    topics: [],
    header: headerOf(grid, index, last, columns, all),
  };
}

/** «Tháng | Tập huấn | Kiểm tra | Giao ban» over months; the activities alone over what was done in the year. */
function findTopics(grid: Grid, index: number): FoundForm | null {
  const cells = grid.valued(index);
  if (cells.length > widest || !cells.every((cell) => typeof cell.value === 'string' && cell.value.length <= 60))
    return null;
  const headed = rolesOf(grid, index);
  const time = headed.find(({ role }) => role === 'time');
  const topics = cells.flatMap((cell): Topic[] => {
    const section = activityOf(grid.shown(cell))?.section;
    return section ? [{ section, column: columnUnder(grid, `topic${String(cell.column)}`, cell, index) }] : [];
  });
  const sections = new Set(topics.map(({ section }) => section)).size;
  if (time ? sections < 2 || !monthsBelow(grid, index, time.cell.column) : sections < leastTopics) return null;
  const timeColumn = time ? columnUnder(grid, 'time', time.cell, index) : null;
  const activity = timeColumn ?? topics[0]?.column;
  if (!activity) return null;
  const order = headed.find(({ role }) => role === 'order');
  const columns = [
    ...(order ? [columnUnder(grid, 'order', order.cell, index)] : []),
    ...(timeColumn ? [timeColumn] : []),
    ...topics.map(({ column }) => column),
  ];
  const all = cells.map((cell): Headed => ({ cell, index, role: 'activity' }));
  return {
    activity,
    time: timeColumn,
    results: [],
    date: null,
    periods: [],
    topics,
    header: headerOf(grid, index, index, columns, all),
  };
}

/** The two rows below are of months or days. */
function monthsBelow(grid: Grid, index: number, column: number): boolean {
  return [index + 1, index + 2].every((at) => {
    const cell = grid.cell(at, column);
    if (!cell) return false;
    return monthIn(grid, cell) !== null || (dateOfCell(grid, cell)?.iso ?? null) !== null;
  });
}

function columnUnder(grid: Grid, id: string, cell: Cell, index: number): TableColumn {
  return { id, group: 'standard', columns: [cell.column], header: grid.at(index, cell.column, grid.text(cell)) };
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
    repeats: [],
  };
}

function monthOfHeader(text: string): number | null {
  const month = Number(/\d{1,2}/.exec(/qu[ýy]|nửa|6 tháng/iu.test(text) ? '' : text)?.[0] ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}

export function linesOf(shown: string): string[] {
  return shown
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Of «Tháng 3», «T3», «3». */
export function monthIn(grid: Grid, cell: Cell): number | null {
  const month =
    typeof cell.value === 'number' && !cell.style.date
      ? cell.value
      : Number(/^t?0?(\d{1,2})$/i.exec(grid.text(cell))?.[1] ?? monthNumberInText(grid.text(cell)) ?? 0);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
}
