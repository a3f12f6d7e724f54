/** S0: «giao ban định kỳ 1 tháng/lần», so a full year has one a month. Counted when the year has ended, not before. */
import * as z from 'zod';
import { localDay } from '../calendar.ts';
import { defineRule, documentCell } from '../rule.ts';
import { timesOf } from '../year-record.ts';

export const monthlyBriefing = defineRule({
  id: 'monthly-briefing',
  on: 'year',
  severity: 'warning',
  title: { vi: 'Giao ban hằng tháng', en: 'Monthly briefing' },
  parameters: z.strictObject({ minimum: z.number().int().nonnegative() }),
  check: (record, { asOf, day, profile, parameters: { minimum } }) => {
    const held = timesOf(record.briefings);
    if (held >= minimum || localDay(asOf, profile.utcOffsetMinutes) < day) return [];
    return [{ at: record.briefings[0]?.text ?? documentCell(record), args: { held, minimum } }];
  },
  message: {
    vi: ({ held, minimum }) => `Ghi ${held} lần giao ban trong năm; giao ban mỗi tháng một lần, cả năm là ${minimum}.`,
    en: ({ held, minimum }) => `Briefings recorded in the year: ${held}; one a month makes ${minimum}.`,
  },
  remedy: {
    vi: () => 'Bổ sung các lần giao ban đã tổ chức, mỗi lần một dòng có ngày.',
    en: () => 'Add the briefings that were held, one row each with its date.',
  },
});
