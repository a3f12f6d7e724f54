/** A small seeded generator (mulberry32), so that every run of the demo writes the same workbooks. */
export interface Random {
  /** An integer from 0 up to, not including, `bound`. */
  readonly below: (bound: number) => number;
  readonly pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** The same items in another order. */
  readonly shuffle: <Item>(items: readonly Item[]) => Item[];
}

export function seededRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  return {
    below,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle: (items) => {
      const order = items.map((item) => ({ item, key: next() }));
      return order.sort((a, b) => a.key - b.key).map(({ item }) => item);
    },
  };
}
