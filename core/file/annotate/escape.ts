/** Text on its way into XML: what a cell cannot hold is replaced, so that nothing in it acts as anything but text. */

/** The most UTF-16 units a cell holds. */
const longest = 32_767;

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Text of a cell or note: NFC, line ends as LF, control and half characters shown as U+FFFD, `_xHHHH_` kept literal. */
export function textXml(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return escapeXml(clean.length > longest ? `${clean.slice(0, longest - 1)}…` : clean);
}
