/** Cells of a table that should hold something and do not: the parser lists values, so blanks are found by their row. */
import type { Located, Structure } from '../document.ts';
import { matchColumn, type TableKind } from '../parse/match.ts';
import { cellAt } from './places.ts';
import type { CellAddress, Workbook } from '../sheet.ts';

export interface TableOf {
  readonly workbook: Workbook;
  readonly structure: Structure;
  readonly sheet: string;
  readonly kind: TableKind;
}

/** A header has at most so many lines. */
const headerLines = 3;

/** The cells of a column that are blank in these rows. Without its header, the row's first cell is pointed at. */
export function blankCells<Row extends { readonly row: number }>(
  rows: readonly Row[],
  read: (row: Row) => Located<unknown> | null,
  id: string,
  table: TableOf,
): CellAddress[] {
  // A missing column is `missing-column`'s finding, not one for every row.
  if (table.structure.missingColumns.some((missing) => missing.id === id)) return [];
  const filled = rows.map(read).find((cell) => cell !== null);
  const column = filled?.column ?? headerColumn(id, table);
  return (
    rows
      .filter((row) => read(row) === null)
      .map((blank) => ({ ...placeOf(blank, table), column: column ?? firstColumn(blank.row, table) }))
      // An error value or a formula not calculated is not blank, and has a finding of its own.
      .filter((at) => column === null || cellAt(table.workbook, at) === null)
  );
}

/** A list may go on on another sheet: what is filled tells where the row stands. */
function placeOf(row: { readonly row: number }, { sheet }: TableOf): { sheet: string; row: number } {
  const filled = Object.values<unknown>(row).find(
    (value): value is CellAddress => typeof value === 'object' && value !== null && 'sheet' in value,
  );
  return { sheet: filled?.sheet ?? sheet, row: row.row };
}

function headerColumn(id: string, { workbook, structure: { header }, kind }: TableOf): number | null {
  if (!header) return null;
  const lines = workbook.sheets
    .find((sheet) => sheet.name === header.sheet)
    ?.rows.filter((row) => row.row >= header.row && row.row < header.row + headerLines);
  const cells = (lines ?? []).flatMap((row) => row.cells);
  return cells.find(({ value }) => typeof value === 'string' && matchColumn(kind, [value])?.id === id)?.column ?? null;
}

function firstColumn(row: number, { workbook, sheet }: TableOf): number {
  const rows = workbook.sheets.find((one) => one.name === sheet)?.rows ?? [];
  return rows.find((one) => one.row === row)?.cells[0]?.column ?? 1;
}
