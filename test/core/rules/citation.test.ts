import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../../core/document.ts';
import { citation } from '../../../core/rules/citation.ts';
import { brief, context, profile, report, roster, run } from './build.ts';
import { parsedOf, plain, type Contents } from './workbook.ts';

const directive = (kind: string, number: number, symbol: string, issuer: string, date: string) => ({
  id: `${String(number).padStart(2, '0')}-${symbol}/${issuer}`,
  kind,
  number,
  symbol,
  issuer,
  date,
  title: '',
});

const register = profile({
  directives: [
    directive('Kết luận', 100, 'KL', 'TW', '2014-08-18'),
    directive('Hướng dẫn', 167, 'HD', 'BTGTW', '2015-12-26'),
    directive('Chỉ thị', 3, 'CT', 'ĐUK', '2016-09-01'),
    directive('Kết luận', 5, 'KL', 'ĐUK', '2021-12-06'),
  ],
});

const findings = (contents: Contents, document: ParsedDocument = report()) =>
  run(citation, parsedOf(document, contents), { context: context({ profile: register }) });

describe('citation', () => {
  it.each([
    ['Kết luận số 100-KL/TW ngày 18/8/2014'],
    ['Kết luận số 100-KL/TW, ngày 18 tháng 8 năm 2014'],
    ['Hướng dẫn số 167-HD/BTGTW'],
    ['Kết luận 05-KL/ĐUK, ngày 06/12/2021, và Chỉ thị số 03-CT/ĐUK'],
    ['(Kèm theo Quyết định số 21-QĐ/ĐU, ngày 15/6/2021)'],
    ['Công văn số 311 - CV/ĐU'],
    ['34/61 đảng bộ; Nghị định 13/2023/NĐ-CP; Luật 91/2025/QH15'],
    ['không viện dẫn gì'],
  ])('accepts «%s»', (text) => {
    expect(findings({ A13: text })).toEqual([]);
  });

  it.each([
    [
      'a wrong date',
      'Thực hiện Kết luận số 100-KL/TW ngày 18/4/2014 và các văn bản',
      'error',
      'Viện dẫn «Kết luận số 100-KL/TW ngày 18/4/2014» sai ngày ban hành; đúng là «Kết luận số 100-KL/TW ngày 18/8/2014».',
      'The citation «Kết luận số 100-KL/TW ngày 18/4/2014» has a wrong date; the right form is «Kết luận số 100-KL/TW ngày 18/8/2014».',
      'Thực hiện Kết luận số 100-KL/TW ngày 18/8/2014 và các văn bản',
    ],
    [
      'a transposed number',
      'Hướng dẫn số 176-HD/BTGTW.',
      'error',
      'Viện dẫn «Hướng dẫn số 176-HD/BTGTW» sai số hoặc ký hiệu; đúng là «Hướng dẫn số 167-HD/BTGTW».',
      'The citation «Hướng dẫn số 176-HD/BTGTW» has a wrong number or symbol; the right form is «Hướng dẫn số 167-HD/BTGTW».',
      'Hướng dẫn số 167-HD/BTGTW.',
    ],
    [
      'a variant form',
      'Hướng dẫn số 167-HDBTGTW ngày 26/12/2015',
      'warning',
      'Viện dẫn «Hướng dẫn số 167-HDBTGTW ngày 26/12/2015» viết chưa đúng thể thức; đúng là «Hướng dẫn số 167-HD/BTGTW ngày 26/12/2015».',
      'The citation «Hướng dẫn số 167-HDBTGTW ngày 26/12/2015» is not in the standard form; the right form is «Hướng dẫn số 167-HD/BTGTW ngày 26/12/2015».',
      'Hướng dẫn số 167-HD/BTGTW ngày 26/12/2015',
    ],
    [
      'an unknown document of a registered issuer',
      'Kết luận số 999-KL/TW',
      'warning',
      'Viện dẫn «Kết luận số 999-KL/TW» không có trong danh mục văn bản.',
      'The citation «Kết luận số 999-KL/TW» is not in the register of directives.',
      null,
    ],
  ] as const)('finds %s', (_name, text, severity, vi, en, fixed) => {
    const found = findings({ A13: text });
    expect(brief(found)).toEqual([{ severity, cell: 'A13', vi, en }]);
    expect(found[0]?.fix?.edits ?? null).toEqual(
      fixed === null ? null : [{ sheet: 'Trang1', cell: 'A13', value: fixed }],
    );
  });

  it('gives one finding for every wrong citation, each with its own id', () => {
    const found = findings({ A13: '100-KL/TW ngày 18/4/2014, 176-HD/BTGTW, 176-HD/BTGTW' });
    expect(found.map(({ severity, cell }) => [severity, cell])).toEqual([
      ['error', 'A13'],
      ['error', 'A13'],
      ['error', 'A13'],
    ]);
    expect(new Set(found.map((finding) => finding.id)).size).toBe(3);
    expect(found[1]?.fix?.edits[0]?.value).toBe('100-KL/TW ngày 18/4/2014, 167-HD/BTGTW, 176-HD/BTGTW');
  });

  it('offers no fix where the cell is a formula or rich text', () => {
    const text = 'Hướng dẫn số 176-HD/BTGTW';
    const found = findings({
      A13: { value: text, formula: 'B1' },
      A14: { value: text, runs: [{ font: plain.font, text }] },
    });
    expect(found.map((finding) => [finding.cell, finding.fix])).toEqual([
      ['A13', null],
      ['A14', null],
    ]);
  });

  it('reads rosters too, and only the sheet of the document', () => {
    expect(findings({ A8: 'theo 176-HD/BTGTW' }, roster()).map((finding) => finding.cell)).toEqual(['A8']);
    expect(findings({ A8: 'theo 176-HD/BTGTW' }, roster({ sheet: 'Khác' }))).toEqual([]);
  });

  it('judges alike whatever the period', () => {
    const subject = parsedOf(report(), { A13: 'Kết luận số 100-KL/TW ngày 18/4/2014' });
    const at = (day: string) => brief(run(citation, subject, { context: context({ profile: register, day }) }));
    expect(at('2014-01-31')).toEqual(at('2026-11-22'));
  });
});
