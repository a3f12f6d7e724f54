/** The rows under a header: data, group rows, and the lines people put between them. */
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import { leadingBullet } from './content.ts';
import type { Grid } from './grid.ts';
import type { Header } from './header-row.ts';
import { isDecoration, isOffice, isSignature, isTotal } from './signature.ts';
import { latin } from '../text/latin.ts';

/** «Ban», «Tổ 2» */
const fewLetters = latin(String.raw`^\p{L}{3}|^\p{L}{2} \d`, 'u');
const numbered = latin(String.raw`^([IVX]{1,5}|[A-HĐ]|\d{1,2})\s*[.)/:-]\s*\p{L}`, 'u');

/** `group` is a line naming what follows («I. Cơ quan đảng ủy»). */
export interface TableRow {
  readonly index: number;
  readonly kind: 'data' | 'group';
  /** What a group row says; null where it heads nothing. */
  readonly cell: Cell | null;
}

export interface Table {
  readonly header: Header;
  readonly rows: readonly TableRow[];
  /** Row index after the table's last row. */
  readonly end: number;
}

export interface TableOptions {
  /** Columns one of which makes a row a data row even alone in it, such as the stream under a merged issue. */
  readonly main: readonly string[];
  /** True where something else starts: a section heading, another table. */
  readonly ends: (index: number, cells: readonly Cell[]) => boolean;
  /** True when a lone cell in a main column right below is a row all the same (roster: a name still to be completed). */
  readonly loneMain: boolean;
  /** True for a text in a main column that is no row's but names what follows (roster: a unit among the people). */
  readonly heads?: (text: string) => boolean;
  /** False for a text that cannot be a row's where little else stands and no number: «Ghi chú: …» below the names. */
  readonly fits?: (text: string) => boolean;
  /** True for a text that stands for a row whatever its column, such as «Không phát sinh». */
  readonly stands?: (text: string) => boolean;
}

/** «Tổng cộng:»; a longer text, such as «Tổng số vốn giải ngân còn thấp», may be an opinion. */
const longestTotal = 12;

/** After so many blank rows a lone cell is no longer taken for a row of the table. */
const loneCellGap = 3;

export function readTable(grid: Grid, header: Header, options: TableOptions): Table {
  const mainColumns = new Set(options.main.flatMap((id) => slotColumns(header, id)));
  const order = slotColumns(header, 'order')[0] ?? inferOrder(grid, header);
  const left = order === undefined ? header.left : Math.min(order, header.left);
  const owned = [...header.owned];
  if (order !== undefined) owned[order] = true;
  for (let index = header.first; index <= header.last; index += 1) claimHeaderLine(grid, index, left, header);
  const rows: TableRow[] = [];
  let index = header.last + 1;
  let lastRow = grid.rowNumber(header.last);
  for (; index < grid.rows.length; index += 1) {
    const all = grid.valued(index);
    if (all.length === 0) continue;
    const row = grid.rowNumber(index);
    const inside = all.filter((cell) => owned[cell.column] === true);
    const orderCell = order === undefined ? undefined : inside.find((cell) => cell.column === order);
    const mainCell = inside.find((cell) => mainColumns.has(cell.column) && cell.column !== order);
    const hasMain = mainCell !== undefined;
    if (mainCell && options.heads?.(grid.text(mainCell)) && !all.some((cell) => isSignature(grid, cell))) {
      lastRow = row;
      grid.claimAll(index, inside);
      rows.push({ index, kind: 'group', cell: mainCell });
      continue;
    }
    const numberedRow = mainCell && orderCell && isOrdinal(orderCell) && !isOrdinal(mainCell);
    // «3 | Dự báo | Ổn định» after the table is numbered like its rows.
    if (numberedRow && all.length <= 3 && options.ends(index, all)) break;
    if (!numberedRow) {
      const kind = classify(grid, index, all, inside, {
        header,
        options,
        mainColumns,
        order,
        hasMain,
        gap: row - lastRow - 1,
      });
      if (kind === 'end') break;
      if (kind === 'stray') continue;
      lastRow = row;
      if (kind === 'skip') {
        grid.claimBetween(index, left, header.right);
        continue;
      }
      if (kind === 'group') {
        const cell = groupCell(grid, inside.length > 0 ? inside : all);
        grid.claimAll(index, inside.length > 0 ? inside : all);
        rows.push({ index, kind, cell });
        continue;
      }
      if (mainCell && !orderCell && inside.length <= 2 && isNote(grid.text(mainCell), order, options)) {
        grid.claimAll(index, inside);
        rows.push({ index, kind: 'group', cell: null });
        continue;
      }
    }
    lastRow = row;
    grid.claimColumns(index, owned);
    rows.push({ index, kind: 'data', cell: null });
  }
  return { header, rows, end: index };
}

