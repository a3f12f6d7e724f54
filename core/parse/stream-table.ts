/**
 * Opinion streams in a table. A field or issue given once holds for the rows below it: through a merged cell, a blank
 * meaning "as above", or a heading row across the table.
 */
import type { Located, Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Cell } from '../sheet.ts';
import { fold, foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import type { Grid } from './grid.ts';
import { listItems, withoutBullet } from './content.ts';
import { isDitto, isTick } from './marks.ts';
import { isHeaderWord, matchHeading, splitNumbering } from './match.ts';
import { isDecoration, isNil, isPlainNil } from './signature.ts';
import { oneOfStreams, reportSections } from './wording/report.ts';
import { fieldName, isField } from './field-name.ts';
import { depthOf, headingText } from './line-marks.ts';
import { describedBy, opinionsTold, spokenOf } from './spoken.ts';
import { isName } from './stream-headings.ts';
import { isCount } from './stream-lines.ts';
import { findHeader, type Header, type TableColumn } from './header-row.ts';
import { rowsWithoutTrailing, type Table, type TableRow } from './table.ts';
import { columnOf, isOrderHeader, textUnder } from './values.ts';

export interface StreamTable {
  readonly streams: readonly Stream[];
  /** A row stating that nothing arose. */
  readonly nil: Located<string> | null;
  /** What the table has no column for but says: in heading rows, or in the column of something else. */
  readonly supplied: ReadonlySet<Supplied>;
}

type Supplied = 'field' | 'issue' | 'breadth' | 'attitude';

interface Fields {
  readonly field: Located<string> | null;
  readonly issue: Located<string> | null;
  readonly text: Located<string> | null;
  readonly breadth: Located<string> | null;
  readonly attitude: Located<string> | null;
}

type Opinion = Pick<Fields, 'text' | 'breadth' | 'attitude'>;

/** `text`, `breadth` and `attitude` of a row are those of its first opinion; most rows have no other. */
interface RowCells extends Fields {
  readonly opinions: readonly Opinion[];
}

/**
 * The tables of opinions in what was read as one: «STT» among the order numbers opens another, though no blank row parts
 * them. Tables that only count opinions are left out.
 */
export function streamTablesIn(grid: Grid, table: Table): readonly Table[] {
  const tables: Table[] = [];
  const order = columnOf(table.header, 'order')?.columns[0];
  let header: Header | null = table.header;
  let rows: TableRow[] = [];
  const close = (): void => {
    if (header && !countsOpinions(header)) tables.push({ header, rows, end: table.end });
  };
  for (const row of table.rows) {
    if (header && row.index <= header.last) continue;
    if (!opensTable(grid, row, order)) {
      rows.push(row);
      continue;
    }
    const below = findHeader(grid, row.index, ['streams'], true);
    if (!below && header && resemblesHeader(grid, row.index, header)) continue;
    // «2. Đối ngoại» right above a header is said of the rows below it.
    const headings = rows.splice(rowsWithoutTrailing(rows));
    close();
    [header, rows] = [below, headings];
  }
  close();
  return tables;
}

function opensTable(grid: Grid, { index, kind }: TableRow, order: number | undefined): boolean {
  return kind === 'data' && order !== undefined && isOrderHeader(grid, grid.cell(index, order));
}

/** «STT» over columns nobody knows, or headers alone, below the rows of a table: what follows is none of its rows. */
export function opensUnknownTable(grid: Grid, index: number, cells: readonly Cell[], header: Header): boolean {
  if (cells.length < 2 || !(isOrderHeader(grid, cells[0]) || areHeaders(grid, cells))) return false;
  const below = findHeader(grid, index, ['streams'], true);
  // Those that begin with «STT» are told apart by `streamTablesIn`.
  if (below && !countsOpinions(below)) return !isOrderHeader(grid, cells[0]) && ordersOtherwise(below, header);
  return !resemblesHeader(grid, index, header);
}

/** The same columns in other places. */
function ordersOtherwise(one: Header, other: Header): boolean {
  return one.columns.some(({ id, columns }) => (columnOf(other, id)?.columns[0] ?? columns[0]) !== columns[0]);
}

/** «Vấn đề nổi cộm | Nguyên nhân | Kết quả xử lý», «Khuynh hướng | Số luồng | Tỷ lệ». */
export function areHeaders(grid: Grid, cells: readonly Cell[]): boolean {
  return (
    cells.length >= 2 &&
    cells.every((cell) => {
      if (typeof cell.value !== 'string' || cell.value.length > longestHeader) return false;
      const plain = grid.plain(cell);
      return isHeaderWord(plain) || tableWord.test(plain) || matchHeading(reportSections, cell.value) !== null;
    })
  );
}

const longestHeader = 40;
const tableWord =
  /^(?:nguyen nhan|ket qua|chi tieu|so lieu|huong (?:xu ly|giai quyet)|bien phap|so (?:luong|y kien|van de|chi bo|chi tiet)|ty le|tong so|thoi gian|don vi|dia ban|tien do|trach nhiem)(?: \S+){0,3}$/;

/** A header repeated with a word more or less. */
function resemblesHeader(grid: Grid, index: number, header: Header): boolean {
  return grid.valued(index).filter((cell) => header.texts.get(cell.column)?.includes(grid.plain(cell))).length > 2;
}

/** «Khuynh hướng | Số luồng ý kiến | Tỷ lệ». */
function countsOpinions(header: Header): boolean {
  const columns = columnOf(header, 'stream')?.columns ?? [];
  return columns.length > 0 && columns.every((column) => countHeader.test(header.texts.get(column)?.at(-1) ?? ''));
}

const countHeader = /^(tong )?so (luong|y kien|van de)\b/;

/** `above` is a field named by a line above the table. */
export function streamsOfTable(
  grid: Grid,
  table: Table,
  profile: Profile,
  above: { readonly field: Located<string> | null; readonly issue: Located<string> | null },
): StreamTable {
  const streams: Stream[] = [];
  const supplied = new Set<Supplied>();
  if (describesBoth(columnOf(table.header, 'breadth'), columnOf(table.header, 'attitude'))) supplied.add('attitude');
  let nil: Located<string> | null = null;
  let { field, issue } = above;
  if (field) supplied.add('field');
  if (issue) supplied.add('issue');
  const columns = opinionColumns(grid, table.header, profile);
  // With a row for each issue the headers have room for one of the two; the opinions themselves may tell the other.
  if (columns.some(({ breadth, attitude }) => breadth ?? attitude)) supplied.add('breadth').add('attitude');
  const undescribed = !columnOf(table.header, 'breadth') && !columnOf(table.header, 'attitude');
  const read = rowReader(grid, table, columns, profile);
  const headings = headingsInContent(grid, table, read, profile);
  let previous: RowCells | null = null;
  // Tables repeat their words.
  const known = new Map<string, boolean>();
  const saysNothing = (text: string): boolean => {
    const answer = known.get(text) ?? isNil(foldPlain(text));
    known.set(text, answer);
    return answer;
  };
  table.rows.forEach((row, at) => {
    if (row.kind === 'group') {
      const heading = headingOf(grid, row, profile, field !== null && columnOf(table.header, 'issue') === undefined);
      if (!heading) return;
      if (heading.kind === 'nil') nil ??= heading.value;
      else {
        supplied.add(heading.kind);
        if (heading.field) supplied.add('field');
        if (heading.kind === 'issue') [field, issue] = [heading.field ?? field, heading.value];
        else [field, issue] = [heading.value, null];
      }
      return;
    }
    const cells = columns.length > 0 ? read(row.index) : asAbove(read(row.index), previous);
    const heading = headings[at];
    if (heading && cells.text) {
      const named = { ...cells.text, value: headingText(cells.text.value) };
      supplied.add(heading.kind);
      if (cells.field) field = cells.field;
      if (heading.kind === 'field') [field, issue] = [{ ...named, value: fieldName(named.value) }, null];
      else issue = named;
      if (heading.silent) streams.push({ ...emptyStream, row: grid.rowNumber(row.index), field, issue });
      return;
    }
    if (isAside(grid, row.index, table.header, cells)) return;
    previous = cells;
    // «Không» in every column, or in all but that of the field it is said of. The short words are asked first.
    const told = [cells.breadth, cells.attitude, cells.issue, cells.text].filter((cell) => cell !== null);
    if (told.length > (cells.field ? 0 : 1) && told.every(({ value }) => saysNothing(value) || isDecoration(value))) {
      nil ??= [cells.field, ...told.reverse()].find((cell) => cell && saysNothing(cell.value)) ?? null;
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
      streams.push({ ...emptyStream, row: grid.rowNumber(row.index), field: cells.field ?? field, issue: cells.issue });
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
    // «Các lĩnh vực khác | Không phát sinh»
    const unjudged = cells.text && cells.issue && !(cells.breadth ?? cells.attitude) ? cells.text : null;
    if (unjudged && saysNothing(unjudged.value) && isPlainNil(foldPlain(unjudged.value))) {
      nil ??= unjudged;
      return;
    }
    // A new field starts afresh: the issue above belonged to the field above.
    if (cells.field && !sameText(cells.field.value, field?.value)) [field, issue] = [cells.field, cells.issue];
    else if (cells.field) field = cells.field;
    if (cells.issue) issue = cells.issue;
    for (const opinion of cells.opinions)
      for (const listed of listedStreams(opinion, profile)) {
        const { text, breadth, attitude } = undescribed ? spoken(listed, profile) : listed;
        streams.push({ row: grid.rowNumber(row.index), field, issue, text, breadth, attitude });
      }
  });
  // «Đa số ý kiến …; một số ý kiến …»: what has no column is told all the same.
  if (undescribed && streams.length > 0 && streams.every(({ text, breadth }) => !text || breadth))
    supplied.add('breadth').add('attitude');
  return { streams, nil, supplied };
}

const emptyStream = { field: null, issue: null, text: null, breadth: null, attitude: null } as const;

/** What the opinion tells of itself where the table has no columns for it. */
function spoken(opinion: Opinion, profile: Profile): Opinion {
  const { text } = opinion;
  if (!text) return opinion;
  const said = spokenOf(text.value, profile);
  const place = (value: string | null): Located<string> | null => (value === null ? null : { ...text, value });
  return { text, breadth: opinion.breadth ?? place(said.breadth), attitude: opinion.attitude ?? place(said.attitude) };
}

/**
 * Several streams listed in one cell («- …», «- …», or «đa số …; một số ý kiến …»), with a breadth and attitude for each,
 * or one for all.
 */
function listedStreams(opinion: Opinion, profile: Profile): Opinion[] {
  const { text, breadth, attitude } = opinion;
  const listed = text ? listItems(text.value) : [];
  const items = text && listed.length < 2 && !(breadth ?? attitude) ? opinionsTold(text.value, profile) : listed;
  if (!text || items.length < 2) return [opinion];
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

/** One of several columns of opinions with what its header says of them. */
interface OpinionColumn {
  readonly column: TableColumn;
  readonly breadth: Located<string> | null;
  readonly attitude: Located<string> | null;
}

/** The columns of a table with one row per issue: «Tán thành | Băn khoăn | Phản đối»; none where there is only one. */
function opinionColumns(grid: Grid, header: Header, profile: Profile): readonly OpinionColumn[] {
  const stream = columnOf(header, 'stream');
  if (!stream || stream.columns.length < 2) return [];
  const byHeader = new Map<string, number[]>();
  for (const column of stream.columns) {
    const plain = header.texts.get(column)?.at(-1) ?? '';
    byHeader.set(plain, [...(byHeader.get(plain) ?? []), column]);
  }
  const distinct = [...byHeader.keys()].every(
    (plain) => oneOfStreams.test(plain) || oneOfStreams.test(`y kien ${plain}`),
  );
  if (byHeader.size < 2 || !distinct) return [];
  return [...byHeader.values()].map((columns) => {
    const words = headerOver(grid, header, columns[0] ?? 0);
    const column = { ...stream, columns, header: words };
    const said = describedBy(words.value, profile);
    const place = (value: string | null): Located<string> | null => (value === null ? null : { ...words, value });
    return { column, breadth: place(said.breadth), attitude: place(said.attitude) };
  });
}

/** The lowest header cell over a sheet column. */
function headerOver(grid: Grid, header: Header, column: number): Located<string> {
  for (let index = header.last; index >= header.first; index -= 1) {
    const words = grid.value(grid.cell(index, column));
    if (words !== null) return grid.at(index, column, words);
  }
  return grid.at(header.first, column, '');
}

function rowReader(
  grid: Grid,
  { header }: Table,
  opinionsIn: readonly OpinionColumn[],
  profile: Profile,
): (index: number) => RowCells {
  const columns = {
    field: columnOf(header, 'field'),
    issue: columnOf(header, 'issue'),
    text: columnOf(header, 'stream'),
    breadth: columnOf(header, 'breadth'),
    attitude: columnOf(header, 'attitude'),
  };
  const readUnder = (index: number, column: TableColumn | undefined): Located<string> | null => {
    const value = textUnder(grid, index, column, ', ');
    return value && (isTick(value.value) || value.value === '1') ? underTick(value, column) : value;
  };
  // «Khuynh hướng» over «Tán thành», «Phản đối» …: a tick stands for the words above it.
  const underTick = (tick: Located<string>, column: TableColumn | undefined): Located<string> => {
    const cell = column && column.columns.length > 1 ? grid.cell(header.last, tick.column) : undefined;
    return { ...tick, value: grid.value(cell) ?? tick.value };
  };
  /** A ditto mark is as good as a blank: both mean what stands above. */
  const named = (index: number, column: TableColumn | undefined): Located<string> | null => {
    const value = readUnder(index, column);
    return value && isDitto(value.value) ? null : value;
  };
  const both = describesBoth(columns.breadth, columns.attitude);
  return (index) => {
    const breadth = readUnder(index, columns.breadth);
    const words = both && breadth ? describedBy(breadth.value, profile) : null;
    const cells: Fields = {
      field: named(index, columns.field),
      issue: named(index, columns.issue),
      text: opinionsIn.length > 0 ? null : readUnder(index, columns.text),
      breadth: breadth && words ? { ...breadth, value: words.breadth ?? breadth.value } : breadth,
      attitude: breadth && words?.attitude ? { ...breadth, value: words.attitude } : readUnder(index, columns.attitude),
    };
    if (opinionsIn.length === 0) return { ...cells, opinions: [cells] };
    const opinions = opinionsOf(grid, index, cells, opinionsIn, columns, profile);
    return { ...cells, text: opinions[0]?.text ?? null, opinions };
  };
}

/** The opinions of a row that has a cell for each. */
function opinionsOf(
  grid: Grid,
  index: number,
  cells: Fields,
  columns: readonly OpinionColumn[],
  described: { readonly breadth: TableColumn | undefined; readonly attitude: TableColumn | undefined },
  profile: Profile,
): readonly Opinion[] {
  const starts = columns.map(({ column }) => column.columns[0] ?? 0);
  const first = Math.min(...starts);
  const last = Math.max(...starts);
  return columns.flatMap(({ column, breadth, attitude }, at) => {
    // «Luồng ý kiến 1 | Mức độ | Luồng ý kiến 2»: a breadth between them is that of the opinion before it.
    const shared = (cell: Located<string> | null): Located<string> | null => {
      if (!cell || cell.column < first || cell.column > last) return cell;
      return cell.column > (starts[at] ?? 0) && cell.column < (starts[at + 1] ?? Infinity) ? cell : null;
    };
    const own = (of: TableColumn | undefined, cell: Located<string> | null): Located<string> | null => {
      const next = starts[at + 1] ?? Infinity;
      const between = of?.columns.filter((one) => one > (starts[at] ?? 0) && one < next) ?? [];
      return of && of.columns.length > 1 && between.length > 0
        ? textUnder(grid, index, { ...of, columns: between }, ', ')
        : shared(cell);
    };
    const text = textUnder(grid, index, column, ', ');
    // A merge over several of the columns stands in the first, and is no more its than the others'.
    if (!text || !column.columns.includes(text.column)) return [];
    const merge = grid.mergeAt(text.row, text.column);
    const alone = !merge || merge.right <= Math.max(...column.columns);
    // «Không» under «Phản đối»: nobody objects.
    if ((cells.issue ?? cells.field) && (isNil(foldPlain(text.value)) || isDecoration(text.value))) return [];
    const spoken = spokenOf(text.value, profile);
    const place = (value: string | null): Located<string> | null => (value === null ? null : { ...text, value });
    return [
      {
        text: isTick(text.value) ? { ...text, value: column.header.value } : text,
        breadth: (alone ? breadth : null) ?? own(described.breadth, cells.breadth) ?? place(spoken.breadth),
        attitude: (alone ? attitude : null) ?? own(described.attitude, cells.attitude) ?? place(spoken.attitude),
      },
    ];
  });
}

/** «-nt-», «"», «như trên» in a cell: what the row above has there. */
function asAbove(cells: RowCells, above: RowCells | null): RowCells {
  const { text, breadth, attitude } = cells;
  if (!above || ![text, breadth, attitude].some((cell) => cell && isDitto(cell.value))) return cells;
  const repeated = (cell: Located<string> | null, from: Located<string> | null): Located<string> | null =>
    cell && from && isDitto(cell.value) ? { ...cell, value: from.value } : cell;
  const opinion = {
    text: repeated(text, above.text),
    breadth: repeated(breadth, above.breadth),
    attitude: repeated(attitude, above.attitude),
  };
  return { ...cells, ...opinion, opinions: [opinion] };
}

/** «Cộng lĩnh vực … 02 luồng ý kiến», «Ghi chú … Chưa gồm chi bộ ngoài nước»: a row of the table, and no opinion. */
function isAside(grid: Grid, index: number, header: Header, cells: Fields): boolean {
  const { field, issue, text, breadth, attitude } = cells;
  if (breadth ?? attitude) return false;
  const label = field ?? issue ?? textUnder(grid, index, columnOf(header, 'order'), ' ');
  if (!label || label.value.length > longestAside) return false;
  if (noteLabel.test(foldPlain(label.value))) return true;
  return totalLabel.test(fold(label.value)) && (text === null || isCount(foldPlain(text.value)));
}

const longestAside = 60;
const noteLabel = /^(ghi chu|chu thich|luu y|chu y)$/;
/** Diacritics matter: «Công phẫn …» is an issue. */
const totalLabel = latin(
  String.raw`^(?:tổng|cộng)(?:(?: (?:cộng|số|chung|theo|lĩnh vực|vấn đề|mục|phần|nhóm|[ivx\d]+))(?![\p{L}\d])|\s*:?$)`,
  'u',
);

/** A row of the content column that names a field or an issue; `silent` when no opinion follows. */
interface ContentHeading {
  readonly kind: 'field' | 'issue';
  readonly silent: boolean;
}

/** Deeper than any number: a bullet, or nothing. */
const deepest = 9;

/**
 * Fields, issues and opinions in one column: the numbers before them («I», «1», «-») tell which is which. Only the
 * opinions have a breadth and an attitude.
 */
function headingsInContent(
  grid: Grid,
  { header, rows }: Table,
  read: (index: number) => RowCells,
  profile: Profile,
): readonly (ContentHeading | null)[] {
  if (columnOf(header, 'issue') || !columnOf(header, 'stream')) return [];
  const order = columnOf(header, 'order');
  // «Vấn đề/luồng ý kiến»: an issue may stand beside its field.
  const beside = /\bvan de\b/.test(foldPlain(columnOf(header, 'stream')?.header.value ?? ''));
  const lines = rows.map(({ index, kind }) => {
    if (kind === 'group') return null;
    const { field, text, breadth, attitude } = read(index);
    const mark = textUnder(grid, index, order, ' ');
    const marked = normalise(
      mark ? `${mark.value.replace(/[.)\s]+$/, '')}. ${text?.value ?? ''}` : (text?.value ?? ''),
    );
    const name = text && !(breadth ?? attitude) && (beside || !field) && isName(text.value, profile);
    return { text, depth: depthOf(marked), name: name === true };
  });
  const heads = lines.map((line, at) => {
    if (!line?.name || !line.text) return false;
    if (isField(line.text.value, profile)) return true;
    const below = lines[at + 1];
    return line.depth !== null && !!below && (below.depth ?? deepest) > line.depth;
  });
  let fieldDepth: number | null = null;
  const kinds = lines.map((line, at): 'field' | 'issue' | null => {
    if (rows[at]?.kind === 'group') fieldDepth = 0;
    if (!heads[at] || !line?.text) return null;
    const inner = fieldDepth !== null && fieldDepth < (line.depth ?? deepest);
    if (!isField(line.text.value, profile) && (inner || !heads[at + 1])) return 'issue';
    fieldDepth = line.depth ?? deepest;
    return 'field';
  });
  const depths = new Set(lines.filter((_, at) => kinds[at] === 'issue').map((line) => line?.depth));
  const headings = kinds.map((kind): ContentHeading | null => kind && { kind, silent: false });
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    const last = at === rows.length - 1 || rows[at + 1]?.kind === 'group' || headings[at + 1];
    if (line?.name && last && !headings[at] && line.depth !== null && depths.has(line.depth))
      headings[at] = { kind: 'issue', silent: true };
  }
  return headings;
}

/** «Mức độ, khuynh hướng» in one column. */
function describesBoth(breadth: TableColumn | undefined, attitude: TableColumn | undefined): boolean {
  return attitude === undefined && /\b(khuynh huong|xu huong|thai do)\b/.test(foldPlain(breadth?.header.value ?? ''));
}

/** An issue on a row of its own, its streams on the rows below. */
function followedByStreams(next: TableRow | undefined, read: (index: number) => RowCells): boolean {
  if (!next || next.kind === 'group') return false;
  const below = read(next.index);
  return below.field === null && below.issue === null && below.text !== null;
}

interface TableHeading {
  readonly kind: 'field' | 'issue' | 'nil';
  readonly value: Located<string>;
  /** The field an issue is said to be of. */
  readonly field?: Located<string> | null;
}

/** «Vấn đề 1: Thiếu thuốc (lĩnh vực: Kinh tế - xã hội)»; null for any other text. */
export function issueNamed(text: string): { readonly name: string; readonly field: string | null } | null {
  const [, name] = /^(?:[^:]{0,8}\s)?vấn đề\s*(?:\d{1,2})?\s*[:：]\s*(.+)$/iu.exec(normalise(text)) ?? [];
  if (name === undefined) return null;
  const [bracket, field] = /\s*\((?:thuộc )?lĩnh vực\s*[:：]?\s*([^()]+)\)\s*[.;]?$/iu.exec(name) ?? [];
  return { name: bracket === undefined ? name : name.slice(0, -bracket.length), field: field ?? null };
}

function headingOf(
  grid: Grid,
  { index, cell }: TableRow,
  profile: Profile,
  issueExpected: boolean,
): TableHeading | null {
  if (!cell) return null;
  const text = grid.text(cell);
  const value = (shown: string): Located<string> => grid.at(index, cell.column, shown.replace(/\s*[:：]\s*$/, ''));
  if (isNil(foldPlain(text)) && !isField(text, profile))
    return { kind: 'nil', value: grid.at(index, cell.column, text) };
  const issue = issueNamed(text);
  if (issue)
    return { kind: 'issue', value: value(issue.name), field: issue.field === null ? null : value(issue.field) };
  const { rest, style } = splitNumbering(text);
  const plainText = fieldName(headingText(rest || text));
  if (isField(text, profile)) return { kind: 'field', value: value(plainText) };
  return { kind: issueExpected && style !== 'roman' ? 'issue' : 'field', value: value(plainText) };
}
