import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../../core/document.ts';
import { textDate } from '../../../core/rules/text-date.ts';
import { at, brief, members, report, roster, run, year } from './build.ts';
import { parsedOf, sheetOf, workbookOf, type Contents } from './workbook.ts';

const textAt = (reference: string, iso: string | null, text: string) => at(reference, { iso, asText: true, text });
const decided = (text: string, iso: string | null) =>
  roster({ members: members(1, () => ({ decisionDate: textAt('G12', iso, text) })) });
const findings = (document: ParsedDocument, contents: Contents, date1904 = false) =>
  run(textDate, parsedOf(document, workbookOf([sheetOf(contents)], { date1904 })));

describe('text-date', () => {
  it.each([
    ['a serial', roster({ members: members(1) }), { G12: 44_362 }],
    ['a month alone', decided('9/2021', '2021-09'), { G12: '9/2021' }],
    [
      'a date within a line of text',
      roster({ members: [], reviewedOn: textAt('A9', '2023-01-15', '15/01/2023') }),
      { A9: 'Ngày rà soát gần nhất: 15/01/2023' },
    ],
    [
      'a line that states no date, which is its own rule’s matter',
      roster({ members: [], reviewedOn: textAt('A9', null, 'chưa rà soát') }),
      { A9: 'Ngày rà soát gần nhất: chưa rà soát' },
    ],
    [
      'a letter’s date line',
      report({ date: textAt('E3', '2023-11-24', 'ngày 24 tháng 11 năm 2023') }),
      { E3: 'Hà Nội, ngày 24 tháng 11 năm 2023' },
    ],
  ])('accepts %s', (_name, document, contents) => {
    expect(findings(document, contents)).toEqual([]);
  });

  it.each([
    ['31/5/2021', '2021-05-31', false, 44_347],
    ['31/5/2021', '2021-05-31', true, 42_885],
    ['01-3-2021', '2021-03-01', false, 44_256],
  ])('finds «%s» (1904: %s, %s) and turns it into a date', (text, iso, date1904, serial) => {
    const found = findings(decided(text, iso), { G12: text }, date1904);
    expect(brief(found)).toEqual([
      {
        severity: 'warning',
        cell: 'G12',
        vi: `Ngày «${text}» được lưu dưới dạng chữ, không phải ngày của Excel.`,
        en: `The date «${text}» is stored as text, not as an Excel date.`,
      },
    ]);
    expect(found[0]?.fix?.edits).toEqual([{ sheet: 'Trang1', cell: 'G12', value: serial, numberFormat: 'dd/mm/yyyy' }]);
  });

  it.each([['05/31/2021'], ['31/02/2021'], ['đầu năm']])('does not guess «%s»', (text) => {
    const found = findings(decided(text, null), { G12: text });
    expect(brief(found)).toEqual([
      {
        severity: 'warning',
        cell: 'G12',
        vi: `Không đọc được ngày «${text}».`,
        en: `«${text}» cannot be read as a date.`,
      },
    ]);
    expect(found[0]?.fix).toBeNull();
  });

  it('offers no fix in place of a formula', () => {
    const found = findings(decided('31/5/2021', '2021-05-31'), { G12: { value: '31/5/2021', formula: 'G1' } });
    expect(found.map((finding) => [finding.cell, finding.fix])).toEqual([['G12', null]]);
  });

  it('looks at a report’s date and at every dated line of a year', () => {
    expect(findings(report({ date: textAt('B8', '2023-11-24', '24/11/2023') }), { B8: '24/11/2023' })).toHaveLength(1);
    const line = (row: number) => ({
      row,
      text: at(`B${String(row)}`, 'Nội dung'),
      date: textAt(`C${String(row)}`, '2023-05-10', '10/5/2023'),
    });
    const record = year({
      trainings: [{ ...line(11), name: null, topics: null, attendees: null }],
      inspections: [line(20)],
      commendations: [line(35)],
      surveys: [line(38)],
      briefings: [line(40)],
    });
    const contents = Object.fromEntries(['C11', 'C20', 'C35', 'C38', 'C40'].map((cell) => [cell, '10/5/2023']));
    expect(findings(record, contents).map((finding) => finding.cell)).toEqual(Object.keys(contents));
  });
});
