/** Knows the Bloc summary this program wrote: it lies about in the folders of the workbooks it was made from. */
import { sheetNames } from '../file/summary/words.ts';
import type { Workbook } from '../sheet.ts';

const { overview, submissions, reconciliation, sources } = sheetNames;

export function isOwnSummary({ sheets }: Workbook): boolean {
  const names = new Set(sheets.map(({ name }) => name.normalize('NFC')));
  return [overview, submissions, reconciliation, sources].every((name) => names.has(name));
}
