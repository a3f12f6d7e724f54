/** Text on its way into a workbook: only what a cell can hold and what XML can carry. */

/** The most UTF-16 units a cell holds. */
const longestCellText = 32_767;

const special = /[\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-Fa-f]{4}_/;
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The text as a workbook stores it: control characters as `_xHHHH_` (and a literal `_xHHHH_` guarded), half characters
 * replaced, line ends as LF, over-long text cut with a note that says so. XML's own characters are not escaped here.
 */
export function cellText(text: string): string {
  const fitting = text.length > longestCellText ? cut(text) : text;
  if (!special.test(fitting)) return fitting;
  return fitting
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(illegal, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(loneSurrogate, '\uFFFD');
}

/** Escapes text for XML content and double-quoted attributes. */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text;
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

function cut(text: string): string {
  const note = ` … [đã cắt bớt: toàn văn có ${text.length} ký tự, xem tệp nguồn]`;
  const kept = text.slice(0, longestCellText - note.length);
  // Never end on the first half of a character.
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + note;
}
