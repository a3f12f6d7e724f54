import { repairLetters } from './compare.ts';

/** A repaired copy of a text that still knows where each of its characters came from. */
export interface AlignedText {
  /** NFC, no invisible characters, Đ for its look-alikes, every space character a plain space; line breaks stay. */
  readonly text: string;
  /** The place in the original text of `length` characters of the copy at `index`. */
  readonly locate: (index: number, length: number) => { readonly index: number; readonly length: number };
}

/** Anything that repairing would change; characters beyond Latin and punctuation are not worth telling apart. */
const needsRepair =
  /[^\r\n\x20-\x7E\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u00EF\u00F1-\u0188\u018A-\u0255\u1EA0-\u1EF9\u2010-\u2027]/u;

/**
 * Patterns are written for NFC text with plain spaces, but a match has to be shown in the text as the user typed it,
 * which may be NFD or hold no-break spaces.
 */
export function align(original: string): AlignedText {
  if (!needsRepair.test(original)) return { text: original, locate: (index, length) => ({ index, length }) };
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  // A letter with its marks is repaired as one; marks may stand behind an invisible character.
  for (const match of original.matchAll(/[^\p{M}][\p{M}\p{Cf}]*|[\p{M}\p{Cf}]+/gsu)) {
    const repaired = repairLetters(match[0]).replace(/[^\S\r\n]/gu, ' ');
    for (let offset = 0; offset < repaired.length; offset++) {
      starts.push(match.index);
      ends.push(match.index + match[0].length);
    }
    text += repaired;
  }
  return {
    text,
    locate: (index, length) => {
      const start = starts[index] ?? original.length;
      const end = ends[index + length - 1] ?? start;
      return { index: start, length: Math.max(0, end - start) };
    },
  };
}