/** The table without the lines below its last row, which head nobody: they are read as lines. */
export function withoutTrailing(table: Table): Table {
  const { rows } = table;
  const count = rowsWithoutTrailing(rows);
  const next = rows[count];
  return count === 0 || !next ? table : { ...table, rows: rows.slice(0, count), end: next.index };
}

/** How many rows there are up to the last that is no group's heading. */
export function rowsWithoutTrailing(rows: readonly TableRow[]): number {
  let count = rows.length;
  while (rows[count - 1]?.kind === 'group') count -= 1;
  return count;
}

interface RowContext {
  readonly header: Header;
  readonly options: TableOptions;
  readonly mainColumns: ReadonlySet<number>;
  readonly order: number | undefined;
  readonly hasMain: boolean;
  /** Blank rows above. */
  readonly gap: number;
}

type RowKind = 'data' | 'group' | 'skip' | 'stray' | 'end';

function classify(
  grid: Grid,
  index: number,
  all: readonly Cell[],
  inside: readonly Cell[],
  { header, options, mainColumns, order, hasMain, gap }: RowContext,
): RowKind {
  if (isRepeatedHeader(grid, inside, header)) return 'skip';
  if (isColumnNumbers(grid, inside)) return 'skip';
  if (all.length <= 4) {
    const rowOfNone = !hasMain || all.length === 1;
    if (all.some((cell) => signs(grid, cell, mainColumns, rowOfNone, order !== undefined)))
      return goesOn(grid, index + 1, order, mainColumns) ? 'group' : 'end';
    const first = all[0];
    const total = all.find((cell) => isTotal(grid.text(cell)));
    if (first && typeof first.value === 'string' && total) {
      const sentence = mainColumns.has(total.column) && grid.text(total).length > longestTotal;
      return hasMain && all.length > 2 && sentence ? 'data' : 'skip';
    }
  }
  if (options.ends(index, all)) return 'end';
  const filled = inside.filter((cell) => cell.column !== order);
  if (inside.length === 0) {
    const only = all[0];
    return only && all.length === 1 && isWide(grid, index, only) ? 'group' : 'stray';
  }
  if (inside.length === 1 || filled.length === 1) {
    const only = filled[0] ?? inside[0];
    if (!only) return 'stray';
    if (isDecoration(grid.text(only))) return 'skip';
    if (isGroup(grid, index, inside, only, order)) return gap >= 30 && grid.text(only).length < 2 ? 'stray' : 'group';
    if (inside.length === 1) {
      const lone = grid.text(only);
      if (options.stands?.(lone)) return 'group';
      // Rows numbered beforehand and never filled in.
      if (only.column === order && isOrdinal(only) && gap < loneCellGap) return 'skip';
      if (only.column === order || !hasMain) return 'stray';
      if (gap >= loneCellGap || foldPlain(lone).length < 2) return 'stray';
      return options.loneMain ? 'data' : 'stray';
    }
  }
  return filled.length === 0 ? 'stray' : 'data';
}

/**
 * A signature mark ends the table, unless it is plainly the value of a full row («Phó Bí thư» as a position). Signers'
 * offices are in capitals, and a row of a numbered table has its number.
 */
function signs(
  grid: Grid,
  cell: Cell,
  mainColumns: ReadonlySet<number>,
  rowOfNone: boolean,
  numberedTable: boolean,
): boolean {
  if (!isSignature(grid, cell)) return false;
  if (rowOfNone || mainColumns.has(cell.column)) return true;
  const text = grid.text(cell);
  return !isOffice(text) || (numberedTable && text === text.toUpperCase());
}

