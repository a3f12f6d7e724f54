/**
 * Cards of opinions: a label on each row with its value beside, «Lĩnh vực», «Vấn đề», «Luồng ý kiến», «Mức độ», one card
 * below the other or side by side.
 */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { withoutBullet, type ContentLine } from './content.ts';
import type { Grid } from './grid.ts';
import { matchExactly } from './match.ts';
import { cardLabel, isStreamLabel } from './stream-lines.ts';

/** What a row of a card is about: «Lĩnh vực | Đối ngoại», «2 | Vấn đề | …», «Mức độ: đa số». */
export function cardLine(grid: Grid, cells: readonly Cell[]): string | null {
  const [first, second] = cells;
  const label = first && second && /^\d{1,2}[.)]?$/.test(grid.text(first)) ? second : first;
  if (typeof label?.value !== 'string') return null;
  // A label alone asks for a value that nobody gave.
  if (label === cells.at(-1) && !/[:：]./su.test(label.value)) return null;
  return cardLabel(grid.shown(label), grid.plain(label));
}

const opinionLabels = ['luong y kien', 'luong', 'y kien'];

/** An opinion with what describes it: nothing else is told in just these labels. */
export function areCards(labels: ReadonlySet<string>): boolean {
  const has = (...some: string[]): boolean => some.some((one) => labels.has(one));
  return has(...opinionLabels) && has('linh vuc', 'van de') && has('muc do', 'khuynh huong', 'thai do');
}

/** The field or issue of a card, with an opinion on it below. */
export function opensCard(grid: Grid, index: number, cells: readonly Cell[]): boolean {
  const label = cardLine(grid, cells);
  if (label !== 'linh vuc' && label !== 'van de') return false;
  for (let below = index + 1; below <= index + longestCard; below += 1) {
    const told = cardLine(grid, grid.valued(below));
    if (told !== null && opinionLabels.includes(told)) return true;
  }
  return false;
}

const longestCard = 5;

/** «Người phản ánh: …» on a card of opinions; null for any other line. */
export function informantOf(grid: Grid, index: number, cells: readonly Cell[]): Located<string> | null {
  for (const cell of cells.slice(0, 2)) {
    if (typeof cell.value !== 'string' || !informantWord.test(grid.plain(cell))) continue;
    const [label = '', value = ''] = grid.text(cell).split(/[:：](.*)/su);
    const said = value.trim() !== '' || cell !== cells.at(-1);
    if (said && matchExactly('streams', [withoutBullet(label)])?.group === 'refused')
      return grid.at(index, cell.column, label);
  }
  return null;
}

const informantWord = /^(?:nguoi|ho (?:va )?ten|cong tac vien|ctv)\b/;

export interface CardColumns {
  /** One card after the other, each line with its label. */
  readonly lines: readonly ContentLine[];
  /** Row index after the last label. */
  readonly end: number;
}

/** Fewer rows of labels are no card. */
const fewestRows = 3;

/**
 * The cards side by side that start at that row, claimed: «Luồng ý kiến | Đồng tình. | Lo ngại.», one label for several
 * opinions, or the labels repeated beside each other. Null where a row has but one.
 */
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
