import { repairLetters } from './compare.ts';

/** A repaired copy of a text that still knows where each of its characters came from. */
export interface AlignedText {
  /** NFC, no invisible characters, Đ for its look-alikes, every space character a plain space; line breaks stay. */
  readonly text: string;
  /** The place in the original text of `length` characters of the copy at `index`. */
  readonly locate: (index: number, length: number) => { readonly index: number; readonly length: number };
}

/** 1 for each code that repairing leaves as it is: Latin letters and punctuation. Whether it would change others is not worth telling. */
export const sound = soundCodes();

function soundCodes(): Uint8Array {
  const codes = new Uint8Array(0x2028);
  for (let code = 0; code < codes.length; code += 1)
    if (
      /[\r\n\x20-\x7E\u00A1-\u00AC\u00AE-\u00CF\u00D1-\u00EF\u00F1-\u0188\u018A-\u0255\u1EA0-\u1EF9\u2010-\u2027]/.test(
        String.fromCharCode(code),
      )
    )
      codes[code] = 1;
  return codes;
}

/** Every text is asked, most of them sound: a look at each character is a fifth of the pattern's time. */
function needsRepair(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (sound[text.charCodeAt(at)] !== 1) return true;
  return false;
}

/**
 * Patterns are written for NFC text with plain spaces, but a match has to be shown in the text as the user typed it,
 * which may be NFD or hold no-break spaces.
 */
export function align(original: string): AlignedText {
  if (!needsRepair(original)) return { text: original, locate: (index, length) => ({ index, length }) };
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
