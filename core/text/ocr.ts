/**
 * Slips of text recognition met in the office's scans. Each gives a word that exists, so only the phrase around it
 * tells: a list of phrases, not a spelling check.
 */
import { align } from './aligned.ts';
import { latin } from './latin.ts';

export interface OcrSlip {
  /** Place of the wrong word in the text as given. */
  readonly index: number;
  readonly length: number;
  /** What the word should probably be, in the case of the word found. */
  readonly suggestion: string;
}

const wordStart = String.raw`(?<![\p{L}])`;
const wordEnd = String.raw`(?![\p{L}])`;

/** The wrong word where its phrase surrounds it, and the right one. */
const slips: readonly (readonly [phrase: string, right: string])[] = [
  [String.raw`(?<=đảng (?:ủy|uỷ|bộ)\s+)khỏi(?=\s+các cơ quan${wordEnd}|\s*$)`, 'khối'],
  [String.raw`${wordStart}công(?=\s+tác viên${wordEnd})`, 'cộng'],
  [String.raw`${wordStart}phân(?=\s+bác${wordEnd}(?! s[ĩỹ]))`, 'phản'],
  // «chuyển biên chế» and «diễn biên kịch» are right
  [
    String.raw`(?<=${wordStart}(?:diễn|phổ|chuyển)\s+)biên${wordEnd}(?!\s+(?:chế|soạn|kịch|giới|tập|bản|phòng|độ|lai))`,
    'biến',
  ],
  [String.raw`(?<=${wordStart}tự\s+)chuyên(?=\s+h(?:óa|oá)${wordEnd})`, 'chuyển'],
];

const patterns = slips.map(([phrase, right]) => ({ pattern: latin(phrase, 'giu'), right }));

/** Probable slips in order of place; hints for a reader, never corrections. */
export function findOcrSlips(text: string): OcrSlip[] {
  const aligned = align(text);
  return patterns
    .flatMap(({ pattern, right }) =>
      Array.from(aligned.text.matchAll(pattern), (match) => ({
        ...aligned.locate(match.index, match[0].length),
        suggestion: inCaseOf(match[0], right),
      })),
    )
    .sort((a, b) => a.index - b.index);
}

function inCaseOf(found: string, right: string): string {
  if (found === found.toUpperCase()) return right.toUpperCase();
  const first = found.charAt(0);
  return first === first.toUpperCase() ? first + right.slice(1) : right;
}
