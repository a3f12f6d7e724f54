/** The peers' jobs: rows to arrays of values, and one merged, styled workbook. */
import { readFileSync, writeFileSync } from 'node:fs';
import { runJob, sum, type Job } from './run-job.ts';

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
  'exceljs-job': async (paths, out) => {
    const exceljsRows = await exceljsReader();
    const all: Values[] = [];
    for (const path of paths) all.push(...(await exceljsRows(readFileSync(path))));
    await writeStyled(all, out);
    return all.length;
  },
  /** SheetJS CE writes no styles: its time is for a plainer workbook. */
  'sheetjs-job': async (paths, out) => {
    const sheetjs = await import('xlsx');
    const sheetjsRows = await sheetjsReader();
    const all = paths.flatMap((path) => sheetjsRows(readFileSync(path)));
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(all), 'All');
    writeFileSync(out, sheetjs.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
    return all.length;
  },
};

async function exceljsReader(): Promise<(bytes: Uint8Array) => Promise<Values[]>> {
  const { default: ExcelJS } = await import('exceljs');
  return async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows: Values[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => void rows.push(row.values as Values)));
    return rows;
  };
}

async function sheetjsReader(): Promise<(bytes: Uint8Array) => Values[]> {
  const sheetjs = await import('xlsx');
  return (bytes) => {
    const book = sheetjs.read(bytes, { type: 'array' });
    return book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet ? sheetjs.utils.sheet_to_json<Values>(sheet, { header: 1 }) : [];
    });
  };
}

async function writeStyled(rows: readonly Values[], out: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('All');
  for (const values of rows) {
    const row = sheet.addRow(values);
    row.font = { name: 'Times New Roman', size: 12 };
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  writeFileSync(out, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

await runJob(jobs);
