/** The entries that a year record's one table gives, and those of labels with their values. */
import type { DateValue, Located } from '../document.ts';
import { leadingBullet } from './content.ts';
import { dateInText, dateOfCell } from './dates.ts';
import type { Grid } from './grid.ts';
import type { TableColumn } from './header-row.ts';
import { yearSections, type YearSection } from './wording/year.ts';
import { matchHeading } from './match.ts';
import { isTotal } from './signature.ts';
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
import { linesOf, monthIn, type Period, type YearForm } from './year-form.ts';

export function entriesOfForm(grid: Grid, form: YearForm, section: YearSection | null, year: Year): FoundEntry[] {
  if (form.topics.length > 0) return entriesOfTopics(grid, form, year);
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

function entriesOfTopics(grid: Grid, { table, time, topics }: YearForm, year: Year): FoundEntry[] {
  return table.rows.flatMap(({ index, kind }) => {
    const [timeSpot] = kind === 'data' && time ? spotsOf(grid, index, time) : [];
    if (time && (!timeSpot || isTotal(grid.text(timeSpot.cell)))) return [];
    const month = timeSpot ? (dateOfTime(grid, timeSpot, year)?.value ?? null) : null;
    return topics.flatMap(({ column, section }): FoundEntry[] => {
      const entry = heldEntry(grid, index, column.header, column, month, year);
      return entry ? [{ section, entry }] : [];
    });
  });
}

/** A day, «Tháng 3», «3», «3/2023». */
function dateOfTime(grid: Grid, { index, cell }: Spot, year: Year): Located<DateValue> | null {
  const month = monthIn(grid, cell);
  const date = month === null ? dateOfCell(grid, cell) : dateOfMonth(month, year);
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
  { table, activity, results, date, periods }: YearForm,
  section: YearSection | null,
  year: Year,
): FoundEntry[] {
  const found: FoundEntry[] = [];
  /** The section around the table, or of its group rows. */
  let around = section;
  let current = section;
  for (const { index, kind, cell } of table.rows) {
    const label = kind === 'group' ? null : textUnder(grid, index, activity, ' ');
    const named = label?.value ?? (cell ? grid.shown(cell) : '');
    const told = named === '' ? null : (activityOf(named) ?? headed(named));
    if (told && !told.people) current = told.section;
    // «- Lớp thứ nhất» belongs to the row above it; a line of its own about something else to nothing.
    else if (!told && label && !leadingBullet.test(label.value)) current = around;
    if (kind === 'group') {
      around = current;
      continue;
    }
    if (told?.people) {
      addPeople(found, numberIn(grid, index, results));
      continue;
    }
    if (current === null) continue;
    const result = resultEntry(grid, index, label, results, date, year);
    // «Lớp kỹ năng | 45 người» in the group «TẬP HUẤN».
    const ownName = !told && label && current === 'trainings';
    if (result) found.push({ section: current, entry: ownName ? { ...result, text: label } : result });
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
  dateColumn: TableColumn | null,
  year: Year,
): Entry | null {
  const [spot] = results.flatMap((column) => spotsOf(grid, index, column));
  const entry = spot ? valueEntry(grid, grid.rowNumber(index), label, spot, null, year) : null;
  const [dateSpot] = dateColumn ? spotsOf(grid, index, dateColumn) : [];
  return entry && { ...entry, date: entry.date ?? (dateSpot ? dateOfTime(grid, dateSpot, year) : null) };
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

function periodEntry(
  grid: Grid,
  index: number,
  label: Located<string> | null,
  { column, month }: Period,
  year: Year,
): Entry | null {
  return heldEntry(grid, index, label, column, dateOfMonth(month, year), year);
}

/** Held in that month: a day, a mark or some text under it. A mark is told by the header above it. */
function heldEntry(
  grid: Grid,
  index: number,
  label: Located<string> | null,
  column: TableColumn,
  month: DateValue | null,
  year: Year,
): Entry | null {
  const [spot] = spotsOf(grid, index, column);
  if (!spot) return null;
  const entry = valueEntry(grid, grid.rowNumber(index), label, spot, month, year);
  if (!entry) return null;
  const { text } = entry;
  const said =
    text?.column === spot.cell.column && text.row === grid.rowNumber(spot.index) && /\p{L}{2}/u.test(text.value);
  return said ? entry : { ...entry, text: column.header };
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
