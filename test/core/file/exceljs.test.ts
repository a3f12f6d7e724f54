import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import { inflate } from '../../../functions/zlib.ts';
import { cellsOf } from './hostile/cells.ts';

/** Text a workbook can hold, with the letters, spaces and signs people type. */
const text = fc
  .array(fc.constantFrom(...Array.from('aăâđêôơưẤ ễỹ19.,-=+@<>&"\'_x\n;|/')), { minLength: 1, maxLength: 12 })
  .map((letters) => letters.join(''));
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);

test('what exceljs writes is read back with the same values', async () => {
  const rows = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, fc.boolean(), async (values, date1904) => {
      const written = new ExcelJS.Workbook();
      written.properties.date1904 = date1904;
      const sheet = written.addWorksheet('Trang 1');
      const expected: Record<string, unknown> = {};
      values.forEach((row, rowIndex) => {
        row.forEach((cellValue, columnIndex) => {
          const cell = sheet.getCell(rowIndex + 1, columnIndex + 1);
          cell.value = cellValue;
          const blank = cellValue === null || (typeof cellValue === 'string' && cellValue.trim() === '');
          if (!blank) expected[cell.address] = typeof cellValue === 'number' ? cellValue + 0 : cellValue;
        });
      });
      const bytes = new Uint8Array(await written.xlsx.writeBuffer());
      const workbook = readWorkbook(bytes, { inflate });
      expect(workbook.date1904).toBe(date1904);
      expect(cellsOf(workbook.sheets[0])).toEqual(expected);
    }),
    { numRuns: 60, seed: 26 },
  );
});

test('dates, rich text, formulas and hyperlinks as exceljs writes them', async () => {
  const written = new ExcelJS.Workbook();
  const sheet = written.addWorksheet('Trang 1');
  sheet.getCell('A1').value = new Date(Date.UTC(2021, 5, 15));
  sheet.getCell('A1').numFmt = 'dd/mm/yyyy';
  sheet.getCell('B1').value = { formula: 'A1+1', result: 0 };
  sheet.getCell('C1').value = { text: 'thư', hyperlink: 'mailto:a@example.org' };
  sheet.getCell('D1').value = {
    richText: [
      { text: 'a', font: { name: '.VnTime' } },
      { text: 'b', font: { name: 'Arial' } },
    ],
  };
  sheet.getCell('E1').note = 'ghi chú';
  const workbook = readWorkbook(new Uint8Array(await written.xlsx.writeBuffer()), { inflate });
  expect(cellsOf(workbook.sheets[0])).toEqual({ A1: 44362, B1: ['=A1+1', 0], C1: 'thư', D1: 'ab' });
  expect(workbook.sheets[0]?.rows[0]?.cells[0]?.style).toMatchObject({ numberFormat: 'dd/mm/yyyy', date: true });
  expect(workbook.sheets[0]?.rows[0]?.cells[3]?.runs).toEqual([
    { font: '.VnTime', text: 'a' },
    { font: 'Arial', text: 'b' },
  ]);
  expect(workbook.sheets[0]?.comments).toEqual([{ row: 1, column: 5, text: 'ghi chú' }]);
});
