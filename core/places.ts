/** Every place of a workbook that holds text, the ones nobody looks at included. */
import { valueText, type Cell, type CellAddress, type Row, type Sheet, type Workbook } from './sheet.ts';

/** A cell of a sheet with its address. */
export interface PlacedCell {
  readonly at: CellAddress;
  readonly cell: Cell;
  /** True in a hidden sheet, row or column. */
  readonly hidden: boolean;
}

export type PlaceKind = 'cell' | 'comment' | 'header-footer' | 'sheet-name' | 'property';

export interface TextPlace {
  readonly kind: PlaceKind;
  /** The cell; for a header, footer or sheet name the sheet's first cell; null for a document property. */
  readonly at: CellAddress | null;
  /** The name of a document property; empty for other kinds. */
  readonly property: string;
  readonly text: string;
  readonly hidden: boolean;
}

/** `&L`, `&"Arial,Bold"`, `&14`, `&K01+000`: they stand against the text they apply to. */
const printCode = /&(?:"[^"]*"|K[\dA-F]{2}[+-]\d{3}|K[\dA-F]{6}|\d+|[A-Z])/gi;

/** All cells of a sheet, row by row. */
export function* cellsOf(sheet: Sheet): Iterable<PlacedCell> {
  const { name, rows, hiddenColumns } = sheet;
  const wholeSheet = sheet.state !== 'visible';
  const inHiddenColumn = (column: number): boolean =>
    hiddenColumns.length > 0 && hiddenColumns.some(([first, last]) => first <= column && column <= last);
  for (const { row, hidden, cells } of rows)
    for (const cell of cells)
      yield {
        at: { sheet: name, row, column: cell.column },
        cell,
        hidden: wholeSheet || hidden || inHiddenColumn(cell.column),
      };
}

/** The cell at an address; null where nothing is stored. */
export function cellAt(workbook: Workbook, at: CellAddress): Cell | null {
  const rows = workbook.sheets.find((sheet) => sheet.name === at.sheet)?.rows ?? [];
  return rowAt(rows, at.row)?.cells.find((cell) => cell.column === at.column) ?? null;
}

/** Rows ascend, and rules look cells up once per value: a linear search would make large rosters quadratic. */
function rowAt(rows: readonly Row[], wanted: number): Row | undefined {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return rows[low]?.row === wanted ? rows[low] : undefined;
}

/** Texts (numbers too, as plain digits) of cells, comments, headers and footers, sheet names and document properties. */
export function* textPlaces(workbook: Workbook): Iterable<TextPlace> {
  for (const sheet of workbook.sheets) {
    const first: CellAddress = { sheet: sheet.name, row: 1, column: 1 };
    const hidden = sheet.state !== 'visible';
    yield { kind: 'sheet-name', at: first, property: '', text: sheet.name, hidden };
    for (const coded of sheet.headersFooters)
      yield { kind: 'header-footer', at: first, property: '', text: coded.replace(printCode, ' '), hidden };
    for (const { at, cell, hidden: hiddenCell } of cellsOf(sheet))
      yield { kind: 'cell', at, property: '', text: valueText(cell.value), hidden: hiddenCell };
    for (const { row, column, text } of sheet.comments)
      yield { kind: 'comment', at: { sheet: sheet.name, row, column }, property: '', text, hidden };
  }
  for (const [property, text] of workbook.properties)
    yield { kind: 'property', at: null, property, text, hidden: true };
}
