import { z } from 'zod';
import { gatherByColumn } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { columnName } from '../sheet.ts';

/** A forgotten character far below, or a helper column, is told by its address instead of breaking the table. */
export const strayCell = defineRule({
  id: 'stray-cell',
  on: 'workbook',
  severity: 'warning',
  title: { vi: 'Không có ô nằm ngoài bảng và các phần mục', en: 'No cell stands outside the table and sections' },
  parameters: z.strictObject({}),
  *check({ document, structure }) {
    for (const { at, related } of document ? gatherByColumn(structure.strays) : [])
      yield {
        at,
        related,
        group: columnName(at.column),
        args: { column: columnName(at.column), count: related.length + 1 },
      };
  },
  message: {
    vi: ({ column, count }) =>
      count === 1
        ? 'Ô có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.'
        : `${count} ô ở cột ${column} có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.`,
    en: ({ column, count }) =>
      count === 1
        ? 'The cell holds something but stands outside the table and sections; it is not counted.'
        : `${count} cells of column ${column} hold something but stand outside the table and sections; they are not counted.`,
  },
  remedy: {
    vi: () => 'Xóa nếu là ký tự thừa; nếu là nội dung cần báo cáo, đưa vào đúng bảng hoặc phần mục.',
    en: () => 'Clear it if it is left over; if it belongs to the report, move it into its table or section.',
  },
});
