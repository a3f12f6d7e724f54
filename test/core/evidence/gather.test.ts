import { expect, it } from 'vitest';
import { gatherByColumn } from '../../../core/evidence/gather.ts';

const cells = (sheet: string, column: number, ...rows: number[]) => rows.map((row) => ({ sheet, row, column }));
const shape = (...places: ReturnType<typeof cells>) =>
  gatherByColumn(places).map(({ at, related }) => [at.sheet, at.column, at.row, related.map((one) => one.row)]);

it('keeps up to four faults of a column apart', () => {
  expect(shape(...cells('A', 1, 9, 3, 5, 4))).toEqual([
    ['A', 1, 9, []],
    ['A', 1, 3, []],
    ['A', 1, 5, []],
    ['A', 1, 4, []],
  ]);
});

it('makes five one, at the topmost cell', () => {
  expect(shape(...cells('A', 1, 9, 3, 5, 4, 7))).toEqual([['A', 1, 3, [4, 5, 7, 9]]]);
});

it('takes columns of different sheets apart', () => {
  expect(shape(...cells('A', 1, 1, 2, 3), ...cells('B', 1, 1, 2), ...cells('A', 2, 1))).toHaveLength(6);
});

it('makes nothing of nothing', () => {
  expect(gatherByColumn([])).toEqual([]);
});
