import { describe, expect, it } from 'vitest';
import { legacyFont } from '../../../core/rules/legacy-font.ts';
import { brief, report, run } from './build.ts';
import { parsedOf, plain, sheetOf, workbookOf, type Contents } from './workbook.ts';

const inFont = (font: string, value: string) => ({ value, style: { ...plain, font } });
const findings = (contents: Contents) => run(legacyFont, parsedOf(report(), contents));

describe('legacy-font', () => {
  it.each([
    ['Unicode text in a Unicode font', inFont('Times New Roman', 'Tiếng Việt rất hay')],
    ['old codes without an old font', inFont('Arial', 'TiÕng ViÖt')],
    ['plain letters in an old font', inFont('.VnTime', 'Chi 1/2023')],
    ['Unicode text shown in an old font', inFont('.VnTime', 'Tình hình dư luận ổn định')],
    ['Unicode text typed letter by letter (NFD)', inFont('VNI-Times', 'Tình hình'.normalize('NFD'))],
    ['a number', { value: 12, style: { ...plain, font: '.VnTime' } }],
  ])('accepts %s', (_name, content) => {
    expect(findings({ B3: content })).toEqual([]);
  });

  it.each([
    ['.VnTime', 'TCVN3 (ABC)', 'TiÕng ViÖt rÊt hay', 'Tiếng Việt rất hay'],
    ['.VnTimeH', 'TCVN3 (ABC)', 'TiÕng ViÖt', 'TIẾNG VIỆT'],
    ['VNI-Times', 'VNI', 'Tieáng Vieät raát hay', 'Tiếng Việt rất hay'],
  ])('finds %s', (font, encoding, stored, shown) => {
    const found = findings({ B3: inFont(font, stored) });
    expect(brief(found)).toEqual([
      {
        severity: 'error',
        cell: 'B3',
        vi: `Chữ gõ bằng phông «${font}» theo bảng mã ${encoding}, cần dùng Unicode.`,
        en: `Text typed in the font «${font}», encoded in ${encoding}; Unicode is expected.`,
      },
    ]);
    expect(found[0]?.fix?.edits).toEqual([{ sheet: 'Trang1', cell: 'B3', value: shown, font: 'Times New Roman' }]);
  });

  it('looks at each run of rich text, whatever the cell’s own font', () => {
    const value = 'Mục: TiÕng ViÖt';
    const runs = [
      { font: 'Arial', text: 'Mục: ' },
      { font: '.VnArial', text: 'TiÕng ViÖt' },
    ];
    const found = findings({
      B3: { value, runs },
      B4: { ...inFont('.VnTime', 'Tiếng'), runs: [{ font: 'Arial', text: 'Tiếng' }] },
    });
    expect(found.map(({ cell, fix }) => [cell, fix?.edits[0]?.value])).toEqual([['B3', 'Mục: Tiếng Việt']]);
  });

  it('groups by encoding, fixes no formula, and reads every sheet of an unrecognised workbook', () => {
    const sheets = [
      sheetOf({ A1: inFont('.VnTime', 'TiÕng'), A2: { ...inFont('.VnTime', 'TiÕng'), formula: 'A1' } }),
      sheetOf({ A1: inFont('VNI-Times', 'Tieáng') }, { name: 'Hai' }),
    ];
    const found = run(legacyFont, parsedOf(null, workbookOf(sheets)));
    expect(found.map(({ sheet, cell, group, fix }) => [sheet, cell, group, fix !== null])).toEqual([
      ['Trang1', 'A1', 'legacy-font:tcvn3', true],
      ['Trang1', 'A2', 'legacy-font:tcvn3', false],
      ['Hai', 'A1', 'legacy-font:vni', true],
    ]);
  });
});
