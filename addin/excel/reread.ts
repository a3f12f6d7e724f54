/** After an edit only the cells it may have changed are read again. */
import type { Cell, Range, Row, Sheet } from '../../core/sheet.ts';
import type { OpenWorkbook, WorkbookChange } from '../host.ts';
import { areaOf } from './area.ts';
import { readCells, Styles, type CellsWanted } from './cells.ts';
import { readOpenWorkbook } from './read.ts';
import { hasApi, reading } from './run.ts';

/** Above this, reading everything again is as quick. */
const mostChanges = 50;

/**
 * The changed cells, and all with formulas: their results may have changed too. Rows inserted, sheets added and the like
 * (`address` null) mean reading the whole. Throws HostProblem.
 */
export async function rereadWorkbook(
  previous: OpenWorkbook,
  changes: readonly WorkbookChange[],
  signal?: AbortSignal,
): Promise<OpenWorkbook> {
  const areas = areasToRead(previous, changes);
  if (!areas || !hasApi(9)) return readOpenWorkbook(signal);
  if (areas.length === 0) return previous;
  const { workbook } = previous;
  const rows = await reading((context) => {
    const wanted = areas.map(({ sheet, area }): CellsWanted => ({
      sheet: context.workbook.worksheets.getItem(sheet.name),
      area,
      font: null,
    }));
    return readCells(context, wanted, new Styles(), () => signal?.throwIfAborted());
  });
  const sheets = workbook.sheets.map((sheet) => {
    let { rows: kept } = sheet;
    areas.forEach((one, index) => {
      if (one.sheet === sheet) kept = replaceCells(kept, one.area, rows[index] ?? []);
    });
    return kept === sheet.rows ? sheet : { ...sheet, rows: kept };
  });
  return { ...previous, workbook: { ...workbook, sheets } };
}

interface SheetArea {
  readonly sheet: Sheet;
  readonly area: Range;
}

/** null when only reading everything will do. */
function areasToRead({ workbook }: OpenWorkbook, changes: readonly WorkbookChange[]): SheetArea[] | null {
  if (changes.length > mostChanges) return null;
  const found = new Map<string, SheetArea>();
  for (const { sheet: name, address } of changes) {
    const sheet = workbook.sheets.find((one) => one.name === name);
    if (!sheet || address === null) return null;
    for (const reference of address.split(',')) {
      const area = areaOf(reference);
      if (!area) return null;
      found.set(`${name}!${reference}`, { sheet, area });
    }
  }
  if (found.size === 0) return [];
  const formulas = workbook.sheets.flatMap((sheet) => {
    const area = formulaArea(sheet);
    return area ? [{ sheet, area }] : [];
  });
  return [...found.values(), ...formulas];
}

/** The smallest area with all formulas of a sheet. */
function formulaArea(sheet: Sheet): Range | null {
  let area: { top: number; left: number; bottom: number; right: number } | null = null;
  for (const { row, cells } of sheet.rows)
    for (const { column, formula } of cells) {
      if (formula === undefined) continue;
      area ??= { top: row, left: column, bottom: row, right: column };
      area.bottom = row;
      area.left = Math.min(area.left, column);
      area.right = Math.max(area.right, column);
    }
  return area;
}

function replaceCells(rows: readonly Row[], area: Range, fresh: readonly Row[]): Row[] {
  const inside = (column: number): boolean => area.left <= column && column <= area.right;
  const freshByRow = new Map(fresh.map(({ row, cells }) => [row, cells]));
  const known = new Set(rows.map(({ row }) => row));
  const changed = rows.flatMap((row): Row[] => {
    if (row.row < area.top || row.row > area.bottom) return [row];
    const cells: Cell[] = [...row.cells.filter(({ column }) => !inside(column)), ...(freshByRow.get(row.row) ?? [])];
    return cells.length === 0 ? [] : [{ ...row, cells: cells.sort((a, b) => a.column - b.column) }];
  });
  return [...changed, ...fresh.filter(({ row }) => !known.has(row))].sort((a, b) => a.row - b.row);
}
