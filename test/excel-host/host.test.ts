import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inflate } from '../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { failures, type ExcelHost } from './host.ts';
import { openExcel } from './node.ts';

const sample = readFileSync(new URL('../fixtures/samples/ttxvn-bao-cao-2023-11.xlsx', import.meta.url));
const sheet = 'Báo cáo';

let host: ExcelHost;
beforeEach(async () => {
  host = await openExcel(sample);
});

/** The code of the error a batch ends with. */
function codeOf(batch: (context: Excel.RequestContext) => Promise<unknown>): Promise<string> {
  return Excel.run(batch).then(
    () => 'no error',
    (error: unknown) => (error as { code: string }).code,
  );
}

const cell = (context: Excel.RequestContext, address = 'A1'): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRange(address);

describe('the Excel test host', () => {
  it('runs the unmodified office.js as Excel on Windows', () => {
    expect(Office.context.host).toBe('Excel');
    expect(Office.context.platform).toBe('PC');
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.16')).toBe(false);
    expect(Office.context.displayLanguage).toBe('vi-VN');
  });

  it.each<[string, (context: Excel.RequestContext) => Promise<unknown>]>([
    [
      'ItemNotFound',
      async (context) => {
        context.workbook.worksheets.getItem('Không có').load('name');
        await context.sync();
      },
    ],
    [
      'InvalidArgument',
      async (context) => {
        cell(context).values = [[1, 2]];
        await context.sync();
      },
    ],
    ['PropertyNotLoaded', (context) => Promise.resolve(cell(context).values)],
    [
      'InvalidArgument',
      async (context) => {
        cell(context, 'Z9999999').load('values');
        await context.sync();
      },
    ],
    [
      'ItemAlreadyExists',
      async (context) => {
        context.workbook.worksheets.add('báo cáo');
        await context.sync();
      },
    ],
  ])('gives %s as Excel does', async (code, batch) => {
    expect(await codeOf(batch)).toBe(code);
    expect(host.unserved).toEqual([]);
  });

  it('keeps what was done before the failing action', async () => {
    const code = await codeOf(async (context) => {
      cell(context, 'A40').values = [['trước']];
      context.workbook.worksheets.getItem('Không có').activate();
      cell(context, 'A41').values = [['sau']];
      await context.sync();
    });
    expect(code).toBe('ItemNotFound');
    expect([host.valueOf(sheet, 'A40'), host.valueOf(sheet, 'A41')]).toEqual(['trước', '']);
  });

  it('knows null objects', async () => {
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject('Không có');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
  });

  it('answers null for the values of whole columns', async () => {
    await Excel.run(async (context) => {
      const column = cell(context, 'A:A').load('values,rowCount');
      await context.sync();
      expect([column.values, column.rowCount]).toEqual([null, 1_048_576]);
    });
  });

  it('says loudly what it does not serve', async () => {
    const code = await codeOf(async (context) => {
      cell(context).getSurroundingRegion().load('address');
      await context.sync();
    });
    expect(code).toBe('HostNotImplemented');
    expect(host.unserved).toEqual(['Range.GetSurroundingRegion()']);
    host.unserved.length = 0;
    expect(
      await codeOf(async (context) => {
        cell(context).values = [['=1+1']];
        await context.sync();
      }),
    ).toBe('HostNotImplemented');
    expect(host.unserved).toEqual(['calculating =1+1']);
  });

  it.each([
    [failures.itemNotFound, 'ItemNotFound'],
    [failures.accessDenied, 'AccessDenied'],
    [failures.busy, 'GeneralException'],
    [failures.editing, 'InvalidOperationInCellEditMode'],
    [failures.tooManyRequests, 'ActivityLimitReached'],
    [failures.requestTooLarge, 'RequestPayloadSizeLimitExceeded'],
    [failures.responseTooLarge, 'ResponsePayloadSizeLimitExceeded'],
  ])('fails the next call with %j', async (failure, code) => {
    host.failNext(failure);
    const batch = async (context: Excel.RequestContext): Promise<void> => {
      cell(context).load('values');
      await context.sync();
    };
    expect(await codeOf(batch)).toBe(code);
    expect(await codeOf(batch)).toBe('no error');
  });

  it('takes no request or answer above the limit', async () => {
    host = await openExcel(sample, { payloadLimit: 20_000 });
    expect(
      await codeOf(async (context) => {
        cell(context).values = [['x'.repeat(30_000)]];
        await context.sync();
      }),
    ).toBe('RequestPayloadSizeLimitExceeded');
    expect(
      await codeOf(async (context) => {
        cell(context, 'A1:Z500').load('values');
        await context.sync();
      }),
    ).toBe('ResponsePayloadSizeLimitExceeded');
  });

  it('refuses to write on protected sheets and in read-only workbooks', async () => {
    const write = async (context: Excel.RequestContext): Promise<void> => {
      cell(context).values = [['x']];
      await context.sync();
    };
    host.protect(sheet);
    expect(await codeOf(write)).toBe('AccessDenied');
    host.protect(sheet, false);
    expect(await codeOf(write)).toBe('no error');
    host.setReadOnly(true);
    expect(await codeOf(write)).toBe('AccessDenied');
  });

  it('has no members above its level', async () => {
    host = await openExcel(sample, { level: 8 });
    expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
    expect(
      await codeOf(async (context) => {
        cell(context).getCellProperties({ format: { font: { name: true } } });
        await context.sync();
      }),
    ).toBe('ApiNotFound');
  });

  it('tells activation and selection', async () => {
    host.addSheet('Hai');
    const seen: string[] = [];
    const handlers = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = [
        worksheets.onActivated.add(({ worksheetId }) => Promise.resolve(void seen.push(`activated ${worksheetId}`))),
        worksheets.onSelectionChanged.add(({ address }) => Promise.resolve(void seen.push(`selected ${address}`))),
      ];
      await context.sync();
      return added;
    });
    const id = host.model.sheets[1]?.id ?? '';
    host.activate('Hai');
    host.selectCell('Hai', 'C7');
    await vi.waitFor(() => {
      expect(seen).toEqual([`activated ${id}`, 'selected C7']);
    });
    for (const handler of handlers) handler.remove();
    await handlers[0]?.context.sync();
    host.selectCell('Hai', 'C8');
    expect(seen).toHaveLength(2);
  });

  it('takes its time', async () => {
    host = await openExcel(sample, { latency: 60 });
    const start = performance.now();
    await Excel.run(async (context) => {
      cell(context).load('values');
      await context.sync();
    });
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  it('gives the very bytes it was opened with, and readable ones after an edit', async () => {
    expect(await host.bytes()).toEqual(sample);
    host.edit(sheet, 'A1', 'Sửa');
    const saved = readWorkbook(await host.bytes(), { inflate });
    const before = readWorkbook(sample, { inflate });
    expect(saved.sheets[0]?.rows[0]?.cells[0]?.value).toBe('Sửa');
    expect(saved.sheets[0]?.rows.slice(1).map(({ cells }) => cells.map(({ value }) => value))).toEqual(
      before.sheets[0]?.rows.slice(1).map(({ cells }) => cells.map(({ value }) => value)),
    );
    expect(saved.sheets[0]?.merges).toHaveLength(before.sheets[0]?.merges.length ?? -1);
  });

  it('takes text, numbers and dates as Excel takes what is typed', () => {
    const typed: [string, unknown][] = [
      ['12', 12],
      ["'12", '12'],
      ['1,234.5', 1234.5],
      ['50%', 0.5],
      ['TRUE', true],
      ['11/25/2023', 45_255],
      ['25/11/2023', '25/11/2023'],
      ['#N/A', { error: '#N/A' }],
      ['Hà Nội', 'Hà Nội'],
    ];
    for (const [text, value] of typed) {
      host.edit(sheet, 'H50', text);
      expect(host.valueOf(sheet, 'H50')).toEqual(value);
    }
  });
});
