/** 05-KL/ĐUK clause 5: every year has an activity plan; S0: made «ngay từ đầu năm», so a plan after the first quarter is late. */
import * as z from 'zod';
import { citesDocument } from '../evidence/reference.ts';
import { defineRule, documentCell } from '../rule.ts';

export const activityPlan = defineRule({
  id: 'activity-plan',
  on: 'year',
  severity: 'error',
  concerns: 'committee',
  title: { vi: 'Kế hoạch hoạt động năm', en: 'Activity plan of the year' },
  parameters: z.strictObject({ warnAfterMonth: z.number().int().min(1).max(12) }),
  check: (record, { day, parameters: { warnAfterMonth: month } }) => {
    const year = record.year?.value ?? Number(day.slice(0, 4));
    const at = record.plan ?? documentCell(record);
    if (!citesDocument(record.plan)) return [{ at, args: { year, month, late: false } }];
    const dated = record.plan?.value.date?.iso?.slice(0, 7) ?? '';
    // A bare year says nothing about the month.
    if (dated.length < 7 || dated <= `${year}-${String(month).padStart(2, '0')}`) return [];
    return [{ at, severity: 'warning' as const, args: { year, month, late: true } }];
  },
  message: {
    vi: ({ year, month, late }) =>
      late
        ? `Kế hoạch hoạt động năm ${year} ban hành sau tháng ${month}; kế hoạch cần có ngay từ đầu năm.`
        : `Chưa ghi Kế hoạch hoạt động năm ${year}.`,
    en: ({ year, month, late }) =>
      late
        ? `The activity plan for ${year} was issued after month ${month}; it should be there early in the year.`
        : `No activity plan for ${year} is cited.`,
  },
  remedy: {
    vi: ({ late }) =>
      late
        ? 'Kiểm tra lại ngày ban hành; năm sau ban hành kế hoạch trong quý I.'
        : 'Ban hành kế hoạch rồi ghi số và ngày ở mục «Kế hoạch».',
    en: ({ late }) =>
      late
        ? 'Check the plan’s date; issue next year’s plan in the first quarter.'
        : 'Issue the plan and cite its number and date in the plan section.',
  },
});
