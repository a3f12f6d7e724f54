/**
 * Finding the header of a table: on one line, or a group line over sub-headers («Quyết định» over «Số» and «Ngày»),
 * merged or not, anywhere on the sheet.
 */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import {
  matchColumn,
  matchExactly,
  mayMatchExactly,
  ownHalf,
  patternRank,
  type ColumnGroup,
  type ColumnMatch,
  type TableKind,
} from './match.ts';
import { oneOfStreams, tickedTerms } from './wording/report.ts';
import { latin } from '../text/latin.ts';

const anyLetter = latin(String.raw`\p{L}`, '');

/** One column of a found table; several sheet columns when its header spans them. */
export interface TableColumn {
  readonly id: string;
  readonly group: ColumnGroup;
  readonly columns: readonly number[];
  readonly header: Located<string>;
}

export interface Header {
  readonly kind: TableKind;
  /** Row indexes of its lines, at most three. */
  readonly first: number;
  readonly last: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly TableColumn[];
  /** Headers no column of the kind is known by. */
  readonly unexpected: readonly Located<string>[];
  /** Folded header texts by sheet column, to know a header repeated on each printed page. */
  readonly texts: ReadonlyMap<number, readonly string[]>;
  /** Sheet columns under any header, indexed by column. */
  readonly owned: readonly (boolean | undefined)[];
  /** How far right the same roster header stands once more, for each time: a long list goes on beside itself. */
  readonly repeats: readonly number[];
}

/** A header text over one sheet column, on one line. */
interface Part {
  readonly index: number;
  readonly cell: Cell;
  readonly text: string;
  readonly width: number;
}

const widestHeader = 200;
const mostLines = 3;

/** The header starting at that row, of the first of `kinds` that it satisfies best. `known`: the sheet is that document already. */
export function findHeader(grid: Grid, index: number, kinds: readonly TableKind[], known: boolean): Header | null {
  let best: Header | null = null;
  for (const kind of kinds) {
    const found = findHeaderOf(grid, index, kind, known);
    if (found && (!best || found.columns.length > best.columns.length)) best = found;
  }
  return best;
}

function findHeaderOf(grid: Grid, index: number, kind: TableKind, known: boolean): Header | null {
  const header = headerAt(grid, index, kind);
  if (!header || !satisfies(header, known)) return null;
  // A title right above the header is no group header: it changes nothing in what the lines below say.
  const below = header.last > index ? findHeaderOf(grid, index + 1, kind, known) : null;
  return below && below.columns.length >= header.columns.length ? null : header;
}

/** The header starting at that row, whether or not it is enough of one. Recognition and parsing both ask. */
function headerAt(grid: Grid, index: number, kind: TableKind): Header | null {
  const known = headers.get(grid) ?? new Map<string, Header | null>();
  headers.set(grid, known);
  const key = `${kind} ${index}`;
  const remembered = known.get(key);
  if (remembered !== undefined) return remembered;
  const header = readHeader(grid, index, kind);
  if (known.size < mostHeaders) known.set(key, header);
  return header;
}

const headers = new WeakMap<Grid, Map<string, Header | null>>();
const mostHeaders = 2000;

function readHeader(grid: Grid, index: number, kind: TableKind): Header | null {
  if (!mayBeHeader(grid, index, kind)) return null;
  let paths = addLine(grid, index, new Map());
  if (paths.size < 2 && grid.rows[index + 1] === undefined) return null;
  let last = index;
  let header = headerOf(grid, kind, index, last, paths);
  while (last + 1 - index < mostLines && isSubHeader(grid, last + 1, kind, paths)) {
    last += 1;
    paths = addLine(grid, last, paths);
    header = headerOf(grid, kind, index, last, paths);
  }
  return header;
}

/** No header is without a wording known exactly; most rows have nothing of one, nor the lines below them. */
function mayBeHeader(grid: Grid, index: number, kind: TableKind): boolean {
  for (let line = index; line < index + mostLines; line += 1)
    for (const cell of grid.rows[line]?.cells ?? [])
      if (typeof cell.value === 'string' && mayMatchExactly(kind, cell.value, grid.plain(cell))) return true;
  return false;
}

