import type { Term } from '../profile.ts';
import { foldSigns } from '../text/compare.ts';
import { nearest } from '../text/nearest.ts';

/** How a value stands to a list of the profile: the term it is or was meant to be, and by which wording it was found. */
export interface ListedTerm {
  readonly term: Term | null;
  readonly by: 'label' | 'alias' | 'nearness' | null;
}

/** Case, spaces, the kind of a dash and the place of a tone mark do not matter; a misspelt value gives the nearest term. */
export function listedTerm(value: string, terms: readonly Term[]): ListedTerm {
  const list = lists.get(terms) ?? { index: indexOf(terms), told: new Map<string, ListedTerm>() };
  lists.set(terms, list);
  const known = list.told.get(value);
  if (known) return known;
  const found = list.index.get(foldSigns(value)) ?? nearestTerm(value, terms);
  if (list.told.size < mostTold) list.told.set(value, found);
  return found;
}

function nearestTerm(value: string, terms: readonly Term[]): ListedTerm {
  const wordings = terms.flatMap((term) => [term.label, ...term.aliases].map((wording) => ({ term, wording })));
  const near = nearest(
    value,
    wordings.map(({ wording }) => wording),
  );
  const owner = wordings.find(({ wording }) => wording === near)?.term ?? null;
  return { term: owner, by: owner && 'nearness' };
}

interface List {
  readonly index: ReadonlyMap<string, ListedTerm>;
  /** What values as they were written stand for: a column repeats a few. */
  readonly told: Map<string, ListedTerm>;
}

const mostTold = 1000;
/** Lists never change once loaded, and every row of a table is looked up in them. */
const lists = new WeakMap<readonly Term[], List>();

/** Terms by folded wording; a label wins over an alias, the first over a later one. */
function indexOf(terms: readonly Term[]): ReadonlyMap<string, ListedTerm> {
  const index = new Map<string, ListedTerm>();
  const add = (wording: string, term: Term, by: 'label' | 'alias'): void => {
    const key = foldSigns(wording);
    if (!index.has(key)) index.set(key, { term, by });
  };
  for (const term of terms) add(term.label, term, 'label');
  for (const term of terms) for (const alias of term.aliases) add(alias, term, 'alias');
  return index;
}
