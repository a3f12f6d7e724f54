import * as z from 'zod';
import type { ParsedDocument } from '../document.ts';
import type { Message } from '../message.ts';
import { periodLabel, previousPeriod } from '../period.ts';
import { defineRule, documentCell, type Hit } from '../rule.ts';
import type { CellAddress } from '../sheet.ts';

interface Args {
  /** The period the workbook states, as words. */
  readonly found: Message | null;
  readonly expected: Message | null;
  /** The report date where that is the fault. */
  readonly date: string | null;
}

/** A workbook is filed under the period it states: it must state one, and the one selected. */
export const wrongPeriod = defineRule({
  id: 'wrong-period',
  on: 'workbook',
  severity: 'error',
  title: { vi: 'Kỳ ghi trong tệp là kỳ đang nộp', en: 'The period in the workbook is the one submitted for' },
  parameters: z.strictObject({}),
  *check({ document }, { expectedPeriod }): Iterable<Hit<Args>> {
    const stated = document && periodOf(document);
    if (!stated) return;
    const { at, period } = stated;
    const expected = expectedPeriod === null ? null : periodLabel(expectedPeriod);
    const found = period === null ? null : periodLabel(period);
    // A year record belongs to every month of its year.
    const fits = expectedPeriod === null || expectedPeriod === period || expectedPeriod.startsWith(`${period ?? '?'}-`);
    if (!fits || found === null) yield { at, args: { found, expected, date: null } };
    const date = document.kind === 'report' ? document.date : null;
    const month = date?.value.iso?.slice(0, 7);
    // A report is written in its month or the one after it.
    if (date && found && month?.length === 7 && month !== period && previousPeriod(month) !== period)
      // Whatever period is selected, it is the same finding: the pane selects none, the server does.
      yield { at: date, severity: 'warning', args: { found, expected: null, date: date.value.text } };
  },
  message: {
    vi: ({ found, expected, date }) => {
      if (date !== null) return `Ngày báo cáo ${date} cách xa kỳ ${found?.vi ?? ''}.`;
      if (!found) return `Tệp không ghi kỳ${expected ? `; kỳ đang chọn là ${expected.vi}.` : '.'}`;
      return `Tệp ghi kỳ ${found.vi}, nhưng kỳ đang chọn là ${expected?.vi ?? ''}.`;
    },
    en: ({ found, expected, date }) => {
      if (date !== null) return `The report date ${date} is far from the period ${found?.en ?? ''}.`;
      if (!found) return `The workbook states no period${expected ? `; the one selected is ${expected.en}.` : '.'}`;
      return `The workbook is for ${found.en}, but the period selected is ${expected?.en ?? ''}.`;
    },
  },
  remedy: {
    vi: ({ found, expected, date }) =>
      date !== null
        ? 'Kiểm tra lại ngày báo cáo và kỳ ghi ở tiêu đề.'
        : found
          ? `Chọn lại kỳ ${found.vi}, hoặc sửa kỳ ở tiêu đề thành ${expected?.vi ?? ''}.`
          : 'Ghi kỳ ở tiêu đề, ví dụ «tháng 11 năm 2023».',
    en: ({ found, expected, date }) =>
      date !== null
        ? 'Check the report date and the period in the heading.'
        : found
          ? `Select ${found.en}, or correct the period in the heading to ${expected?.en ?? ''}.`
          : 'State the period in the heading, such as «tháng 11 năm 2023».',
  },
});

/** null where the kind has no period, or an ad-hoc or quick report states none. */
function periodOf(document: ParsedDocument): { at: CellAddress | null; period: string | null } | null {
  if (document.kind === 'roster') return null;
  const stated = document.kind === 'report' ? document.period : document.year;
  const type = document.kind === 'report' ? document.type?.value : undefined;
  if (!stated && (type === 'adHoc' || type === 'quick')) return null;
  return { at: stated ?? documentCell(document), period: stated ? String(stated.value) : null };
}
