/**
 * Opinion streams in a table. A field or issue given once holds for the rows below it: through a merged cell, a blank
 * meaning "as above", or a heading row across the table.
 */
import type { Located, Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { listItems, withoutBullet } from './content.ts';
import { splitNumbering } from './match.ts';
import { isDecoration, isNil } from './signature.ts';
import { describedBy, fieldName, isField } from './stream-lines.ts';
import type { TableColumn } from './header-row.ts';
import type { Table, TableRow } from './table.ts';
import { columnOf, textUnder } from './values.ts';

export interface StreamTable {
  readonly streams: readonly Stream[];
  /** A row stating that nothing arose. */
  readonly nil: Located<string> | null;
  /** What the table has no column for but says: in heading rows, or in the column of something else. */
  readonly supplied: ReadonlySet<'field' | 'issue' | 'attitude'>;
}

interface Fields {
  readonly field: Located<string> | null;
  readonly issue: Located<string> | null;
  readonly text: Located<string> | null;
  readonly breadth: Located<string> | null;
  readonly attitude: Located<string> | null;
}

/** `above` is a field named by a line above the table. */
export function streamsOfTable(
  grid: Grid,
  table: Table,
  profile: Profile,
  above: { readonly field: Located<string> | null; readonly issue: Located<string> | null },
): StreamTable {
  const streams: Stream[] = [];
  const supplied = new Set<'field' | 'issue' | 'attitude'>();
  if (describesBoth(columnOf(table.header, 'breadth'), columnOf(table.header, 'attitude'))) supplied.add('attitude');
  let nil: Located<string> | null = null;
  let { field, issue } = above;
  if (field) supplied.add('field');
  if (issue) supplied.add('issue');
  const read = rowReader(grid, table, profile);
  table.rows.forEach((row, at) => {
    if (row.kind === 'group') {
      const heading = headingOf(grid, row, profile, field !== null && columnOf(table.header, 'issue') === undefined);
      if (!heading) return;
      if (heading.kind === 'nil') nil ??= heading.value;
      else {
        supplied.add(heading.kind);
        if (heading.kind === 'issue') issue = heading.value;
        else [field, issue] = [heading.value, null];
      }
      return;
    }
    const cells = read(row.index);
    const said = [cells.field, cells.issue, cells.text, cells.breadth, cells.attitude].filter((cell) => cell !== null);
    // «Không» in every column.
    if (said.length > 1 && said.every(({ value }) => isNil(foldPlain(value)) || isDecoration(value))) {
      nil ??= said[0] ?? null;
      return;
    }
    if (cells.text === null && cells.breadth === null && cells.attitude === null) {
      const only = cells.issue ?? cells.field;
      if (only && isNil(foldPlain(only.value)) && (cells.issue === null || cells.field === null)) {
        nil ??= only;
        return;
      }
      // «Lĩnh vực, vấn đề» in one column.
      if (columnOf(table.header, 'field') === undefined && cells.issue && isField(cells.issue.value, profile)) {
        [field, issue] = [cells.issue, null];
        supplied.add('field');
        return;
      }
      if (cells.field) [field, issue] = [cells.field, cells.issue];
      else if (cells.issue) issue = cells.issue;
      if (cells.issue === null || followedByStreams(table.rows[at + 1], read)) return;
      streams.push({ row: grid.rowNumber(row.index), ...cells, field: cells.field ?? field });
      return;
    }
    if (
      cells.text &&
      cells.issue === null &&
      cells.breadth === null &&
      cells.attitude === null &&
      isNil(foldPlain(cells.text.value))
    ) {
      nil ??= cells.text;
      return;
    }
    // A new field starts afresh: the issue above belonged to the field above.
    if (cells.field && !sameText(cells.field.value, field?.value)) [field, issue] = [cells.field, cells.issue];
    else if (cells.field) field = cells.field;
    if (cells.issue) issue = cells.issue;
    for (const listed of listedStreams(cells))
      streams.push({ row: grid.rowNumber(row.index), ...listed, field, issue });
  });
  return { streams, nil, supplied };
}

/** Several streams listed in one cell («- …», «- …»), with a breadth and attitude for each, or one for all. */
function listedStreams(cells: Fields): Pick<Fields, 'text' | 'breadth' | 'attitude'>[] {
  const { text, breadth, attitude } = cells;
  const items = text ? listItems(text.value) : [];
  if (!text || items.length < 2) return [cells];
  const share = (cell: Located<string> | null, at: number): Located<string> | null => {
    const lines = cell?.value.split(/[\r\n]+/).filter((line) => line.trim() !== '') ?? [];
    const line = lines.length === items.length ? lines[at] : undefined;
    return cell && line !== undefined ? { ...cell, value: withoutBullet(line) } : cell;
  };
  return items.map((item, at) => ({
    text: { ...text, value: withoutBullet(item) },
    breadth: share(breadth, at),
    attitude: share(attitude, at),
  }));
}

function sameText(a: string, b: string | undefined): boolean {
  return a === b || (b !== undefined && foldPlain(a) === foldPlain(b));
}

function rowReader(grid: Grid, { header }: Table, profile: Profile): (index: number) => Fields {
  const columns = {
    field: columnOf(header, 'field'),
    issue: columnOf(header, 'issue'),
    text: columnOf(header, 'stream'),
    breadth: columnOf(header, 'breadth'),
    attitude: columnOf(header, 'attitude'),
  };
  const read = (index: number, id: keyof Fields): Located<string> | null => {
    const value = textUnder(grid, index, columns[id], ', ');
    return value && isTick(value.value) ? underTick(value, columns[id]) : value;
  };
  // «Khuynh hướng» over «Tán thành», «Phản đối» …: a tick stands for the words above it.
  const underTick = (tick: Located<string>, column: TableColumn | undefined): Located<string> => {
    const cell = column && column.columns.length > 1 ? grid.cell(header.last, tick.column) : undefined;
    return { ...tick, value: grid.value(cell) ?? tick.value };
  };
  const both = describesBoth(columns.breadth, columns.attitude);
  return (index) => {
    const breadth = read(index, 'breadth');
    const words = both && breadth ? describedBy(breadth.value, profile) : null;
    return {
      field: read(index, 'field'),
      issue: read(index, 'issue'),
      text: read(index, 'text'),
      breadth: breadth && words ? { ...breadth, value: words.breadth ?? breadth.value } : breadth,
      attitude: breadth && words?.attitude ? { ...breadth, value: words.attitude } : read(index, 'attitude'),
    };
  };
}

/** «Mức độ, khuynh hướng» in one column. */
function describesBoth(breadth: TableColumn | undefined, attitude: TableColumn | undefined): boolean {
  return attitude === undefined && /\b(khuynh huong|xu huong|thai do)\b/.test(foldPlain(breadth?.header.value ?? ''));
}

function isTick(text: string): boolean {
  return /^\s*[xv+✓✔☑☒]\s*$/iu.test(text);
}

/** An issue on a row of its own, its streams on the rows below. */
function followedByStreams(next: TableRow | undefined, read: (index: number) => Fields): boolean {
  if (!next || next.kind === 'group') return false;
  const below = read(next.index);
  return below.field === null && below.issue === null && below.text !== null;
}

function headingOf(
  grid: Grid,
  { index, cell }: TableRow,
  profile: Profile,
  issueExpected: boolean,
): { kind: 'field' | 'issue' | 'nil'; value: Located<string> } | null {
  if (!cell) return null;
  const text = grid.text(cell);
  const value = (shown: string): Located<string> => grid.at(index, cell.column, shown.replace(/\s*[:：]\s*$/, ''));
  if (isNil(foldPlain(text)) && !isField(text, profile))
    return { kind: 'nil', value: grid.at(index, cell.column, text) };
  const issue = /^(?:[^:]{0,8}\s)?vấn đề\s*(?:\d{1,2})?\s*[:：]\s*(.+)$/iu.exec(text)?.[1];
  if (issue !== undefined) return { kind: 'issue', value: value(issue) };
  const { rest, style } = splitNumbering(text);
  const plainText = fieldName(rest || text);
  if (isField(text, profile)) return { kind: 'field', value: value(plainText) };
  return { kind: issueExpected && style !== 'roman' ? 'issue' : 'field', value: value(plainText) };
}
