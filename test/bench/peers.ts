/**
 * The peers' jobs: rows to arrays of values; these on one styled sheet («rows»); and a workbook of as many merged and
 * provenance rows, columns, styles and links as our summary («summary»).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runJob, sum, type Job } from './run-job.ts';
import { SummaryRows, type PeerCell, type ReadRow } from './summary-rows.ts';

// Every job imports just what it uses, so that no peer pays for another's start.

type Values = unknown[];

const jobs: Readonly<Record<string, Job>> = {
  'exceljs-read': async (paths) => {
    const exceljsRows = await exceljsReader();
    let rows = 0;
    for (const path of paths) rows += (await exceljsRows(readFileSync(path))).length;
    return rows;
  },
  'sheetjs-read': async (paths) => {
    const sheetjsRows = await sheetjsReader();
    return sum(paths, (bytes) => sheetjsRows(bytes).length);
  },
  'exceljs-rows': async (paths, out) => {
    const exceljsRows = await exceljsReader();
    const all: Values[] = [];
    for (const path of paths) all.push(...(await exceljsRows(readFileSync(path))).map(({ values }) => values));
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('All');
    for (const values of all) {
      const row = sheet.addRow(values);
      row.font = font;
      row.alignment = alignment;
    }
    writeFileSync(out, new Uint8Array(await workbook.xlsx.writeBuffer()));
    return all.length;
  },
  'exceljs-summary': async (paths, out) => {
    const exceljsRows = await exceljsReader();
    const summary = new SummaryRows();
    for (const path of paths) {
      const bytes = readFileSync(path);
      summary.add(basename(path), bytes, await exceljsRows(bytes));
    }
    const { default: ExcelJS } = await import('exceljs');
    const workbook = new ExcelJS.Workbook();
    for (const { name, widths, rows } of summary.sheets()) {
      const sheet = workbook.addWorksheet(name);
      sheet.columns = widths.map((width) => ({ width, style: { font, alignment, border } }));
      sheet.addRow(widths.map((_width, column) => `Cột ${column + 1}`));
      for (const cells of rows) sheet.addRow([...cells]);
    }
    writeFileSync(out, new Uint8Array(await workbook.xlsx.writeBuffer()));
    return summary.count;
  },
  /** SheetJS CE writes no styles: its time is for a plainer workbook. */
  'sheetjs-rows': async (paths, out) => {
    const sheetjs = await import('xlsx');
    const sheetjsRows = await sheetjsReader();
    const all = paths.flatMap((path) => sheetjsRows(readFileSync(path)).map(({ values }) => values));
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(all), 'All');
    writeFileSync(out, sheetjs.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
    return all.length;
  },
  'sheetjs-summary': async (paths, out) => {
    const sheetjs = await import('xlsx');
    const sheetjsRows = await sheetjsReader();
    const summary = new SummaryRows();
    for (const path of paths) {
      const bytes = readFileSync(path);
      summary.add(basename(path), bytes, sheetjsRows(bytes));
    }
    const cellOf = (cell: PeerCell): unknown =>
      cell !== null && typeof cell === 'object' ? { t: 's', f: cell.formula, v: cell.result } : cell;
    const book = sheetjs.utils.book_new();
    for (const { name, widths, rows } of summary.sheets()) {
      const head = widths.map((_width, column) => `Cột ${column + 1}`);
      const sheet = sheetjs.utils.aoa_to_sheet([head, ...rows.map((cells) => cells.map(cellOf))]);
      sheet['!cols'] = widths.map((wch) => ({ wch }));
      sheetjs.utils.book_append_sheet(book, sheet, name);
    }
    writeFileSync(out, sheetjs.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
    return summary.count;
  },
};

const font = { name: 'Times New Roman', size: 12 };
const alignment = { wrapText: true, vertical: 'top' } as const;
const line = { style: 'hair' } as const;
const border = { top: line, left: line, bottom: line, right: line };

async function exceljsReader(): Promise<(bytes: Uint8Array) => Promise<ReadRow[]>> {
  const { default: ExcelJS } = await import('exceljs');
  return async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows: ReadRow[] = [];
    workbook.eachSheet((sheet) =>
      sheet.eachRow((row, number) => void rows.push({ sheet: sheet.name, row: number, values: row.values as Values })),
    );
    return rows;
  };
}

async function sheetjsReader(): Promise<(bytes: Uint8Array) => ReadRow[]> {
  const sheetjs = await import('xlsx');
  return (bytes) => {
    const book = sheetjs.read(bytes, { type: 'array' });
    return book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      const rows = sheet ? sheetjs.utils.sheet_to_json<Values>(sheet, { header: 1 }) : [];
      return rows.map((values, index) => ({ sheet: name, row: index + 1, values }));
    });
  };
}

await runJob(jobs);
