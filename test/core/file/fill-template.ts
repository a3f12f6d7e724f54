/** Fills a template in the way a clerk would: by header and label, through the written bytes. */
import ExcelJS from 'exceljs';
import { documentSheets } from '../../../core/file/template-workbook.ts';
import type { DocumentKind } from '../../../core/document.ts';
import { foldPlain } from '../../../core/text/compare.ts';

export type FillValue = string | number | Date | null;
export type FillRow = Readonly<Record<string, FillValue>>;

/** What to write: values beside labels, rows under headers, text under section headings. */
export interface Filling {
  readonly fields?: Readonly<Record<string, FillValue>>;
  /** Keyed by the heading above the table (`''` for the only one); rows by column header. */
  readonly tables?: Readonly<Record<string, readonly FillRow[]>>;
  /** Keyed by the heading; one entry a row under it. */
  readonly texts?: Readonly<Record<string, readonly string[]>>;
}

/** Throws where the template has no such label, heading or column: a test that fills nothing proves nothing. */
export async function fillTemplate(template: Uint8Array, kind: DocumentKind, filling: Filling): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(template as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet(documentSheets[kind]);
  if (!sheet) throw new Error('no document sheet');
  for (const [label, value] of Object.entries(filling.fields ?? {})) {
    const row = rowOf(sheet, label, 1);
    const cell = firstBeside(sheet, row);
    cell.value = value;
  }
  for (const [heading, rows] of Object.entries(filling.tables ?? {})) {
    const header = rowOf(sheet, 'STT', heading === '' ? 1 : rowOf(sheet, heading, 1));
    const columns = new Map<string, number>();
    sheet.getRow(header).eachCell((cell, column) => {
      if (cell.master === cell) columns.set(foldPlain(cell.text), column);
    });
    rows.forEach((values, index) => {
      for (const [name, value] of Object.entries(values)) {
        const column = columns.get(foldPlain(name));
        if (column === undefined) throw new Error(`no column ${name}`);
        sheet.getCell(header + 1 + index, column).value = value;
      }
    });
  }
  for (const [heading, lines] of Object.entries(filling.texts ?? {})) {
    const row = rowOf(sheet, heading, 1);
    lines.forEach((line, index) => (sheet.getCell(row + 1 + index, 1).value = line));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function rowOf(sheet: ExcelJS.Worksheet, text: string, from: number): number {
  const wanted = foldPlain(text);
  for (let row = from; row <= sheet.rowCount; row += 1) {
    const found = foldPlain(sheet.getCell(row, 1).text);
    if (found === wanted || found.replace(/^[ivx]+ /, '') === wanted) return row;
  }
  throw new Error(`the template has no line ${text}`);
}

/** The first cell after the label's merged range. */
function firstBeside(sheet: ExcelJS.Worksheet, row: number): ExcelJS.Cell {
  const label = sheet.getCell(row, 1);
  for (let column = 2; column <= sheet.columnCount; column += 1) {
    const cell = sheet.getCell(row, column);
    if (cell.master !== label) return cell;
  }
  throw new Error('no cell beside the label');
}
