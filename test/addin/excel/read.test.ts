import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import type { HostProblem } from '../../../addin/host.ts';
import { inflate } from '../../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import type { Workbook } from '../../../core/sheet.ts';
import { validateWorkbook } from '../../../core/validate.ts';
import { failures } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { comparable } from './comparable.ts';
import { longWorkbook, richWorkbook } from './rich-workbook.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
const fromFile = (bytes: Uint8Array): Workbook => readWorkbook(bytes, { inflate });

function findingIds(workbook: Workbook): string[] {
  const profile = profiles.get(defaultProfileId);
  if (!profile) throw new Error('the default profile is missing');
  return validateWorkbook(workbook, { profile, asOf: '2023-12-01T00:00:00Z' }).findings.map(({ id }) => id);
}

describe('reading the open workbook', () => {
  it.each(samples)('%s: gives what the file reader gives, in three requests', async (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const host = await openExcel(bytes, { name });
    const { name: shown, workbook } = await excelHost.readOpenWorkbook();
    expect(shown).toBe(name);
    expect(comparable(workbook)).toEqual(comparable(fromFile(bytes)));
    expect(findingIds(workbook)).toEqual(findingIds(fromFile(bytes)));
    expect(host.syncs).toBe(3);
    expect(host.unserved).toEqual([]);
  });

  it('gives one of everything, and the rest from the file', async () => {
    const bytes = await richWorkbook();
    const host = await openExcel(bytes);
    const read = await excelHost.readOpenWorkbook();
    const file = fromFile(bytes);
    const complete = await excelHost.completeWorkbook(read);
    expect(comparable(complete.workbook)).toEqual(comparable(file));
    expect(findingIds(complete.workbook)).toEqual(findingIds(file));
    // The ranges alone lack the note and the fonts within a text.
    expect(read.workbook.sheets[0]?.comments).toEqual([]);
    expect(file.sheets[0]?.comments).toHaveLength(1);
    expect(host.openFiles).toBe(0);
    expect(host.unserved).toEqual([]);
  });

  it('tells text that starts with an equals sign from a formula, and errors from text', async () => {
    await openExcel(await richWorkbook());
    const { workbook } = await excelHost.readOpenWorkbook();
    const cells = new Map(
      workbook.sheets[0]?.rows.flatMap(({ row, cells: list }) => list.map((cell) => [`${cell.column},${row}`, cell])),
    );
    expect(cells.get('3,6')).toMatchObject({ value: '=SUM(1,2) là chữ' });
    expect(cells.get('3,6')).not.toHaveProperty('formula');
    expect(cells.get('3,5')).toMatchObject({ value: 24, formula: 'A5*2' });
    expect(cells.get('4,5')).toMatchObject({ value: 0, formula: 'IF(A5>1,0,1)' });
    expect(cells.get('2,6')).toMatchObject({ value: { error: '#N/A' } });
    expect(cells.has('1,7')).toBe(false);
  });

  it('reads threaded comments with their replies', async () => {
    const host = await openExcel(await richWorkbook());
    host.addComment('Báo cáo', 'A5', 'Số này đúng chưa?');
    host.addReply('Báo cáo', 'A5', 'Đúng rồi');
    const { workbook } = await excelHost.readOpenWorkbook();
    expect(workbook.sheets[0]?.comments).toEqual([
      { row: 5, column: 1, text: 'Số này đúng chưa?' },
      { row: 5, column: 1, text: 'Đúng rồi' },
    ]);
  });

  it('reads a report of 300 rows in three requests', async () => {
    const bytes = await longWorkbook(300);
    const host = await openExcel(bytes);
    const { workbook } = await excelHost.readOpenWorkbook();
    expect(host.syncs).toBe(3);
    expect(comparable(workbook)).toEqual(comparable(fromFile(bytes)));
  });

  it.each([
    { limit: 300_000, rows: 900, text: 'Nhân dân đồng tình với chủ trương' },
    // One row is more than an answer holds: it is read in parts.
    { limit: 60_000, rows: 8, text: 'Nội dung dài. '.repeat(600) },
  ])('splits what is larger than an answer of $limit bytes', async ({ limit, rows, text }) => {
    const bytes = await longWorkbook(rows, 6, text);
    const host = await openExcel(bytes, { payloadLimit: limit });
    const { workbook } = await excelHost.readOpenWorkbook();
    expect(comparable(workbook)).toEqual(comparable(fromFile(bytes)));
    expect(Math.max(...host.requests.map(({ responseBytes }) => responseBytes))).toBeLessThanOrEqual(limit);
    expect(host.requests.every(({ kind }) => kind === 'batch')).toBe(true);
  });

  it('reads the file where Excel is too old for ranges', async () => {
    const bytes = await richWorkbook();
    const host = await openExcel(bytes, { level: 8, name: 'cu.xlsx' });
    const { name, workbook } = await excelHost.readOpenWorkbook();
    expect(name).toBe('cu.xlsx');
    expect(workbook).toEqual(fromFile(bytes));
    expect(host.syncs).toBe(0);
    expect(host.openFiles).toBe(0);
  });

  it('asks again while Excel is busy, and says so in the end', async () => {
    const bytes = await richWorkbook();
    const host = await openExcel(bytes);
    host.failNext(failures.busy);
    expect((await excelHost.readOpenWorkbook()).workbook.sheets).toHaveLength(5);
    host.failNext(failures.busy, 3);
    await expect(excelHost.readOpenWorkbook()).rejects.toMatchObject({ code: 'busy' } satisfies Partial<HostProblem>);
    host.failNext(failures.editing);
    await expect(excelHost.readOpenWorkbook()).rejects.toMatchObject({
      code: 'editing',
      reason: {
        vi: 'Excel đang chờ nhập xong một ô. Bấm Enter hoặc Esc trong trang tính rồi thử lại.',
        en: 'Excel is waiting for a cell to be finished. Press Enter or Esc in the sheet, then try again.',
      },
    });
  });

  it('stops when told to', async () => {
    const host = await openExcel(await richWorkbook());
    const stop = new AbortController();
    stop.abort();
    await expect(excelHost.readOpenWorkbook(stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(host.syncs).toBeLessThanOrEqual(1);
  });
});

describe('reading again after an edit', () => {
  it('reads the edited cells and the formulas only', async () => {
    const bytes = await richWorkbook();
    const host = await openExcel(bytes);
    const before = await excelHost.readOpenWorkbook();
    host.edit('Báo cáo', 'A5', 30);
    host.edit('Báo cáo', 'A20', 'Mới');
    host.edit('Báo cáo', 'C8', null);
    const cells = host.model.sheets[0]?.cells;
    // What Excel would calculate.
    for (const cell of cells?.values() ?? []) if (cell.formula === 'A5*2') cell.value = 60;
    host.requests.length = 0;
    const after = await excelHost.rereadWorkbook(before, [
      { sheet: 'Báo cáo', address: 'A5' },
      { sheet: 'Báo cáo', address: 'A20' },
      { sheet: 'Báo cáo', address: 'C8' },
    ]);
    expect(host.syncs).toBe(1);
    expect(host.requests[0]?.responseBytes).toBeLessThan(4000);
    expect(comparable(after.workbook)).toEqual(comparable((await excelHost.readOpenWorkbook()).workbook));
    expect(after.workbook.sheets[1]).toBe(before.workbook.sheets[1]);
  });

  it('reads everything when rows moved', async () => {
    const host = await openExcel(await richWorkbook());
    const before = await excelHost.readOpenWorkbook();
    host.insertRows('Báo cáo', 5);
    const after = await excelHost.rereadWorkbook(before, [{ sheet: 'Báo cáo', address: null }]);
    expect(after.workbook.sheets[0]?.rows.map(({ row }) => row)).toContain(11);
    expect(comparable(after.workbook)).toEqual(comparable((await excelHost.readOpenWorkbook()).workbook));
  });
});
