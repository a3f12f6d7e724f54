import { expect, it } from 'vitest';
import { strayCell } from '../../../core/rules/stray-cell.ts';
import { brief, cell, roster, run } from './build.ts';
import { parsedOf } from './workbook.ts';

const strays = (...references: string[]) => parsedOf(roster(), {}, { strays: references.map(cell) });

const vi = 'Ô có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.';
const en = 'The cell holds something but stands outside the table and sections; it is not counted.';

it('stray-cell accepts a sheet without strays, and says nothing of an unrecognised workbook', () => {
  expect(run(strayCell, strays())).toEqual([]);
  expect(run(strayCell, parsedOf(null, {}, { strays: [cell('C54')] }))).toEqual([]);
});

it('stray-cell names each cell, grouped by column', () => {
  const found = run(strayCell, strays('C54', 'C60', 'H2'));
  expect(brief(found)).toEqual([
    { severity: 'warning', cell: 'C54', vi, en },
    { severity: 'warning', cell: 'C60', vi, en },
    { severity: 'warning', cell: 'H2', vi, en },
  ]);
  expect(found.map((finding) => finding.group)).toEqual(['stray-cell:C', 'stray-cell:C', 'stray-cell:H']);
});

it('stray-cell keeps four cells of a column apart and makes five one finding', () => {
  expect(run(strayCell, strays('L12', 'L13', 'L14', 'L15'))).toHaveLength(4);
  expect(brief(run(strayCell, strays('L16', 'L13', 'A40', 'L14', 'L15', 'L12')))).toEqual([
    {
      severity: 'warning',
      cell: 'L12',
      related: ['L13', 'L14', 'L15', 'L16'],
      vi: '5 ô ở cột L có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.',
      en: '5 cells of column L hold something but stand outside the table and sections; they are not counted.',
    },
    { severity: 'warning', cell: 'A40', vi, en },
  ]);
});

it('stray-cell takes rows of several cells for one table', () => {
  expect(brief(run(strayCell, strays('B18', 'A17', 'B17', 'A18', 'A19', 'H2')))).toEqual([
    {
      severity: 'warning',
      cell: 'A17',
      related: ['B17', 'A18', 'B18', 'A19'],
      vi: '5 ô ở vùng A17:B19 có nội dung nhưng nằm ngoài bảng và các phần mục, không được tính.',
      en: '5 cells of A17:B19 hold something but stand outside the table and sections; they are not counted.',
    },
    { severity: 'warning', cell: 'H2', vi, en },
  ]);
  expect(run(strayCell, strays('A17', 'B17', 'A18', 'B18'))).toHaveLength(4);
  expect(run(strayCell, strays('A17', 'B17', 'A19', 'B19', 'A21', 'B21'))).toHaveLength(6);
});

it('stray-cell tells which of two sheets was read and what to do with the other', () => {
  expect(run(strayCell, parsedOf(roster({ sheet: 'DS' }), {}, { otherCandidates: ['BC'] }))).toMatchObject([
    {
      severity: 'warning',
      sheet: 'BC',
      cell: 'A1',
      message: {
        vi: 'Chỉ trang «DS» được đọc (danh sách); trang «BC» cũng giống một nội dung nộp nhưng không được đọc.',
        en: 'Only the sheet «DS» is read (roster); the sheet «BC» looks like a submission too but is not read.',
      },
      remedy: {
        vi: 'Mỗi tệp nộp một nội dung: tách trang này ra tệp riêng rồi nộp cả hai tệp; nếu là bản cũ hoặc bản nháp thì xóa đi.',
        en: 'One file holds one submission: move this sheet to a file of its own and submit both, or delete it if it is an old version or a draft.',
      },
    },
  ]);
});
