import { beforeEach, describe, expect, it } from 'vitest';
import { excelHost } from '../../../addin/excel.ts';
import type { Finding, Severity } from '../../../core/finding.ts';
import { failures, type ExcelHost } from '../../excel-host/host.ts';
import { openExcel } from '../../excel-host/node.ts';
import { richWorkbook } from './rich-workbook.ts';

const sheet = 'Báo cáo';

function finding(cell: string | null, severity: Severity, vi: string, on = sheet): Finding {
  return {
    id: `${on}${String(cell)}${vi}`,
    rule: 'required-cell',
    severity,
    group: 'one',
    sheet: on,
    cell,
    related: [],
    message: { vi, en: `${vi} (en)` },
    remedy: { vi: 'Sửa lại.', en: 'Mend it.' },
    cites: [],
    fix: null,
  };
}

const findings = [
  finding('A5', 'warning', 'Số chưa rõ.'),
  finding('A5', 'error', 'Thiếu số.'),
  // The user has a note here.
  finding('C8', 'error', 'Sai chữ.'),
  finding('C3', 'info', 'Xem lại.', "Nháp 'cũ', tháng 11"),
  finding(null, 'error', 'Cả tệp.'),
];

let host: ExcelHost;
beforeEach(async () => {
  host = await openExcel(await richWorkbook());
  host.addComment(sheet, 'B3', 'Ý kiến của người dùng');
  host.addReply(sheet, 'B3', 'Đã xem');
});

describe('marks', () => {
  it('colour each cell once, worst first, and say in words what is wrong', async () => {
    await excelHost.annotate(findings, 'vi');
    const [first, second] = host.model.sheets;
    expect(first?.conditionalFormats.filter(({ source }) => source === null)).toMatchObject([
      { address: 'A5', fill: '#FBD9D3', formula: '=LEN("bloc-rollup")>0' },
      { address: 'C8', fill: '#FBD9D3' },
    ]);
    expect(second?.conditionalFormats).toMatchObject([{ address: 'C3', fill: '#D9E8FB' }]);
    expect(first?.comments.map(({ row, content }) => [row, content])).toEqual([
      [3, 'Ý kiến của người dùng'],
      [5, 'Tổng hợp Khối · Bloc Rollup\nCảnh báo: Số chưa rõ. Sửa lại.\nLỗi: Thiếu số. Sửa lại.'],
    ]);
    expect(second?.comments[0]?.content).toBe('Tổng hợp Khối · Bloc Rollup\nThông tin: Xem lại. Sửa lại.');
    expect(host.unserved).toEqual([]);
  });

  it('speak English when asked to', async () => {
    await excelHost.annotate(findings.slice(0, 1), 'en');
    expect(host.model.sheets[0]?.comments[1]?.content).toBe(
      'Tổng hợp Khối · Bloc Rollup\nWarning: Số chưa rõ. (en) Mend it.',
    );
  });

  it('go away without a trace, and the file is the same bytes again', async () => {
    const before = host.snapshot();
    const bytes = await host.bytes();
    await excelHost.annotate(findings, 'vi');
    expect(host.snapshot()).not.toBe(before);
    await excelHost.clear();
    expect(host.snapshot()).toBe(before);
    expect(await host.bytes()).toEqual(bytes);
  });

  it('leave an untouched workbook untouched', async () => {
    const plain = await richWorkbook();
    host = await openExcel(plain);
    await excelHost.annotate(findings, 'vi');
    await excelHost.clear();
    expect(await excelHost.fileBytes()).toEqual(plain);
  });

  it('are replaced, not doubled', async () => {
    await excelHost.annotate(findings, 'vi');
    const once = host.snapshot();
    await excelHost.annotate(findings, 'vi');
    expect(host.snapshot()).toBe(once);
  });

  it('keep a comment somebody has answered', async () => {
    await excelHost.annotate(findings, 'vi');
    host.addReply(sheet, 'A5', 'Tôi sẽ sửa');
    await excelHost.clear();
    expect(host.model.sheets[0]?.comments.map(({ row }) => row)).toEqual([3, 5]);
    expect(host.model.sheets[0]?.conditionalFormats.every(({ source }) => source !== null)).toBe(true);
  });

  it('colour only, where Excel cannot hand over the file to look for notes', async () => {
    // Clearing needs two requests, then the file is asked for three times.
    host.failAfter(3, failures.busy);
    host.failNext(failures.busy, 2);
    await excelHost.annotate(findings, 'vi');
    expect(host.model.sheets[0]?.comments).toHaveLength(1);
    expect(host.model.sheets[0]?.conditionalFormats).toHaveLength(3);
  });

  it('are refused on a protected sheet', async () => {
    host.protect(sheet);
    const before = host.snapshot();
    await expect(excelHost.annotate(findings, 'vi')).rejects.toMatchObject({ code: 'sheet-protected' });
    expect(host.snapshot()).toBe(before);
  });

  it('need ExcelApi 1.6', async () => {
    await openExcel(await richWorkbook(), { level: 5 });
    await expect(excelHost.annotate(findings, 'vi')).rejects.toMatchObject({
      code: 'not-supported',
      reason: {
        vi: 'Phiên bản Excel này chưa có chức năng cần dùng. Hãy cập nhật Excel hoặc dùng Excel trên web.',
      },
    });
  });

  it('colour without comments between ExcelApi 1.6 and 1.9', async () => {
    host = await openExcel(await richWorkbook(), { level: 9 });
    await excelHost.annotate(findings, 'vi');
    expect(host.model.sheets[0]?.comments).toEqual([]);
    expect(host.model.sheets[0]?.conditionalFormats).toHaveLength(3);
    expect(host.unserved).toEqual([]);
  });
});
