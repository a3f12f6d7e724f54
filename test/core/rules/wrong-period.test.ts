import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../../core/document.ts';
import { wrongPeriod } from '../../../core/rules/wrong-period.ts';
import { at, brief, context, dateAt, report, roster, run, year } from './build.ts';
import { parsedOf } from './workbook.ts';

const findings = (document: ParsedDocument | null, expectedPeriod: string | null = null) =>
  brief(run(wrongPeriod, parsedOf(document), { context: context({ expectedPeriod }) }));

describe('wrong-period', () => {
  it.each([
    ['no selection', report(), null],
    ['the selected month', report(), '2023-11'],
    ['the selected year', year(), '2023'],
    ['a month of the year', year(), '2023-11'],
    ['a roster, which has no period', roster(), '2023-10'],
    ['an unrecognised workbook', null, '2023-10'],
    ['an ad-hoc report without a period', report({ period: null, type: at('B9', 'adHoc') }), '2023-10'],
    ['a quick report without a period', report({ period: null, type: at('B9', 'quick') }), null],
    ['a report of the first day', report({ date: dateAt('B8', '2023-11-01') }), '2023-11'],
    ['a report of the last day of the next month', report({ date: dateAt('B8', '2023-12-31') }), '2023-11'],
    ['a report dated by its year', report({ date: dateAt('B8', '2020') }), '2023-11'],
    ['a report without a date', report({ date: null }), '2023-11'],
  ])('accepts %s', (_name, document, expected) => {
    expect(findings(document, expected)).toEqual([]);
  });

  it.each([
    [report(), '2023-10', 'A5', 'tháng 11/2023', 'tháng 10/2023', '11/2023', '10/2023'],
    [report(), '2022-11', 'A5', 'tháng 11/2023', 'tháng 11/2022', '11/2023', '11/2022'],
    [report(), '2023', 'A5', 'tháng 11/2023', 'năm 2023', '11/2023', '2023'],
    [year(), '2022', 'B5', 'năm 2023', 'năm 2022', '2023', '2022'],
    [year(), '2022-12', 'B5', 'năm 2023', 'tháng 12/2022', '2023', '12/2022'],
  ])(
    'finds another period than the one selected (%#)',
    (document, expected, cell, foundVi, wantVi, foundEn, wantEn) => {
      expect(findings(document, expected)).toEqual([
        {
          severity: 'error',
          cell,
          vi: `Tệp ghi kỳ ${foundVi}, nhưng kỳ đang chọn là ${wantVi}.`,
          en: `The workbook is for ${foundEn}, but the period selected is ${wantEn}.`,
        },
      ]);
    },
  );

  it.each([
    [report({ period: null }), null, '.', '.'],
    [report({ period: null }), '2023-11', '; kỳ đang chọn là tháng 11/2023.', '; the one selected is 11/2023.'],
    [year({ year: null }), '2023', '; kỳ đang chọn là năm 2023.', '; the one selected is 2023.'],
  ])('finds a missing period (%#)', (document, expected, vi, en) => {
    expect(findings(document, expected)).toEqual([
      { severity: 'error', cell: 'A4', vi: `Tệp không ghi kỳ${vi}`, en: `The workbook states no period${en}` },
    ]);
  });

  it('warns of a distant date the same way whether or not a period is selected', () => {
    const distant = parsedOf(report({ date: dateAt('B8', '2013-11-24') }));
    const [none, selected] = [null, '2023-11'].map((expectedPeriod) =>
      run(wrongPeriod, distant, { context: context({ expectedPeriod }) }),
    );
    expect(none).toHaveLength(1);
    expect(none).toEqual(selected);
  });

  it.each(['2023-10-31', '2024-01-01', '2013-11-24'])('warns of a report dated %s', (iso) => {
    expect(findings(report({ date: dateAt('B8', iso) }), '2023-11')).toEqual([
      {
        severity: 'warning',
        cell: 'B8',
        vi: `Ngày báo cáo ${iso} cách xa kỳ tháng 11/2023.`,
        en: `The report date ${iso} is far from the period 11/2023.`,
      },
    ]);
  });
});
