import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../core/finding.ts';
import { applyEdits } from '../../../core/file/apply-edits.ts';
import { openPackage } from '../../../core/file/package.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { a1, type Cell, type Workbook } from '../../../core/sheet.ts';
import { deflate, inflate } from '../../../functions/zlib.ts';
import {
  relationship,
  relationshipsXml,
  sheetXml,
  stylesXml,
  workbookFile,
  workbookXml,
  type PartMap,
} from './hostile/workbook.ts';

const bytes = readFileSync(new URL('../../fixtures/samples/tu-phap-danh-sach.xlsx', import.meta.url));
const sheet = 'Danh sách';

function cellsOf(workbook: Workbook): Map<string, Cell> {
  return new Map(
    workbook.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) =>
        cells.map((cell) => [`${name}!${a1({ row, column: cell.column })}`, cell] as const),
      ),
    ),
  );
}

const before = cellsOf(readWorkbook(bytes, { inflate }));
const written = (...edits: Edit[]): Map<string, Cell> =>
  cellsOf(readWorkbook(applyEdits(bytes, edits, { inflate, deflate }), { inflate }));

describe('applyEdits', () => {
  it('writes the cells it is given and leaves all others as they are', () => {
    const after = written(
      { sheet, cell: 'B12', value: '=1+1 & <tên> ' },
      { sheet, cell: 'G12', value: 44347, numberFormat: 'dd/mm/yyyy', font: 'Times New Roman' },
      { sheet, cell: 'C12', value: null },
      { sheet, cell: 'Z400', value: 'xa' },
      { sheet, cell: 'A400', value: 7 },
    );
    expect(after.get(`${sheet}!B12`)).toMatchObject({ value: '=1+1 & <tên> ' });
    expect(after.get(`${sheet}!B12`)?.formula).toBeUndefined();
    expect(after.get(`${sheet}!B12`)?.style).toEqual(before.get(`${sheet}!B12`)?.style);
    expect(after.get(`${sheet}!G12`)).toMatchObject({
      value: 44347,
      style: { numberFormat: 'dd/mm/yyyy', date: true, font: 'Times New Roman' },
    });
    expect(after.has(`${sheet}!C12`)).toBe(false);
    expect(after.get(`${sheet}!Z400`)?.value).toBe('xa');
    expect(after.get(`${sheet}!A400`)?.value).toBe(7);
    const touched = ['B12', 'G12', 'C12', 'Z400', 'A400'].map((cell) => `${sheet}!${cell}`);
    for (const [place, cell] of before) if (!touched.includes(place)) expect(after.get(place)).toEqual(cell);
    expect([...after.keys()].filter((place) => !before.has(place)).sort()).toEqual([`${sheet}!A400`, `${sheet}!Z400`]);
  });

  it('lets the last of two edits of a cell count', () => {
    const after = written({ sheet, cell: 'B12', value: 'một' }, { sheet, cell: 'B12', value: 'hai' });
    expect(after.get(`${sheet}!B12`)?.value).toBe('hai');
  });

  it('copies every part it does not edit byte for byte', () => {
    const after = openPackage(applyEdits(bytes, [{ sheet, cell: 'B12', value: 'x' }], { inflate, deflate }), {
      inflate,
    });
    const source = openPackage(bytes, { inflate });
    const changed = source.names.filter((name) => Buffer.compare(source.read(name), after.read(name)) !== 0);
    expect(after.names).toEqual(source.names);
    expect(changed).toHaveLength(1);
    expect(changed[0]).toMatch(/^xl\/worksheets\//);
  });

  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const choice = (own: string, fallback: string): string =>
    `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="hs">${own}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
  it.each<[string, PartMap]>([
    [
      'without a style sheet',
      {
        'xl/styles.xml': null,
        'xl/_rels/workbook.xml.rels': relationshipsXml(
          relationship('styles', 'worksheet', 'worksheets/sheet1.xml'),
          relationship('rId2', 'sharedStrings', 'sharedStrings.xml'),
        ),
        'xl/workbook.xml': workbookXml('<sheets><sheet name="Trang 1" sheetId="1" r:id="styles"/></sheets>'),
      },
    ],
    ['with an empty style sheet', { 'xl/styles.xml': `<styleSheet xmlns="${main}"/>` }],
    ['with a style sheet without formats', { 'xl/styles.xml': stylesXml('') }],
    [
      'with a choice among styles',
      {
        'xl/styles.xml': stylesXml(
          `<xf numFmtId="0" fontId="0"/>${choice('<xf/><xf/>', '<xf numFmtId="9" fontId="1"/>')}`,
          `<font><name val="A"/></font>${choice('<font/><font/>', '<font><name val="B"/></font>')}`,
        ),
      },
    ],
  ])('gives cells a format in a workbook %s and leaves the others theirs', (_, change) => {
    const original = workbookFile(change);
    const edits = [{ sheet: 'Trang 1', cell: 'B1', value: 45_000, numberFormat: 'dd/mm/yyyy', font: 'Arial' }];
    const after = cellsOf(readWorkbook(applyEdits(original, edits, { inflate, deflate }), { inflate }));
    expect(after.get('Trang 1!B1')).toMatchObject({
      value: 45_000,
      style: { numberFormat: 'dd/mm/yyyy', date: true, font: 'Arial' },
    });
    expect(after.get('Trang 1!A1')).toEqual(cellsOf(readWorkbook(original, { inflate })).get('Trang 1!A1'));
  });

  it('finds cells named in small letters', () => {
    const row = '<row r="1"><c r="a1"><v>1</v></c><c r="c1"><v>3</v></c></row>';
    const original = workbookFile({ 'xl/worksheets/sheet1.xml': sheetXml(row) });
    const edits = [{ sheet: 'Trang 1', cell: 'C1', value: 4 }];
    const after = cellsOf(readWorkbook(applyEdits(original, edits, { inflate, deflate }), { inflate }));
    expect([...after].map(([place, { value }]) => [place, value])).toEqual([
      ['Trang 1!A1', 1],
      ['Trang 1!C1', 4],
    ]);
  });

  it('refuses a sheet that is not there and an address that is none', () => {
    expect(() => written({ sheet: 'Không có', cell: 'A1', value: 1 })).toThrow(RangeError);
    expect(() => written({ sheet, cell: 'A0', value: 1 })).toThrow(RangeError);
  });
});
