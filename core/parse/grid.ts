/**
 * A sheet as the parser walks it: rows by index, merged cells, text ready for matching, and which cells have been
 * read. What nobody claimed in the end is stray.
 */
import type { Located } from '../document.ts';
import type { Cell, Range, Row, Sheet } from '../sheet.ts';
import { fold, foldPlain, normalise } from '../text/compare.ts';
import { serialToIso } from '../text/date.ts';
import { legacyText } from '../text/legacy-cell.ts';

/** Merges taller than this are looked up in a short list instead of row by row. */
const tallMerge = 200;
/** At most so many tall merges are honoured: a sheet with more is not a document. */
const tallMergeLimit = 64;
const memoLimit = 100_000;
const memoLength = 160;

export class Grid {
  readonly sheet: Sheet;
  readonly rows: readonly Row[];
  readonly date1904: boolean;
  private readonly offsets: Uint32Array;
  private readonly claims: Uint8Array;
  private readonly mergesByRow = new Map<number, Range[]>();
  private readonly tallMerges: Range[] = [];
  private readonly plainMemo = new Map<string, string>();

  constructor(sheet: Sheet, date1904: boolean) {
    this.sheet = sheet;
    this.rows = sheet.rows;
    this.date1904 = date1904;
    this.offsets = new Uint32Array(sheet.rows.length + 1);
    sheet.rows.forEach((row, index) => (this.offsets[index + 1] = (this.offsets[index] ?? 0) + row.cells.length));
    this.claims = new Uint8Array(this.offsets[sheet.rows.length] ?? 0);
    for (const merge of sheet.merges) this.addMerge(merge);
  }

