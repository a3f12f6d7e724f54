/** The styled table sheets without their rows: titles, totals, headers, one model row, widths, print set-up. */
import type { ConditionalFormattingRule, FillPattern, Style, Workbook, Worksheet } from 'exceljs';
import { columnName } from '../../sheet.ts';
import { colours, fontName, tones, type Tone } from './look.ts';
import {
  columnCount,
  columnSum,
  firstRow,
  headerRow,
  lastRow,
  totalsRow,
  type ColumnKind,
  type ColumnLook,
  type TableSheet,
} from './table-sheet.ts';

const line = { style: 'hair', color: { argb: colours.line } } as const;
export const border = { top: line, left: line, bottom: line, right: line };

const kindStyles: Readonly<Record<ColumnKind, Partial<Style>>> = {
  text: { numFmt: '@', alignment: { vertical: 'top', horizontal: 'left', wrapText: true } },
  word: { numFmt: '@', alignment: { vertical: 'top', horizontal: 'center', wrapText: true } },
  code: { numFmt: '@', alignment: { vertical: 'top', horizontal: 'left' } },
  integer: { numFmt: '#,##0', alignment: { vertical: 'top', horizontal: 'center' } },
  day: { numFmt: 'dd/mm/yyyy', alignment: { vertical: 'top', horizontal: 'center' } },
  moment: { numFmt: 'dd/mm/yyyy hh:mm', alignment: { vertical: 'top', horizontal: 'center', wrapText: true } },
  link: { numFmt: '@', alignment: { vertical: 'top', horizontal: 'center', wrapText: true } },
  any: { alignment: { vertical: 'top', horizontal: 'center', wrapText: true } },
};

export function addTableSheet(workbook: Workbook, sheet: TableSheet, period: string): void {
  const width = sheet.columns.length;
  const last = columnName(width);
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: headerRow, topLeftCell: `C${firstRow}`, activeCell: `A${firstRow}` }],
  });
  setUpPrint(worksheet, period);
  worksheet.pageSetup.printTitlesRow = `${headerRow}:${headerRow}`;
  worksheet.pageSetup.printArea = `A1:${last}${lastRow(sheet)}`;

  const title = worksheet.getCell('A1');
  title.value = `${sheet.title.toUpperCase()} – ${period.toUpperCase()}`;
  title.font = { name: fontName, size: 15, bold: true, color: { argb: colours.accent } };
  worksheet.getRow(1).height = 24;
  const note = worksheet.getCell('A2');
  note.value = sheet.note;
  note.font = { name: fontName, size: 11, italic: true, color: { argb: colours.note } };
  worksheet.getRow(2).height = 18;

  // The model row's cells stay empty: only their styles are used for the rows written later.
  worksheet.addTable({
    name: sheet.table,
    ref: `A${headerRow}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: sheet.columns.map(({ header }) => ({ name: header, filterButton: true })),
    rows: [sheet.columns.map(() => null)],
  });
  worksheet.getRow(headerRow).height = 33;
  worksheet.getRow(totalsRow).height = 19;
  for (const [index, column] of sheet.columns.entries()) {
    const letter = columnName(index + 1);
    worksheet.getColumn(index + 1).width = column.width;
    worksheet.getCell(`${letter}${headerRow}`).style = {
      font: { name: fontName, size: 11, bold: true, color: { argb: colours.accent } },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: colours.headerFill } },
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      border: { ...border, bottom: { style: 'medium', color: { argb: colours.accent } } },
    };
    worksheet.getCell(`${letter}${firstRow}`).style = {
      font: {
        name: fontName,
        size: 11,
        ...(column.kind === 'link' ? { color: { argb: colours.link }, underline: true } : {}),
      },
      border,
      ...kindStyles[column.kind],
    };
    writeTotal(worksheet, sheet, column, index);
  }
  emphasise(worksheet, sheet);
}

/** A4 landscape, one page wide, page numbers and period at the foot. */
export function setUpPrint(worksheet: Worksheet, period: string): void {
  Object.assign(worksheet.pageSetup, {
    // A4
    paperSize: 9,
    orientation: 'landscape',
    horizontalDpi: 600,
    verticalDpi: 600,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.7, header: 0.3, footer: 0.35 },
  });
  worksheet.headerFooter.oddFooter = `&L&"${fontName},Italic"&10Báo cáo tổng hợp ${period}&C&"${fontName},Italic"&10&A&R&"${fontName},Italic"&10Trang &P/&N`;
}

/** The totals stand above the header, so that they stay in view and follow the filter. */
function writeTotal(worksheet: Worksheet, sheet: TableSheet, column: ColumnLook, index: number): void {
  const cell = worksheet.getCell(totalsRow, index + 1);
  cell.font = { name: fontName, size: 11, bold: true };
  cell.alignment = { horizontal: index === 0 || column.total === 'count' ? 'left' : 'center', vertical: 'middle' };
  if (index === 0 && column.total === undefined) cell.value = 'Tổng';
  if (column.total === undefined) return;
  const [code, result] = column.total === 'sum' ? [109, columnSum(sheet, index)] : [103, columnCount(sheet, index)];
  cell.numFmt = column.total === 'sum' ? '#,##0' : '#,##0" dòng"';
  cell.value = { formula: `SUBTOTAL(${code},${sheet.table}[${column.header}])`, result };
}

/** Colours words where cells hold them: conditional, so that a corrected cell changes colour with its word. */
function emphasise(worksheet: Worksheet, sheet: TableSheet): void {
  const last = lastRow(sheet);
  const wholeRow = `A${firstRow}:${columnName(sheet.columns.length)}${last}`;
  const rowRules: ConditionalFormattingRule[] = [];
  let priority = 0;
  for (const [index, column] of sheet.columns.entries()) {
    const letter = columnName(index + 1);
    const rules = (column.emphasis ?? []).map(({ word, tone, starts }) =>
      toneRule(wordTest(`$${letter}${firstRow}`, word, starts === true), tone, (priority += 1)),
    );
    if (rules.length > 0) worksheet.addConditionalFormatting({ ref: `${letter}${firstRow}:${letter}${last}`, rules });
    for (const { word, tone, starts, row } of column.emphasis ?? [])
      if (row === true)
        rowRules.push({
          type: 'expression',
          priority: 0,
          formulae: [wordTest(`$${letter}${firstRow}`, word, starts === true)],
          style: { fill: toneFill(tone) },
        });
  }
  if (rowRules.length > 0)
    worksheet.addConditionalFormatting({
      ref: wholeRow,
      rules: rowRules.map((rule) => ({ ...rule, priority: (priority += 1) })),
    });
}

function wordTest(cell: string, word: string, starts: boolean): string {
  return starts ? `LEFT(${cell},${word.length})="${word}"` : `${cell}="${word}"`;
}

export function toneRule(formula: string, tone: Tone, priority: number): ConditionalFormattingRule {
  const { text, bold } = tones[tone];
  return {
    type: 'expression',
    priority,
    formulae: [formula],
    style: { font: { color: { argb: text }, bold }, fill: toneFill(tone) },
  };
}

function toneFill(tone: Tone): FillPattern {
  return { type: 'pattern', pattern: 'solid', bgColor: { argb: tones[tone].fill } };
}
