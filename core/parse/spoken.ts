/** The breadth and attitude an opinion tells of in its own words: «Đa số ý kiến đồng tình …». */
import type { Profile, VocabularyName } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { headingText } from './line-marks.ts';
import { wordsOf } from './vocabulary-words.ts';

const wordPattern = latin(String.raw`[\p{L}\p{N}]+`, 'gu');

export function opensOpinion(text: string, profile: Profile): boolean {
  const opening = openingOf(text);
  return openingWord(opening, 'breadth', profile) !== null || openingWord(opening, 'attitude', profile) !== null;
}

/** The first words of an opinion, its number or bullet left out. */
function openingOf(text: string): string {
  return headingText(text).split(' ').slice(0, 14).join(' ');
}

/** «Đa số …; một số ý kiến …»: the opinions of a text whose every part tells how many are of it; the whole text otherwise. */
export function opinionsTold(text: string, profile: Profile): string[] {
  if (!text.includes(';')) return [text];
  const parts = text.split(';').map((part) => part.trim());
  const told = parts.filter((part) => part !== '' && part !== '.');
  const all = told.length > 1 && told.every((part) => openingWord(openingOf(part), 'breadth', profile) !== null);
  return all ? told : [text];
}

/** Breadth and attitude as an opinion itself tells them in its first words. */
export function spokenOf(text: string, profile: Profile): { breadth: string | null; attitude: string | null } {
  const opening = openingOf(text);
  return { breadth: openingWord(opening, 'breadth', profile), attitude: wordIn(opening, 'attitude', profile) };
}

/** Breadth and attitude in one description: «đa số; tán thành». */
export function describedBy(text: string, profile: Profile): { breadth: string | null; attitude: string | null } {
  return { breadth: wordIn(text, 'breadth', profile), attitude: wordIn(text, 'attitude', profile) };
}

/** A vocabulary word anywhere in a short text, as written there. */
function wordIn(text: string, name: VocabularyName, profile: Profile): string | null {
  const tokens = tokensOf(text);
  for (const { plain } of wordsOf(profile, name)) {
    const length = plain.split(' ').length;
    for (let at = 0; at + length <= tokens.length; at += 1) {
      const slice = tokens.slice(at, at + length);
      if (slice.map((token) => token.plain).join(' ') === plain && !(name === 'attitude' && isNegated(tokens, at)))
        return cut(text, slice);
    }
  }
  return null;
}

/** «chưa đồng tình», «không hoàn toàn tán thành» say no such thing. */
function isNegated(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && /^(that|thuc|su|hoan|toan|han|he)$/.test(tokens[before]?.plain ?? '')) before -= 1;
  return /^(chua|khong|chang)$/.test(tokens[before]?.plain ?? '');
}

/** A vocabulary word the text begins with. */
export function openingWord(text: string, name: VocabularyName, profile: Profile): string | null {
  const tokens = tokensOf(text);
  for (const { plain } of wordsOf(profile, name)) {
    const slice = tokens.slice(0, plain.split(' ').length);
    if (slice.map((token) => token.plain).join(' ') === plain) return cut(text, slice);
  }
  return null;
}

interface Token {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  return [...text.normalize('NFC').matchAll(wordPattern)].map((match) => ({
    plain: foldPlain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function cut(text: string, slice: readonly Token[]): string {
  return text.normalize('NFC').slice(slice[0]?.start ?? 0, slice.at(-1)?.end ?? 0);
}
