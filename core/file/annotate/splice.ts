/** Small edits in a text, and the record that takes them back exactly. */

export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** Where an edit stands in the edited text, how long it is, and what was there before. */
export type Cut = readonly [at: number, length: number, original: string];

/** Applies the edits; those at one place keep their order. They must not overlap. */
export function applySplices(text: string, splices: readonly Splice[]): { text: string; cuts: Cut[] } {
  const ordered = splices.map((splice, index) => ({ splice, index }));
  ordered.sort((a, b) => a.splice.at - b.splice.at || a.index - b.index);
  const pieces: string[] = [];
  const cuts: Cut[] = [];
  let from = 0;
  let length = 0;
  for (const { splice } of ordered) {
    if (splice.at < from) throw new RangeError('edits overlap');
    const kept = text.slice(from, splice.at);
    pieces.push(kept, splice.insert);
    length += kept.length;
    cuts.push([length, splice.insert.length, text.slice(splice.at, splice.at + splice.remove)]);
    length += splice.insert.length;
    from = splice.at + splice.remove;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(''), cuts };
}

/** The text before `applySplices`. */
export function undoCuts(text: string, cuts: readonly Cut[]): string {
  return applySplices(
    text,
    cuts.map(([at, remove, insert]) => ({ at, remove, insert })),
  ).text;
}
