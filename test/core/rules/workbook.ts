/** Small neutral workbooks for the rules that look at cells rather than at what was parsed from them. */
import type { ParsedDocument, ParsedWorkbook, Structure } from '../../../core/document.ts';
import {
  parseA1,
  type Cell,
  type CellStyle,
  type CellValue,
  type Comment,
  type Row,
  type Sheet,
  type Workbook,
} from '../../../core/sheet.ts';
import { sheet as sheetName } from './build.ts';

export const plain: CellStyle = { font: 'Times New Roman', numberFormat: 'General', date: false };

/** Cell contents by reference: a value, or more of the cell where the value is not all. */
export type Contents = Readonly<Record<string, CellValue | Partial<Cell>>>;

export function sheetOf(contents: Contents, overrides: Partial<Sheet> & { hiddenRows?: number[] } = {}): Sheet {
  const { hiddenRows = [], ...rest } = overrides;
  const byRow = new Map<number, Cell[]>();
  for (const [reference, content] of Object.entries(contents)) {
    const { row, column } = place(reference);
    const partial = typeof content === 'object' && !('error' in content) ? content : { value: content };
    byRow.set(row, [...(byRow.get(row) ?? []), { value: null, style: plain, ...partial, column }]);
  }
  const rows = [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]): Row => {
      return { row, hidden: hiddenRows.includes(row), cells: cells.sort((a, b) => a.column - b.column) };
    });
  return {
    name: sheetName,
    state: 'visible',
    rows,
    merges: [],
    hiddenColumns: [],
    filtered: false,
    comments: [],
    headersFooters: [],
    ...rest,
  };
}

export function commentAt(reference: string, text: string): Comment {
  return { ...place(reference), text };
}

export function workbookOf(sheets: readonly Sheet[], overrides: Partial<Workbook> = {}): Workbook {
  return { sheets, date1904: false, properties: new Map(), features: [], ...overrides };
}

const nothingAmiss: Structure = {
  missingColumns: [],
  unexpectedColumns: [],
  refusedColumns: [],
  header: null,
  strays: [],
  template: null,
  otherCandidates: [],
};

/** A parsed workbook around a document (null: nothing was recognised). */
export function parsedOf(
  document: ParsedDocument | null,
  workbook: Workbook | Contents = {},
  structure: Partial<Structure> = {},
): ParsedWorkbook {
  return {
    workbook: isWorkbook(workbook) ? workbook : workbookOf([sheetOf(workbook)]),
    kind: document?.kind ?? 'unknown',
    document,
    structure: { ...nothingAmiss, ...structure },
  };
}

function isWorkbook(value: Workbook | Contents): value is Workbook {
  return 'sheets' in value && Array.isArray(value.sheets);
}

function place(reference: string): { row: number; column: number } {
  const address = parseA1(reference);
  if (!address) throw new RangeError(`no cell: ${reference}`);
  return address;
}
