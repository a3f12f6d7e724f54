import { describe, expect, it } from 'vitest';
import type { YearRecord } from '../../../core/document.ts';
import { annualReview } from '../../../core/rules/annual-review.ts';
import { brief, context, referenceAt, run, year } from './build.ts';

const judge = (record: YearRecord, asOf: string) =>
  brief(run(annualReview, record, { context: context({ day: '2023-12-31', asOf }) }));
const yearEnd = '2023-12-31T00:00:00+07:00';

describe('annual-review', () => {
  it.each([
    ['a review', year(), yearEnd],
    ['a review by date only', year({ review: referenceAt('B25', null, '2023-12-28') }), yearEnd],
    ['none the moment before the last day', year({ review: null }), '2023-12-30T23:59:59.999+07:00'],
  ])('accepts %s', (_name, record, asOf) => {
    expect(judge(record, asOf)).toEqual([]);
  });

  it.each([
    ['none on the last day', year({ review: null }), yearEnd, 'A4'],
    ['none on the last day, by the office’s clock', year({ review: null }), '2023-12-30T17:00:00Z', 'A4'],
    ['none later', year({ review: null }), '2024-06-01T00:00:00Z', 'A4'],
    ['«chưa tổng kết»', year({ review: referenceAt('B25', null, null, 'Chưa tổng kết') }), yearEnd, 'B25'],
  ])('rejects %s', (_name, record, asOf, cell) => {
    expect(judge(record, asOf)).toEqual([
      {
        severity: 'error',
        cell,
        vi: 'Chưa ghi việc đánh giá, tổng kết năm 2023.',
        en: 'No review of the year 2023 is recorded.',
      },
    ]);
  });
});
