import { describe, expect, it } from 'vitest';
import { classificationMark } from '../../../core/rules/classification-mark.ts';
import { findClassification } from '../../../core/text/classification.ts';
import { brief, context, report, run } from './build.ts';
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
        vi: `Có dấu chỉ độ mật (mức «${mark.toLowerCase()}») trong ô: tệp không được tải lên hệ thống này.`,
        en: `Classification mark (level «${mark.toLowerCase()}») in a cell: this workbook may not be uploaded.`,
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
        vi: `Có dấu chỉ độ mật (mức «mật») ${vi}: tệp không được tải lên hệ thống này.`,
        en: `Classification mark (level «mật») ${en}: this workbook may not be uploaded.`,
      },
    ]);
  });

  it('finds a mark in the document properties', () => {
    expect(brief(findings([], { properties: new Map([['subject', 'MẬT']]) }))).toEqual([
      {
        severity: 'error',
        cell: null,
        vi: 'Có dấu chỉ độ mật (mức «mật») trong thuộc tính tệp (subject): tệp không được tải lên hệ thống này.',
        en: 'Classification mark (level «mật») in the document properties (subject): this workbook may not be uploaded.',
      },
    ]);
  });

  it.each([
    ['Báo cáo tháng 11.xlsx', 0],
    ['Danh sách bảo mật.xlsx', 0],
    ['Báo cáo (MẬT).xlsx', 1],
    ['BC_TOI_MAT_11.xlsx', 1],
  ])('looks at the file name %s', (fileName, count) => {
    const found = run(classificationMark, parsedOf(report(), workbookOf([])), { context: context({ fileName }) });
    expect(found).toHaveLength(count);
    for (const { cell, message } of found) {
      expect(cell).toBeNull();
      expect(message.vi).toContain('trong tên tệp');
    }
  });

  it('says so in words that are no mark themselves, for its note in the workbook is read again', () => {
    const [found] = findings([sheetOf({ C2: 'TUYỆT MẬT' })]);
    expect(findClassification(found?.message.vi ?? '')).toBeNull();
    expect(findClassification(found?.remedy.vi ?? '')).toBeNull();
  });

  it('looks at workbooks nobody recognised too', () => {
    expect(run(classificationMark, parsedOf(null, { A1: 'TỐI MẬT' })).map((finding) => finding.cell)).toEqual(['A1']);
  });
});
