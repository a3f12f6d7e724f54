/**
 * Writes worksheet rows as XML, in chunks, so that memory stays flat however many rows there are.
 * Style ids come from a skeleton made elsewhere; only text, numbers and our own formulas are ever written.
 */
import { columnName } from '../sheet.ts';
import { cellText, escapeXml } from './cell-text.ts';
import type { StringTable } from './string-table.ts';

/** A formula of ours with the result a recalculation gives. Never built from a user's text. */
export interface Formula {
  readonly formula: string;
  readonly result: string | number;
}

/** Text that jumps to a row (column A) of a sheet of the same workbook. */
export interface Link {
  readonly text: string;
  readonly sheet: string;
  readonly row: number;
}

export type Content = string | number | null | Formula | Link;

export interface Rows {
  /** 1-based row of the first of them. */
  readonly first: number;
  readonly count: number;
  /** Style id by column. */
  readonly styles: readonly string[];
  /** How many characters a line of the column holds; null where text does not wrap. */
  readonly lineLengths: readonly (number | null)[];
  /** What stands in a row (0-based) and column (0-based). */
  readonly content: (row: number, column: number) => Content;
  /** Where the texts go. */
  readonly strings: StringTable;
  /** Write links as HYPERLINK formulas instead of leaving them to a list of hyperlinks. */
  readonly linkFormulas: boolean;
}

const chunkLength = 96 * 1024;
/** Points. */
const lineHeight = 15;
const tallestRow = 409.5;

/** Yields UTF-8 chunks of `<row>` elements. Throws RangeError on a number that is not finite. */
export function* writeRows(rows: Rows): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const opening = rows.styles.map((style, column) => ({
    before: `<c r="${columnName(column + 1)}`,
    after: `" s="${style}"`,
  }));
  let xml = '';
  for (let index = 0; index < rows.count; index += 1) {
    const row = String(rows.first + index);
    let cells = '';
    let lines = 1;
    for (const [column, { before, after }] of opening.entries()) {
      const content = rows.content(index, column);
      cells += before + row + after + cellXml(content, rows);
      const length = rows.lineLengths[column] ?? null;
      if (typeof content === 'string' && length !== null && content.length > length)
        lines = Math.max(lines, linesOf(content, length));
    }
    // Programs do not agree on fitting rows when they open a file, so the height is stated.
    xml += `<row r="${row}" ht="${Math.min(lines * lineHeight + 1, tallestRow)}" customHeight="1">${cells}</row>`;
    if (xml.length >= chunkLength) {
      yield encoder.encode(xml);
      xml = '';
    }
  }
  if (xml !== '') yield encoder.encode(xml);
}

/** Yields chunks of `<hyperlink>` elements for the links among the given columns (0-based). */
export function* writeHyperlinks(rows: Rows, columns: readonly number[]): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let xml = '';
  for (let index = 0; index < rows.count; index += 1) {
    for (const column of columns) {
      const content = rows.content(index, column);
      if (content === null || typeof content !== 'object' || !('sheet' in content)) continue;
      xml += hyperlinkXml(columnName(column + 1) + String(rows.first + index), content);
    }
    if (xml.length >= chunkLength) {
      yield encoder.encode(xml);
      xml = '';
    }
  }
  if (xml !== '') yield encoder.encode(xml);
}

/** One internal hyperlink of a sheet's `<hyperlinks>`. */
export function hyperlinkXml(cell: string, link: Link): string {
  return `<hyperlink ref="${cell}" location="${escapeXml(locationOf(link))}" display="${escapeXml(cellText(link.text))}"/>`;
}

function locationOf(link: Link): string {
  return `'${link.sheet.replace(/'/g, "''")}'!A${link.row}`;
}

function cellXml(content: Content, { strings, linkFormulas }: Rows): string {
  if (content === null || content === '') return '/>';
  if (typeof content === 'string') return ` t="s"><v>${strings.indexOf(content)}</v></c>`;
  if (typeof content === 'number') return `><v>${numberXml(content)}</v></c>`;
  if (!('sheet' in content)) return formulaXml(content);
  if (!linkFormulas) return ` t="s"><v>${strings.indexOf(content.text)}</v></c>`;
  const text = content.text.replace(/"/g, '""');
  return formulaXml({ formula: `HYPERLINK("#${locationOf(content)}","${text}")`, result: content.text });
}

function formulaXml({ formula, result }: Formula): string {
  const type = typeof result === 'string' ? ' t="str"' : '';
  const value = typeof result === 'string' ? escapeXml(cellText(result)) : numberXml(result);
  return `${type}><f>${escapeXml(formula)}</f><v>${value}</v></c>`;
}

/** How many lines wrapped text takes, judged by its length. */
function linesOf(text: string, lineLength: number): number {
  if (!text.includes('\n')) return Math.ceil(text.length / lineLength);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / lineLength)), 0);
}

function numberXml(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('only finite numbers can be written to a workbook');
  return String(value);
}
