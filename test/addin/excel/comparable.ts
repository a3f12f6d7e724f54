import type { Workbook } from '../../../core/sheet.ts';

/** Properties the API shows, by their name in the file. */
const shown = new Set([
  'creator',
  'category',
  'description',
  'company',
  'keywords',
  'lastmodifiedby',
  'manager',
  'subject',
  'title',
]);

/**
 * A workbook without what Excel and a file cannot agree on: the built-in date format's own spelling, hidden columns
 * without cells, properties about the file rather than the document.
 */
export function comparable(workbook: Workbook): unknown {
  const sheets = workbook.sheets.map(({ rows, hiddenColumns, merges, ...sheet }) => {
    const columns = new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)));
    return {
      ...sheet,
      merges: merges.map((merge) => JSON.stringify(merge)).sort(),
      hiddenColumns: [...columns]
        .filter((one) => hiddenColumns.some(([first, last]) => first <= one && one <= last))
        .sort((a, b) => a - b),
      rows: rows.map((row) => ({
        ...row,
        cells: row.cells.map(({ style, ...cell }) => ({
          ...cell,
          style: { ...style, numberFormat: style.numberFormat === 'mm-dd-yy' ? 'm/d/yyyy' : style.numberFormat },
        })),
      })),
    };
  });
  const properties = [...workbook.properties].filter(([name]) => shown.has(name) || /[A-Z]/.test(name)).sort();
  return { ...workbook, sheets, properties };
}
