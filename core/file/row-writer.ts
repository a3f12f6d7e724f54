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
  /** True where every row has another text, by column. */
  readonly distinct: readonly boolean[];
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
/** The end of a cell that holds nothing. */
const emptyCell = '/>';

/** A column while its rows are written. */
interface Column {
  /** What stands before and after the row's number in a cell's opening tag. */
  readonly before: string;
  readonly after: string;
  readonly distinct: boolean;
  readonly lineLength: number;
  /** The row above holds this, and this is its cell from `after` on: many columns repeat it. */
  above: Content;
  xml: string;
}

/** Yields chunks of `<row>` elements. Throws RangeError on a number that is not finite. */
export function* writeRows(rows: Rows): Generator<string> {
  const columns = rows.styles.map((style, at): Column => ({
    before: `<c r="${columnName(at + 1)}`,
    after: `" s="${style}"`,
    distinct: rows.distinct[at] === true,
    lineLength: rows.lineLengths[at] ?? Infinity,
    above: null,
    xml: `" s="${style}"${emptyCell}`,
  }));
  let xml = '';
  for (let index = 0; index < rows.count; index += 1) {
    const row = String(rows.first + index);
    let cells = '';
    let lines = 1;
    for (let at = 0; at < columns.length; at += 1) {
      const column = columns[at];
      if (!column) continue;
      const content = rows.content(index, at);
      if (content !== column.above) {
        column.above = content;
        column.xml = column.after + cellXml(content, rows, column.distinct);
      }
      cells += column.before + row + column.xml;
      if (typeof content === 'string' && content.length > column.lineLength)
        lines = Math.max(lines, linesOf(content, column.lineLength));
    }
    // Programs do not agree on fitting rows when they open a file, so the height is stated.
    xml += `<row r="${row}" ht="${Math.min(lines * lineHeight + 1, tallestRow)}" customHeight="1">${cells}</row>`;
    if (xml.length >= chunkLength) {
      yield xml;
      xml = '';
    }
  }
  if (xml !== '') yield xml;
}

/** Yields chunks of `<hyperlink>` elements for the links among the given columns (0-based). */
export function* writeHyperlinks(rows: Rows, columns: readonly number[]): Generator<string> {
  let xml = '';
  for (let index = 0; index < rows.count; index += 1) {
    for (const column of columns) {
      const content = rows.content(index, column);
      if (content === null || typeof content !== 'object' || !('sheet' in content)) continue;
      xml += hyperlinkXml(columnName(column + 1) + String(rows.first + index), content);
    }
    if (xml.length >= chunkLength) {
      yield xml;
      xml = '';
    }
  }
  if (xml !== '') yield xml;
}

/** One internal hyperlink of a sheet's `<hyperlinks>`. */
export function hyperlinkXml(cell: string, link: Link): string {
  return `<hyperlink ref="${cell}" location="${locationXml(link)}" display="${countingXml(link.text)}"/>`;
}

function locationXml({ sheet, row }: Link): string {
  return `'${asciiXml(sheet.replace(/'/g, "''"))}'!A${row}`;
}

function cellXml(content: Content, { strings, linkFormulas }: Rows, distinct: boolean): string {
  if (content === null || content === '') return emptyCell;
  if (typeof content === 'string')
    return distinct ? inlineXml(content) : ` t="s"><v>${strings.indexOf(content)}</v></c>`;
  if (typeof content === 'number') return `><v>${numberXml(content)}</v></c>`;
  if (!('sheet' in content)) return formulaXml(content);
  // The texts of links are all different.
  if (!linkFormulas) return inlineXml(content.text);
  const text = countingXml(content.text);
  const quoted = text.replaceAll('&quot;', '&quot;&quot;');
  return ` t="str"><f>HYPERLINK("#${locationXml(content)}","${quoted}")</f><v>${text}</v></c>`;
}

/** A text in its cell: among the shared texts one that stands nowhere else would only take room. */
function inlineXml(text: string): string {
  return ` t="inlineStr"><is><t>${countingXml(text)}</t></is></c>`;
}

function formulaXml({ formula, result }: Formula): string {
  const type = typeof result === 'string' ? ' t="str"' : '';
  const value = typeof result === 'string' ? escapeXml(cellText(result)) : numberXml(result);
  return `${type}><f>${escapeXml(formula)}</f><v>${value}</v></c>`;
}

/** `asciiXml` of a text that ends in a number, such as «Nội dung, dòng 12»: what stands before it comes again and again. */
function countingXml(text: string): string {
  const head = text.replace(/\d+$/, '');
  return asciiXml(head) + text.slice(head.length);
}

/** Escaped, and with references for letters beyond ASCII: one such letter would double the room of a whole chunk of rows. */
function asciiXml(text: string): string {
  const known = asciiTexts.get(text);
  if (known !== undefined) return known;
  const escaped = escapeXml(cellText(text)).replace(
    /[^\0-\x7F]/gu,
    (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`,
  );
  if (asciiTexts.size < mostAsciiTexts) asciiTexts.set(text, escaped);
  return escaped;
}

/** Names of our sheets, mostly. */
const asciiTexts = new Map<string, string>();
const mostAsciiTexts = 100;

/** How many lines wrapped text takes, judged by its length. */
function linesOf(text: string, lineLength: number): number {
  if (!text.includes('\n')) return Math.ceil(text.length / lineLength);
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / lineLength)), 0);
}

function numberXml(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('only finite numbers can be written to a workbook');
  return String(value);
}
