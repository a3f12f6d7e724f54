import * as z from 'zod';
import type { Message } from '../message.ts';
import { isBlankText } from '../parse/grid.ts';
import { templateSheets } from '../parse/wording/common.ts';
import { hiddenCellsOf } from '../evidence/places.ts';
import { defineRule, type Hit } from '../rule.ts';
import type { Cell, Sheet, WorkbookFeature } from '../sheet.ts';

type Hidden = 'sheet' | 'cells' | 'filtered' | 'comments' | WorkbookFeature;

const findings: Readonly<Record<Hidden, (count: number) => Message>> = {
  sheet: (count) => ({
    vi: `Trang tính ẩn có ${count} ô nội dung.`,
    en: `Cells with content on a hidden sheet: ${count}.`,
  }),
  cells: (count) => ({
    vi: `${count} ô có nội dung nằm ở hàng hoặc cột ẩn.`,
    en: `Cells with content in hidden rows or columns: ${count}.`,
  }),
  filtered: (count) => ({
    vi: `Bộ lọc đang ẩn ${count} ô có nội dung.`,
    en: `Cells with content hidden by a filter: ${count}.`,
  }),
  comments: (count) => ({ vi: `Có ${count} ghi chú gắn với ô.`, en: `Cell comments: ${count}.` }),
  'external-links': () => ({ vi: 'Tệp có liên kết đến tệp khác.', en: 'The workbook links to other files.' }),
  connections: () => ({ vi: 'Tệp có kết nối dữ liệu bên ngoài.', en: 'The workbook has external data connections.' }),
  'embedded-objects': () => ({ vi: 'Tệp có đối tượng nhúng.', en: 'The workbook has embedded objects.' }),
  'pivot-tables': () => ({
    vi: 'Tệp có bảng tổng hợp (PivotTable) giữ dữ liệu nguồn.',
    en: 'The workbook has pivot tables, which keep their source data.',
  }),
};

/** Hidden rows are read like any others, and everything hidden travels with the file: the sender should know. */
export const hiddenContent = defineRule({
  id: 'hidden-content',
  on: 'workbook',
  severity: 'warning',
  title: {
    vi: 'Không có nội dung ẩn: trang, hàng, cột, ghi chú, liên kết, đối tượng nhúng',
    en: 'Nothing is hidden: sheets, rows, columns, comments, links, embedded objects',
  },
  parameters: z.strictObject({}),
  *check({ workbook, structure }) {
    for (const feature of workbook.features) yield { at: null, group: feature, args: { hidden: feature, count: 1 } };
    // The lists behind our own templates' drop-downs may be hidden.
    const own = structure.template ? templateSheets.lists : null;
    for (const sheet of workbook.sheets) if (sheet.name !== own) yield* hiddenIn(sheet);
  },
  message: {
    vi: ({ hidden, count }) => findings[hidden](count).vi,
    en: ({ hidden, count }) => findings[hidden](count).en,
  },
  remedy: {
    vi: ({ hidden }) =>
      hidden === 'comments'
        ? 'Xem lại ghi chú; xóa trước khi nộp nếu không cần.'
        : 'Bỏ ẩn để xem lại; xóa nếu không thuộc nội dung nộp.',
    en: ({ hidden }) =>
      hidden === 'comments'
        ? 'Look them through; delete them before submitting if not needed.'
        : 'Unhide it and look; delete what does not belong to the submission.',
  },
});

function isBlank({ value }: Cell): boolean {
  return typeof value === 'string' && isBlankText(value);
}

function* hiddenIn(sheet: Sheet): Iterable<Hit<{ hidden: Hidden; count: number }>> {
  const [at, ...related] = [...hiddenCellsOf(sheet)].filter(({ cell }) => !isBlank(cell)).map(({ at }) => at);
  const hidden = sheet.state !== 'visible' ? 'sheet' : sheet.filtered ? 'filtered' : 'cells';
  const args = { hidden, count: related.length + 1 } as const;
  if (at) yield { at, related: hidden === 'sheet' ? [] : related, group: hidden, args };
  const [comment, ...others] = sheet.comments.map(({ row, column }) => ({ sheet: sheet.name, row, column }));
  const remarks = { hidden: 'comments', count: others.length + 1 } as const;
  if (comment) yield { at: comment, related: others, group: 'comments', severity: 'info', args: remarks };
}
