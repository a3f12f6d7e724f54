import * as z from 'zod';
import { gatherByColumn } from '../evidence/gather.ts';
import { cellHint, cellsOf } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';

/** Some programs save formulas without their results: such a cell is not blank, its value is just not in the file. */
export const formulaNotCalculated = defineRule({
  id: 'formula-not-calculated',
  on: 'workbook',
  severity: 'error',
  title: { vi: 'Công thức đã được tính và lưu kết quả', en: 'Formulas are saved with their results' },
  parameters: z.strictObject({}),
  *check({ workbook, document }) {
    // An unrecognised workbook may be unrecognised for this very reason.
    const sheets = workbook.sheets.filter((sheet) => document === null || sheet.name === document.sheet);
    const faults = sheets.flatMap((sheet) => [...cellsOf(sheet, cellHint.notCalculated)]).map(({ at }) => at);
    for (const { at, related } of gatherByColumn(faults)) yield { at, related, args: { count: related.length + 1 } };
  },
  message: {
    vi: ({ count }) =>
      count === 1
        ? 'Công thức trong ô chưa có kết quả được lưu.'
        : `${count} công thức trong cột chưa có kết quả được lưu.`,
    en: ({ count }) =>
      count === 1
        ? 'The formula in this cell has no saved result.'
        : `${count} formulas of the column have no saved result.`,
  },
  remedy: {
    vi: () => 'Mở tệp bằng Excel, bấm Lưu, rồi nộp lại.',
    en: () => 'Open the file in Excel, save it, and submit it again.',
  },
});
