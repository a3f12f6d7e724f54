/** After edits the patched workbook is the one a whole reading gives, whatever was done in which order. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import type { OpenWorkbook, WorkbookChange } from '../../../addin/host.ts';
import { answer } from '../../../addin/engine/answer.ts';
import { defaultProfile } from '../../../addin/shipped-profile.ts';
import { a1, type Workbook } from '../../../core/sheet.ts';
import type { ExcelHost } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { comparable } from './comparable.ts';
import { richWorkbook } from './rich-workbook.ts';

const sample = readFileSync(new URL('../../fixtures/samples/tu-phap-bao-cao-2023-11.xlsx', import.meta.url));

type Act = (host: ExcelHost, sheet: string) => WorkbookChange | null;

const cell = fc.record({ row: fc.integer({ min: 1, max: 30 }), column: fc.integer({ min: 1, max: 8 }) });
const value = fc.oneof(
  fc.constantFrom(null, '', '  ', 'Nguyễn Văn An', 'số 0912345678', 'MẬT', '31/5/2021', 'tiÕng ViÖt'),
  fc.integer({ min: -5, max: 50_000 }),
);
const rowOf = fc.integer({ min: 1, max: 30 });

/** What a user does, and the change Excel tells of it; null where it tells none. */
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(cell, value).map(([at, one]): Act => (host, sheet) => {
      host.edit(sheet, a1(at), one);
      return { sheet, address: a1(at) };
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(cell, fc.array(fc.array(value, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }))
      .map(([at, values]): Act => (host, sheet) => {
        host.paste(sheet, a1(at), values);
        const end = { row: at.row + values.length - 1, column: at.column + 1 };
        return { sheet, address: `${a1(at)}:${a1(end)}` };
      }),
  },
  cell.map((at): Act => (host, sheet) => {
    host.setFont(sheet, a1(at), '.VnTime');
    return { sheet, address: a1(at) };
  }),
  rowOf.map((row): Act => (host, sheet) => {
    host.insertRows(sheet, row);
    return { sheet, address: null };
  }),
  rowOf.map((row): Act => (host, sheet) => {
    host.deleteRow(sheet, row);
    return { sheet, address: null };
  }),
  rowOf.map((row): Act => (host, sheet) => {
    host.sortRows(sheet, row, row + 1);
    return { sheet, address: null };
  }),
  rowOf.map((row): Act => (host, sheet) => {
    host.hideRow(sheet, row);
    return { sheet, address: null };
  }),
  fc.constant<Act>((host) => {
    const name = `Thêm ${host.model.sheets.length}`;
    host.addSheet(name);
    return { sheet: name, address: null };
  }),
);

async function follow(bytes: Uint8Array, batches: readonly (readonly Act[])[], rename: boolean): Promise<void> {
  const host = await openExcel(bytes);
  let open = await excelHost.readOpenWorkbook();
  for (const [index, acts] of batches.entries()) {
    const sheet = host.model.sheets[0];
    if (!sheet) throw new Error('there is a sheet');
    // No event tells of a new name: the next edit has to bring it to light.
    if (rename && index === 1) host.renameSheet(sheet.name, 'Tên mới');
    const changes = acts.flatMap((one) => one(host, sheet.name) ?? []);
    const byId = changes.map((change) => (change.sheet === sheet.name ? { ...change, sheet: sheet.id } : change));
    open = await excelHost.rereadWorkbook(open, byId);
  }
  const whole = await excelHost.readOpenWorkbook();
  expect(comparable(open.workbook)).toEqual(comparable(whole.workbook));
  expect(await findings(open)).toEqual(await findings(whole));
  expect(host.unserved).toEqual([]);
}

async function findings({ workbook }: { readonly workbook: Workbook }): Promise<unknown> {
  const asOf = '2023-12-01T00:00:00.000Z';
  return (await answer('check', { source: { workbook }, profile: defaultProfile, asOf })).findings;
}

describe('reading again after edits', () => {
  it.each([
    { name: 'a report', bytes: () => Promise.resolve(new Uint8Array(sample)), runs: 10 },
    { name: 'a workbook with one of everything', bytes: richWorkbook, runs: 16 },
  ])('gives what a whole reading gives: $name', { timeout: 60_000 }, async ({ bytes, runs }) => {
    const file = await bytes();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (batches, rename) => follow(file, batches, rename),
      ),
      { numRuns: runs, seed: 20_231_125 },
    );
  });

  const opened = async (): Promise<{ host: ExcelHost; open: OpenWorkbook }> => {
    const host = await openExcel(await richWorkbook());
    const open = await excelHost.completeWorkbook(await excelHost.readOpenWorkbook());
    host.requests.length = 0;
    return { host, open };
  };

  it('asks once for an edit, and knows fonts within texts and notes as before', async () => {
    const { host, open } = await opened();
    host.edit('Báo cáo', 'B9', 'Mới');
    const after = await excelHost.rereadWorkbook(open, [{ sheet: 'Báo cáo', address: 'A9:B9' }]);
    expect(host.requests.map(({ kind }) => kind)).toEqual(['batch']);
    expect(after.complete).toBe(true);
    expect(after.workbook.sheets[0]?.rows.find(({ row }) => row === 9)?.cells).toMatchObject([
      { column: 1, runs: [{ text: 'Một phần ' }, { font: '.VnTime', text: 'ch÷ cò' }] },
      { column: 2, value: 'Mới' },
    ]);
    expect(after.workbook.sheets[0]?.comments).toEqual(open.workbook.sheets[0]?.comments);
  });

  it('asks for the file again when a text has fonts that were not read yet', async () => {
    const { open } = await opened();
    const forgotten = {
      ...open,
      workbook: { ...open.workbook, sheets: open.workbook.sheets.map((sheet) => ({ ...sheet, rows: [] })) },
    };
    const after = await excelHost.rereadWorkbook(forgotten, [{ sheet: 'Báo cáo', address: 'A9' }]);
    expect(after.complete).toBe(false);
  });

  it.each<[string, (host: ExcelHost) => unknown, string, string]>([
    ['a sheet renamed before it', (host) => host.renameSheet('Báo cáo', 'Tên khác'), 'Tên khác', 'A5'],
    [
      'a sheet shown before it',
      (host) => Object.assign(host.model.sheets[3] ?? {}, { visibility: 'Visible' }),
      'Báo cáo',
      'A5',
    ],
    ['a row hidden before anything stood in it', (host) => host.hideRow('Báo cáo', 15), 'Báo cáo', 'B15'],
    ['a column that is hidden', () => undefined, 'Báo cáo', 'D6'],
  ])('reads everything for an edit in or after %s', async (_, change, name, at) => {
    const { host, open } = await opened();
    change(host);
    host.edit(name, at, 7);
    const { id } = host.model.sheets[0] ?? { id: '' };
    const after = await excelHost.rereadWorkbook(open, [{ sheet: id, address: at }]);
    expect(host.syncs).toBe(4);
    const whole = await excelHost.readOpenWorkbook();
    expect(comparable(after.workbook)).toEqual(comparable(whole.workbook));
  });
});
