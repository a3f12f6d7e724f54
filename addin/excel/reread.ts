/** After an edit only the cells it may have changed are read again. */
import type { Cell, Range, Row, Sheet } from '../../core/sheet.ts';
import { HostProblem, type OpenWorkbook, type WorkbookChange } from '../host.ts';
import { areaOf } from './area.ts';
import { readCells, Styles, type CellsWanted } from './cells.ts';
import { mergesOf, neededLevel, readOpenWorkbook, stateOf } from './read.ts';
import { hasApi, reading } from './run.ts';

/** Above these, reading everything again is as quick. */
const mostChanges = 50;
const mostCells = 20_000;

/**
 * The changed cells, and all with formulas: their results may have changed too; one request. What a change of cells does
 * not tell (rows moved or hidden, sheets added, renamed or shown) means reading the whole. Throws HostProblem.
 */
export async function rereadWorkbook(
  previous: OpenWorkbook,
  changes: readonly WorkbookChange[],
  signal?: AbortSignal,
): Promise<OpenWorkbook> {
  if (changes.length === 0) return previous;
  const areas = hasApi(neededLevel) ? areasOf(changes) : null;
  const patched = areas && (await patch(previous, areas, signal));
  return patched ?? readOpenWorkbook(signal);
}

interface ChangedArea {
  /** Name or id. */
  readonly sheet: string;
  readonly area: Range;
}

/** null when only reading everything will do. */
function areasOf(changes: readonly WorkbookChange[]): ChangedArea[] | null {
  if (changes.length > mostChanges) return null;
  const found = new Map<string, ChangedArea>();
  let cells = 0;
  for (const { sheet, address } of changes) {
    if (address === null) return null;
    for (const reference of address.split(',')) {
      const area = areaOf(reference);
      if (!area) return null;
      cells += (area.bottom - area.top + 1) * (area.right - area.left + 1);
      found.set(`${sheet}!${reference}`, { sheet, area });
    }
  }
  return cells > mostCells ? null : [...found.values()];
}

/** What reading the whole may still get past. */
const otherwise: ReadonlySet<string> = new Set(['not-found', 'too-large', 'failed']);

/** null when the workbook is no longer the one read before, but for those cells. */
async function patch(
  previous: OpenWorkbook,
  areas: readonly ChangedArea[],
  signal: AbortSignal | undefined,
): Promise<OpenWorkbook | null> {
  try {
    return await reading((context) => readPatch(context, previous, areas, signal));
  } catch (error) {
    // A sheet renamed or deleted in the meantime, more merged areas than one answer holds.
    if (error instanceof HostProblem && otherwise.has(error.code)) return null;
    throw error;
  }
}

async function readPatch(
  context: Excel.RequestContext,
  previous: OpenWorkbook,
  areas: readonly ChangedArea[],
  signal: AbortSignal | undefined,
): Promise<OpenWorkbook | null> {
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const changed = areas.map(({ sheet: key, area }) => {
    const sheet = worksheets.getItem(key);
    const range = sheet.getRangeByIndexes(
      area.top - 1,
      area.left - 1,
      area.bottom - area.top + 1,
      area.right - area.left + 1,
    );
    range.load('rowHidden,columnHidden');
    const merged = sheet.getUsedRangeOrNullObject(false).getMergedAreasOrNullObject();
    merged.load('address');
    return { key, sheet, area, range, merged };
  });
  const formulas = previous.workbook.sheets.flatMap((sheet) => {
    const area = formulaArea(sheet);
    return area ? [{ key: sheet.name, sheet: worksheets.getItem(sheet.name), area, merged: null }] : [];
  });
  const wishes = [...changed, ...formulas];
  const wanted = wishes.map(({ sheet, area }): CellsWanted => ({ sheet, area, font: null }));
  const rows = await readCells(context, wanted, new Styles(), () => signal?.throwIfAborted());

  const { sheets } = previous.workbook;
  const same = ({ name, visibility }: Excel.Worksheet, index: number): boolean =>
    sheets[index]?.name === name && sheets[index].state === stateOf(visibility);
  if (worksheets.items.length !== sheets.length || !worksheets.items.every(same)) return null;
  // Cells that appear where something is hidden are hidden themselves: rare, and worth a whole reading.
  const hidden = (flag: boolean | null): boolean => flag !== false;
  if (changed.some(({ range }) => hidden(range.rowHidden) || hidden(range.columnHidden))) return null;

  let complete = previous.complete;
  const patched = worksheets.items.map(({ id, name }, index): Sheet => {
    const sheet = sheets[index];
    if (!sheet) throw new RangeError('the sheets were compared');
    let { rows: kept, merges } = sheet;
    wishes.forEach((one, place) => {
      if (one.key !== id && one.key !== name) return;
      const fresh = (rows[place] ?? []).map((row) => withRuns(row, kept));
      if (fresh.some(({ cells }) => cells.some(({ style, runs }) => style.font === '' && !runs))) complete = false;
      kept = replaceCells(kept, one.area, fresh);
      if (one.merged) merges = mergesOf(one.merged);
    });
    if (kept === sheet.rows) return sheet;
    return { ...sheet, rows: kept, merges, filtered: sheet.filtered && kept.some((row) => row.hidden) };
  });
  return { ...previous, complete, workbook: { ...previous.workbook, sheets: patched } };
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

/** Fonts within a text come from the file alone: what was known of a text that is still the same holds. */
function withRuns(fresh: Row, before: readonly Row[]): Row {
  if (fresh.cells.every(({ style }) => style.font !== '')) return fresh;
  const known = before.find(({ row }) => row === fresh.row)?.cells ?? [];
  const cells = fresh.cells.map((cell): Cell => {
    const same = cell.style.font === '' ? known.find(({ column }) => column === cell.column) : undefined;
    if (!same?.runs || same.value !== cell.value) return cell;
    return { ...cell, style: { ...cell.style, font: same.style.font }, runs: same.runs };
  });
  return { ...fresh, cells };
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
