import { describe, expect, it } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { reportDeadline } from '../../../core/rules/report-deadline.ts';
import { at, brief, context, report, run } from './build.ts';

const judge = (receivedAt: string | null, subject: Report = report(), extendedUntil: string | null = null) =>
  brief(
    run(reportDeadline, subject, {
      parameters: { dueDay: 25, graceDays: 3, weekendPolicy: 'none' },
      context: context({ receivedAt, extendedUntil }),
    }),
  );
const late = '2023-12-15T00:00:00Z';

describe('report-deadline', () => {
  it.each([
    ['the last moment of the 25th in Hà Nội', '2023-11-25T16:59:59.999Z', report(), null],
    ['a report without a type, in time', '2023-11-20T00:00:00Z', report({ type: null }), null],
    ['an unknown time of receipt', null, report(), null],
    ['the last moment of an extension', '2023-11-30T10:00:00Z', report(), '2023-11-30T17:00:00+07:00'],
    ['an ad-hoc report', late, report({ type: at('B9', 'adHoc') }), null],
    ['a quick report', late, report({ type: at('B9', 'quick') }), null],
    ['a report without a period', late, report({ period: null }), null],
  ])('accepts %s', (_name, receivedAt, subject, extendedUntil) => {
    expect(judge(receivedAt, subject, extendedUntil)).toEqual([]);
  });

  it.each([
    [
      'the first moment after the 25th',
      '2023-11-25T17:00:00.000Z',
      null,
      {
        severity: 'warning',
        cell: null,
        vi: 'Báo cáo tháng 11/2023 nhận lúc 00:00 ngày 26/11/2023, sau hạn 23:59 ngày 25/11/2023, còn trong thời gian gia hạn chung đến 23:59 ngày 28/11/2023.',
        en: 'The report for 11/2023 was received at 2023-11-26 00:00, after the deadline 2023-11-25 23:59, within the grace that ends at 2023-11-28 23:59.',
      },
    ],
    [
      'the last moment of grace',
      '2023-11-28T16:59:59.999Z',
      null,
      {
        severity: 'warning',
        cell: null,
        vi: 'Báo cáo tháng 11/2023 nhận lúc 23:59 ngày 28/11/2023, sau hạn 23:59 ngày 25/11/2023, còn trong thời gian gia hạn chung đến 23:59 ngày 28/11/2023.',
        en: 'The report for 11/2023 was received at 2023-11-28 23:59, after the deadline 2023-11-25 23:59, within the grace that ends at 2023-11-28 23:59.',
      },
    ],
    [
      'the first moment after grace',
      '2023-11-28T17:00:00.000Z',
      null,
      {
        severity: 'error',
        cell: null,
        vi: 'Báo cáo tháng 11/2023 nhận lúc 00:00 ngày 29/11/2023, sau hạn 23:59 ngày 25/11/2023.',
        en: 'The report for 11/2023 was received at 2023-11-29 00:00, after the deadline 2023-11-25 23:59.',
      },
    ],
    [
      'a moment after an extension: the extended deadline is told',
      '2023-11-30T10:01:00.000Z',
      '2023-11-30T17:00:00+07:00',
      {
        severity: 'error',
        cell: null,
        vi: 'Báo cáo tháng 11/2023 nhận lúc 17:01 ngày 30/11/2023, sau hạn 17:00 ngày 30/11/2023.',
        en: 'The report for 11/2023 was received at 2023-11-30 17:01, after the deadline 2023-11-30 17:00.',
      },
    ],
    [
      'an extension that ended before the due day: the due day is told',
      '2023-11-28T17:00:00.000Z',
      '2023-11-20T17:00:00+07:00',
      {
        severity: 'error',
        cell: null,
        vi: 'Báo cáo tháng 11/2023 nhận lúc 00:00 ngày 29/11/2023, sau hạn 23:59 ngày 25/11/2023.',
        en: 'The report for 11/2023 was received at 2023-11-29 00:00, after the deadline 2023-11-25 23:59.',
      },
    ],
  ])('rejects %s', (_name, receivedAt, extendedUntil, expected) => {
    expect(judge(receivedAt, report(), extendedUntil)).toEqual([expected]);
  });

  it('judges a report without a type as periodic', () => {
    expect(judge(late, report({ type: null }))).toHaveLength(1);
  });
});
