/** Every place of a workbook that holds text, the ones nobody looks at included. */
import { valueText, type Cell, type CellAddress, type Row, type Sheet, type Workbook } from '../sheet.ts';

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

/** The cells of a sheet that are wanted, row by row. Every rule walks all cells, and wants very few of them. */
export function* cellsOf(sheet: Sheet, wanted: (cell: Cell) => boolean): Iterable<PlacedCell> {
  const { name, rows, hiddenColumns } = sheet;
  const wholeSheet = sheet.state !== 'visible';
  for (const { row, hidden, cells } of rows)
    for (const cell of cells)
      if (wanted(cell))
        yield {
          at: { sheet: name, row, column: cell.column },
          cell,
          hidden: wholeSheet || hidden || within(cell.column, hiddenColumns),
        };
}

/** The cells of a hidden sheet, row or column. */
export function* hiddenCellsOf(sheet: Sheet): Iterable<PlacedCell> {
  const wholeSheet = sheet.state !== 'visible';
  const rows = wholeSheet || sheet.hiddenColumns.length > 0 ? sheet.rows : sheet.rows.filter((row) => row.hidden);
  for (const placed of cellsOf({ ...sheet, rows }, () => true)) if (placed.hidden) yield placed;
}

function within(column: number, ranges: Sheet['hiddenColumns']): boolean {
  return ranges.length > 0 && ranges.some(([first, last]) => first <= column && column <= last);
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

/**
 * The wanted texts (numbers too, as plain digits) of cells, comments, headers and footers, sheet names and document
 * properties.
 */
export function* textPlaces(workbook: Workbook, wanted: (text: string) => boolean): Iterable<TextPlace> {
  for (const sheet of workbook.sheets) {
    const first: CellAddress = { sheet: sheet.name, row: 1, column: 1 };
    const hidden = sheet.state !== 'visible';
    if (wanted(sheet.name)) yield { kind: 'sheet-name', at: first, property: '', text: sheet.name, hidden };
    for (const coded of sheet.headersFooters) {
      const text = coded.replace(printCode, ' ');
      if (wanted(text)) yield { kind: 'header-footer', at: first, property: '', text, hidden };
    }
    for (const { at, cell, hidden: hiddenCell } of cellsOf(sheet, ({ value }) => wanted(valueText(value))))
      yield { kind: 'cell', at, property: '', text: valueText(cell.value), hidden: hiddenCell };
    for (const { row, column, text } of sheet.comments)
      if (wanted(text)) yield { kind: 'comment', at: { sheet: sheet.name, row, column }, property: '', text, hidden };
  }
  for (const [property, text] of workbook.properties)
    if (wanted(text)) yield { kind: 'property', at: null, property, text, hidden: true };
}

/** Cells by address. Every cell of a workbook may be looked up, so addresses are not spelled out. */
export class CellSet {
  private readonly sheets = new Map<string, Set<number>>();

  constructor(cells: Iterable<CellAddress> = []) {
    for (const cell of cells) this.add(cell);
  }

  add({ sheet, row, column }: CellAddress): void {
    const places = this.sheets.get(sheet);
    if (places) places.add(row * mostColumns + column);
    else this.sheets.set(sheet, new Set([row * mostColumns + column]));
  }

  has(cell: CellAddress | null): boolean {
    return cell !== null && this.sheets.get(cell.sheet)?.has(cell.row * mostColumns + cell.column) === true;
  }
}

/** More than any sheet has. */
const mostColumns = 0x8000;