/** The parts of one more header line, put under the lines above. */
function addLine(grid: Grid, index: number, above: ReadonlyMap<number, readonly Part[]>): Map<number, readonly Part[]> {
  const paths = new Map(above);
  const cells = grid.valued(index).filter((cell) => typeof cell.value === 'string');
  const row = grid.rowNumber(index);
  for (const cell of cells) {
    // The break between two languages tells them apart.
    const shown = grid.shown(cell);
    const text = ownHalf(shown) === null ? grid.text(cell) : shown;
    const merge = grid.mergeAt(row, cell.column);
    const right = merge ? Math.min(merge.right, cell.column + 60) : cell.column;
    for (let column = cell.column; column <= right && paths.size < widestHeader; column += 1) {
      const part: Part = { index, cell, text, width: right - cell.column + 1 };
      paths.set(column, [...(paths.get(column) ?? groupBeside(above, paths, column)), part]);
    }
  }
  return paths;
}

/** An unmerged group header reaches over the blank cells to its right as long as sub-headers follow. */
function groupBeside(
  above: ReadonlyMap<number, readonly Part[]>,
  paths: ReadonlyMap<number, readonly Part[]>,
  column: number,
): readonly Part[] {
  const beside = paths.get(column - 1) ?? [];
  const ownBeside = above.get(column - 1) ?? [];
  return beside.length >= 2 && (ownBeside.length > 0 || beside.length > 1) ? beside.slice(0, -1) : [];
}

/** True when the row continues the header: it stands under group headers only and adds a known column. */
function isSubHeader(grid: Grid, index: number, kind: TableKind, paths: ReadonlyMap<number, readonly Part[]>): boolean {
  const row = grid.rows[index];
  const above = grid.rows[index - 1];
  if (!row || !above || row.row - above.row > 2) return false;
  const cells = grid.valued(index);
  if (cells.length === 0) return false;
  let known = 0;
  const extended = addLine(grid, index, paths);
  for (const cell of cells) {
    if (typeof cell.value !== 'string') return false;
    const text = grid.text(cell);
    if (text.length > 60 || !anyLetter.test(text)) return false;
    const parent = paths.get(cell.column)?.at(-1);
    const path = (extended.get(cell.column) ?? []).map((part) => part.text);
    // «Nam», «Nữ» mean something only under the «Năm sinh» they divide.
    const divides = parent !== undefined && parent.width > 1 && matchColumn(kind, [parent.text]) !== null;
    const match = matchExactly(kind, path) ?? (divides ? matchColumn(kind, path) : null);
    if (match) known += 1;
    if (parent && parent.width === 1 && !match) return false;
  }
  return known > 0;
}

