/** One worksheet part → rows of valued cells and what else a neutral sheet tells. This is the hot loop of reading. */
import type { Cell, CellStyle, CellValue, FontRun, Range, Row } from '../sheet.ts';
import { asciiText, isoToSerial, numberFromText, readIndex, readNumber } from './cell-bytes.ts';
import type { FileLimits } from './limits.ts';
import { eachChild, eachInside } from './parts.ts';
import { isDdeFormula } from './policy.ts';
import { FileRefused } from './refused.ts';
import { fontRuns, isBlank, readRichText, unescapeText } from './rich-text.ts';
import type { SharedStrings } from './shared-strings.ts';
import type { StyleTable } from './styles.ts';
import { Xml, type XmlScanner } from './xml.ts';

export interface WorksheetContent {
  readonly rows: readonly Row[];
  readonly merges: readonly Range[];
  readonly hiddenColumns: readonly (readonly [number, number])[];
  /** An active filter, whether or not it hides anything. */
  readonly activeFilter: boolean;
  readonly anyRowHidden: boolean;
  readonly headersFooters: readonly string[];
}

/** What the sheets of one workbook share. */
export interface WorksheetContext {
  readonly strings: SharedStrings;
  readonly styles: StyleTable;
  readonly date1904: boolean;
  readonly limits: FileLimits;
  /** Counted over all sheets read so far. */
  readonly counts: { rows: number; cells: number };
}

const maxRow = 1_048_576;
const maxColumn = 16_384;

const LETTER_R = 0x72;
const LETTER_S = 0x73;
const LETTER_T = 0x74;
const LETTER_V = 0x76;
const LETTER_E = 0x65;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const SLASH = 0x2f;
const ZERO = 0x30;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
/** `</v></c>` */
const closeOfCell = [0x3c, 0x2f, 0x76, 0x3e, 0x3c, 0x2f, 0x63, 0x3e];

/** Kinds of cell, from its `t` attribute. */
const Type = { number: 0, shared: 1, formulaText: 2, inline: 3, boolean: 4, error: 5, date: 6 } as const;
type Type = (typeof Type)[keyof typeof Type];

export function readWorksheet(scanner: XmlScanner, context: WorksheetContext): WorksheetContent {
  return new WorksheetReader(scanner, context).read();
}

class WorksheetReader {
  private readonly scanner: XmlScanner;
  private readonly context: WorksheetContext;
  private readonly bytes: Uint8Array;
  private readonly rows: Row[] = [];
  private readonly merges: Range[] = [];
  private readonly hiddenColumns: [number, number][] = [];
  private readonly headersFooters: string[] = [];
  private mergeArea = 0;
  private columnDefinitions = 0;
  private activeFilter = false;
  private anyRowHidden = false;
  private sheetDataSeen = false;
  private rowsInOrder = true;
  private cellsInOrder = true;
  private lastRow = 0;
  private lastColumn = 0;
  /** Of the cell being read. */
  private value: CellValue | null = null;
  private formula: string | null = null;
  private runs: readonly FontRun[] | undefined;
  private style: CellStyle;

  constructor(scanner: XmlScanner, context: WorksheetContext) {
    this.scanner = scanner;
    this.context = context;
    this.bytes = scanner.bytes;
    this.style = this.styleAt(0);
  }

  read(): WorksheetContent {
    const { scanner } = this;
    eachChild(scanner, 'worksheet', (name) => {
      if (name === 'sheetData') this.readSheetData();
      else if (name === 'cols') eachInside(scanner, (child) => this.readColumns(child));
      else if (name === 'mergeCells') eachInside(scanner, (child) => this.readMerge(child));
      else if (name === 'autoFilter') eachInside(scanner, (child) => this.readFilterColumn(child));
      else if (name === 'headerFooter') eachInside(scanner, () => this.readHeaderFooter());
      else scanner.skip();
    });
    return {
      rows: this.rowsInOrder ? this.rows : inOrder(this.rows, (row) => row.row),
      merges: this.merges,
      hiddenColumns: this.hiddenColumns,
      activeFilter: this.activeFilter,
      anyRowHidden: this.anyRowHidden,
      headersFooters: this.headersFooters,
    };
  }

