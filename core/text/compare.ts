/** Comparing Vietnamese text. Nothing here rewrites what a user typed: results are for comparison and lookup only. */

/** NFC, ordinary spaces, no zero-width characters, look-alikes of Đ repaired, trimmed, inner whitespace single. */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[\u00D0\u0189]/g, 'Đ')
    .replace(/\u0256|\u00F0/g, 'đ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Lower case, with the tone mark of oa, oe, uy moved to its older place (oà → òa, but quý stays), for equality. */
export function fold(text: string): string {
  return normalise(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<!q)(o(?=[ae])|u(?=y))([aey])([\u0300\u0301\u0303\u0309\u0323])(?![\p{L}])/gu, '$1$3$2')
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
