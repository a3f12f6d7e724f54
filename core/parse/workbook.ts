import type { ParsedWorkbook } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { Workbook } from '../sheet.ts';

/** Recognises what a workbook holds by its content and reads it; the only gate from cells to documents. */
export function parseWorkbook(workbook: Workbook, profile: Profile): ParsedWorkbook {
  throw new Error(`not written yet: ${String(workbook.sheets.length)} ${profile.id}`);
}