  private readColumns(name: string): void {
    const { scanner } = this;
    if (name === 'col') {
      const { columnDefinitions } = this.context.limits;
      if (++this.columnDefinitions > columnDefinitions)
        throw new FileRefused('too-many-column-definitions', String(columnDefinitions));
      const first = numberFromText(scanner.attribute('min') ?? '');
      const last = numberFromText(scanner.attribute('max') ?? '');
      if (!(first >= 1 && first <= last && last <= maxColumn)) throw new FileRefused('cell-reference');
      if (scanner.flag('hidden')) this.hiddenColumns.push([first, last]);
    }
    scanner.skip();
  }

  private readMerge(name: string): void {
    const { scanner } = this;
    if (name === 'mergeCell') {
      const { merges, mergeArea } = this.context.limits;
      const range = readRange(scanner.attribute('ref') ?? '');
      if (this.merges.length >= merges) throw new FileRefused('too-many-merges', String(merges));
      this.mergeArea += mergedArea(range);
      if (this.mergeArea > mergeArea) throw new FileRefused('merge-too-large', String(mergeArea));
      this.merges.push(range);
    }
    scanner.skip();
  }

  private readFilterColumn(name: string): void {
    if (name === 'filterColumn') this.activeFilter = true;
    this.scanner.skip();
  }

  private readHeaderFooter(): void {
    const text = unescapeText(this.scanner.readElementText());
    if (!isBlank(text)) this.headersFooters.push(text);
  }

  private readSheetData(): void {
    const { scanner } = this;
    if (this.sheetDataSeen) throw new FileRefused('workbook-structure');
    this.sheetDataSeen = true;
    const outside = scanner.depth - 1;
    while (scanner.depth > outside) {
      if (scanner.next() !== Xml.open) continue;
      if (scanner.name === 'row') this.readRow();
      else scanner.skip();
    }
  }

  private readRow(): void {
    const { scanner } = this;
    const { counts, limits } = this.context;
    let row = this.lastRow + 1;
    let hidden = false;
    for (let index = 0; index < scanner.attributeCount; index++) {
      if (scanner.attributeLetter(index) === LETTER_R)
        row = readIndex(this.bytes, scanner.attributeStart(index), scanner.attributeEnd(index));
    }
    if (scanner.flag('hidden')) hidden = this.anyRowHidden = true;
    if (row < 1 || row > maxRow) throw new FileRefused('cell-reference');
    if (row <= this.lastRow) {
      if (row === this.lastRow) throw new FileRefused('cell-duplicate');
      this.rowsInOrder = false;
    }
    this.lastRow = row;
    this.lastColumn = 0;
    this.cellsInOrder = true;

    let cells: Cell[] = [];
    const outside = scanner.depth - 1;
    const plainForm = scanner.defaultAccepted;
    while (scanner.depth > outside) {
      if (plainForm && this.readPlainCell(row)) {
        if (this.holdsSomething()) cells.push(this.takeCell());
        continue;
      }
      if (scanner.next() !== Xml.open) continue;
      if (scanner.name === 'c') {
        if (this.readCell(row)) cells.push(this.takeCell());
      } else scanner.skip();
    }
    if (cells.length === 0) return;
    if (this.cellsOutOfOrder()) cells = inOrder(cells, (cell) => cell.column);
    if (cells.length > limits.columns) throw new FileRefused('too-many-columns', String(limits.columns));
    if (++counts.rows > limits.rows) throw new FileRefused('too-many-rows', String(limits.rows));
    counts.cells += cells.length;
    if (counts.cells > limits.cells) throw new FileRefused('too-many-cells', String(limits.cells));
    this.rows.push({ row, hidden, cells });
  }

  /** The cell just read; the fields it does not need are left out, so that many cells stay small. */
  private takeCell(): Cell {
    const { value, style, formula, runs, lastColumn: column } = this;
    if (runs !== undefined)
      return formula === null ? { column, value, style, runs } : { column, value, style, formula, runs };
    return formula === null ? { column, value, style } : { column, value, style, formula };
  }

  private startCell(column: number, styleIndex: number): void {
    if (column > maxColumn) throw new FileRefused('cell-reference');
    if (column <= this.lastColumn) {
      if (column === this.lastColumn) throw new FileRefused('cell-duplicate');
      this.cellsInOrder = false;
    }
    this.lastColumn = column;
    this.style = this.styleAt(styleIndex);
    this.value = null;
    this.formula = null;
    this.runs = undefined;
  }

