import { describe, expect, it } from 'vitest';
import type { YearRecord } from '../../../core/document.ts';
import { activityPlan } from '../../../core/rules/activity-plan.ts';
import { brief, context, referenceAt, run, year } from './build.ts';

const judge = (record: YearRecord) =>
  brief(run(activityPlan, record, { parameters: { warnAfterMonth: 3 }, context: context({ day: '2023-12-31' }) }));
const planned = (iso: string | null) => year({ plan: referenceAt('B7', '12-KH/ĐU', iso) });

describe('activity-plan', () => {
  it.each([
    ['the last day of the quarter', planned('2023-03-31')],
    ['the month', planned('2023-03')],
    ['December before', planned('2022-12-30')],
    ['a bare year', planned('2023')],
    ['no date', planned(null)],
    ['words only', year({ plan: referenceAt('B7', null, null, 'Kế hoạch hoạt động của đội ngũ') })],
  ])('accepts a plan of %s', (_name, record) => {
    expect(judge(record)).toEqual([]);
  });

  const none = {
    severity: 'error',
    vi: 'Chưa ghi Kế hoạch hoạt động năm 2023.',
    en: 'No activity plan for 2023 is cited.',
  };
  const late = {
    severity: 'warning',
    cell: 'B7',
    vi: 'Kế hoạch hoạt động năm 2023 ban hành sau tháng 3; kế hoạch cần có ngay từ đầu năm.',
    en: 'The activity plan for 2023 was issued after month 3; it should be there early in the year.',
  };

  it.each([
    ['no plan: at the title', year({ plan: null }), { ...none, cell: 'A4' }],
    ['no plan in a record without a year: the judged year', year({ plan: null, year: null }), { ...none, cell: 'A4' }],
    ['«chưa ban hành»', year({ plan: referenceAt('B7', null, null, 'chưa ban hành') }), { ...none, cell: 'B7' }],
    ['the first day after the quarter', planned('2023-04-01'), late],
    ['the month after', planned('2023-04'), late],
    ['the year after', planned('2024-01-05'), late],
  ])('rejects %s', (_name, record, expected) => {
    expect(judge(record)).toEqual([expected]);
  });
});
