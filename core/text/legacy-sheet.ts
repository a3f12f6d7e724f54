/**
 * Sheets typed in a font of the time before Unicode and converted since, with the font's name left behind. «Vai trò» may
 * be either; what else stands on the sheet in such a font tells.
 */
import type { Cell, Sheet } from '../sheet.ts';
import { unicodeOnly } from './legacy-cell.ts';
import { legacyEncoding } from './legacy-font.ts';

/** Latin letters and signs Vietnamese in Unicode has no use for, which TCVN3 and VNI put in nearly every sentence. */
const legacyOnly = /[¡-ª¬-¯µ¶¸-º¼-¾Ä-ÇËÎ-ÑÖØÛÜÞßä-çëîïñöøûüþÿ]/;

/** The sheet with plain fonts, where its text in legacy fonts is Unicode; otherwise the sheet itself. */
export function withoutStaleFonts(sheet: Sheet): Sheet {
  let unicode = false;
  for (const { cells } of sheet.rows)
    for (const cell of cells) {
      if (typeof cell.value !== 'string' || !isLegacy(cell)) continue;
      if (legacyOnly.test(cell.value)) return sheet;
      unicode ||= unicodeOnly.test(cell.value);
    }
  if (!unicode) return sheet;
  const plain = (cell: Cell): Cell => {
    if (!isLegacy(cell)) return cell;
    const runs = cell.runs?.map((run) => ({ ...run, font: '' }));
    return { ...cell, style: { ...cell.style, font: '' }, ...(runs ? { runs } : {}) };
  };
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(plain) })) };
}

function isLegacy({ runs, style }: Cell): boolean {
  return runs ? runs.some(({ font }) => legacyEncoding(font) !== null) : legacyEncoding(style.font) !== null;
}
