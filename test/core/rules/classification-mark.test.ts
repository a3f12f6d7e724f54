import { describe, expect, it } from 'vitest';
import { classificationMark } from '../../../core/rules/classification-mark.ts';
import { brief, report, run } from './build.ts';
import { commentAt, parsedOf, sheetOf, workbookOf } from './workbook.ts';

const findings = (...parameters: Parameters<typeof workbookOf>) =>
  run(classificationMark, parsedOf(report(), workbookOf(...parameters)));

describe('classification-mark', () => {
  it.each([
    ['no mark', 'Báo cáo tháng 11'],
    ['the word within others', 'Giữ bí mật nhà nước; mật độ dân cư; bảo mật thông tin'],
  ])('accepts %s', (_name, text) => {
    expect(findings([sheetOf({ A1: text })])).toEqual([]);
  });

  it.each(['MẬT', 'TỐI MẬT', 'TUYỆT MẬT'])('finds %s in a cell', (mark) => {
    const found = findings([sheetOf({ C2: mark })]);
    expect(brief(found)).toEqual([
      {
        severity: 'error',
        cell: 'C2',
        vi: `Có dấu chỉ độ mật «${mark}» trong ô: tệp không được tải lên hệ thống này.`,
        en: `Classification mark «${mark}» in a cell: this workbook may not be uploaded.`,
      },
    ]);
    expect(found[0]?.remedy.vi).toContain('Không thấy dấu mật cũng chưa có nghĩa là nội dung không mật.');
  });

  it.each([
    [
      'A1',
      'ở đầu hoặc chân trang in',
      'in the printed header or footer',
      sheetOf({}, { headersFooters: ['&L&"Arial,Bold"&14MẬT&RTrang &P'] }),
    ],
    ['B7', 'trong ghi chú của ô', 'in a cell comment', sheetOf({}, { comments: [commentAt('B7', 'MẬT')] })],
    ['A1', 'trong tên trang tính', 'in a sheet name', sheetOf({}, { name: 'MẬT' })],
    ['B2', 'trong ô', 'in a cell', sheetOf({ B2: 'MẬT' }, { state: 'veryHidden' })],
  ])('finds a mark at %s %s', (cell, vi, en, sheet) => {
    expect(brief(findings([sheet]))).toEqual([
      {
        severity: 'error',
        cell,
        vi: `Có dấu chỉ độ mật «MẬT» ${vi}: tệp không được tải lên hệ thống này.`,
        en: `Classification mark «MẬT» ${en}: this workbook may not be uploaded.`,
      },
    ]);
  });

  it('finds a mark in the document properties', () => {
    expect(brief(findings([], { properties: new Map([['subject', 'MẬT']]) }))).toEqual([
      {
        severity: 'error',
        cell: null,
        vi: 'Có dấu chỉ độ mật «MẬT» trong thuộc tính tệp (subject): tệp không được tải lên hệ thống này.',
        en: 'Classification mark «MẬT» in the document properties (subject): this workbook may not be uploaded.',
      },
    ]);
  });

  it('looks at workbooks nobody recognised too', () => {
    expect(run(classificationMark, parsedOf(null, { A1: 'TỐI MẬT' })).map((finding) => finding.cell)).toEqual(['A1']);
  });
});
