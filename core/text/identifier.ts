/** Whatever in a text leads to one person. Values are only located, never handed on: a report of them must not repeat them. */
import { align } from './aligned.ts';
import { fold } from './compare.ts';
import { findQuotes } from './first-person.ts';
import { stripTitles } from './name.ts';
import { findPeople } from './person-name.ts';
import { findPersonalNumbers } from './personal-number.ts';
import { latin } from './latin.ts';

const letter = String.raw`[\p{L}\p{M}\p{N}]`;
const betweenWords = String.raw`[^\p{L}\p{M}\p{N}]+`;
const wordPattern = latin(`${letter}+`, 'gu');

export type IdentifierType =
  'phone' | 'email' | 'nationalId' | 'plate' | 'account' | 'quote' | 'namedPerson' | 'officeHolder';

export interface IdentifierMatch {
  readonly type: IdentifierType;
  /** Place in the text as given. */
  readonly index: number;
  readonly length: number;
}

/** All identifiers by place. `officeHolder` is a person named with a public office, to be warned of only. */
export function findIdentifiers(text: string): IdentifierMatch[] {
  const aligned = align(text);
  const found = [
    ...findPersonalNumbers(aligned.text),
    ...findPeople(aligned.text),
    ...findQuotes(aligned.text).map((quote) => ({ type: 'quote' as const, ...quote })),
  ];
  return found
    .sort((a, b) => a.index - b.index)
    .map(({ type, index, length }) => ({ type, ...aligned.locate(index, length) }));
}

/** The numbers and addresses among them: all there is to look for where names belong. */
export function findNumbers(text: string): IdentifierMatch[] {
  const aligned = align(text);
  return findPersonalNumbers(aligned.text).map(({ type, index, length }) => ({
    type,
    ...aligned.locate(index, length),
  }));
}

/**
 * Where any of these names stands in a text, whole words, whatever its case, Unicode form or tone placement; titles of
 * the names given do not count. Names of a single word are too common to look for.
 */
export function findNames(text: string, names: readonly string[]): { index: number; length: number }[] {
  const { wanted, opening } = wantedOf(names);
  // Nearly every text names nobody, and need not be folded word by word.
  if (wanted.size === 0 || opening?.test(fold(text)) === false) return [];
  const aligned = align(text);
  const words = wordsOf(aligned.text);
  const found: { index: number; length: number }[] = [];
  for (const [at, { folded, index }] of words.entries()) {
    const name = wanted
      .get(folded)
      ?.filter((candidate) => candidate.every((one, offset) => words[at + offset]?.folded === one))
      .sort((a, b) => b.length - a.length)[0];
    const last = name && words[at + name.length - 1];
    if (last) found.push(aligned.locate(index, last.index + last.length - index));
  }
  return found;
}

interface Wanted {
  /** The names' folded words by their first. */
  readonly wanted: ReadonlyMap<string, string[][]>;
  /** The first two words of any of them, in a folded text; null where they are too many for a pattern. */
  readonly opening: RegExp | null;
}

/** A committee's list is looked for in each of its texts, so it is read once. */
function wantedOf(names: readonly string[]): Wanted {
  const known = wantedByList.get(names);
  if (known) return known;
  const wanted = new Map<string, string[][]>();
  for (const name of names) {
    const words = wordsOf(fold(stripTitles(name))).map(({ folded }) => folded);
    const [first] = words;
    if (first === undefined || words.length < 2) continue;
    const others = wanted.get(first);
    if (others) others.push(words);
    else wanted.set(first, [words]);
  }
  const pairs = [...wanted.values()].flat().map(([first = '', second = '']) => first + betweenWords + second);
  const openings = [...new Set(pairs)].sort();
  const opening = openings.length > mostOpenings ? null : latin(`(?<!${letter})(?:${openings.join('|')})`, 'u');
  const told = { wanted, opening };
  wantedByList.set(names, told);
  return told;
}

/** A pattern of more alternatives takes long to build. */
const mostOpenings = 2000;

/** Lists are complete when they are first looked for. */
const wantedByList = new WeakMap<readonly string[], Wanted>();

function wordsOf(text: string): { folded: string; index: number; length: number }[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    folded: fold(match[0]),
    index: match.index,
    length: match[0].length,
  }));
}
