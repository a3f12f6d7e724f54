/** How a name is written, apart from what it is. */
import { normalise } from './compare.ts';
import { stripTitles } from './name.ts';
import { latin } from './latin.ts';

const twoLetters = latin(String.raw`\p{L}{2}`, 'u');
const smallFirst = latin(String.raw`^\p{Ll}`, 'u');
const leadingNumber = latin(String.raw`^\d+\s*[.)/-]?\s*(?=\p{L})`, 'u');

export type NameProblem = 'capitals' | 'lowerCase' | 'digits' | 'spaces' | 'title';

/** What is amiss with a name as typed; empty when it is in proper form. */
export function nameProblems(typed: string): NameProblem[] {
  const name = normalise(typed);
  const bare = stripTitles(name);
  const found: NameProblem[] = [];
  if (twoLetters.test(bare) && bare === bare.toUpperCase()) found.push('capitals');
  if (bare.split(' ').some((word) => smallFirst.test(word))) found.push('lowerCase');
  if (/\d/.test(bare)) found.push('digits');
  if (/^\s|\s$|\s\s/.test(typed)) found.push('spaces');
  if (bare !== name) found.push('title');
  return found;
}

/**
 * The name in proper form; null when digits remain that are no leading number. Letters within a word change only
 * where the whole name is in capitals: «Niê H’Hoa» stays.
 */
export function properName(typed: string): string | null {
  const bare = stripTitles(normalise(typed).replace(leadingNumber, ''));
  if (/\d/.test(bare)) return null;
  const capitals = bare === bare.toUpperCase();
  return bare
    .split(' ')
    .map((word) => word.charAt(0).toUpperCase() + (capitals ? word.slice(1).toLowerCase() : word.slice(1)))
    .join(' ');
}
