/** One table of the summary workbook: its headers, and where each cell's content comes from. */
import { columnName } from '../../sheet.ts';
import type { Content } from '../row-writer.ts';
import type { Tone } from './look.ts';

/** How a column's cells are shown. `any` takes a number or text; `code` is not wrapped, for keys nobody reads whole. */
export type ColumnKind = 'text' | 'word' | 'code' | 'integer' | 'day' | 'moment' | 'link' | 'any';

/** A word that is coloured where a cell holds it; `starts`: where a cell begins with it. */
export interface Emphasis {
  readonly word: string;
  readonly tone: Tone;
  readonly starts?: boolean;
  /** Also tint the whole row. */
  readonly row?: boolean;
}

export interface ColumnLook {
  readonly header: string;
  /** In characters. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** Every row has another text: it then stands in its cell instead of among the shared texts. */
  readonly distinct?: boolean;
  /** What the totals row above the header shows of the rows a filter leaves. */
  readonly total?: 'sum' | 'count';
  readonly emphasis?: readonly Emphasis[];
}

export interface Column<Row> extends ColumnLook {
  /** `row` is the worksheet row the cell stands in, for formulas. */
  readonly value: (item: Row, index: number, row: number) => Content;
}

export interface TableDefinition<Row> {
  readonly name: string;
  /** The table's name in formulas. */
  readonly table: string;
  readonly title: string;
  readonly note: string;
  /** Said instead of rows when there are none. */
  readonly empty: string;
  readonly columns: readonly Column<Row>[];
  readonly items: readonly Row[];
}

/** A table whose row type is closed over. */
export interface TableSheet {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly ColumnLook[];
  readonly count: number;
  readonly content: (index: number, column: number) => Content;
}

export const totalsRow = 3;
export const headerRow = 4;
export const firstRow = 5;

/** The last row of the table's range: an empty table keeps one blank row, as Excel itself does. */
export function lastRow(sheet: TableSheet): number {
  return firstRow + Math.max(sheet.count, 1) - 1;
}

export function tableRange(sheet: TableSheet): string {
  return `A${headerRow}:${columnName(sheet.columns.length)}${lastRow(sheet)}`;
}

export function tableSheet<Row>(definition: TableDefinition<Row>): TableSheet {
  const { items, columns } = definition;
  return {
    name: definition.name,
    table: definition.table,
    title: definition.title,
    note: items.length === 0 ? definition.empty : definition.note,
    columns,
    count: items.length,
    content: (index, column) => {
      const item = items[index];
      return item === undefined ? null : (columns[column]?.value(item, index, firstRow + index) ?? null);
    },
  };
}

/** The running number every table starts with. */
export function order<Row>(): Column<Row> {
  return { header: 'STT', width: 6, kind: 'integer', value: (_item, index) => index + 1 };
}

/** Sum of a column's numbers, formula results included. */
export function columnSum(sheet: TableSheet, column: number): number {
  let sum = 0;
  for (let index = 0; index < sheet.count; index += 1) {
    const content = sheet.content(index, column);
    const value = content !== null && typeof content === 'object' && 'result' in content ? content.result : content;
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

/** How many of a column's cells hold something. */
export function columnCount(sheet: TableSheet, column: number): number {
  let count = 0;
  for (let index = 0; index < sheet.count; index += 1) {
    const content = sheet.content(index, column);
    if (content !== null && content !== '') count += 1;
  }
  return count;
}
