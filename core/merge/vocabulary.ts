/** Canonical wording of fields, breadths and attitudes, so that «KT-XH» and «Kinh tế - xã hội» are one field. */
import type { Term } from '../profile.ts';
import { foldSigns } from '../text/compare.ts';

export interface Wording {
  /** The list's label where the text is a listed label or alias, else the text as written. */
  readonly label: string;
  /** Position in the list; past its end for what is not listed. */
  readonly order: number;
}

/** Looks wordings up in a profile list; each different text is folded once. */
export function wordingOf(terms: readonly Term[]): (text: string) => Wording {
  const byFold = new Map<string, Wording>();
  terms.forEach(({ label, aliases }, order) => {
    for (const text of [label, ...aliases])
      if (!byFold.has(foldSigns(text))) byFold.set(foldSigns(text), { label, order });
  });
  const known = new Map<string, Wording>();
  return (text) => {
    let wording = known.get(text);
    if (!wording) {
      wording = byFold.get(foldSigns(text)) ?? { label: text, order: terms.length };
      known.set(text, wording);
    }
    return wording;
  };
}
