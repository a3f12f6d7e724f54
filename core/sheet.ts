/**
 * The neutral workbook: what an .xlsx file and a workbook open in Excel both give.
 * Rows and columns are 1-based, as Excel shows them. Everything here is plain data.
 */

/** An Excel error shown in a cell, such as `#REF!`. */
export interface CellError {
  readonly error: string;
}

/** Text is exactly as stored (never normalised); a date is its serial number, told by `style.date`. */
export type CellValue = string | number | boolean | CellError;

/** One cell format; cells with the same format share one object. */
export interface CellStyle {
  readonly font: string;
  /** The number format code, such as `dd/mm/yyyy`; `General` when none is set. */
  readonly numberFormat: string;
  /** True when `numberFormat` shows a serial number as a date. */
  readonly date: boolean;
}

/** A stretch of rich text with its own font. */
export interface FontRun {
  readonly font: string;
  readonly text: string;
}

/** A cell that holds something. Cells with a format only are not listed. */
export interface Cell {
  readonly column: number;
  /** null: a formula whose result is not stored in the file ("open in Excel and save"), never "blank". */
  readonly value: CellValue | null;
  readonly style: CellStyle;
  readonly formula?: string;
  readonly runs?: readonly FontRun[];
}

/** A row with at least one cell. */
export interface Row {
  readonly row: number;
  readonly hidden: boolean;
  /** By ascending column. */
  readonly cells: readonly Cell[];
}

/** A rectangle of cells, all bounds inclusive. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Comment {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface Sheet {
  readonly name: string;
  readonly state: 'visible' | 'hidden' | 'veryHidden';
  /** By ascending row. */
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  /** Hidden columns as inclusive [first, last] pairs. */
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** True when an active filter hides rows: they are hidden, not left out. */
  readonly filtered: boolean;
  readonly comments: readonly Comment[];
  /** Printed header and footer text, codes such as `&P` included. */
  readonly headersFooters: readonly string[];
}

/** Parts of a workbook that are let through but worth telling the user. */
export type WorkbookFeature = 'external-links' | 'connections' | 'embedded-objects' | 'pivot-tables';

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly date1904: boolean;
  /** Document properties by lower-case name (`title`, `subject`, `keywords`, …) and custom ones by their own name. */
  readonly properties: ReadonlyMap<string, string>;
  readonly features: readonly WorkbookFeature[];
}

/** The address of one cell. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A1 notation without the sheet: (3, 2) → B3. */
export function a1(address: { readonly row: number; readonly column: number }): string {
  return columnName(address.column) + String(address.row);
}

/** B3 → {row: 3, column: 2}; null when the text is no cell reference within Excel's grid (XFD1048576). */
export function parseA1(text: string): { row: number; column: number } | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text);
  if (!match?.[1] || !match[2]) return null;
  let column = 0;
  for (const letter of match[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= 16_384 && row <= 1_048_576 ? { row, column } : null;
}

/** The text of a value as a reader would see it in a plain cell; errors give their code. */
export function valueText(value: CellValue | null): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : String(value);
}
