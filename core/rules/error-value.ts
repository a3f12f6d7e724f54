import * as z from 'zod';
import { gatherByColumn } from '../evidence/gather.ts';
import { cellHint, cellsOf } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';
import { valueText } from '../sheet.ts';

/** A cell that shows #REF!, #N/A and the like holds no value to merge. */
export const errorValue = defineRule({
  id: 'error-value',
  on: 'workbook',
  severity: 'error',
  title: { vi: 'Không có ô mang giá trị lỗi (#REF!, #N/A…)', en: 'No cell holds an error value (#REF!, #N/A…)' },
  parameters: z.strictObject({}),
  *check({ workbook, document }) {
    const sheet = workbook.sheets.find((one) => one.name === document?.sheet);
    const wrong = sheet ? cellsOf(sheet, cellHint.error) : [];
    const faults = Array.from(wrong, ({ at, cell }) => ({ ...at, code: valueText(cell.value) }));
    const codes = new Set(faults.map((fault) => fault.code));
    for (const code of codes)
      for (const { at, related } of gatherByColumn(faults.filter((fault) => fault.code === code)))
        yield { at, related, group: code, args: { code, count: related.length + 1 } };
  },
  message: {
    vi: ({ code, count }) =>
      count === 1 ? `Ô mang giá trị lỗi ${code}.` : `${count} ô trong cột mang giá trị lỗi ${code}.`,
    en: ({ code, count }) =>
      count === 1 ? `The cell holds the error ${code}.` : `${count} cells of the column hold the error ${code}.`,
  },
  remedy: {
    vi: () => 'Sửa công thức hoặc nhập lại giá trị đúng, rồi lưu.',
    en: () => 'Mend the formula or enter the right value, then save.',
  },
});
