import { parseA1, type Range } from '../../core/sheet.ts';

/** `B3` or `$B$3:C9`, without the sheet; null for whole rows and columns and anything else. */
export function areaOf(reference: string): Range | null {
  const [from = '', to = from, ...rest] = reference.replaceAll('$', '').split(':');
  const [start, end] = [parseA1(from), parseA1(to)];
  if (!start || !end || rest.length > 0) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
