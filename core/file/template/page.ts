/** The building blocks of a document sheet, written from top to bottom. */
import type ExcelJS from 'exceljs';
import { makeInput, type Input, type InputLook } from './input.ts';
import { a4, border, fills, fonts } from './style.ts';

/** A sheet being written; `row` is the next free row. */
export interface Page {
  readonly sheet: ExcelJS.Worksheet;
  /** The last column of the form. */
  readonly columns: number;
  row: number;
}

/** A stretch of columns, both ends included. */
export type Span = readonly [from: number, to: number];

export interface TableColumn {
  readonly label: string;
  readonly span: Span;
  readonly input: Input;
  readonly centred?: boolean;
}

/** Points of one line of text. */
const line = 18;

/** Merges the span in one row and gives its first cell. */
function spanCell(page: Page, row: number, [from, to]: Span): ExcelJS.Cell {
  if (to > from) page.sheet.mergeCells(row, from, row, to);
  return page.sheet.getCell(row, from);
}

/** Gives every cell of the span the look of its first one: a merged range shows each cell's own border. */
function frame(page: Page, row: number, [from, to]: Span): void {
  const { style } = page.sheet.getCell(row, from);
  for (let column = from + 1; column <= to; column += 1) page.sheet.getCell(row, column).style = style;
}

/** An input over the span. */
export function inputSpan(page: Page, row: number, span: Span, input: Input, look: InputLook = {}): ExcelJS.Cell {
  const cell = spanCell(page, row, span);
  makeInput(cell, input, look);
  frame(page, row, span);
  return cell;
}

/** Superior and organisation on the left, the Party's name on the right. */
export function writeLetterhead(page: Page, names: readonly string[], left: Span, right: Span): void {
  names.forEach((name, index) => {
    const cell = spanCell(page, page.row + index, left);
    cell.value = name.toUpperCase();
    const last = index === names.length - 1;
    cell.style = {
      font: last ? fonts.bold : fonts.plain,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    };
  });
  const emblem = spanCell(page, page.row, right);
  emblem.value = 'ĐẢNG CỘNG SẢN VIỆT NAM';
  emblem.style = { font: fonts.emblem, alignment: { horizontal: 'center', vertical: 'middle' } };
  page.row += names.length + 1;
}

export function writeTitle(page: Page, title: string, subtitle: string | null): void {
  const cell = spanCell(page, page.row, [1, page.columns]);
  cell.value = title;
  cell.style = { font: fonts.title, alignment: { horizontal: 'center', vertical: 'middle' } };
  page.sheet.getRow(page.row).height = 24;
  page.row += 1;
  if (subtitle !== null) {
    const below = spanCell(page, page.row, [1, page.columns]);
    below.value = subtitle;
    below.style = { font: fonts.subtitle, alignment: { horizontal: 'center', vertical: 'middle' } };
    page.row += 1;
  }
  page.row += 1;
}

/** «Label | value to fill in»; a value given is written for the user to keep or change. */
export function writeField(
  page: Page,
  label: string,
  input: Input,
  spans: readonly [Span, Span],
  value?: string,
): void {
  const name = spanCell(page, page.row, spans[0]);
  name.value = label;
  name.style = {
    font: fonts.bold,
    border,
    alignment: { horizontal: 'left', vertical: 'middle', indent: 1, wrapText: true },
  };
  frame(page, page.row, spans[0]);
  const cell = inputSpan(page, page.row, spans[1], input, { vertical: 'middle', indent: 1 });
  if (value !== undefined) cell.value = value;
  page.sheet.getRow(page.row).height = line + 2;
  page.row += 1;
}

export function writeHeading(page: Page, text: string): void {
  const cell = spanCell(page, page.row, [1, page.columns]);
  cell.value = text;
  cell.style = { font: fonts.heading, alignment: { vertical: 'middle' } };
  page.sheet.getRow(page.row).height = 22;
  page.row += 1;
}

/** Rows of running text over the whole width. */
export function writeTextRows(page: Page, rows: number, lines: number, hint: string): void {
  for (let index = 0; index < rows; index += 1) {
    inputSpan(page, page.row, [1, page.columns], { kind: 'text', hint });
    page.sheet.getRow(page.row).height = line * lines;
    page.row += 1;
  }
  page.row += 1;
}

/** A header row and empty rows under it; gives the header's row. */
export function writeTable(page: Page, columns: readonly TableColumn[], rows: number, lines = 1): number {
  const header = page.row;
  const merged = columns.some(({ span: [from, to] }) => to > from);
  for (const column of columns) {
    const cell = spanCell(page, header, column.span);
    cell.value = column.label;
    cell.style = {
      font: fonts.bold,
      fill: fills.header,
      border,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    };
    frame(page, header, column.span);
  }
  page.sheet.getRow(header).height = line * 2;
  for (let row = header + 1; row <= header + rows; row += 1) {
    for (const column of columns)
      inputSpan(page, row, column.span, column.input, { horizontal: column.centred === true ? 'center' : 'left' });
    // Excel grows a row with its text only where no height is set, and never for merged cells.
    if (merged) page.sheet.getRow(row).height = line * lines;
  }
  page.row = header + rows + 2;
  return header;
}

/** On whose behalf it is signed, with room for a signature. */
export function writeSignature(page: Page, organisation: string, span: Span, posts: string): void {
  const body = /^(Đảng ủy|Huyện ủy|Thị ủy|Thành ủy|Quận ủy|Tỉnh ủy|Chi ủy)\b/u.exec(organisation.normalize('NFC'));
  const behalf = spanCell(page, page.row, span);
  behalf.value = `T/M ${(body?.[1] ?? 'Đảng ủy').toUpperCase()}`;
  behalf.style = { font: fonts.bold, alignment: { horizontal: 'center' } };
  const post = inputSpan(
    page,
    page.row + 1,
    span,
    { kind: 'list', source: posts, open: true },
    { horizontal: 'center' },
  );
  post.value = 'PHÓ BÍ THƯ';
  page.row += 6;
}

/** The line that names the template when the document properties were lost on the way. */
export function writeTemplateLine(page: Page, text: string): void {
  const cell = spanCell(page, page.row, [1, page.columns]);
  cell.value = text;
  cell.style = { font: fonts.small, alignment: { horizontal: 'left' } };
}

export function setUpPrint(page: Page, orientation: 'portrait' | 'landscape', titleRow: number | null): void {
  const last = page.sheet.getColumn(page.columns).letter;
  page.sheet.pageSetup = {
    paperSize: a4,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printArea: `A1:${last}${String(page.row)}`,
    ...(titleRow === null ? {} : { printTitlesRow: `${String(titleRow)}:${String(titleRow)}` }),
  };
  page.sheet.headerFooter = { oddFooter: '&CTrang &P/&N' };
}
