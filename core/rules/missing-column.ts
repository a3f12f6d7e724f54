import * as z from 'zod';
import { defineRule } from '../rule.ts';

/**
 * What the directive only warns of where it is blank (`establishing-decision`, `term`, `represented-unit`) is no error
 * where its whole column is missing.
 */
const onlyWarned: ReadonlySet<string> = new Set(['decisionNumber', 'decisionDate', 'term', 'unit']);

/** Columns are matched by header, wherever they stand; what is missing and what is new is told at once. */
export const missingColumn = defineRule({
  id: 'missing-column',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Bảng có đủ các cột bắt buộc và không có cột lạ',
    en: 'The table has every required column and no unexpected one',
  },
  parameters: z.strictObject({}),
  *check({ document, structure: { missingColumns, unexpectedColumns, header } }) {
    if (!document || missingColumns.length + unexpectedColumns.length === 0) return;
    const missing = missingColumns.map((column) => column.label);
    const unexpected = unexpectedColumns.map((column) => column.value);
    yield {
      at: header,
      related: unexpectedColumns,
      severity: missingColumns.every(({ id }) => onlyWarned.has(id)) ? ('warning' as const) : ('error' as const),
      args: { missing, unexpected },
    };
  },
  message: {
    vi: ({ missing, unexpected }) =>
      sentences([
        ['Thiếu cột', missing],
        ['Có cột ngoài mẫu', unexpected],
      ]),
    en: ({ missing, unexpected }) =>
      sentences([
        ['Missing columns', missing],
        ['Unexpected columns', unexpected],
      ]),
  },
  remedy: {
    vi: ({ missing }) =>
      missing.length > 0
        ? 'Thêm cột còn thiếu, hoặc sửa tiêu đề cột theo mẫu nếu cột đã có dưới tên khác.'
        : 'Xóa cột ngoài mẫu nếu không cần; nội dung của cột đó không được tổng hợp.',
    en: ({ missing }) =>
      missing.length > 0
        ? 'Add the missing columns, or correct the header where a column is there under another name.'
        : 'Delete the unexpected columns if they are not needed; their content is not merged.',
  },
});

function sentences(lists: readonly (readonly [string, readonly string[]])[]): string {
  return lists
    .filter(([, headers]) => headers.length > 0)
    .map(([lead, headers]) => `${lead}: ${headers.map((header) => `«${header}»`).join(', ')}.`)
    .join(' ');
}
