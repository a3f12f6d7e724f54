import { describe, expect, it } from 'vitest';
import { hiddenContent } from '../../../core/rules/hidden-content.ts';
import { brief, roster, run } from './build.ts';
import { commentAt, parsedOf, sheetOf, workbookOf } from './workbook.ts';

const findings = (...sheets: Parameters<typeof workbookOf>[0]) =>
  run(hiddenContent, parsedOf(roster(), workbookOf(sheets)));

describe('hidden-content', () => {
  it.each([
    ['a plain sheet', sheetOf({ A1: 'x' })],
    ['hidden columns without content', sheetOf({ A1: 'x' }, { hiddenColumns: [[2, 4]] })],
    ['hidden rows without content', sheetOf({ A1: 'x' }, { hiddenRows: [2] })],
    ['blanks in hidden rows', sheetOf({ A1: 'x', A2: ' \u00A0' }, { hiddenRows: [2] })],
    ['an empty hidden sheet', sheetOf({}, { state: 'veryHidden' })],
  ])('accepts %s', (_name, sheet) => {
    expect(findings(sheet)).toEqual([]);
  });

  it.each([
    [
      'a hidden sheet',
      sheetOf({ B2: 'x', B3: 'y' }, { state: 'hidden' }),
      { cell: 'B2', vi: 'Trang tính ẩn có 2 ô nội dung.', en: 'Cells with content on a hidden sheet: 2.' },
    ],
    [
      'hidden rows and columns',
      sheetOf({ A1: 'x', C1: 'y', A4: 'z' }, { hiddenColumns: [[3, 3]], hiddenRows: [4] }),
      {
        cell: 'C1',
        related: ['A4'],
        vi: '2 ô có nội dung nằm ở hàng hoặc cột ẩn.',
        en: 'Cells with content in hidden rows or columns: 2.',
      },
    ],
    [
      'filtered rows',
      sheetOf({ A1: 'x', A2: 'y' }, { filtered: true, hiddenRows: [2] }),
      { cell: 'A2', vi: 'Bộ lọc đang ẩn 1 ô có nội dung.', en: 'Cells with content hidden by a filter: 1.' },
    ],
  ])('finds %s', (_name, sheet, expected) => {
    expect(brief(findings(sheet))).toEqual([{ severity: 'warning', ...expected }]);
  });

  it('lets the lists of our own templates be hidden, not a sheet of that name elsewhere', () => {
    const lists = workbookOf([sheetOf({ A1: 'Mức độ' }, { name: 'Danh mục', state: 'hidden' })]);
    const template = { kind: 'roster' as const, version: 1, profile: null, organisation: null, period: null };
    expect(run(hiddenContent, parsedOf(roster(), lists, { template }))).toEqual([]);
    expect(run(hiddenContent, parsedOf(roster(), lists))).toHaveLength(1);
  });

  it('tells of comments without repeating them', () => {
    const sheet = sheetOf({ A1: 'x' }, { comments: [commentAt('A1', 'riêng tư'), commentAt('B7', 'riêng tư')] });
    const found = findings(sheet);
    expect(brief(found)).toEqual([
      {
        severity: 'info',
        cell: 'A1',
        related: ['B7'],
        vi: 'Có 2 ghi chú gắn với ô.',
        en: 'Cell comments: 2.',
      },
    ]);
    expect(JSON.stringify(found)).not.toContain('riêng tư');
  });

  it.each([
    ['external-links', 'Tệp có liên kết đến tệp khác.', 'The workbook links to other files.'],
    ['connections', 'Tệp có kết nối dữ liệu bên ngoài.', 'The workbook has external data connections.'],
    ['embedded-objects', 'Tệp có đối tượng nhúng.', 'The workbook has embedded objects.'],
    [
      'pivot-tables',
      'Tệp có bảng tổng hợp (PivotTable) giữ dữ liệu nguồn.',
      'The workbook has pivot tables, which keep their source data.',
    ],
  ] as const)('finds %s', (feature, vi, en) => {
    const subject = parsedOf(roster(), workbookOf([sheetOf({ A1: 'x' })], { features: [feature] }));
    expect(brief(run(hiddenContent, subject))).toEqual([{ severity: 'warning', cell: null, vi, en }]);
  });
});
