/** Rows of a year record that are a label and its value, on whatever row they stand. */
import type { Cell } from '../sheet.ts';
import { wholeCell } from './content.ts';
import type { Grid } from './grid.ts';
import { yearSections, type YearSection } from './wording/year.ts';
import { matchHeading } from './match.ts';
import { labelledActivity } from './year-activity.ts';
import { entriesOfLine, type FoundEntry, type Year } from './year-entry.ts';
import { addPeople, peopleIn, valueEntry } from './year-form-entries.ts';

/** What a row or table gives once the year is known, put behind what was found above it. */
export type Piece = (year: Year, found: FoundEntry[]) => void;

export interface Labelled {
  readonly section: YearSection;
  readonly piece: Piece;
}

/** «lớp», «người», «cuộc» behind a count. */
const longestUnit = 10;

/** «Số lớp tập huấn: | 2», «Báo cáo tổng kết: | Số 333-BC/ĐU …»; the rest of a heading's row is read with the heading. */
export function readLabelled(grid: Grid, index: number, cells: readonly Cell[]): Labelled | null {
  const numbered = cells.length > 2 && cells[0] !== undefined && /^\d{1,2}[.)]?$/.test(grid.text(cells[0]));
  const [label, cell, ...more] = numbered ? cells.slice(1) : cells;
  if (!label || typeof label.value !== 'string' || more.some((one) => grid.text(one).length > longestUnit)) return null;
  if (!cell) return readInlineLabelled(grid, index, label);
  const shown = grid.shown(label);
  const told = labelledActivity(shown);
  if (!told || (typeof cell.value === 'string' && matchHeading(yearSections, shown))) return null;
  const { section } = told;
  grid.claimAll(index, cells);
  const spot = { index, cell };
  if (told.people) return { section, piece: (_, found) => addPeople(found, peopleIn(grid, spot)) };
  const piece: Piece = (year, found) => {
    const entry = valueEntry(
      grid,
      grid.rowNumber(index),
      grid.at(index, label.column, grid.value(label) ?? ''),
      spot,
      null,
      year,
    );
    if (entry) found.push({ section, entry });
  };
  return { section, piece };
}

/** «Số lớp tập huấn: 2» in one cell. */
function readInlineLabelled(grid: Grid, index: number, cell: Cell): Labelled | null {
  const [label = '', value = ''] = grid.text(cell).split(/[:：](.*)/su);
  const told = labelledActivity(label);
  if (!told || !/\d/.test(value)) return null;
  grid.claim(index, cell.column);
  const { section } = told;
  if (told.people) {
    const count = Number(/\d+/.exec(value.replace(/(?<=\d)\.(?=\d{3})/g, ''))?.[0]);
    return { section, piece: (_, found) => addPeople(found, grid.at(index, cell.column, count)) };
  }
  const piece: Piece = (year, found) => {
    if (/^\s*0+(?!\d)/.test(value)) return;
    for (const entry of entriesOfLine(grid, wholeCell(grid, index, cell), year)) found.push({ section, entry });
  };
  return { section, piece };
}
