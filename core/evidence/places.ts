/** Every place of a workbook that holds text, the ones nobody looks at included. */
import { normalise } from '../text/compare.ts';
import { hintsOf } from '../text/hints.ts';
import { legacyEncoding } from '../text/legacy-font.ts';
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

/** What a cell may be that rules look for, beside the hints of its text. */
export const cellHint = {
  /** Holds text or a number. */
  text: 32,
  /** Shows an error. */
  error: 64,
  /** A formula without a stored result. */
  notCalculated: 128,
  /** In a font of the time before Unicode, at least in part. */
  legacyFont: 256,
} as const;

/** The cells of a sheet with any of the wanted hints, row by row. */
export function* cellsOf(sheet: Sheet, wanted: number): Iterable<PlacedCell> {
  const hints = hintsOfSheet(sheet);
  const { name, rows, hiddenColumns } = sheet;
  const wholeSheet = sheet.state !== 'visible';
  let index = 0;
  for (const { row, hidden, cells } of rows)
    for (const cell of cells)
      if (((hints[index++] ?? 0) & wanted) !== 0)
        yield {
          at: { sheet: name, row, column: cell.column },
          cell,
          hidden: wholeSheet || hidden || within(cell.column, hiddenColumns),
        };
}

/** The cells of a hidden sheet, row or column. */
export function* hiddenCellsOf(sheet: Sheet): Iterable<PlacedCell> {
  const { name, rows, hiddenColumns } = sheet;
  const wholeSheet = sheet.state !== 'visible';
  for (const { row, hidden, cells } of rows)
    if (wholeSheet || hidden || hiddenColumns.length > 0)
      for (const cell of cells)
        if (wholeSheet || hidden || within(cell.column, hiddenColumns))
          yield { at: { sheet: name, row, column: cell.column }, cell, hidden: true };
}

/** Cell by cell, in the order of `cellsOf`. Sheets never change once read, and many rules ask. */
function hintsOfSheet(sheet: Sheet): Uint16Array {
  const known = hintsBySheet.get(sheet);
  if (known) return known;
  const hints = new Uint16Array(sheet.rows.reduce((sum, { cells }) => sum + cells.length, 0));
  let index = 0;
  for (const { cells } of sheet.rows) for (const cell of cells) hints[index++] = hintsOfCell(cell);
  hintsBySheet.set(sheet, hints);
  return hints;
}

const hintsBySheet = new WeakMap<Sheet, Uint16Array>();

function hintsOfCell({ value, formula, runs, style }: Cell): number {
  if (value === null) return formula === undefined ? 0 : cellHint.notCalculated;
  if (typeof value === 'object') return cellHint.error | cellHint.text;
  if (typeof value !== 'string') return cellHint.text | hintsOf(String(value));
  const legacy = runs || legacyEncoding(style.font) !== null ? cellHint.legacyFont : 0;
  return cellHint.text | legacy | hintsOf(value);
}

function within(column: number, ranges: Sheet['hiddenColumns']): boolean {
  return ranges.length > 0 && ranges.some(([first, last]) => first <= column && column <= last);
}

/** The cell at an address; null where nothing is stored. */
export function cellAt(workbook: Workbook, at: CellAddress): Cell | null {
  const rows = workbook.sheets.find((sheet) => sheet.name === at.sheet)?.rows ?? [];
  return rowAt(rows, at.row)?.cells.find((cell) => cell.column === at.column) ?? null;
}

/** False where the value is a part of the cell's text or was put together from several cells: no edit may replace the cell. */
export function fillsCell(cell: Cell | null, value: string): boolean {
  return cell === null || (cell.formula === undefined && normalise(valueText(cell.value)) === normalise(value));
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
 * The texts with any of the wanted hints (numbers too, as plain digits) of cells, comments, headers and footers, sheet
 * names and document properties.
 */
export function* textPlaces(workbook: Workbook, wanted: number): Iterable<TextPlace> {
  const isWanted = (text: string): boolean => ((cellHint.text | hintsOf(text)) & wanted) !== 0;
  for (const sheet of workbook.sheets) {
    const first: CellAddress = { sheet: sheet.name, row: 1, column: 1 };
    const hidden = sheet.state !== 'visible';
    if (isWanted(sheet.name)) yield { kind: 'sheet-name', at: first, property: '', text: sheet.name, hidden };
    for (const coded of sheet.headersFooters) {
      const text = coded.replace(printCode, ' ');
      if (isWanted(text)) yield { kind: 'header-footer', at: first, property: '', text, hidden };
    }
    for (const { at, cell, hidden: hiddenCell } of cellsOf(sheet, wanted))
      yield { kind: 'cell', at, property: '', text: valueText(cell.value), hidden: hiddenCell };
    for (const { row, column, text } of sheet.comments)
      if (isWanted(text)) yield { kind: 'comment', at: { sheet: sheet.name, row, column }, property: '', text, hidden };
  }
  for (const [property, text] of workbook.properties)
    if (isWanted(text)) yield { kind: 'property', at: null, property, text, hidden: true };
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
