/**
 * Works through items in a few lanes at once. Items with the same key never run side by side: two versions of one
 * report are sent in the order they were given.
 */
export async function inLanes<Item>(
  items: readonly Item[],
  lanes: number,
  keyOf: (item: Item) => string,
  work: (item: Item) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const waiting = [...items];
  const busy = new Set<string>();
  let wake: (() => void)[] = [];

  const take = (): Item | null => {
    const index = waiting.findIndex((item) => !busy.has(keyOf(item)));
    return index < 0 ? null : (waiting.splice(index, 1)[0] ?? null);
  };
  const lane = async (): Promise<void> => {
    while (waiting.length > 0 && !stopped()) {
      const item = take();
      if (item === null) {
        await new Promise<void>((resolve) => wake.push(resolve));
        continue;
      }
      const key = keyOf(item);
      busy.add(key);
      try {
        await work(item);
      } finally {
        busy.delete(key);
        for (const resume of wake) resume();
        wake = [];
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