  /**
   * Nearly all cells are `<c r="A1" s="2" t="s"><v>3</v></c>` or empty, byte for byte: those are read here without the
   * scanner, which makes reading twice as fast. False, with nothing read, for any other form.
   */
  private readPlainCell(row: number): boolean {
    const { bytes, scanner } = this;
    let at = scanner.position;
    if (bytes[at] !== LESS || bytes[at + 1] !== 0x63 || bytes[at + 2] !== SPACE) return false;
    at += 2;
    let column = 0;
    let styleIndex = -1;
    let shared = -1;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return false;
      const letter = bytes[at + 1];
      at += 4;
      if (letter === LETTER_R && column === 0) {
        for (let code = (bytes[at] as number) - 0x40; code >= 1 && code <= 26; code = (bytes[++at] as number) - 0x40)
          column = column * 26 + code;
        let digits = 0;
        for (let digit = (bytes[at] as number) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[++at] as number) - ZERO)
          digits = digits * 10 + digit;
        if (digits !== row || column === 0) return false;
      } else if (letter === LETTER_S && styleIndex < 0) {
        styleIndex = 0;
        const start = at;
        for (let digit = (bytes[at] as number) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[++at] as number) - ZERO)
          styleIndex = styleIndex * 10 + digit;
        if (at === start || at - start > 9) return false;
      } else if (letter === LETTER_T && shared < 0) {
        if (bytes[at] === LETTER_S) shared = 1;
        else if (bytes[at] === 0x6e) shared = 0;
        else return false;
        at++;
      } else return false;
      if (bytes[at] !== QUOTE) return false;
      at++;
    }
    if (column === 0 || column > maxColumn) return false;
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
      this.startCell(column, styleIndex < 0 ? 0 : styleIndex);
      scanner.position = at + 2;
      return true;
    }
    if (bytes[at] !== GREATER || bytes[at + 1] !== LESS || bytes[at + 2] !== LETTER_V || bytes[at + 3] !== GREATER)
      return false;
    const start = at + 4;
    at = start;
    for (let byte = bytes[at] as number; byte >= PLUS && byte <= LETTER_E; byte = bytes[++at] as number)
      if (byte === LESS) break;
    for (let index = 0; index < 8; index++) if (bytes[at + index] !== closeOfCell[index]) return false;
    if (at === start) return false;
    this.startCell(column, styleIndex < 0 ? 0 : styleIndex);
    if (shared === 1) this.setShared(readIndex(bytes, start, at));
    else this.setNumber(readNumber(bytes, start, at));
    scanner.position = at + 8;
    return true;
  }

  /** False when the cell holds nothing but a format. */
  private readCell(row: number): boolean {
    const { scanner, bytes } = this;
    let column = this.lastColumn + 1;
    let type: Type = Type.number;
    let styleIndex = 0;
    for (let index = 0; index < scanner.attributeCount; index++) {
      const letter = scanner.attributeLetter(index);
      if (letter === 0) continue;
      const start = scanner.attributeStart(index);
      const end = scanner.attributeEnd(index);
      if (letter === LETTER_R) column = this.readColumn(start, end, row);
      // An empty index is none.
      else if (letter === LETTER_S && end > start) styleIndex = readIndex(bytes, start, end);
      else if (letter === LETTER_T) type = this.readType(start, end);
    }
    this.startCell(column, styleIndex);

    const outside = scanner.depth - 1;
    while (scanner.depth > outside) {
      if (scanner.next() !== Xml.open) continue;
      const { name } = scanner;
      if (name === 'v') this.readValue(type);
      else if (name === 'f') this.readFormula();
      else if (name === 'is' && type === Type.inline) this.readInline();
      else scanner.skip();
    }
    return this.holdsSomething();
  }

  private holdsSomething(): boolean {
    const { value } = this;
    if (value === null) return this.formula !== null;
    return typeof value !== 'string' || !isBlank(value);
  }

  private cellsOutOfOrder(): boolean {
    return !this.cellsInOrder;
  }

  /** `B12` → 2, after checking that the 12 is the row's own number. */
  private readColumn(start: number, end: number, row: number): number {
    const { bytes } = this;
    let column = 0;
    let at = start;
    for (; at < end; at++) {
      // Some writers use small letters.
      const letter = ((bytes[at] as number) & 0xdf) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
      if (column > maxColumn) throw new FileRefused('cell-reference');
    }
    if (column === 0 || readIndex(bytes, at, end) !== row) throw new FileRefused('cell-reference');
    return column;
  }

  private readType(start: number, end: number): Type {
    if (end === start + 1) {
      const letter = this.bytes[start];
      if (letter === LETTER_S) return Type.shared;
      if (letter === 0x6e) return Type.number;
      if (letter === 0x62) return Type.boolean;
      if (letter === 0x65) return Type.error;
      if (letter === 0x64) return Type.date;
    }
    const text = asciiText(this.bytes, start, end);
    if (text === 'inlineStr') return Type.inline;
    if (text === 'str') return Type.formulaText;
    throw new FileRefused('cell-value');
  }

  private styleAt(index: number): CellStyle {
    const style = this.context.styles.styles[index];
    if (style) return style;
    // Without a styles part any index means the plain style.
    if (index < 0 || this.context.styles.styles.length > 1) throw new FileRefused('style-index');
    return this.context.styles.styles[0] as CellStyle;
  }

  private readInline(): void {
    const rich = readRichText(this.scanner);
    this.value = rich.text;
    if (rich.runs) this.runs = fontRuns(rich, this.style.font);
  }

  private readFormula(): void {
    const text = this.scanner.readElementText();
    if (isDdeFormula(text)) throw new FileRefused('dde');
    this.formula = text;
  }

  private readValue(type: Type): void {
    const { scanner } = this;
    if (type === Type.number || type === Type.shared) {
      if (scanner.next() === Xml.close) return;
      const { textStart: start, textEnd: end } = scanner;
      // The usual case: one stretch of text, then the close.
      if (scanner.next() !== Xml.close) throw new FileRefused('cell-value');
      if (type === Type.number) this.setNumber(readNumber(this.bytes, start, end));
      else this.setShared(readIndex(this.bytes, start, end));
      return;
    }
    const text = scanner.readElementText();
    if (type === Type.formulaText || type === Type.inline) this.value = unescapeText(text);
    else if (text.trim() === '') return;
    else if (type === Type.error) this.value = { error: text.trim() };
    else if (type === Type.boolean) this.value = readBoolean(text.trim());
    else {
      this.setNumber(isoToSerial(text.trim(), this.context.date1904));
      this.style = this.context.styles.asDate(this.style);
    }
  }

  private setNumber(value: number): void {
    if (Number.isNaN(value)) throw new FileRefused('cell-value');
    this.value = value;
  }

  private setShared(index: number): void {
    const { texts, rich } = this.context.strings;
    const text = texts[index];
    if (text === undefined) throw new FileRefused('string-index');
    this.value = text;
    if (rich.size === 0) return;
    const item = rich.get(index);
    if (item) this.runs = fontRuns(item, this.style.font);
  }
}

