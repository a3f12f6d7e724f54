/** The sheet of drop-down values: one column a list, so that what is offered can be read and printed. */
import type ExcelJS from 'exceljs';
import { templateSheets } from '../../parse/wording/common.ts';
import { columnName } from '../../sheet.ts';
import { a4, border, fills, fonts } from './style.ts';

/** Collects lists while the document sheet is built; columns are in order of first use. */
export class Lists {
  private readonly sheet: ExcelJS.Worksheet;
  private readonly sources = new Map<string, string>();

  constructor(workbook: ExcelJS.Workbook) {
    this.sheet = workbook.addWorksheet(templateSheets.lists, { views: [{ state: 'frozen', ySplit: 1 }] });
    this.sheet.pageSetup = { paperSize: a4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  }

  /** The formula a list validation takes: exactly the cells that hold the values. */
  source(title: string, values: readonly string[]): string {
    const known = this.sources.get(title);
    if (known !== undefined) return known;
    const column = this.sources.size + 1;
    this.sheet.getColumn(column).width = Math.min(
      60,
      Math.max(title.length, ...values.map((value) => value.length)) + 4,
    );
    const header = this.sheet.getCell(1, column);
    header.value = title;
    header.style = {
      font: fonts.bold,
      fill: fills.header,
      border,
      alignment: { horizontal: 'center', wrapText: true },
    };
    values.forEach((value, index) => {
      const cell = this.sheet.getCell(index + 2, column);
      cell.value = value;
      cell.style = { font: fonts.plain, border, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } };
    });
    const letter = columnName(column);
    const source = `'${templateSheets.lists}'!$${letter}$2:$${letter}$${String(values.length + 1)}`;
    this.sources.set(title, source);
    return source;
  }
}
