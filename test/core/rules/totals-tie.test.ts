import { describe, expect, it } from 'vitest';
import { totalsTie } from '../../../core/rules/totals-tie.ts';
import { at, brief, extract, report, roster, run, set, year } from './build.ts';

const first = extract(report(), { id: 'mot', file: 'mot.xlsx' });
const second = extract(report(), { id: 'hai', file: 'hai.xlsx' });

describe('totals-tie', () => {
  it.each([
    ['one of each kind', [extract(report()), extract(roster()), extract(year())]],
    ['two organisations', [extract(report()), extract(report({ organisation: 'tu-phap' }))]],
    ['two months', [first, extract(report({ period: at('A5', '2023-10') }), { id: 'hai' })]],
    ['an ad-hoc report on top', [first, extract(report({ type: at('B9', 'adHoc') }), { id: 'hai' })]],
    ['two quick reports', ['mot', 'hai'].map((id) => extract(report({ type: at('B9', 'quick') }), { id }))],
    ['two files of unknown organisations', ['mot', 'hai'].map((id) => extract(report({ organisation: null }), { id }))],
    ['two files without a document', ['mot', 'hai'].map((id) => extract(report(), { id, document: null }))],
  ])('accepts %s', (_name, current) => {
    expect(run(totalsTie, set(current))).toEqual([]);
  });

  it('accepts superseded versions: only current ones count', () => {
    expect(run(totalsTie, set([first], { all: [first, second] }))).toEqual([]);
  });

  it.each([
    [
      'two reports of a month',
      [first, second],
      {
        severity: 'error',
        cell: null,
        vi: 'Đảng ủy Thông tấn xã Việt Nam có 2 bản báo cáo tháng 11/2023 cùng hiện hành (hai.xlsx, mot.xlsx); chỉ được có một.',
        en: 'Đảng ủy Thông tấn xã Việt Nam has 2 current submissions of its report for 11/2023 (hai.xlsx, mot.xlsx); there must be one.',
      },
    ],
    [
      'two rosters',
      ['a', 'b'].map((id) => extract(roster(), { id, file: `${id}.xlsx` })),
      {
        severity: 'error',
        cell: null,
        vi: 'Đảng ủy Thông tấn xã Việt Nam có 2 bản danh sách cùng hiện hành (a.xlsx, b.xlsx); chỉ được có một.',
        en: 'Đảng ủy Thông tấn xã Việt Nam has 2 current submissions of its roster (a.xlsx, b.xlsx); there must be one.',
      },
    ],
    [
      'three year records of an organisation no longer registered',
      ['a', 'b', 'c'].map((id) => extract(year({ organisation: 'xa' }), { id, file: `${id}.xlsx` })),
      {
        severity: 'error',
        cell: null,
        vi: 'xa có 3 bản sổ công tác năm năm 2023 cùng hiện hành (a.xlsx, b.xlsx, c.xlsx); chỉ được có một.',
        en: 'xa has 3 current submissions of its year record for 2023 (a.xlsx, b.xlsx, c.xlsx); there must be one.',
      },
    ],
  ])('rejects %s', (_name, current, expected) => {
    expect(brief(run(totalsTie, set(current)))).toEqual([expected]);
  });

  it('finds the same in any order', () => {
    const findings = run(totalsTie, set([first, second]));
    expect(run(totalsTie, set([second, first]))).toEqual(findings);
  });
});
