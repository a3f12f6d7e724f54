import { beforeEach, describe, expect, it, vi } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import type { WorkbookChange } from '../../../addin/host.ts';
import type { ExcelHost } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { richWorkbook } from './rich-workbook.ts';

const sheet = 'Báo cáo';
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

const watched = (is: boolean): Promise<void> =>
  vi.waitFor(() => {
    expect(host.isWatched).toBe(is);
  });

let host: ExcelHost;
let told: (readonly WorkbookChange[])[];
beforeEach(async () => {
  host = await openExcel(await richWorkbook());
  told = [];
});

describe('changes', () => {
  const idOf = (name: string): string => host.model.sheets.find((one) => one.name === name)?.id ?? '';

  it('are told together after a pause', async () => {
    const stop = excelHost.onChange((changes) => told.push(changes));
    await watched(true);
    host.edit(sheet, 'A5', 1);
    host.edit(sheet, 'A6', 2);
    await pause(50);
    host.edit("Nháp 'cũ', tháng 11", 'C3', 'x');
    expect(told).toEqual([]);
    await pause(700);
    expect(told).toEqual([
      [
        { sheet: idOf(sheet), address: 'A5' },
        { sheet: idOf(sheet), address: 'A6' },
        { sheet: idOf("Nháp 'cũ', tháng 11"), address: 'C3' },
      ],
    ]);
    stop();
    await watched(false);
    host.edit(sheet, 'A5', 3);
    await pause(600);
    expect(told).toHaveLength(1);
    expect(host.unserved).toEqual([]);
  });

  it('of rows and sheets concern the whole sheet', async () => {
    const stop = excelHost.onChange((changes) => told.push(changes));
    await watched(true);
    host.insertRows(sheet, 3);
    host.sortRows(sheet, 5, 6);
    host.hideRow(sheet, 7);
    host.addSheet('Mới');
    await pause(700);
    expect(told).toEqual([
      [
        { sheet: idOf(sheet), address: null },
        { sheet: idOf(sheet), address: null },
        { sheet: idOf(sheet), address: null },
        { sheet: idOf('Mới'), address: null },
      ],
    ]);
    stop();
    await watched(false);
  });

  it('of formats are told like contents', async () => {
    const stop = excelHost.onChange((changes) => told.push(changes));
    await watched(true);
    host.setFont(sheet, 'A5', '.VnTime');
    await pause(600);
    expect(told).toEqual([[{ sheet: idOf(sheet), address: 'A5' }]]);
    stop();
    await watched(false);
  });

  it('made by the pane itself are not told', async () => {
    const stop = excelHost.onChange((changes) => told.push(changes));
    await watched(true);
    await excelHost.applyFixes([{ sheet, cell: 'A5', value: 5 }]);
    await pause(600);
    expect(told).toEqual([]);
    stop();
    await watched(false);
  });

  it('are not told by an Excel without events', async () => {
    host = await openExcel(await richWorkbook(), { level: 8 });
    const stop = excelHost.onChange((changes) => told.push(changes));
    host.edit(sheet, 'A5', 5);
    await pause(600);
    expect(told).toEqual([]);
    stop();
  });
});
