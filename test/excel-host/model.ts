/** The workbook the test host holds open: what Excel knows of it, as plain data that tests may look at. */
import { canonicalJson } from '../../core/hash.ts';
import type { CellValue } from '../../core/sheet.ts';

export interface ModelStyle {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly numberFormat: string;
  /** `#RRGGBB`; null for no fill. */
  readonly fill: string | null;
}

export interface ModelCell {
  /** '' for an empty cell or a formula that gives empty text. */
  value: CellValue;
  /** Without the equals sign. */
  formula?: string;
  style: ModelStyle;
  /** True when stretches of the text have fonts of their own. */
  rich?: boolean;
}

export interface ModelReply {
  readonly id: string;
  readonly author: string;
  readonly content: string;
}

/** A threaded comment. */
export interface ModelComment {
  readonly id: string;
  readonly row: number;
  readonly column: number;
  author: string;
  content: string;
  replies: ModelReply[];
}

/** An old-style note: the API up to 1.15 does not show them. */
export interface ModelNote {
  readonly row: number;
  readonly column: number;
  readonly content: string;
}

export interface ModelConditionalFormat {
  readonly id: string;
  type: string;
  /** A1 references separated by spaces. */
  readonly address: string;
  formula: string;
  fill: string | null;
  fontColor: string | null;
  priority: number;
  stopIfTrue: boolean;
  /** The rule as it came in the file; null for one made through the API. */
  readonly source: unknown;
}

export interface ModelTable {
  readonly name: string;
  readonly address: string;
  readonly filtered: boolean;
}

/** Printed headers and footers, codes such as `&P` included. */
export interface ModelHeadersFooters {
  readonly odd: readonly [header: string, footer: string];
  readonly even: readonly [header: string, footer: string];
  readonly first: readonly [header: string, footer: string];
}

export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface ModelSheet {
  readonly id: string;
  name: string;
  visibility: 'Visible' | 'Hidden' | 'VeryHidden';
  /** By `cellKey`. */
  readonly cells: Map<number, ModelCell>;
  merges: Area[];
  readonly hiddenRows: Set<number>;
  hiddenColumns: (readonly [first: number, last: number])[];
  comments: ModelComment[];
  notes: ModelNote[];
  conditionalFormats: ModelConditionalFormat[];
  /** As exceljs gives them, by address: kept, never interpreted. */
  validations: Readonly<Record<string, unknown>>;
  tables: ModelTable[];
  /** A filter of the sheet itself. */
  filtered: boolean;
  isProtected: boolean;
  headersFooters: ModelHeadersFooters;
}

export interface ModelWorkbook {
  name: string;
  sheets: ModelSheet[];
  date1904: boolean;
  /** Document properties by the name the API has for them (`Author`, `Title`, …). */
  properties: Map<string, string>;
  customProperties: Map<string, string | number | boolean>;
  names: { readonly name: string; readonly formula: string }[];
  /** Settings of the add-in, kept in the document. */
  settings: Map<string, unknown>;
  readOnly: boolean;
}

export const plainStyle: ModelStyle = { font: 'Calibri', size: 11, bold: false, numberFormat: 'General', fill: null };

export const maxRow = 1_048_576;
export const maxColumn = 16_384;

export function cellKey(row: number, column: number): number {
  return row * (maxColumn + 1) + column;
}

export function cellPlace(key: number): { row: number; column: number } {
  return { row: Math.floor(key / (maxColumn + 1)), column: key % (maxColumn + 1) };
}

export function isColumnHidden(sheet: ModelSheet, column: number): boolean {
  return sheet.hiddenColumns.some(([first, last]) => first <= column && column <= last);
}

export function isEmptyCell(cell: ModelCell): boolean {
  return cell.value === '' && cell.formula === undefined;
}

/** The smallest area with all cells that hold something; with all cells that exist, formats included, on request. */
export function usedArea(sheet: ModelSheet, valuesOnly: boolean): Area | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && isEmptyCell(cell)) continue;
    const { row, column } = cellPlace(key);
    if (!area) area = { top: row, left: column, bottom: row, right: column };
    else {
      area.top = Math.min(area.top, row);
      area.left = Math.min(area.left, column);
      area.bottom = Math.max(area.bottom, row);
      area.right = Math.max(area.right, column);
    }
  }
  return area;
}

/** The whole content as one text: equal texts mean equal workbooks. Ids given by the host are left out. */
export function snapshot(workbook: ModelWorkbook): string {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    id: null,
    comments: sheet.comments.map((comment) => ({
      ...comment,
      id: null,
      replies: comment.replies.map(({ author, content }) => ({ author, content })),
    })),
    hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
    cells: [...sheet.cells].sort(([a], [b]) => a - b),
    conditionalFormats: sheet.conditionalFormats.map((format) => ({ ...format, id: null, source: null })),
  }));
  return canonicalJson({
    ...workbook,
    sheets,
    properties: [...workbook.properties].sort(),
    customProperties: [...workbook.customProperties].sort(),
    settings: [...workbook.settings].sort(),
  });
}
