/** Label lines: «Số, ký hiệu | 58-BC/ĐU», «Số: 58-BC/ĐU» in one cell, or labels with their values below. */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { leadingBullet } from './content.ts';
import type { Grid } from './grid.ts';
import { splitNumbering } from './match.ts';

export interface LabelValue<Id extends string> {
  readonly id: Id;
  /** Where the value is read from: the label's own cell when it stands behind the colon. */
  readonly value: Located<string>;
  /** The value's own cell; null when it shares the label's. */
  readonly cell: Cell | null;
  readonly index: number;
  /** The label as written, plain-folded. */
  readonly labelPlain: string;
}

const longestLabel = 80;
/** A value stands at most so many columns right of its label. */
const reach = 12;

/** All label/value pairs of a row; their cells are claimed. A label without a value is claimed and left out. */
export function readLabels<Id extends string>(
  grid: Grid,
  index: number,
  cells: readonly Cell[],
  labels: ReadonlyMap<string, Id>,
): LabelValue<Id>[] {
  const found: LabelValue<Id>[] = [];
  const bare: { id: Id; cell: Cell }[] = [];
  let taken = 0;
  cells.forEach((cell, at) => {
    if (cell.column <= taken || typeof cell.value !== 'string') return;
    for (const line of grid.shown(cell).split(/[\r\n]+/)) {
      const inline = inlineLabel(line, labels);
      if (inline) {
        grid.claim(index, cell.column);
        found.push({ ...inline, value: grid.at(index, cell.column, inline.rest), cell: null, index });
      }
    }
    const id = wholeLabel(grid, cell, labels);
    if (id === undefined) return;
    grid.claim(index, cell.column);
    const next = cells[at + 1];
    if (
      next &&
      next.column - cell.column <= reach &&
      wholeLabel(grid, next, labels) === undefined &&
      !isInline(grid, next, labels)
    ) {
      taken = next.column;
      grid.claim(index, next.column);
      found.push({
        id,
        value: grid.at(index, next.column, grid.value(next) ?? ''),
        cell: next,
        index,
        labelPlain: grid.plain(cell),
      });
    } else bare.push({ id, cell });
  });
  if (bare.length > 0 && found.length === 0) found.push(...valuesBelow(grid, index, bare, labels));
  return found;
}

/** A row of labels only, with the values on the row below. */
function valuesBelow<Id extends string>(
  grid: Grid,
  index: number,
  bare: readonly { id: Id; cell: Cell }[],
  labels: ReadonlyMap<string, Id>,
): LabelValue<Id>[] {
  const below = index + 1;
  if (grid.rowNumber(below) !== grid.rowNumber(index) + 1) return [];
  return bare.flatMap(({ id, cell }) => {
    const value = grid.cell(below, cell.column);
    const text = grid.value(value);
    if (!value || text === null || wholeLabel(grid, value, labels) !== undefined || isInline(grid, value, labels))
      return [];
    if (bare.length < 2 && grid.valued(below).length > 1) return [];
    grid.claim(below, cell.column);
    return [{ id, value: grid.at(below, cell.column, text), cell: value, index: below, labelPlain: grid.plain(cell) }];
  });
}

/** True when the cell is a label, with or without its value behind a colon. */
export function isLabelled<Id extends string>(grid: Grid, cell: Cell, labels: ReadonlyMap<string, Id>): boolean {
  return wholeLabel(grid, cell, labels) !== undefined || isInline(grid, cell, labels);
}

function isInline<Id extends string>(grid: Grid, cell: Cell, labels: ReadonlyMap<string, Id>): boolean {
  return typeof cell.value === 'string' && inlineLabel(grid.shown(cell), labels) !== null;
}

/** «Label: value» → id and value. */
function inlineLabel<Id extends string>(
  line: string,
  labels: ReadonlyMap<string, Id>,
): { id: Id; rest: string; labelPlain: string } | null {
  const colon = line.search(/[:：]/);
  if (colon <= 0 || colon > longestLabel) return null;
  const labelPlain = foldPlain(labelText(line.slice(0, colon)));
  const id = labels.get(labelPlain);
  const rest = normalise(line.slice(colon + 1));
  return id === undefined || rest === '' ? null : { id, rest, labelPlain };
}

function wholeLabel<Id extends string>(grid: Grid, cell: Cell, labels: ReadonlyMap<string, Id>): Id | undefined {
  if (typeof cell.value !== 'string' || cell.value.length > longestLabel) return undefined;
  const text = grid.text(cell);
  return labels.get(grid.plain(cell)) ?? labels.get(foldPlain(labelText(text)));
}

/** Without bullet, numbering and a bracketed explanation. */
function labelText(text: string): string {
  return splitNumbering(text.replace(leadingBullet, '').replace(/^\s*\(\s*/, '')).rest.replace(/\([^)]*\)/g, ' ');
}
