import * as z from 'zod';
import type { DocumentKind } from '../document.ts';
import { gatherBlocks, gatherByColumn } from '../evidence/gather.ts';
import { kindLabels } from '../kind-labels.ts';
import { defineRule, type Hit } from '../rule.ts';
import { a1, columnName, type CellAddress } from '../sheet.ts';

interface Args {
  readonly column: string;
  readonly count: number;
  /** What a table covers, `A17:D20`; null for cells of one column. */
  readonly range: string | null;
  /** A whole sheet that was left out beside the one that was read; null for cells. */
  readonly sheet: string | null;
  readonly read: { readonly sheet: string; readonly kind: DocumentKind };
}

/** A forgotten character far below, or a helper column, is told by its address instead of breaking the table. */
export const strayCell = defineRule({
  id: 'stray-cell',
  on: 'workbook',
  severity: 'warning',
  title: { vi: 'Không có ô nằm ngoài bảng và các phần mục', en: 'No cell stands outside the table and sections' },
  parameters: z.strictObject({}),
  *check({ document, structure }): Iterable<Hit<Args>> {
    if (!document) return;
    const read = { sheet: document.sheet, kind: document.kind };
    const { blocks, single } = gatherBlocks(structure.strays);
    for (const { at, related } of blocks) {
      const range = rangeOf([at, ...related]);
      yield { at, related, group: range, args: { column: '', count: related.length + 1, range, sheet: null, read } };
    }
    for (const { at, related } of gatherByColumn(single)) {
      const column = columnName(at.column);
      yield { at, related, group: column, args: { column, count: related.length + 1, range: null, sheet: null, read } };
    }
    // Two rosters in one file: only one can be meant, and the other must not vanish silently.
    for (const sheet of structure.otherCandidates)
      yield {
        at: { sheet, row: 1, column: 1 },
        group: sheet,
        args: { column: '', count: 0, range: null, sheet, read },
      };
  },
  message: {
    vi: ({ column, count, range, sheet, read }) => {
      if (sheet !== null)
        return `Chỉ trang «${read.sheet}» được đọc (${kindLabels[read.kind].vi}); trang «${sheet}» cũng giống một nội dung nộp nhưng không được đọc.`;
      if (range !== null)
        return `${count} ô ở vùng ${range} có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.`;
      return count === 1
        ? 'Ô có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.'
        : `${count} ô ở cột ${column} có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.`;
    },
    en: ({ column, count, range, sheet, read }) => {
      if (sheet !== null)
        return `Only the sheet «${read.sheet}» is read (${kindLabels[read.kind].en}); the sheet «${sheet}» looks like a submission too but is not read.`;
      if (range !== null)
        return `${count} cells of ${range} hold something but stand outside the table and sections; they are not counted.`;
      return count === 1
        ? 'The cell holds something but stands outside the table and sections; it is not counted.'
        : `${count} cells of column ${column} hold something but stand outside the table and sections; they are not counted.`;
    },
  },
  remedy: {
    vi: ({ sheet }) =>
      sheet !== null
        ? 'Mỗi tệp nộp một nội dung: tách trang này ra tệp riêng rồi nộp cả hai tệp; nếu là bản cũ hoặc bản nháp thì xóa đi.'
        : 'Xóa nếu là ký tự thừa; nếu là nội dung cần báo cáo, đưa vào đúng bảng hoặc phần mục.',
    en: ({ sheet }) =>
      sheet !== null
        ? 'One file holds one submission: move this sheet to a file of its own and submit both, or delete it if it is an old version or a draft.'
        : 'Clear it if it is left over; if it belongs to the report, move it into its table or section.',
  },
});

function rangeOf(cells: readonly CellAddress[]): string {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const first = { row: Math.min(...rows), column: Math.min(...columns) };
  return `${a1(first)}:${a1({ row: Math.max(...rows), column: Math.max(...columns) })}`;
}
