/** The words of a profile's lists as they are looked for in texts. */
import type { Profile, VocabularyName } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';

/** A wording of a term, folded. */
export interface Word {
  readonly plain: string;
  /** The term's. */
  readonly id: string;
}

const words = new WeakMap<Profile, Map<VocabularyName, readonly Word[]>>();

/** All wordings of a list, longest first: «tuyệt đại đa số» before «đa số». */
export function wordsOf(profile: Profile, name: VocabularyName): readonly Word[] {
  const known = words.get(profile) ?? new Map<VocabularyName, readonly Word[]>();
  words.set(profile, known);
  const list =
    known.get(name) ??
    profile.vocabularies[name]
      .flatMap(({ id, label, aliases }) => [label, ...aliases].map((wording) => ({ id, plain: foldPlain(wording) })))
      .filter(({ plain }) => plain !== '')
      .sort((a, b) => b.plain.length - a.plain.length);
  known.set(name, list);
  return list;
}