function headerOf(
  grid: Grid,
  kind: TableKind,
  first: number,
  last: number,
  paths: ReadonlyMap<number, readonly Part[]>,
): Header | null {
  const found = new Map<string, { rank: number; group: ColumnGroup; columns: number[]; parts: readonly Part[] }>();
  const unexpected = new Map<Cell, Located<string>>();
  const owned: (boolean | undefined)[] = [];
  const texts = new Map<number, string[]>();
  const ordered = [...paths]
    .sort(([a], [b]) => a - b)
    .map(([column, parts]): HeadedColumn => ({ column, parts, match: columnOf(grid, kind, parts) }));
  // Most rows are no header: no known wording among them, and nothing more to do.
  if (!ordered.some(({ match }) => match !== null && match.rank < patternRank)) return null;
  if (kind === 'streams') matchTerms(ordered);
  for (const { column, parts } of ordered)
    texts.set(
      column,
      parts.map((part) => foldPlain(part.text)),
    );
  const repeats = kind === 'roster' ? repeatsOf(texts) : [];
  const end = ordered[0] && repeats[0] !== undefined ? ordered[0].column + repeats[0] : Infinity;
  for (const { column, parts, match } of ordered) {
    const leaf = parts.at(-1);
    if (!leaf) continue;
    if (column >= end) {
      owned[column] = true;
      continue;
    }
    const located = grid.at(leaf.index, leaf.cell.column, leaf.text);
    if (!match) {
      if (foldPlain(leaf.text).length >= 2) {
        unexpected.set(leaf.cell, located);
        owned[column] = true;
      }
      continue;
    }
    owned[column] = true;
    const known = found.get(match.id);
    if (!known) found.set(match.id, { ...match, columns: [column], parts });
    else if (sameGroup(known.parts, parts) || bothHeld(match) || bothStreams(known.parts, parts, match))
      known.columns.push(column);
    else if (isTerm(known.parts, match.id) && isTerm(parts, match.id)) known.columns.push(column);
    else if (foldsAlike(known.parts, parts) && isDescribing(match.id) && (found.get('stream')?.columns.length ?? 0) > 1)
      known.columns.push(column);
    else if (match.group === 'refused') found.set(`${match.id}/${column}`, { ...match, columns: [column], parts });
    else if (match.rank < known.rank) {
      for (const loser of known.columns.map((one) => paths.get(one)?.at(-1)))
        if (loser) unexpected.set(loser.cell, grid.at(loser.index, loser.cell.column, loser.text));
      found.set(match.id, { ...match, columns: [column], parts });
    } else unexpected.set(leaf.cell, located);
  }
  if (found.size === 0) return null;
  const columns = [...found].map(([key, { group, columns: under, parts }]): TableColumn => {
    const leaf = parts.at(-1);
    const id = key.split('/')[0] ?? key;
    return {
      id,
      group,
      columns: under,
      header: grid.at(leaf?.index ?? first, leaf?.cell.column ?? 1, leaf?.text ?? ''),
    };
  });
  const all = columns.flatMap((column) => column.columns);
  const sound = [...found.values()].filter((column) => column.rank < patternRank).length;
  if (sound < 2 && !(sound === 1 && found.size >= 4)) return null;
  return {
    kind,
    first,
    last,
    left: Math.min(...all),
    right: Math.max(...all) + (repeats.at(-1) ?? 0),
    columns,
    unexpected: [...unexpected.values()],
    texts,
    owned,
    repeats,
  };
}

const terms = ['breadth', 'attitude'] as const;

/** «Luồng ý kiến 1 | Mức độ | Luồng ý kiến 2 | Mức độ»: each opinion has its own. */
function isDescribing(id: string): id is (typeof terms)[number] {
  return terms.some((one) => one === id);
}

function foldsAlike(a: readonly Part[], b: readonly Part[]): boolean {
  return foldPlain(a.at(-1)?.text ?? '') === foldPlain(b.at(-1)?.text ?? '');
}

interface HeadedColumn {
  readonly column: number;
  readonly parts: readonly Part[];
  match: ColumnMatch | null;
}

/** «Đa số | Một số ý kiến | Tán thành | Phản đối» beside «Luồng ý kiến» are ticked; without it they hold the opinions. */
function matchTerms(ordered: readonly HeadedColumn[]): void {
  const hasOpinions = ordered.some(
    ({ parts, match }) => match?.id === 'stream' && match.rank < patternRank && !terms.some((id) => isTerm(parts, id)),
  );
  if (!hasOpinions) return;
  for (const id of terms) {
    const ticked = ordered.filter(({ parts }) => parts.length === 1 && isTerm(parts, id));
    if (ticked.length < fewestTerms) continue;
    for (const one of ticked) one.match = { id, group: 'standard', rank: patternRank };
  }
}

/** One term alone may head anything. */
const fewestTerms = 2;

function isTerm(parts: readonly Part[], id: string): boolean {
  const leaf = parts.at(-1);
  return isDescribing(id) && leaf !== undefined && tickedTerms[id].test(foldPlain(leaf.text));
}

