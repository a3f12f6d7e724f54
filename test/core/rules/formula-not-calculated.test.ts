import { expect, it } from 'vitest';
import { formulaNotCalculated } from '../../../core/rules/formula-not-calculated.ts';
import { brief, roster, run } from './build.ts';
import { parsedOf, sheetOf, workbookOf } from './workbook.ts';

const formula = { value: null, formula: 'SUM(A1:A2)' };

it.each([
  ['values', parsedOf(roster(), { A1: 'x', B2: 3 })],
  [
    'formulas with results, empty and zero ones too',
    parsedOf(roster(), { A1: { value: 0, formula: 'B1' }, A2: { value: '', formula: 'B1' } }),
  ],
  ['another sheet than the document’s', parsedOf(roster(), workbookOf([sheetOf({ A1: formula }, { name: 'Nháp' })]))],
])('formula-not-calculated accepts %s', (_name, subject) => {
  expect(run(formulaNotCalculated, subject)).toEqual([]);
});

it('formula-not-calculated finds single cells', () => {
  const found = run(formulaNotCalculated, parsedOf(roster(), { A1: formula, B2: formula }));
  const vi = 'Công thức trong ô chưa có kết quả được lưu.';
  const en = 'The formula in this cell has no saved result.';
  expect(brief(found)).toEqual([
    { severity: 'error', cell: 'A1', vi, en },
    { severity: 'error', cell: 'B2', vi, en },
  ]);
  expect(found[0]?.remedy).toEqual({
    vi: 'Mở tệp bằng Excel, bấm Lưu, rồi nộp lại.',
    en: 'Open the file in Excel, save it, and submit it again.',
  });
});

it('formula-not-calculated makes a whole column one finding', () => {
  const contents = Object.fromEntries([1, 2, 3, 4, 5].map((row) => [`G${String(row)}`, formula]));
  expect(brief(run(formulaNotCalculated, parsedOf(roster(), contents)))).toEqual([
    {
      severity: 'error',
      cell: 'G1',
      related: ['G2', 'G3', 'G4', 'G5'],
      vi: '5 công thức trong cột chưa có kết quả được lưu.',
      en: '5 formulas of the column have no saved result.',
    },
  ]);
});

it('formula-not-calculated looks at every sheet of an unrecognised workbook', () => {
  const subject = parsedOf(null, workbookOf([sheetOf({ A1: formula }), sheetOf({ C3: formula }, { name: 'Hai' })]));
  expect(run(formulaNotCalculated, subject).map(({ sheet, cell }) => [sheet, cell])).toEqual([
    ['Trang1', 'A1'],
    ['Hai', 'C3'],
  ]);
});
