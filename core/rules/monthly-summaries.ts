/** S3: «12 báo cáo tổng hợp dư luận xã hội/năm»: the Bloc's summaries run through the year's months without gap or duplicate. */
import * as z from 'zod';
import { periodLabel } from '../period.ts';
import { defineRule, type Hit } from '../rule.ts';

interface Args {
  readonly problem: 'gap' | 'twice';
  readonly year: string;
  readonly months: readonly string[];
}

export const monthlySummaries = defineRule({
  id: 'monthly-summaries',
  on: 'set',
  severity: 'warning',
  title: { vi: 'Báo cáo tổng hợp các tháng', en: 'Summaries of the months' },
  parameters: z.strictObject({}),
  *check({ period, summarisedMonths }): Iterable<Hit<Args>> {
    if (summarisedMonths === null) return;
    const year = period.slice(0, 4);
    const made = summarisedMonths.filter((month) => month.startsWith(`${year}-`) && month <= period);
    // The period's own summary is the one being made.
    const before = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
    const gaps = before.filter((month) => month < period && !made.includes(month));
    const twice = [...new Set(made.filter((month, index) => made.indexOf(month) !== index))].sort();
    if (gaps.length > 0) yield { at: null, args: { problem: 'gap', year, months: gaps } };
    if (twice.length > 0) yield { at: null, args: { problem: 'twice', year, months: twice } };
  },
  message: {
    vi: ({ problem, year, months }) => {
      const named = months.map((month) => String(Number(month.slice(5)))).join(', ');
      return problem === 'gap'
        ? `Năm ${year} chưa có báo cáo tổng hợp tháng ${named}; mỗi tháng phải có một báo cáo.`
        : `Năm ${year} có hơn một báo cáo tổng hợp tháng ${named}; mỗi tháng chỉ một báo cáo.`;
    },
    en: ({ problem, months }) => {
      const named = months.map((month) => periodLabel(month).en).join(', ');
      return problem === 'gap'
        ? `No summary was made for ${named}; every month has one.`
        : `More than one summary was made for ${named}; every month has only one.`;
    },
  },
  remedy: {
    vi: ({ problem }) =>
      problem === 'gap' ? 'Tổng hợp bổ sung các tháng còn thiếu.' : 'Giữ một báo cáo chính thức cho mỗi tháng.',
    en: ({ problem }) => (problem === 'gap' ? 'Make the missing summaries.' : 'Keep one official summary a month.'),
  },
});
