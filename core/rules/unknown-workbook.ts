import * as z from 'zod';
import type { Message } from '../message.ts';
import { nearestKind } from '../evidence/nearest-kind.ts';
import { isOwnSummary } from '../parse/own-summary.ts';
import { defineRule } from '../rule.ts';

const kinds: Readonly<Record<'roster' | 'report' | 'year', Message>> = {
  roster: { vi: 'danh sách cộng tác viên', en: 'a roster' },
  report: { vi: 'báo cáo tháng', en: 'a monthly report' },
  year: { vi: 'sổ công tác năm', en: 'a year record' },
};

/** Nothing is guessed from a file name: a workbook is recognised by its title, sections and headers. */
export const unknownWorkbook = defineRule({
  id: 'unknown-workbook',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Tệp là danh sách, báo cáo hoặc sổ công tác năm',
    en: 'The workbook is a roster, a report or a year record',
  },
  parameters: z.strictObject({}),
  *check({ workbook, kind, structure }) {
    if (kind !== 'unknown') return;
    const summary = isOwnSummary(workbook);
    const nearest = summary ? null : nearestKind(workbook);
    yield { at: structure.header, args: { summary, kind: nearest?.kind ?? null, missing: nearest?.missing ?? [] } };
  },
  message: {
    vi: ({ summary, kind, missing }) => {
      if (summary) return 'Đây là báo cáo tổng hợp của Khối do phần mềm này lập, không phải tệp của một đảng ủy.';
      return kind === null
        ? 'Không nhận ra tệp: không có tiêu đề, phần mục hay cột nào của danh sách, báo cáo hoặc sổ công tác năm.'
        : `Không nhận ra tệp. Gần nhất là ${kinds[kind].vi}${missing.length > 0 ? `, nhưng thiếu: ${listOf(missing)}.` : ', nhưng bảng không đúng mẫu.'}`;
    },
    en: ({ summary, kind, missing }) => {
      if (summary) return 'This is the Bloc summary this program wrote, not a workbook of a committee.';
      return kind === null
        ? 'The workbook is not recognised: it has no title, section or column of a roster, report or year record.'
        : `The workbook is not recognised. It comes nearest to ${kinds[kind].en}${missing.length > 0 ? ` but lacks: ${listOf(missing)}.` : ', but its table is not laid out as one.'}`;
    },
  },
  remedy: {
    vi: ({ summary }) =>
      summary
        ? 'Để tệp này ra ngoài thư mục các tệp cần kiểm tra.'
        : 'Tải mẫu đúng loại và chuyển nội dung sang, hoặc sửa tiêu đề và tên cột theo mẫu.',
    en: ({ summary }) =>
      summary
        ? 'Keep it out of the folder of the workbooks to check.'
        : 'Get the right template and move the content over, or correct the title and headers as in the template.',
  },
});

function listOf(labels: readonly string[]): string {
  return labels.map((label) => `«${label}»`).join(', ');
}
