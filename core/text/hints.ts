/**
 * What a text may hold that the searches of this folder look for, told by one look at its characters. Most cells hold
 * nothing of it, and every cell of every workbook is asked.
 */
import { align, sound } from './aligned.ts';
import { isCapital } from './latin.ts';

/** One bit for each search: where it is not set the search finds nothing. */
export const hint = {
  /** `findPersonalNumbers`. */
  number: 1,
  /** `findPeople`. */
  person: 2,
  /** `findQuotes`. */
  quote: 4,
  /** `findCitations`. */
  citation: 8,
  /** `findClassification`. */
  classification: 16,
} as const;

/** All that `text` may hold. */
export function hintsOf(text: string): number {
  const hints = look(text);
  // Characters that print nothing may stand anywhere; the searches do not see them either.
  return (hints & unusual) === 0 ? hints : look(align(text).text) & ~unusual;
}

/** True where a search is worth its while. */
export function mayHold(text: string, wanted: number): boolean {
  return (hintsOf(text) & wanted) !== 0;
}

/** Beside the hints: some characters are none `align` leaves as they are. */
const unusual = 0x80;

/** What a character is to `look`; most letters are nothing. */
const role = { digit: 1, space: 2, sign: 3, at: 4, bracket: 5, m: 6, o: 7, i: 8, u: 9, unusual: 10 } as const;

const roles = sound.map((is, code) => (is === 0 ? role.unusual : code < 0x2010 ? 0 : role.sign));
for (const [characters, is] of [
  ['0123456789', role.digit],
  [' ', role.space],
  ['-/\\', role.sign],
  ['@', role.at],
  ['([', role.bracket],
  ['mM', role.m],
  ['ôÔ', role.o],
  ['ìÌ', role.i],
  ['úÚ', role.u],
] as const)
  for (const character of characters) roles[character.charCodeAt(0)] = is;

/** The digits of a number that leads to a person: a plate has the fewest. */
const fewestDigits = 6;
/** Between two digits of one such number stand at most so many signs or letters. */
const widestGap = 3;
/** The sign of a citation («05-KL/ĐUK») stands at most so far behind its digit. */
const signReach = 40;

function look(text: string): number {
  let hints = 0;
  let digits = 0;
  let lastDigit = -Infinity;
  let bracket = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const is = code < roles.length ? (roles[code] as number) : role.unusual;
    if (is === 0) continue;
    if (is === role.space) {
      // A name has a capital after a word, not after a sign that ends a sentence.
      const inside = at > 0 && at + 1 < text.length;
      if (inside && isCapital(text.charCodeAt(at + 1)) && followsWord(text.charCodeAt(at - 1))) hints |= hint.person;
    } else if (is === role.digit) {
      digits = at - lastDigit > widestGap + 1 ? 1 : digits + 1;
      lastDigit = at;
      if (digits === fewestDigits) hints |= hint.number;
    } else if (is === role.sign || is === role.unusual) {
      if (is === role.unusual) hints |= unusual;
      if (at - lastDigit <= signReach) hints |= hint.citation;
    } else if (is === role.m) {
      if (spellsMat(text, at)) hints |= hint.classification;
    } else if (is === role.at) hints |= hint.number;
    else if (is === role.bracket) bracket = true;
    else if (spellsPronoun(text, at, is)) hints |= hint.quote;
  }
  if (bracket && /[([]\s?(?:at|a còng)\s?[)\]]/iu.test(text)) hints |= hint.number;
  return hints;
}

function followsWord(code: number): boolean {
  return code >= 0x41 || code === 0x27;
}

/** «mật» or «mat», spaced or not. */
function spellsMat(text: string, at: number): boolean {
  const vowel = afterSpaces(text, at + 1);
  return (
    'aạâậAẠÂẬ'.includes(text.charAt(vowel) || ' ') && 'tT'.includes(text.charAt(afterSpaces(text, vowel + 1)) || ' ')
  );
}

function afterSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** «tôi», «mình», or what may be «chúng em» and «chúng cháu». */
function spellsPronoun(text: string, at: number, vowel: number | undefined): boolean {
  const before = text.charCodeAt(at - 1) | smallLetter;
  const after = text.charCodeAt(at + 1) | smallLetter;
  if (vowel === role.o) return before === 0x74 && after === 0x69;
  return after === 0x6e && before === (vowel === role.i ? 0x6d : 0x68);
}

/** Makes a capital of ASCII small. */
const smallLetter = 0x20;