  private addMerge(merge: Range): void {
    if (merge.bottom - merge.top >= tallMerge) {
      if (this.tallMerges.length < tallMergeLimit) this.tallMerges.push(merge);
      return;
    }
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const list = this.mergesByRow.get(row);
      if (list) list.push(merge);
      else this.mergesByRow.set(row, [merge]);
    }
  }

  /** The Excel row number of a row index; 0 beyond the end. */
  rowNumber(index: number): number {
    return this.rows[index]?.row ?? 0;
  }

  /** The merge a position lies in, whether as its master or covered. */
  mergeAt(row: number, column: number): Range | null {
    const inside = (merge: Range): boolean =>
      merge.left <= column && column <= merge.right && merge.top <= row && row <= merge.bottom;
    return this.mergesByRow.get(row)?.find(inside) ?? this.tallMerges.find(inside) ?? null;
  }

  hasMerges(row: number): boolean {
    return this.tallMerges.length > 0 || this.mergesByRow.has(row);
  }

  /** True when another cell is shown in this one's place. */
  covered(row: number, column: number): boolean {
    if (!this.hasMerges(row)) return false;
    const merge = this.mergeAt(row, column);
    return merge !== null && (merge.top !== row || merge.left !== column);
  }

  /** The cells of a row a reader sees something in: not blank, not an error, not covered by a merge. */
  valued(index: number): Cell[] {
    const row = this.rows[index];
    if (!row) return [];
    if (!this.hasMerges(row.row)) return row.cells.filter(hasValue);
    return row.cells.filter((cell) => hasValue(cell) && !this.covered(row.row, cell.column));
  }

  /** The cell in that column of the row; undefined when there is none. */
  cell(index: number, column: number): Cell | undefined {
    const at = this.position(index, column);
    return at < 0 ? undefined : this.rows[index]?.cells[at];
  }

  private position(index: number, column: number): number {
    const cells = this.rows[index]?.cells ?? [];
    let low = 0;
    let high = cells.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = cells[middle]?.column ?? 0;
      if (found === column) return middle;
      if (found < column) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** The index of a row number; -1 when the row holds nothing. */
  rowIndex(row: number): number {
    let low = 0;
    let high = this.rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.rowNumber(middle);
      if (found === row) return middle;
      if (found < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  claim(index: number, column: number): void {
    const at = this.position(index, column);
    if (at >= 0) this.claims[(this.offsets[index] ?? 0) + at] = 1;
  }

  claimAll(index: number, cells: readonly Cell[]): void {
    for (const cell of cells) this.claim(index, cell.column);
  }

  /** What was read of the row belongs to nothing after all. */
  release(index: number): void {
    this.claims.fill(0, this.offsets[index] ?? 0, this.offsets[index + 1] ?? 0);
  }

  /** Claims the row's visible cells from `left` to `right`. */
  claimBetween(index: number, left: number, right: number): void {
    const row = this.rows[index];
    if (!row) return;
    const start = this.offsets[index] ?? 0;
    row.cells.forEach((cell, at) => {
      if (cell.column >= left && cell.column <= right && !this.covered(row.row, cell.column))
        this.claims[start + at] = 1;
    });
  }

  /** Claims the cells of a row whose columns are marked in `columns` (indexed by column). */
  claimColumns(index: number, columns: readonly (boolean | undefined)[]): void {
    const row = this.rows[index];
    if (!row) return;
    const start = this.offsets[index] ?? 0;
    const merges = this.hasMerges(row.row);
    row.cells.forEach((cell, at) => {
      if (columns[cell.column] === true && !(merges && this.covered(row.row, cell.column))) this.claims[start + at] = 1;
    });
  }

  /** Valued cells nobody claimed, in reading order, at most `limit`. */
  unclaimed(limit: number): { row: number; column: number }[] {
    const found: { row: number; column: number }[] = [];
    for (let index = 0; index < this.rows.length && found.length < limit; index += 1) {
      const row = this.rows[index];
      const start = this.offsets[index] ?? 0;
      row?.cells.forEach((cell, at) => {
        if (this.claims[start + at] === 0 && hasValue(cell)) found.push({ row: row.row, column: cell.column });
      });
    }
    return found.slice(0, limit);
  }

  /** What a reader sees, with legacy-font text turned to Unicode; for matching, line breaks kept. */
  shown(cell: Cell): string {
    const { value } = cell;
    if (typeof value === 'number') return showNumber(value, cell, this.date1904);
    if (typeof value !== 'string') return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : '';
    return legacyText(cell)?.text ?? value;
  }

  /** `shown`, normalised to one line. */
  text(cell: Cell): string {
    return normalise(this.shown(cell));
  }

  /** `shown`, folded without diacritics and punctuation. */
  plain(cell: Cell): string {
    const shown = this.shown(cell);
    if (shown.length > memoLength) return foldPlain(shown);
    const known = this.plainMemo.get(shown);
    if (known !== undefined) return known;
    const folded = foldPlain(shown);
    if (this.plainMemo.size < memoLimit) this.plainMemo.set(shown, folded);
    return folded;
  }

  /** `shown`, folded with its diacritics. */
  folded(cell: Cell): string {
    return fold(this.shown(cell));
  }

  at<T>(index: number, column: number, value: T): Located<T> {
    return { sheet: this.sheet.name, row: this.rowNumber(index), column, value };
  }

  /** A text value as stored; numbers as shown; null when the cell is blank, an error or not calculated. */
  value(cell: Cell | undefined): string | null {
    if (!cell || !hasValue(cell)) return null;
    return typeof cell.value === 'string' ? cell.value : this.shown(cell);
  }
}

/** False for blanks (whitespace counts as blank), errors and formulas without a stored result. */
export function hasValue(cell: Cell): boolean {
  const { value } = cell;
  if (value === null || typeof value === 'object') return false;
  return typeof value !== 'string' || !isBlankText(value);
}

export function isBlankText(text: string): boolean {
  if (text.length === 0) return true;
  const first = text.charCodeAt(0);
  // Most cells start with a letter or digit: no need for the general test.
  if ((first > 47 && first < 58) || (first > 64 && first < 123) || (first > 0xad && first < 0x1680)) return false;
  return /^[\s\u00AD\u200B-\u200D\u2060\uFEFF]*$/.test(text);
}

function showNumber(value: number, cell: Cell, date1904: boolean): string {
  if (cell.style.date) {
    const iso = serialToIso(value, date1904);
    if (iso !== null) return showIso(iso);
  }
  const zeros = /^0{2,}$/.exec(cell.style.numberFormat);
  if (zeros && Number.isInteger(value) && value >= 0) return String(value).padStart(zeros[0].length, '0');
  if (/^0(\.0+)?%$/.test(cell.style.numberFormat)) return `${tidy(value * 100)}%`;
  return tidy(value);
}

/** Binary leftovers such as 0.30000000000000004 are not what anybody sees. */
function tidy(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

/** `2021-06-15` → `15/06/2021`, `2021-06` → `06/2021`. */
export function showIso(iso: string): string {
  if (iso.length === 10) return `${iso.slice(8)}/${iso.slice(5, 7)}/${iso.slice(0, 4)}`;
  return iso.split('-').reverse().join('/');
}
