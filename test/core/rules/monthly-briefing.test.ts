import { describe, expect, it } from 'vitest';
import type { YearRecord } from '../../../core/document.ts';
import { monthlyBriefing } from '../../../core/rules/monthly-briefing.ts';
import { brief, context, run, year } from './build.ts';

const judge = (record: YearRecord, asOf = '2023-12-31T08:00:00+07:00') =>
  brief(run(monthlyBriefing, record, { parameters: { minimum: 12 }, context: context({ day: '2023-12-31', asOf }) }));
const held = (count: number) => year({ briefings: year().briefings.slice(0, count) });

describe('monthly-briefing', () => {
  it.each([
    ['12', held(12), '2023-12-31T08:00:00+07:00'],
    ['fewer before the year has ended', held(5), '2023-12-30T16:59:59.999Z'],
  ])('accepts %s', (_name, record, asOf) => {
    expect(judge(record, asOf)).toEqual([]);
  });

  it('accepts 13', () => {
    const [first] = held(1).briefings;
    expect(first && judge(year({ briefings: [...held(12).briefings, first] }))).toEqual([]);
  });

  it('counts what one line tells of', () => {
    const [first] = held(1).briefings;
    expect(first && judge(year({ briefings: [{ ...first, times: 12 }] }))).toEqual([]);
    expect(first && judge(year({ briefings: [{ ...first, times: 11 }] }))).toHaveLength(1);
  });

  it.each([
    ['11', held(11), 11, 'B40'],
    ['none: at the title', held(0), 0, 'A4'],
  ])('warns about %s', (_name, record, count, cell) => {
    expect(judge(record)).toEqual([
      {
        severity: 'warning',
        cell,
        vi: `Ghi ${String(count)} lần giao ban trong năm; giao ban mỗi tháng một lần, cả năm là 12.`,
        en: `Briefings recorded in the year: ${String(count)}; one a month makes 12.`,
      },
    ]);
  });
});