function readBoolean(text: string): boolean {
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw new FileRefused('cell-value');
}

/** Sorts what a writer left unsorted; the same place twice is refused. */
function inOrder<T>(items: readonly T[], place: (item: T) => number): T[] {
  const sorted = [...items].sort((a, b) => place(a) - place(b));
  sorted.forEach((item, index) => {
    const next = sorted[index + 1];
    if (next !== undefined && place(item) === place(next)) throw new FileRefused('cell-duplicate');
  });
  return sorted;
}

const rangePattern = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$/;

/** In cells; a strip of whole columns or rows counts by its width, however far it reaches. */
function mergedArea({ top, left, bottom, right }: Range): number {
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  if (rows === maxRow && columns < maxColumn) return columns;
  return columns === maxColumn && rows < maxRow ? rows : rows * columns;
}

const columnsPattern = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/;
const rowsPattern = /^\$?([1-9]\d{0,6}):\$?([1-9]\d{0,6})$/;

/** `A1:D2`, one cell, whole columns (`A:C`) or rows (`2:3`). Throws FileRefused outside the grid. */
function readRange(text: string): Range {
  const range = areaOf(text);
  if (range.bottom > maxRow || range.right > maxColumn || range.top > range.bottom || range.left > range.right)
    throw new FileRefused('cell-reference');
  return range;
}

function areaOf(text: string): Range {
  const [, left = '', top = '', right = left, bottom = top] = rangePattern.exec(text) ?? [];
  if (left !== '')
    return { top: Number(top), left: columnNumber(left), bottom: Number(bottom), right: columnNumber(right) };
  const [, firstColumn, lastColumn] = columnsPattern.exec(text) ?? [];
  if (firstColumn !== undefined && lastColumn !== undefined)
    return { top: 1, left: columnNumber(firstColumn), bottom: maxRow, right: columnNumber(lastColumn) };
  const [, firstRow, lastRow] = rowsPattern.exec(text) ?? [];
  if (firstRow !== undefined && lastRow !== undefined)
    return { top: Number(firstRow), left: 1, bottom: Number(lastRow), right: maxColumn };
  throw new FileRefused('cell-reference');
}

function columnNumber(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return column;
}
