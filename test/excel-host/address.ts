/** A1 references as Excel writes and reads them. */
import { a1, columnName } from '../../core/sheet.ts';
import { maxColumn, maxRow, type Area } from './model.ts';

/** `A1`, `$A$1:B2`, `A:C`, `2:5`, also after a sheet name; null when it is none. */
export function parseArea(text: string): Area | null {
  const reference = text
    .slice(text.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .toUpperCase();
  const [from = '', to = from, ...rest] = reference.split(':');
  const [start, end] = [parsePart(from), parsePart(to)];
  if (rest.length > 0 || !start || !end) return null;
  const area = {
    top: start.row ?? 1,
    left: start.column ?? 1,
    bottom: end.row ?? maxRow,
    right: end.column ?? maxColumn,
  };
  return area.top <= area.bottom && area.left <= area.right && area.bottom <= maxRow && area.right <= maxColumn
    ? area
    : null;
}

/** The sheet a reference names, quotes taken off; null when it names none. */
export function sheetOf(text: string): string | null {
  const end = text.lastIndexOf('!');
  if (end < 0) return null;
  const name = text.slice(0, end);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** Without the sheet. */
export function showArea(area: Area): string {
  const { top, left, bottom, right } = area;
  if (top === 1 && bottom === maxRow) return `${columnName(left)}:${columnName(right)}`;
  if (left === 1 && right === maxColumn) return `${top}:${bottom}`;
  const start = a1({ row: top, column: left });
  return top === bottom && left === right ? start : `${start}:${a1({ row: bottom, column: right })}`;
}

/** With the sheet, quoted where Excel quotes it. */
export function showAddress(sheet: string, area: Area): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet);
  return `${plain ? sheet : `'${sheet.replaceAll("'", "''")}'`}!${showArea(area)}`;
}

export function overlaps(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

function parsePart(text: string): { row: number | null; column: number | null } | null {
  const match = /^([A-Z]{1,3})?([1-9]\d{0,6})?$/.exec(text);
  if (!match || (!match[1] && !match[2])) return null;
  let column = 0;
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: match[2] ? Number(match[2]) : null, column: column || null };
}
