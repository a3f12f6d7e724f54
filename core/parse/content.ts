/** Free text under a section heading, as lines with their cells. */
import type { Located } from '../document.ts';
import type { Cell } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { isDecoration } from './signature.ts';
import { latin } from '../text/latin.ts';

/** What people type, paste or let Word put before the items of a list, for use between brackets. */
export const bulletSigns = String.raw`\-–—+*•·●○◦▪▫■□◆◇❖➢➤►▶▸→⇒✓✔☞\uF000-\uF0FF`;

const listItem = latin(String.raw`^([${bulletSigns}]|\d{1,2}[.)])\s*\p{L}`, 'u');
/** Word's second bullet is a letter «o» when pasted. */
export const leadingBullet = latin(String.raw`^\s*(?:[${bulletSigns}]+\s*|o\s+(?=\p{Lu}))`, 'u');

export interface ContentLine {
  readonly located: Located<string>;
  readonly index: number;
  /** What is shown, for matching; line breaks kept. */
  readonly shown: string;
  /** The text beside it on the same row, such as the recipient of a proposal. */
  readonly beside: Located<string> | null;
  /** Texts right beside those, as in a table of salient issues; only where the section has such rows. */
  readonly further: readonly Located<string>[];
  /** The number, letter or bullet in a cell of its own before the text. */
  readonly mark?: string;
}

/** So many blank rows below a section's text, a word or two are no longer part of it. */
const strayGap = 12;
const numberingCell = new RegExp(
  String.raw`^\s*(\d{1,2}(\.\d{1,2}){0,2}|[IVX]{1,4}|[a-zđ]|[${bulletSigns}])\s*[.)]?\s*$`,
  'iu',
);

/**
 * The text of one row under a heading; what is read is claimed. `gap` is the number of blank rows above; `wide` rows may
 * hold more than two texts. Lone letters and numbers are left unclaimed: they belong to nothing.
 */
export function readContent(
  grid: Grid,
  index: number,
  cells: readonly Cell[],
  gap: number,
  wide: boolean,
): ContentLine | null {
  const first = cells[0];
  if (!first) return null;
  const numbered = cells.length > 1 && numberingCell.test(grid.text(first));
  const texts = cells
    .slice(numbered ? 1 : 0)
    .filter((cell) => typeof cell.value === 'string' && foldPlain(grid.shown(cell)).length >= 2);
  for (const cell of cells) if (isDecoration(grid.text(cell))) grid.claim(index, cell.column);
  const main = texts[0];
  if (!main || (gap > strayGap && grid.text(main).split(' ').length < 3)) return null;
  grid.claim(index, main.column);
  if (numbered) grid.claim(index, first.column);
  const besideCell = texts.find((cell) => cell !== main && grid.text(cell).length >= 3);
  if (besideCell) grid.claim(index, besideCell.column);
  const located = (cell: Cell): Located<string> => grid.at(index, cell.column, grid.value(cell) ?? '');
  return {
    located: located(main),
    index,
    shown: grid.shown(main),
    beside: besideCell ? located(besideCell) : null,
    further: wide && besideCell ? claimed(grid, index, adjoining(texts, besideCell)).map(located) : [],
    ...(numbered && { mark: grid.text(first) }),
  };
}

/** A cell on its own. */
export function wholeCell(grid: Grid, index: number, cell: Cell): ContentLine {
  const located = grid.at(index, cell.column, grid.value(cell) ?? '');
  return { located, index, shown: grid.shown(cell), beside: null, further: [] };
}

/** Cells that follow the first without a blank column. */
function adjoining(cells: readonly Cell[], first: Cell): Cell[] {
  const right = cells.filter((cell) => cell.column > first.column);
  return right.filter((cell, at) => cell.column === first.column + at + 1);
}

function claimed(grid: Grid, index: number, cells: readonly Cell[]): readonly Cell[] {
  grid.claimAll(index, cells);
  return cells;
}

/** The bulleted or numbered lines of one cell; the whole text when it is not a list. */
export function listItems(shown: string): string[] {
  const lines = shown.split(/[\r\n]+/).map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const listed = filled.filter((line) => listItem.test(line));
  return filled.length > 1 && listed.length === filled.length ? filled : [shown];
}

/** Without its bullet. */
export function withoutBullet(text: string): string {
  return text.replace(leadingBullet, '').trim();
}
