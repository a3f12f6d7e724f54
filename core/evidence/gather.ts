/** Cells with the same fault, gathered so that one pasted or filled-down column is one finding. */
import type { CellAddress } from '../sheet.ts';

export interface Gathered<Place extends CellAddress> {
  readonly at: Place;
  /** The other cells of the same column. */
  readonly related: readonly Place[];
}

/** From this many faults on, a column has one cause. */
const columnIsOneFrom = 5;

/** Columns with many faults as one item at their first cell, all other faults singly; in the order given. */
export function gatherByColumn<Place extends CellAddress>(places: readonly Place[]): Gathered<Place>[] {
  const columns = new Map<string, Place[]>();
  for (const place of places) {
    const key = `${place.column}!${place.sheet}`;
    const column = columns.get(key);
    if (column) column.push(place);
    else columns.set(key, [place]);
  }
  return [...columns.values()].flatMap((column) => {
    const [at, ...related] = [...column].sort((a, b) => a.row - b.row);
    if (!at) return [];
    return column.length >= columnIsOneFrom ? [{ at, related }] : column.map((one) => ({ at: one, related: [] }));
  });
}

/** Of so many cells a block is one finding. */
const blockFrom = 5;

/** Cells of rows that follow each other, several abreast: a table of its own. The others are in `single`, in the order given. */
export function gatherBlocks(places: readonly CellAddress[]): {
  readonly blocks: readonly Gathered<CellAddress>[];
  readonly single: readonly CellAddress[];
} {
  const ordered = [...places].sort((a, b) => order(a.sheet, b.sheet) || a.row - b.row || a.column - b.column);
  const runs: CellAddress[][] = [];
  for (const place of ordered) {
    const last = runs.at(-1)?.at(-1);
    const follows = last?.sheet === place.sheet && place.row - last.row <= 1;
    if (follows) runs.at(-1)?.push(place);
    else runs.push([place]);
  }
  const blocks = runs.filter(isBlock);
  const inBlock = new Set(blocks.flat());
  return {
    blocks: blocks.flatMap(([at, ...related]) => (at ? [{ at, related }] : [])),
    single: places.filter((place) => !inBlock.has(place)),
  };
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function isBlock(run: readonly CellAddress[]): boolean {
  const rows = new Set(run.map(({ row }) => row)).size;
  return run.length >= blockFrom && rows > 1 && run.length > rows;
}
