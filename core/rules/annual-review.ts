/** 05-KL/ĐUK clause 5: the year's work is reviewed. Asked for when the year has ended, not before. */
import * as z from 'zod';
import { localDay } from '../calendar.ts';
import { citesDocument } from '../evidence/reference.ts';
import { defineRule, documentCell } from '../rule.ts';

export const annualReview = defineRule({
  id: 'annual-review',
  on: 'year',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Đánh giá, tổng kết năm', en: 'Review of the year' },
  parameters: z.strictObject({}),
  check: (record, { asOf, day, profile }) => {
    const ended = localDay(asOf, profile.utcOffsetMinutes) >= day;
    if (!ended || citesDocument(record.review)) return [];
    return [{ at: record.review ?? documentCell(record), args: { year: day.slice(0, 4) } }];
  },
  message: {
    vi: ({ year }) => `Chưa ghi việc đánh giá, tổng kết năm ${year}.`,
    en: ({ year }) => `No review of the year ${year} is recorded.`,
  },
  remedy: {
    vi: () => 'Tổ chức đánh giá, tổng kết rồi ghi số và ngày của báo cáo tổng kết.',
    en: () => 'Carry out the review and cite the number and date of its report.',
  },
});
