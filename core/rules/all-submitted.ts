/** 05-KL/ĐUK clauses 5 and 6: every subordinate committee active in the period has sent its monthly report; n/N is counted, never fixed. */
import * as z from 'zod';
import { currentReports, isPeriodic } from '../current.ts';
import { subordinatesAt } from '../organisation.ts';
import { periodLabel } from '../period.ts';
import { defineRule } from '../rule.ts';

export const allSubmitted = defineRule({
  id: 'all-submitted',
  on: 'set',
  severity: 'error',
  title: { vi: 'Đủ báo cáo của các đơn vị', en: 'Every organisation has reported' },
  parameters: z.strictObject({}),
  check: (set, { day }) => {
    const sent = new Set(
      currentReports(set)
        .filter(({ extract, document }) => extract.period === set.period && isPeriodic(document))
        .map(({ organisation }) => organisation),
    );
    const expected = subordinatesAt(set.profile, day);
    const missing = expected.filter(({ id }) => !sent.has(id));
    const counts = { submitted: expected.length - missing.length, expected: expected.length };
    return missing.map(({ id, name }) => ({
      at: null,
      args: { name, period: periodLabel(set.period), ...counts },
      // The counts change with every report that comes in; the finding stays the same.
      identity: id,
    }));
  },
  message: {
    vi: ({ name, period, submitted, expected }) =>
      `${name} chưa có báo cáo ${period.vi} được tổng hợp; đã có ${submitted}/${expected} đơn vị.`,
    en: ({ name, period, submitted, expected }) =>
      `No report of ${name} for ${period.en} is in the summary; ${submitted} of ${expected} organisations are.`,
  },
  remedy: {
    vi: () => 'Đôn đốc đơn vị gửi báo cáo, hoặc gửi báo cáo «không phát sinh»; nếu đã gửi, xem lý do chưa được nhận.',
    en: () => 'Chase the report, or a report that nothing arose; if one was sent, see why it was not accepted.',
  },
});
