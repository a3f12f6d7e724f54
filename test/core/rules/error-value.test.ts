import { expect, it } from 'vitest';
import { errorValue } from '../../../core/rules/error-value.ts';
import { brief, roster, run } from './build.ts';
import { parsedOf, sheetOf, workbookOf } from './workbook.ts';

it.each([
  ['values, and text that only looks like an error', parsedOf(roster(), { A1: '#REF!', B2: 3, C3: true })],
  [
    'another sheet than the document’s',
    parsedOf(roster(), workbookOf([sheetOf({ A1: { error: '#N/A' } }, { name: 'Nháp' })])),
  ],
  ['an unrecognised workbook', parsedOf(null, { A1: { error: '#N/A' } })],
])('error-value accepts %s', (_name, subject) => {
  expect(run(errorValue, subject)).toEqual([]);
});

it('error-value finds each kind of error with its cell', () => {
  const found = run(errorValue, parsedOf(roster(), { A1: { error: '#REF!' }, B2: { error: '#N/A' } }));
  expect(brief(found)).toEqual([
    { severity: 'error', cell: 'A1', vi: 'Ô mang giá trị lỗi #REF!.', en: 'The cell holds the error #REF!.' },
    { severity: 'error', cell: 'B2', vi: 'Ô mang giá trị lỗi #N/A.', en: 'The cell holds the error #N/A.' },
  ]);
  expect(found.map((finding) => finding.group)).toEqual(['error-value:#REF!', 'error-value:#N/A']);
});

it.each([
  [4, 4],
  [5, 1],
])('error-value tells %i errors of one column as %i', (count, told) => {
  const cells = Array.from({ length: count }, (_, index) => [`C${String(index + 1)}`, { error: '#REF!' }]);
  const found = run(errorValue, parsedOf(roster(), Object.fromEntries(cells) as Record<string, { error: string }>));
  expect(found).toHaveLength(told);
  if (told === 1)
    expect(brief(found)).toEqual([
      {
        severity: 'error',
        cell: 'C1',
        related: ['C2', 'C3', 'C4', 'C5'],
        vi: '5 ô trong cột mang giá trị lỗi #REF!.',
        en: '5 cells of the column hold the error #REF!.',
      },
    ]);
});