/** The header with one of its unexpected columns, or `all` of several side by side, read as the column `id`. */
export function withColumn(
  header: Header,
  id: string,
  own: Located<string>,
  all: readonly Located<string>[] = [own],
): Header {
  const column: TableColumn = { id, group: 'standard', columns: all.map((one) => one.column), header: own };
  const unexpected = header.unexpected.filter((one) => !all.includes(one));
  return { ...header, columns: [...header.columns, column], unexpected };
}

/** A header of fewer columns is not taken for one that stands there twice. */
const fewestRepeated = 3;

/** `texts` by column, left to right. */
function repeatsOf(texts: ReadonlyMap<number, readonly string[]>): number[] {
  const columns = [...texts].map(([column, path]) => ({ column, text: path.join('\n') }));
  const [first] = columns;
  if (!first) return [];
  const starts = columns.filter(({ text }) => text === first.text).map(({ column }) => column);
  const width = columns.findIndex(({ column }) => column === starts[1]);
  if (width < fewestRepeated || columns.length !== width * starts.length) return [];
  const same = columns.every(({ column, text }, at) => {
    const model = columns[at % width];
    return model?.text === text && column - model.column === (starts[Math.floor(at / width)] ?? 0) - first.column;
  });
  return same ? starts.slice(1).map((column) => column - first.column) : [];
}

/** `matchColumn`, asked once per wording: every row is tried as a header, and tables repeat their words. */
function columnOf(grid: Grid, kind: TableKind, parts: readonly Part[]): ColumnMatch | null {
  const path = parts.map((part) => part.text);
  const key = `${kind}\n${path.join('\n')}`;
  const known = matches.get(grid) ?? new Map<string, ColumnMatch | null>();
  matches.set(grid, known);
  const answer = known.get(key);
  if (answer !== undefined) return answer;
  const match = matchColumn(kind, path);
  if (known.size < mostMatches) known.set(key, match);
  return match;
}

const matches = new WeakMap<Grid, Map<string, ColumnMatch | null>>();
const mostMatches = 2000;

/** «Chức vụ Đảng» and «Chức vụ chính quyền» side by side: a person holds both; «Họ» and «Đệm» are one part of a name. */
function bothHeld(match: ColumnMatch): boolean {
  return match.id === 'position' || match.id === 'familyName';
}

/** «Ý kiến tán thành» and «Ý kiến phản đối» side by side: an issue has both. */
function bothStreams(known: readonly Part[], parts: readonly Part[], match: ColumnMatch): boolean {
  const isOne = (part: Part | undefined): boolean => part !== undefined && oneOfStreams.test(foldPlain(part.text));
  return match.id === 'stream' && isOne(known.at(-1)) && isOne(parts.at(-1));
}

/** Two columns under one cell, or under one group («Họ và tên» over two columns, «Chức vụ» over «Đảng» and «Chính quyền»). */
function sameGroup(a: readonly Part[], b: readonly Part[]): boolean {
  return a[0] !== undefined && a[0].cell === b[0]?.cell;
}

function satisfies(header: Header, known: boolean): boolean {
  const ids = new Set(header.columns.map((column) => column.id));
  const count = (...some: string[]): number => some.filter((id) => ids.has(id)).length;
  switch (header.kind) {
    case 'roster':
      if (count('name', 'givenName', 'familyName') > 0) return ids.size >= (known ? 2 : 3);
      // What is titled a roster is one without its names too.
      return known && ids.has('role') && count('position', 'unit', 'term', 'status', 'decisionNumber') >= 2;
    case 'streams': {
      const core = count('field', 'issue', 'stream', 'breadth', 'attitude');
      return count('stream', 'issue') > 0 && (core >= 3 || (known && core >= 2));
    }
    case 'proposals':
      return ids.has('proposal') && (ids.has('recipient') || (known && ids.has('order')));
    case 'trainings':
      return ids.has('trainingName')
        ? count('trainingDate', 'topics', 'attendees') > 0
        : known && count('trainingDate', 'topics', 'attendees') > 1;
    case 'events':
      return ids.has('activity')
        ? count('eventText', 'eventDate') > 0
        : known && ids.has('eventText') && count('eventDate', 'month', 'order') > 0;
  }
}
