/**
 * Cards of opinions side by side: «Luồng ý kiến | Đồng tình. | Lo ngại.», one label for several opinions, or the labels
 * repeated beside each other.
 */
import type { ContentLine } from './content.ts';
import type { Grid } from './grid.ts';
import { isStreamLabel } from './stream-lines.ts';

export interface CardColumns {
  /** One card after the other, each line with its label. */
  readonly lines: readonly ContentLine[];
  /** Row index after the last label. */
  readonly end: number;
}

/** Fewer rows of labels are no card. */
const fewestRows = 3;

/** The cards starting at that row, claimed; null where a row has but one. */
export function readCardColumns(grid: Grid, index: number): CardColumns | null {
  let end = index;
  while (labelColumns(grid, end).length > 0 && grid.valued(end).length > 2) end += 1;
  if (end - index < fewestRows) return null;
  const rows = Array.from({ length: end - index }, (_, at) => index + at);
  const starts = labelColumns(grid, index);
  const cards = starts.flatMap((label, at) => {
    const next = starts[at + 1] ?? Infinity;
    const under = rows.flatMap((row) => grid.valued(row).map(({ column }) => column));
    const values = [...new Set(under)].filter((column) => column > label && column < next);
    return values.sort((a, b) => a - b).map((value) => ({ label, value }));
  });
  if (cards.length < 2) return null;
  for (const row of rows) grid.claimAll(row, grid.valued(row));
  const lines = cards.flatMap(({ label, value }) => rows.flatMap((row) => lineOf(grid, row, label, value)));
  return { lines, end };
}

/** Where the labels of a row stand that begins with one. */
function labelColumns(grid: Grid, index: number): number[] {
  const labels = grid.valued(index).filter((cell) => typeof cell.value === 'string' && isStreamLabel(grid.text(cell)));
  return labels[0] === grid.valued(index)[0] ? labels.map(({ column }) => column) : [];
}

function lineOf(grid: Grid, index: number, label: number, column: number): ContentLine[] {
  const asked = grid.cell(index, label);
  const cell = grid.cell(index, column);
  const value = grid.value(cell);
  if (!asked || !cell || value === null) return [];
  const shown = `${grid.text(asked).replace(/\s*[:：]$/, '')}: ${grid.shown(cell)}`;
  return [{ located: grid.at(index, column, value), index, shown, beside: null, further: [] }];
}
