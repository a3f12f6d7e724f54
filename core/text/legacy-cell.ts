import type { Cell } from '../sheet.ts';
import { legacyEncoding, toUnicode } from './legacy-font.ts';

/** A cell typed in a font of the time before Unicode: what it shows is not what it stores. */
export interface LegacyText {
  readonly encoding: 'tcvn3' | 'vni';
  readonly font: string;
  /** What the reader sees, in Unicode. */
  readonly text: string;
}

/** Letters the old encodings do not have: text with one is Unicode already, whatever font it is shown in. */
export const unicodeOnly = /[\u0100-\u0151\u0154-\u024F\u0300-\u036F\u1EA0-\u1EF9]/;

/** null where the cell is in no legacy font, or holds nothing that converting would change. */
export function legacyText(cell: Cell | null): LegacyText | null {
  if (typeof cell?.value !== 'string') return null;
  if (!cell.runs && legacyEncoding(cell.style.font) === null) return null;
  const runs = cell.runs ?? [{ font: cell.style.font, text: cell.value }];
  const first = runs.find((run) => legacyEncoding(run.font) !== null && convert(run) !== run.text);
  const encoding = first && legacyEncoding(first.font);
  return first && encoding ? { encoding, font: first.font, text: runs.map(convert).join('') } : null;
}

function convert({ font, text }: { readonly font: string; readonly text: string }): string {
  const encoding = unicodeOnly.test(text) ? null : legacyEncoding(font);
  return encoding ? toUnicode(text, encoding, font) : text;
}
