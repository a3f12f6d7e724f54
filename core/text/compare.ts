/** Comparing Vietnamese text. Nothing here rewrites what a user typed: results are for comparison and lookup only. */

/** Soft hyphen, zero-width and direction marks: they print nothing and make equal texts differ. */
const invisible = /[\u00AD\u034F\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** NFC, ordinary spaces, no zero-width characters, look-alikes of Đ repaired, trimmed, inner whitespace single. */
export function normalise(text: string): string {
  return repairLetters(text).replace(/\s+/g, ' ').trim();
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

/** Lower case, with the tone mark of oa, oe, uy moved to its older place (oà → òa, but quý stays), for equality. */
export function fold(text: string): string {
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}\p{M}])/gu, '$1$3$2')
    .normalize('NFC');
}

/** `fold` without any diacritics and punctuation, for matching headers and names typed carelessly. */
export function foldPlain(text: string): string {
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
