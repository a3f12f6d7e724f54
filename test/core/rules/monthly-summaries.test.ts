import { describe, expect, it } from 'vitest';
import { monthlySummaries } from '../../../core/rules/monthly-summaries.ts';
import { brief, run, set } from './build.ts';

const judge = (period: string, summarisedMonths: readonly string[] | null) =>
  brief(run(monthlySummaries, set([], { period, summarisedMonths })));
const year = Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, '0')}`);

describe('monthly-summaries', () => {
  it.each([
    ['unknown summaries', '2023-11', null],
    ['all months before the period', '2023-11', year.slice(0, 10)],
    ['all months, the period’s own included', '2023-11', year.slice(0, 11)],
    ['January with nothing before', '2023-01', []],
    ['twelve months', '2023-12', year],
    ['a later month made already', '2023-03', ['2023-01', '2023-02', '2023-12']],
    ['months of another year, twice', '2023-01', ['2022-12', '2022-12']],
  ])('accepts %s', (_name, period, months) => {
    expect(judge(period, months)).toEqual([]);
  });

  it.each([
    [
      'gaps before the period',
      '2023-05',
      ['2023-02', '2023-04'],
      [
        {
          severity: 'warning',
          cell: null,
          vi: 'Năm 2023 chưa có báo cáo tổng hợp tháng 1, 3; mỗi tháng phải có một báo cáo.',
          en: 'No summary was made for 01/2023, 03/2023; every month has one.',
        },
      ],
    ],
    [
      'a month twice',
      '2023-03',
      ['2023-02', '2023-01', '2023-02'],
      [
        {
          severity: 'warning',
          cell: null,
          vi: 'Năm 2023 có hơn một báo cáo tổng hợp tháng 2; mỗi tháng chỉ một báo cáo.',
          en: 'More than one summary was made for 02/2023; every month has only one.',
        },
      ],
    ],
  ])('warns about %s', (_name, period, months, expected) => {
    expect(judge(period, months)).toEqual(expected);
  });

  it('tells gaps and duplicates apart', () => {
    expect(judge('2023-03', ['2023-02', '2023-02'])).toHaveLength(2);
  });
});
