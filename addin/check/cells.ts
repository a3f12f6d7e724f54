/** Cells as a reader would see them. */
import type { Edit } from '../../core/finding.ts';
import {
  columnName,
  parseA1,
  valueText,
  type Cell,
  type CellValue,
  type Row,
  type Workbook,
} from '../../core/sheet.ts';
import { serialToIso } from '../../core/text/date.ts';

/** A value in words: a date as day/month/year. */
export function shownValue(value: CellValue | null, isDate: boolean, date1904: boolean): string {
  if (isDate && typeof value === 'number') {
    const iso = serialToIso(value, date1904);
    if (iso !== null) return iso.split('-').reverse().join('/');
  }
  return valueText(value);
}

function findRow(workbook: Workbook, sheet: string, row: number): Row | null {
  return workbook.sheets.find(({ name }) => name === sheet)?.rows.find((one) => one.row === row) ?? null;
}

function findCell(workbook: Workbook, sheet: string, address: string): Cell | null {
  const at = parseA1(address);
  if (!at) return null;
  return findRow(workbook, sheet, at.row)?.cells.find(({ column }) => column === at.column) ?? null;
}

/** One line of a preview. A change of the font alone shows in `font`. */
export interface Change {
  readonly edit: Edit;
  readonly before: string;
  readonly after: string;
}

export function changeOf(workbook: Workbook, edit: Edit): Change {
  const cell = findCell(workbook, edit.sheet, edit.cell);
  const writesDate =
    /[dy]/i.test(edit.numberFormat ?? '') || (edit.numberFormat === undefined && cell?.style.date === true);
  return {
    edit,
    before: cell ? shownValue(cell.value, cell.style.date, workbook.date1904) : '',
    after: shownValue(edit.value, writesDate, workbook.date1904),
  };
}

export interface ShownCell {
  readonly column: string;
  readonly text: string;
  readonly atFault: boolean;
}

/** The row of a cell, for a browser that has no sheet to select it in. */
export function shownRow(workbook: Workbook, sheet: string, address: string): ShownCell[] {
  const at = parseA1(address);
  const row = at ? findRow(workbook, sheet, at.row) : null;
  if (!at || !row) return [];
  return row.cells.map((cell) => ({
    column: columnName(cell.column),
    text: shownValue(cell.value, cell.style.date, workbook.date1904),
    atFault: cell.column === at.column,
  }));
}
