/** Builds neutral workbooks for tests: rows of values from row 1, column A. */
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import type { Profile } from '../../../core/profile.ts';
import type { Cell, CellStyle, CellValue, Range, Row, Sheet, Workbook } from '../../../core/sheet.ts';
import { parseA1 } from '../../../core/sheet.ts';

/** A date serial of the 1900 system, or a cell with its own format, formula or font. */
export interface Special {
  readonly value: CellValue | null;
  readonly numberFormat?: string;
  readonly date?: boolean;
  readonly font?: string;
  readonly formula?: string;
}

export type Value = CellValue | Special | null;

export interface SheetOptions {
  readonly name?: string;
  readonly state?: Sheet['state'];
  /** `A1:D1` */
  readonly merges?: readonly string[];
  /** Values put in single cells after the rows: `C54`. */
  readonly also?: Readonly<Record<string, Value>>;
}

export const general: CellStyle = { font: 'Times New Roman', numberFormat: 'General', date: false };

/** 2021-06-15 → a cell holding its serial. */
export function day(iso: string, numberFormat = 'dd/mm/yyyy'): Special {
  return { value: Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569, numberFormat, date: true };
}

export function sheet(rows: readonly (readonly Value[])[], options: SheetOptions = {}): Sheet {
  const grid = new Map<number, Map<number, Value>>();
  const put = (row: number, column: number, value: Value): void => {
    if (value === null) return;
    const cells = grid.get(row) ?? new Map<number, Value>();
    cells.set(column, value);
    grid.set(row, cells);
  };
  rows.forEach((values, row) => values.forEach((value, column) => put(row + 1, column + 1, value)));
  for (const [address, value] of Object.entries(options.also ?? {})) {
    const at = parseA1(address);
    if (at) put(at.row, at.column, value);
  }
  return {
    name: options.name ?? 'Sheet1',
    state: options.state ?? 'visible',
    rows: [...grid]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]): Row => ({
        row,
        hidden: false,
        cells: [...cells].sort(([a], [b]) => a - b).map(([column, value]) => cellOf(column, value)),
      })),
    merges: (options.merges ?? []).map(range),
    hiddenColumns: [],
    filtered: false,
    comments: [],
    headersFooters: [],
  };
}

function cellOf(column: number, value: Value): Cell {
  if (value === null || typeof value !== 'object' || 'error' in value) return { column, value, style: general };
  return {
    column,
    value: value.value,
    style: {
      font: value.font ?? general.font,
      numberFormat: value.numberFormat ?? 'General',
      date: value.date ?? false,
    },
    ...(value.formula === undefined ? {} : { formula: value.formula }),
  };
}

function range(text: string): Range {
  const [from = 'A1', to = from] = text.split(':');
  const start = parseA1(from) ?? { row: 1, column: 1 };
  const end = parseA1(to) ?? start;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

export function workbook(sheets: Sheet | readonly Sheet[], more: Partial<Workbook> = {}): Workbook {
  return {
    sheets: Array.isArray(sheets) ? (sheets as readonly Sheet[]) : [sheets as Sheet],
    date1904: false,
    properties: new Map(),
    features: [],
    ...more,
  };
}

/** The profile the tests parse under. */
export const profile: Profile = shipped(defaultProfileId);

function shipped(id: string): Profile {
  const found = profiles.get(id);
  if (!found) throw new Error(`no profile ${id}`);
  return found;
}
