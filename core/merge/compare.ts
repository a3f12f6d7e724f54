/** Comparators that depend on nothing but their arguments, so that the order of files never shows in a summary. */

export type Comparator<T> = (a: T, b: T) => number;

/** Plain code-unit order: for ids, hashes and file names. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers ascending, null first. */
export function compareNumbers(a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null ? 1 : a - b;
}

/** The first comparator that tells them apart decides. */
export function inTurn<T>(...comparators: readonly Comparator<T>[]): Comparator<T> {
  return (a, b) => {
    for (const comparator of comparators) {
      const order = comparator(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}
