import * as z from 'zod';
import { defineRule } from '../rule.ts';

/** Personal data the summary has no use for are not collected, so that they cannot leak. */
export const refusedColumn = defineRule({
  id: 'refused-column',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Bảng không có cột dữ liệu cá nhân ngoài phạm vi được thu thập',
    en: 'No table has a column of personal data beyond what may be collected',
  },
  parameters: z.strictObject({}),
  *check({ structure }) {
    for (const { value, ...at } of structure.refusedColumns) yield { at, args: { header: value } };
  },
  message: {
    vi: ({ header }) => `Cột «${header}» chứa dữ liệu cá nhân không được thu thập.`,
    en: ({ header }) => `The column «${header}» holds personal data that may not be collected.`,
  },
  remedy: {
    vi: ({ header }) => `Xóa cả cột «${header}» rồi lưu lại trước khi nộp; không chỉ ẩn cột.`,
    en: ({ header }) => `Delete the whole column «${header}» and save before submitting; hiding it is not enough.`,
  },
});
