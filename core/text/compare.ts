/** Comparing Vietnamese text. Nothing here rewrites what a user typed: results are for comparison and lookup only. */

import { latin } from './latin.ts';

/** Soft hyphen, zero-width and direction marks: they print nothing and make equal texts differ. */
const invisible = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/**
 * Text that is normal already: single spaces inside, printable ASCII, composed letters (no look-alikes of Đ) and common
 * signs. Most cells are, and everything below is called for every cell.
 */
const normal = /^(?:[!-~¡-¬®-ÏÑ-ïñ-ňŊ-ƈƊ-ɏẠ-ỹ–—‘’“”…]+(?: [!-~¡-¬®-ÏÑ-ïñ-ňŊ-ƈƊ-ɏẠ-ỹ–—‘’“”…]+)*)?$/;

/** NFC, ordinary spaces, no zero-width characters, look-alikes of Đ repaired, trimmed, inner whitespace single. */
export function normalise(text: string): string {
  return normal.test(text) ? text : repairLetters(text).replace(/\s+/g, ' ').trim();
}

/** NFC without invisible characters and with Đ for its look-alikes; spaces stay as they are. */
export function repairLetters(text: string): string {
  // Invisible characters go first: one between a letter and its mark keeps NFC from composing them.
  return text
    .replace(invisible, '')
    .replace(/[\u00D0\u0189]|D[\u0335\u0336]/g, 'Đ')
    .replace(/[\u00F0\u0256]|d[\u0335\u0336]/g, 'đ')
    .normalize('NFC');
}

/** Where a tone mark may stand on the second vowel; it moves at the end of a syllable only. */
const movableTone = /o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/;
const movingTone = latin(`(?<!q)(?:${movableTone.source})(?![\\p{L}\\p{M}])`, 'gu');

/** Lower case, with the tone mark of oa, oe, uy moved to its older place (oà → òa, but quý stays), for equality. */
export function fold(text: string): string {
  const lower = normalise(text).toLowerCase();
  const composed = lower.normalize('NFC');
  return movableTone.test(composed) ? composed.replace(movingTone, withOlderTone) : composed;
}

function withOlderTone(vowels: string): string {
  const [first = '', second = '', tone = ''] = vowels.normalize('NFD');
  return (first + tone + second).normalize('NFC');
}

/** `fold` with one kind of dash and no spaces around dashes and slashes: programs put «–» for what was typed as «-». */
export function foldSigns(text: string): string {
  const folded = fold(text);
  return dashOrSlash.test(folded) ? folded.replace(dashes, '-').replace(slashes, '/') : folded;
}

const dashOrSlash = /[-/\u2010-\u2015]/;
const dashes = /\s*[-\u2010-\u2015]\s*/g;
const slashes = /\s*\/\s*/g;

/** `fold` without any diacritics and punctuation, for matching headers and names typed carelessly. */
export function foldPlain(text: string): string {
  let plain = '';
  let gap = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const letter = code < plainLetters.length ? plainLetters[code] : undefined;
    if (letter === undefined) return foldPlainSlowly(text);
    if (letter === ' ') gap = true;
    else if (letter !== '') {
      if (gap && plain !== '') plain += ' ';
      gap = false;
      plain += letter;
    }
  }
  return plain;
}

function foldPlainSlowly(text: string): string {
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What `foldPlain` makes of one code unit by itself: '' for marks and invisible characters, a space for signs;
 * undefined where a neighbour may matter. Covers ASCII and every letter Vietnamese is written with.
 */
const plainLetters: readonly (string | undefined)[] = Array.from({ length: 0x1f00 }, (_, code) => {
  const vietnamese = code < 0x250 || (code >= 0x300 && code < 0x335) || (code >= 0x1ea0 && code < 0x1efa);
  if (!vietnamese) return undefined;
  const character = String.fromCharCode(code);
  // A lone mark disappears; between other characters it only ever belonged to the letter before.
  if (/\p{M}/u.test(character) || character.search(invisible) >= 0) return '';
  return foldPlainSlowly(character) || ' ';
});
