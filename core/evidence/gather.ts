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
