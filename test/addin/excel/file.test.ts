import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import { inflate } from '../../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../../core/file/read.ts';
import { writeTemplate } from '../../../core/file/template-workbook.ts';
import { defaultProfileId, profiles } from '../../../core/profiles/index.ts';
import { failures } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { richWorkbook } from './rich-workbook.ts';

const sample = readFileSync(new URL('../../fixtures/samples/ttxvn-danh-sach.xlsx', import.meta.url));

async function template(): Promise<Uint8Array> {
  const profile = profiles.get(defaultProfileId);
  const organisation = profile?.organisations.find(({ id }) => id === 'ttxvn');
  if (!profile || !organisation) throw new Error('the profile or organisation is missing');
  return writeTemplate({ kind: 'report', profile, organisation, period: '2023-11' });
}

describe('the bytes of the open workbook', () => {
  it('come in slices, are the file, and the file is let go of', async () => {
    const host = await openExcel(sample);
    const progress: number[] = [];
    expect(await excelHost.fileBytes({ onProgress: (done) => progress.push(done) })).toEqual(new Uint8Array(sample));
    expect(progress.at(-1)).toBe(1);
    expect(host.requests.map(({ kind }) => kind)).toEqual(['file', 'slice', 'close']);
    expect(host.openFiles).toBe(0);
  });

  it('are asked for again while Excel is busy, and let go of when a slice fails', async () => {
    const host = await openExcel(sample);
    host.failNext(failures.busy);
    expect(await excelHost.fileBytes()).toHaveLength(sample.length);
    host.failAfter(1, failures.busy);
    host.failNext(failures.busy, 2);
    await expect(excelHost.fileBytes()).rejects.toMatchObject({ code: 'busy' });
    expect(host.openFiles).toBe(0);
  });

  it('stop when told to, and the file is let go of', async () => {
    const host = await openExcel(sample, { latency: 20 });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 30);
    await expect(excelHost.fileBytes({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
    expect(host.openFiles).toBe(0);
  });
});

describe('a template', () => {
  it('opens as a new workbook', async () => {
    const bytes = await template();
    const host = await openExcel(sample);
    await excelHost.insertTemplate(bytes, 'bao-cao.xlsx');
    expect(host.createdWorkbooks).toEqual([bytes]);
    expect(host.unserved).toEqual([]);
  });

  it('goes behind the sheets of the open workbook, and back out as a file', async () => {
    const bytes = await template();
    const host = await openExcel(await richWorkbook());
    expect(await excelHost.insertSheets(bytes)).toBe(true);
    const names = host.model.sheets.map(({ name }) => name);
    expect(names.slice(5)).toEqual([
      'Báo cáo (2)',
      ...readWorkbook(bytes, { inflate })
        .sheets.slice(1)
        .map(({ name }) => name),
    ]);
    const saved = readWorkbook(await excelHost.fileBytes(), { inflate });
    expect(saved.sheets.map(({ name }) => name)).toEqual(names);
    expect(host.unserved).toEqual([]);
  });

  it('is not inserted by an Excel that cannot', async () => {
    const host = await openExcel(sample, { level: 12 });
    const before = host.snapshot();
    expect(await excelHost.insertSheets(await template())).toBe(false);
    expect(host.snapshot()).toBe(before);
  });
});
