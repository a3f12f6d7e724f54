import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import { inflate } from '../../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { openExcel } from '../../excel-host/node.ts';
import { comparable } from './comparable.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

describe('reading the open workbook', () => {
  it.each(samples)('%s: gives what the file reader gives', async (name) => {
    const bytes = readFileSync(new URL(name, folder));
    const host = await openExcel(bytes, { name });
    const { name: shown, workbook } = await excelHost.readOpenWorkbook();
    expect(shown).toBe(name);
    expect(comparable(workbook)).toEqual(comparable(readWorkbook(bytes, { inflate })));
    expect(host.syncs).toBeLessThanOrEqual(3);
    expect(host.unserved).toEqual([]);
  });
});
