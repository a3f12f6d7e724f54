import { beforeEach, describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import type { Edit } from '../../../core/finding.ts';
import { inflate } from '../../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { failures, type ExcelHost } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { richWorkbook } from './rich-workbook.ts';

const sheet = 'Báo cáo';
const edits: Edit[] = [
  { sheet, cell: 'A1', value: 'BÁO CÁO THÁNG' },
  { sheet, cell: 'B5', value: 45_255, numberFormat: 'yyyy-mm-dd' },
  { sheet, cell: 'C5', value: 'thay công thức' },
  { sheet, cell: 'D6', value: '0079', font: 'Times New Roman' },
  { sheet, cell: 'C8', value: null },
  { sheet, cell: 'E12', value: 'Ô mới' },
  { sheet: "Nháp 'cũ', tháng 11", cell: 'C3', value: '13/5/2021' },
];

let host: ExcelHost;
beforeEach(async () => {
  host = await openExcel(await richWorkbook());
});

describe('fixes', () => {
  it('are written in one batch and undone exactly', async () => {
    const before = host.snapshot();
    const batch = await excelHost.applyFixes(edits);
    expect(host.requests.map(({ writes }) => writes)).toEqual([false, true]);
    expect(host.valueOf(sheet, 'A1')).toBe('BÁO CÁO THÁNG');
    expect(host.valueOf(sheet, 'C8')).toBe('');
    expect(batch.edits[2]?.before).toEqual({
      content: 24,
      formula: 'A5*2',
      numberFormat: 'General',
      font: 'Calibri',
    });
    expect(await excelHost.undo(batch)).toEqual({ leftAlone: [] });
    expect(host.snapshot()).toBe(before);
    expect(host.unserved).toEqual([]);
  });

  it.each<[string, string | number]>([
    ['=1+1', '=1+1'],
    ['+84 912 345 678', '+84 912 345 678'],
    ['-5', '-5'],
    ['@ten', '@ten'],
    ['007', '007'],
    ['13/5/2021', '13/5/2021'],
    ['5/13/2021', '5/13/2021'],
    ['TRUE', 'TRUE'],
    ['50%', '50%'],
    ["'nháy", "'nháy"],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['Quyết định số 263-QĐ/ĐUK', 'Quyết định số 263-QĐ/ĐUK'],
    ['12', '12'],
  ])('writes the text %s as that text', async (value, expected) => {
    await excelHost.applyFixes([{ sheet, cell: 'F20', value }]);
    expect(host.valueOf(sheet, 'F20')).toBe(expected);
    expect(host.unserved).toEqual([]);
  });

  it('arrive in the file', async () => {
    await excelHost.applyFixes(edits);
    const saved = readWorkbook(await excelHost.fileBytes(), { inflate });
    const cells = new Map(
      saved.sheets.flatMap(({ name, rows }) =>
        rows.flatMap(({ row, cells: list }) => list.map((cell) => [`${name}!${cell.column},${row}`, cell] as const)),
      ),
    );
    expect(cells.get(`${sheet}!1,1`)?.value).toBe('BÁO CÁO THÁNG');
    expect(cells.get(`${sheet}!2,5`)).toMatchObject({
      value: 45_255,
      style: { numberFormat: 'yyyy-mm-dd', date: true },
    });
    expect(cells.get(`${sheet}!4,6`)).toMatchObject({ value: '0079', style: { font: 'Times New Roman' } });
    expect(cells.get(`${sheet}!4,5`)).toMatchObject({ value: 0, formula: 'IF(A5>1,0,1)' });
    expect(cells.has(`${sheet}!3,8`)).toBe(false);
    expect(saved.properties.get('BlocRollupTemplate')).toBe('report/1');
  });

  it('leave alone what the user has edited since', async () => {
    const batch = await excelHost.applyFixes(edits);
    host.edit(sheet, 'A1', 'Sửa tay');
    expect(await excelHost.undo(batch)).toEqual({ leftAlone: [`${sheet}!A1`] });
    expect(host.valueOf(sheet, 'A1')).toBe('Sửa tay');
    expect(host.valueOf(sheet, 'C5')).toBe(24);
  });

  it('write nothing on a protected sheet', async () => {
    host.protect("Nháp 'cũ', tháng 11");
    const before = host.snapshot();
    await expect(excelHost.applyFixes(edits)).rejects.toMatchObject({
      code: 'sheet-protected',
      reason: {
        vi: 'Trang tính đang được bảo vệ nên không ghi được. Mở Xem lại → Bỏ bảo vệ trang tính rồi thử lại.',
      },
    });
    expect(host.snapshot()).toBe(before);
  });

  it('write nothing in a workbook that is read-only', async () => {
    const before = host.snapshot();
    host.setReadOnly(true);
    await expect(excelHost.applyFixes(edits)).rejects.toMatchObject({ code: 'read-only' });
    host.setReadOnly(false);
    expect(host.snapshot()).toBe(before);
  });

  it('are taken back when the batch fails half-way', async () => {
    const before = host.snapshot();
    // The last of them is no cell: Excel has written the others by then.
    await expect(excelHost.applyFixes([...edits, { sheet, cell: 'A1:B2:C3', value: 1 }])).rejects.toMatchObject({
      code: 'failed',
    });
    expect(host.snapshot()).toBe(before);
  });

  it('fail plainly for a sheet that is gone', async () => {
    await expect(excelHost.applyFixes([{ sheet: 'Không có', cell: 'A1', value: 1 }])).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('refuse two edits for one cell', async () => {
    await expect(
      excelHost.applyFixes([
        { sheet, cell: 'A1', value: 1 },
        { sheet, cell: 'A1', value: 2 },
      ]),
    ).rejects.toThrow(RangeError);
    expect(host.syncs).toBe(0);
  });

  it('are not tried again when Excel is busy: they may have come through', async () => {
    const before = host.snapshot();
    const applied = excelHost.applyFixes(edits.slice(0, 1));
    // The read comes first; the write fails.
    await Promise.resolve();
    host.failAfter(1, failures.busy);
    await expect(applied).rejects.toMatchObject({ code: 'busy' });
    expect(host.snapshot()).toBe(before);
  });
});

describe('selecting', () => {
  it('activates the sheet and selects the cell', async () => {
    await excelHost.select({ sheet: "Nháp 'cũ', tháng 11", cell: 'C3' });
    expect(host.selection).toBe("'Nháp ''cũ'', tháng 11'!C3");
  });

  it.each([
    { sheet: 'Không có', code: 'not-found' },
    { sheet: 'Ẩn', code: 'sheet-hidden' },
  ])('says what is wrong with $sheet', async ({ sheet: name, code }) => {
    await expect(excelHost.select({ sheet: name, cell: 'A1' })).rejects.toMatchObject({ code });
  });

  it('says so when the sheet is deleted in between', async () => {
    host.failAfter(1, failures.itemNotFound);
    await expect(excelHost.select({ sheet, cell: 'A1' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