/** «TỔ TRƯỞNG» above the next numbered row is no signer's. */
function goesOn(grid: Grid, from: number, order: number | undefined, mainColumns: ReadonlySet<number>): boolean {
  if (order === undefined) return false;
  for (let index = from; index < Math.min(from + 3, grid.rows.length); index += 1) {
    const cells = grid.valued(index);
    if (cells.length === 0) continue;
    const mark = cells.find((cell) => cell.column === order);
    return mark !== undefined && isOrdinal(mark) && cells.some((cell) => mainColumns.has(cell.column));
  }
  return false;
}

/** A text that cannot be a row's: in a table without numbers only where its signs say so, for a name may be written badly. */
function isNote(text: string, order: number | undefined, { fits }: TableOptions): boolean {
  return fits?.(text) === false && (order !== undefined || /[:;]|^\s*\(/.test(text) || leadingBullet.test(text));
}

/** A line across the table, or numbered by a roman numeral or letter, with one text. */
function isGroup(grid: Grid, index: number, inside: readonly Cell[], only: Cell, order: number | undefined): boolean {
  if (typeof only.value !== 'string') return false;
  const text = grid.text(only);
  if (foldPlain(text).length < 2) return false;
  if (isWide(grid, index, only)) return true;
  const mark = inside.find((cell) => cell.column === order && cell !== only);
  if (mark) return /^([IVX]{1,5}|[A-HĐ])[.)]?$/u.test(grid.text(mark));
  if (only.column === order) return text.length > 4 || fewLetters.test(text);
  return numbered.test(text);
}

function isWide(grid: Grid, index: number, cell: Cell): boolean {
  const merge = grid.mergeAt(grid.rowNumber(index), cell.column);
  return merge !== null && merge.right > merge.left && typeof cell.value === 'string';
}

function groupCell(grid: Grid, cells: readonly Cell[]): Cell | null {
  return (
    cells.find((cell) => !/^[\dIVX.)\s-]*$/.test(grid.text(cell)) && foldPlain(grid.shown(cell)).length > 3) ??
    cells.at(-1) ??
    null
  );
}

function isRepeatedHeader(grid: Grid, inside: readonly Cell[], header: Header): boolean {
  if (inside.length < 2) return false;
  return inside.every(
    (cell) => typeof cell.value === 'string' && (header.texts.get(cell.column)?.includes(grid.plain(cell)) ?? false),
  );
}

/** «(1) (2) (3)», «A B 1 2»: a line numbering the columns. */
function isColumnNumbers(grid: Grid, inside: readonly Cell[]): boolean {
  if (inside.length < 3) return false;
  let previous = 0;
  return inside.every((cell) => {
    if (typeof cell.value === 'number' && cell.style.date) return false;
    const text = grid.text(cell).replace(/[()[\].\s]/g, '');
    if (/^[A-E]$/.test(text)) return true;
    if (!/^\d{1,2}$/.test(text) || Number(text) < previous || Number(text) > previous + 3) return false;
    previous = Number(text);
    return true;
  });
}

/** «1», «1.», «01)», 1. */
function isOrdinal(cell: Cell): boolean {
  return typeof cell.value === 'number'
    ? !cell.style.date && cell.value > 0
    : typeof cell.value === 'string' && /^\s*\d{1,6}\s*[.)]?\s*$/.test(cell.value);
}

/** Numbers 1, 2, 3 … in an unnamed column just left of the table are its order column. */
function inferOrder(grid: Grid, header: Header): number | undefined {
  const column = header.left - 1;
  if (column < 1 || grid.valued(header.last).some((cell) => cell.column === column)) return undefined;
  for (let index = header.last + 1; index < Math.min(header.last + 6, grid.rows.length); index += 1) {
    const cell = grid.cell(index, column);
    if (cell && isOrdinal(cell)) return column;
  }
  return undefined;
}

function claimHeaderLine(grid: Grid, index: number, left: number, { right, owned }: Header): void {
  const inHeader = (cell: Cell): boolean =>
    ((cell.column >= left && cell.column <= right) || owned[cell.column] === true) && typeof cell.value === 'string';
  grid.claimAll(index, grid.valued(index).filter(inHeader));
}

function slotColumns(header: Header, id: string): readonly number[] {
  return header.columns.find((column) => column.id === id)?.columns ?? [];
}
