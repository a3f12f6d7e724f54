import { expect, it } from 'vitest';
import { cellAt, cellHint, CellSet, cellsOf, hiddenCellsOf, textPlaces } from '../../../core/evidence/places.ts';
import { a1 } from '../../../core/sheet.ts';
import { hint } from '../../../core/text/hints.ts';
import { commentAt, sheetOf, workbookOf } from '../rules/workbook.ts';

const sheet = sheetOf(
  { A1: 'một', C1: 2, B4: { error: '#N/A' } },
  { hiddenRows: [4], hiddenColumns: [[3, 3]], comments: [commentAt('B4', 'xem lại')], headersFooters: ['&CTrang &P'] },
);

it('walks the cells row by row and knows the hidden ones', () => {
  expect(Array.from(cellsOf(sheet, cellHint.text), ({ at, hidden }) => [a1(at), hidden])).toEqual([
    ['A1', false],
    ['C1', true],
    ['B4', true],
  ]);
  expect(Array.from(cellsOf({ ...sheet, state: 'veryHidden' }, cellHint.text), ({ hidden }) => hidden)).toEqual([
    true,
    true,
    true,
  ]);
});

it.each([
  ['Trang1', 1, 1, 'một'],
  ['Trang1', 1, 3, 2],
  ['Trang1', 1, 2, undefined],
  ['Trang1', 2, 1, undefined],
  ['Trang1', 5, 1, undefined],
  ['Khác', 1, 1, undefined],
])('finds the cell %s %i:%i', (name, row, column, value) => {
  expect(cellAt(workbookOf([sheet]), { sheet: name, row, column })?.value).toBe(value);
});

it('lists every text with its place', () => {
  const places = textPlaces(workbookOf([sheet], { properties: new Map([['title', 'Báo cáo']]) }), cellHint.text);
  expect(Array.from(places, ({ kind, at, property, text }) => [kind, at && a1(at), property, text.trim()])).toEqual([
    ['sheet-name', 'A1', '', 'Trang1'],
    ['header-footer', 'A1', '', 'Trang'],
    ['cell', 'A1', '', 'một'],
    ['cell', 'C1', '', '2'],
    ['cell', 'B4', '', '#N/A'],
    ['comment', 'B4', '', 'xem lại'],
    ['property', null, 'title', 'Báo cáo'],
  ]);
});

it('gives only what is wanted', () => {
  const marked = sheetOf(
    { A1: 'MẬT', A2: 'một', A3: 'm ậ t', B1: 'theo 05-KL/ĐUK', C1: { error: '#N/A' } },
    { comments: [commentAt('A2', 'Tối mật')], headersFooters: ['&CMẬT'] },
  );
  const workbook = workbookOf([marked], {
    properties: new Map([
      ['title', 'Mật'],
      ['subject', 'Báo cáo'],
    ]),
  });
  const texts = (wanted: number): string[] =>
    Array.from(textPlaces(workbook, wanted), ({ kind, text }) => `${kind} ${text.trim()}`);
  expect(texts(hint.classification)).toEqual([
    'header-footer MẬT',
    'cell MẬT',
    'cell m ậ t',
    'comment Tối mật',
    'property Mật',
  ]);
  expect(texts(hint.citation)).toEqual(['cell theo 05-KL/ĐUK']);
});

it.each([
  ['an error', cellHint.error, ['A2']],
  ['a formula without a result', cellHint.notCalculated, ['A3']],
  ['an old font', cellHint.legacyFont, ['A4', 'A5']],
])('knows a cell with %s', (_name, wanted, expected) => {
  const style = { font: '.VnTime', numberFormat: 'General', date: false };
  const cells = sheetOf({
    A1: 'một',
    A2: { error: '#REF!' },
    A3: { value: null, formula: 'A1' },
    A4: { value: 'B¸o c¸o', style },
    A5: { value: 'B¸o c¸o', runs: [{ font: 'VNI-Times', text: 'B¸o c¸o' }] },
  });
  expect(Array.from(cellsOf(cells, wanted), ({ at }) => a1(at))).toEqual(expected);
});

it('lists the cells of hidden rows, columns and sheets', () => {
  expect(Array.from(hiddenCellsOf(sheet), ({ at }) => a1(at))).toEqual(['C1', 'B4']);
  expect([...hiddenCellsOf(sheetOf({ A1: 'một' }))]).toEqual([]);
});

it('keeps cells apart by sheet, row and column', () => {
  const cells = new CellSet([{ sheet: 'a', row: 1, column: 2 }]);
  cells.add({ sheet: 'b', row: 2, column: 16_384 });
  expect(cells.has({ sheet: 'a', row: 1, column: 2 })).toBe(true);
  expect(cells.has({ sheet: 'b', row: 2, column: 16_384 })).toBe(true);
  expect(cells.has({ sheet: 'b', row: 1, column: 2 })).toBe(false);
  expect(cells.has({ sheet: 'a', row: 2, column: 1 })).toBe(false);
  expect(cells.has(null)).toBe(false);
});
