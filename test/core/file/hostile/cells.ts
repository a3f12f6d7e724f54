import { a1, type Sheet } from '../../../../core/sheet.ts';

/** The values of one sheet by address; a formula shows as `=text`, then its value. */
export function cellsOf(sheet: Sheet | undefined): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const row of sheet?.rows ?? [])
    for (const cell of row.cells)
      cells[a1({ row: row.row, column: cell.column })] =
        cell.formula === undefined ? cell.value : [`=${cell.formula}`, cell.value];
  return cells;
}
