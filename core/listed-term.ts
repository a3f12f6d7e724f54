import type { Term } from './profile.ts';
import { fold } from './text/compare.ts';
import { nearest } from './text/nearest.ts';

/** How a value stands to a list of the profile: the term it is or was meant to be, and by which wording it was found. */
export interface ListedTerm {
  readonly term: Term | null;
  readonly by: 'label' | 'alias' | 'nearness' | null;
}

/** Case, spaces and the place of a tone mark do not matter; a misspelt value gives the nearest term. */
export function listedTerm(value: string, terms: readonly Term[]): ListedTerm {
  const wanted = fold(value);
  const labelled = terms.find((term) => fold(term.label) === wanted);
  if (labelled) return { term: labelled, by: 'label' };
  const known = terms.find((term) => term.aliases.some((alias) => fold(alias) === wanted));
  if (known) return { term: known, by: 'alias' };
  const wordings = terms.flatMap((term) => [term.label, ...term.aliases].map((wording) => ({ term, wording })));
  const near = nearest(
    value,
    wordings.map(({ wording }) => wording),
  );
  const owner = wordings.find(({ wording }) => wording === near)?.term ?? null;
  return { term: owner, by: owner && 'nearness' };
}
