/** «Tổng quan»: what a leader sees first — figures at a glance, what needs attention, charts, then the figures in full. */
import type { Alignment, Font, Workbook, Worksheet } from 'exceljs';
import type { Summary } from '../../merge/summary.ts';
import { periodLabel } from '../../period.ts';
import { columnName } from '../../sheet.ts';
import { cellText } from '../cell-text.ts';
import type { Anchor, Chart } from '../chart.ts';
import type { Formula, Link } from '../row-writer.ts';
import { attentionLines } from './attention.ts';
import { contentCharts, submissionChart, teamChart } from './charts.ts';
import { attitudeColumn, crossTable, mostFields, type CrossTable } from './cross-table.ts';
import { momentText } from './dates.ts';
import { figureCells, type FigureCells } from './figure-cells.ts';
import type { Figure } from './figures.ts';
import { colours, fontName } from './look.ts';
import { border, setUpPrint, toneRule } from './skeleton.ts';
import { sizeTable, type SizeTable } from './size-table.ts';
import { firstRow } from './table-sheet.ts';
import { tilesOf } from './tiles.ts';
import { sheetNames } from './words.ts';

export interface PlacedChart {
  readonly anchor: Anchor;
  readonly chart: Chart;
}

/** What the sheet needs besides its cells. */
export interface Overview {
  readonly charts: readonly PlacedChart[];
  readonly links: readonly { readonly cell: string; readonly link: Link }[];
}

/** Where things stand. The first printed page ends with row 29, the second before the figures. */
export interface Layout {
  readonly tiles: number;
  readonly attention: number;
  readonly firstCharts: number;
  readonly contentHeading: number;
  readonly secondCharts: number;
  readonly cross: number;
  readonly figures: number;
}

const width = 12;
const chartRows = 12;
/**
 * Points from one section to the next: at least what an A4 landscape page holds at full size (497), and at the slightly
 * smaller size other programs print at, so that each section starts on a page of its own.
 */
const pageHeight = 526;
/** Blank rows that fill a page; several, so that the page may end among them. */
const fillRows = 4;

export function addOverview(
  workbook: Workbook,
  summary: Summary,
  figures: readonly Figure[],
  createdAt: string,
): Overview {
  const worksheet = workbook.addWorksheet(sheetNames.overview, { views: [{ showGridLines: false }] });
  const period = periodLabel(summary.period).vi;
  setUpPrint(worksheet, period);
  for (let column = 1; column <= width; column += 1) worksheet.getColumn(column).width = 10.6;

  const cross = crossTable(summary.streams);
  const sizes = sizeTable(summary.teams);
  const layout = layoutOf(cross);
  const cells = figureCells(figures, layout.figures + 2);
  const links: { cell: string; link: Link }[] = [];

  writeTitle(worksheet, summary, period, createdAt);
  writeTiles(worksheet, layout.tiles, cells);
  links.push(...writeAttention(worksheet, layout.attention, summary, cells));
  setHeights(worksheet, layout.firstCharts, chartRows, 16);
  fillPage(worksheet, 1, layout.contentHeading);
  writeContent(worksheet, layout, cross);
  links.push(...writeFigures(worksheet, layout.figures, figures, cells));
  writeSizes(worksheet, layout.figures, sizes);
  worksheet.pageSetup.printArea = `A1:${columnName(width)}${layout.figures + 1 + figures.length}`;

  const place = (top: number, left: number, chart: Chart): PlacedChart => ({
    anchor: { left, top: top - 1, right: left + width / 2, bottom: top - 1 + chartRows },
    chart,
  });
  return {
    charts: [
      place(layout.firstCharts, 0, submissionChart(cells, layout.figures + 1)),
      place(layout.firstCharts, 6, teamChart(sizes, layout.figures + 1)),
      ...contentCharts(cross, layout.cross + 1).map((chart, index) => place(layout.secondCharts, index * 6, chart)),
    ],
    links,
  };
}

function layoutOf(cross: CrossTable): Layout {
  const tiles = 6;
  const attention = 10;
  const firstCharts = 18;
  const contentHeading = firstCharts + chartRows + fillRows;
  const secondCharts = contentHeading + 1;
  const crossTop = secondCharts + chartRows + 1;
  // Heading, header, the fields (or one line saying there are none), totals, and the row that fills up the page.
  const figures = crossTop + 2 + Math.max(cross.fields.length, 1) + 1 + fillRows;
  return { tiles, attention, firstCharts, contentHeading, secondCharts, cross: crossTop, figures };
}

function writeTitle(worksheet: Worksheet, summary: Summary, period: string, createdAt: string): void {
  const line = (row: number, text: string, height: number, font: Partial<Font>): void => {
    write(worksheet, row, 1, width, cellText(text), { font, alignment: { horizontal: 'center' } });
    worksheet.getRow(row).height = height;
  };
  line(1, summary.blocName.toUpperCase(), 18, { size: 12, bold: true });
  line(2, 'BÁO CÁO TỔNG HỢP', 28, { size: 20, bold: true, color: { argb: colours.accent } });
  line(3, `Tình hình dư luận xã hội ${period}`, 20, { size: 14, bold: true });
  line(
    4,
    `Lập lúc ${momentText(createdAt)} · ${summary.profile.title.vi} · mã nội dung ${summary.contentHash.slice(0, 12)}`,
    15,
    {
      size: 10,
      italic: true,
      color: { argb: colours.note },
    },
  );
  worksheet.getRow(5).height = 6;
}

function writeTiles(worksheet: Worksheet, top: number, cells: FigureCells): void {
  for (const [index, tile] of tilesOf(cells).entries()) {
    const left = 1 + index * 2;
    const shared = { fill: colours.tileFill, alignment: { horizontal: 'center', vertical: 'middle' } } as const;
    write(worksheet, top, left, 2, tile.label, {
      ...shared,
      font: { size: 10, bold: true, color: { argb: colours.note } },
    });
    write(worksheet, top + 1, left, 2, tile.value, {
      ...shared,
      font: { size: 24, bold: true, color: { argb: colours.accent } },
    });
    write(worksheet, top + 2, left, 2, tile.detail, {
      ...shared,
      font: { size: 11 },
      ...(tile.detailFormat === null ? {} : { numFmt: tile.detailFormat }),
    });
    outline(worksheet, top, left);
    for (const { test, tone } of tile.tones)
      worksheet.addConditionalFormatting({
        ref: `${columnName(left)}${top + 1}:${columnName(left + 1)}${top + 2}`,
        rules: [toneRule(test, tone, 100 + index)],
      });
  }
  for (const [offset, height] of [18, 34, 17, 8].entries()) worksheet.getRow(top + offset).height = height;
}

/** A thin line around each tile, a strong one on top. */
function outline(worksheet: Worksheet, top: number, left: number): void {
  const thin = { style: 'thin', color: { argb: colours.line } } as const;
  for (let row = top; row < top + 3; row += 1)
    for (let column = left; column < left + 2; column += 1)
      worksheet.getCell(row, column).border = {
        ...(column === left ? { left: thin } : { right: thin }),
        ...(row === top ? { top: { style: 'medium', color: { argb: colours.accent } } } : {}),
        ...(row === top + 2 ? { bottom: thin } : {}),
      };
}

function writeAttention(
  worksheet: Worksheet,
  top: number,
  summary: Summary,
  cells: FigureCells,
): { cell: string; link: Link }[] {
  heading(worksheet, top, 'ĐIỂM CẦN CHÚ Ý');
  const links: { cell: string; link: Link }[] = [];
  const lines = attentionLines(summary, cells);
  for (const [index, line] of lines.entries()) {
    const row = top + 1 + index;
    worksheet.getRow(row).height = 17;
    write(worksheet, row, 1, 2, line.word, {
      font: { size: 12, bold: true },
      alignment: { horizontal: 'center', vertical: 'middle' },
      border: true,
    });
    write(worksheet, row, 3, 8, line.text, {
      font: { size: 12 },
      alignment: { horizontal: 'left', vertical: 'middle', indent: 1, shrinkToFit: true },
      border: true,
    });
    links.push(writeLink(worksheet, row, 11, 2, line.sheet));
    const word = `$A$${row}`;
    worksheet.addConditionalFormatting({
      ref: `A${row}:B${row}`,
      rules: line.words.map(([text, tone], order) => toneRule(`${word}="${text}"`, tone, 200 + index * 10 + order)),
    });
  }
  worksheet.getRow(top + 1 + lines.length).height = 8;
  return links;
}

function writeContent(worksheet: Worksheet, layout: Layout, cross: CrossTable): void {
  heading(worksheet, layout.contentHeading, 'NỘI DUNG DƯ LUẬN XÃ HỘI');
  const fields = cross.fields.length;
  // Few fields leave room: the charts above them take it, so that the page is filled either way.
  setHeights(
    worksheet,
    layout.secondCharts,
    chartRows,
    16 + Math.floor(((mostFields - Math.max(fields, 1)) * 18) / chartRows),
  );
  worksheet.getRow(layout.cross - 1).height = 8;
  heading(worksheet, layout.cross, 'LUỒNG Ý KIẾN THEO LĨNH VỰC VÀ KHUYNH HƯỚNG');
  const head = layout.cross + 1;
  worksheet.getRow(head).height = 48;
  header(worksheet, head, 1, attitudeColumn(cross) - 1, 'Lĩnh vực');
  for (const [index, attitude] of cross.attitudes.entries())
    header(worksheet, head, attitudeColumn(cross) + index, 1, cellText(attitude));
  if (fields === 0) {
    write(worksheet, head + 1, 1, width, 'Kỳ này không có luồng ý kiến nào.', { font: { size: 12, italic: true } });
  } else writeCross(worksheet, head, cross);
  fillPage(worksheet, layout.contentHeading, layout.figures);
}

function writeCross(worksheet: Worksheet, head: number, cross: CrossTable): void {
  const first = head + 1;
  const last = head + cross.fields.length;
  const total = last + 1;
  const firstAttitude = attitudeColumn(cross);
  const sumColumn = firstAttitude + cross.attitudes.length;
  const lastAttitude = columnName(sumColumn - 1);
  const lines = cross.counts.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const all = lines.reduce((sum, count) => sum + count, 0);
  header(worksheet, head, sumColumn, 1, 'Tổng');
  header(worksheet, head, sumColumn + 1, 1, 'Tỷ lệ');
  const figure = (
    row: number,
    column: number,
    formula: string,
    result: number,
    bold: boolean,
    numFmt = '#,##0',
  ): void => write(worksheet, row, column, 1, { formula, result }, { ...bodyCell, font: { size: 12, bold }, numFmt });
  for (let index = 0; index <= cross.fields.length; index += 1) {
    const row = first + index;
    const bold = row === total;
    worksheet.getRow(row).height = 18;
    write(worksheet, row, 1, firstAttitude - 1, bold ? 'Tổng' : cellText(cross.fields[index] ?? ''), {
      font: { size: 12, bold },
      alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
      border: true,
    });
    for (const [column] of cross.attitudes.entries()) {
      const letter = columnName(firstAttitude + column);
      const counted = bold
        ? cross.counts.reduce((sum, line) => sum + (line[column] ?? 0), 0)
        : (cross.counts[index]?.[column] ?? 0);
      const formula = bold ? `SUM(${letter}${first}:${letter}${last})` : crossFormula(cross, index, column, head);
      figure(row, firstAttitude + column, formula, counted, bold);
    }
    const sum = bold ? all : (lines[index] ?? 0);
    const sumLetter = columnName(sumColumn);
    figure(row, sumColumn, `SUM(${columnName(firstAttitude)}${row}:${lastAttitude}${row})`, sum, true);
    figure(
      row,
      sumColumn + 1,
      `IF(${sumLetter}$${total}=0,0,${sumLetter}${row}/${sumLetter}$${total})`,
      all === 0 ? 0 : sum / all,
      bold,
      '0.0%',
    );
  }
}

/** Exact comparison instead of COUNTIFS: a label may hold characters COUNTIFS takes for wildcards. */
function crossFormula(cross: CrossTable, field: number, attitude: number, head: number): string {
  const row = head + 1 + field;
  const first = columnName(attitudeColumn(cross));
  const letter = columnName(attitudeColumn(cross) + attitude);
  const letterBefore = columnName(attitudeColumn(cross) + attitude - 1);
  const isField = `(NoiDung[Lĩnh vực]=$A${row})`;
  const isAttitude = `(NoiDung[Khuynh hướng]=${letter}$${head})`;
  const otherField = cross.otherFields && field === cross.fields.length - 1;
  const otherAttitude = cross.otherAttitudes && attitude === cross.attitudes.length - 1;
  const above = `SUM(${letter}${head + 1}:${letter}${row - 1})`;
  const before = `SUM(${first}${row}:${letterBefore}${row})`;
  if (!otherField && !otherAttitude) return `SUMPRODUCT(${isField}*${isAttitude})`;
  if (!otherField) return `SUMPRODUCT(--${isField})-${before}`;
  if (!otherAttitude) return `SUMPRODUCT(--${isAttitude})-${above}`;
  return `COUNT(NoiDung[STT])-SUM(${first}${head + 1}:${letterBefore}${row})-${above}`;
}

function writeFigures(
  worksheet: Worksheet,
  top: number,
  figures: readonly Figure[],
  cells: FigureCells,
): { cell: string; link: Link }[] {
  heading(worksheet, top, 'SỐ LIỆU TỔNG HỢP');
  header(worksheet, top + 1, 1, 4, 'Chỉ tiêu');
  header(worksheet, top + 1, 5, 1, 'Số lượng');
  header(worksheet, top + 1, 6, 1, 'Tỷ lệ');
  header(worksheet, top + 1, 7, 2, 'Xem chi tiết');
  worksheet.getRow(top + 1).height = 22;
  const links: { cell: string; link: Link }[] = [];
  for (const { id, label, formula, value, of, sheet } of figures) {
    const row = cells.row(id);
    worksheet.getRow(row).height = 17;
    write(worksheet, row, 1, 4, label, {
      font: { size: 12 },
      alignment: { horizontal: 'left', vertical: 'middle', indent: 1 },
      border: true,
    });
    write(worksheet, row, 5, 1, formula === null ? value : { formula, result: value }, {
      ...bodyCell,
      font: { size: 12, bold: true },
      numFmt: '#,##0',
    });
    const share = of === null ? null : cells.share(id, of);
    write(worksheet, row, 6, 1, share, { ...bodyCell, numFmt: '0.0%' });
    links.push(writeLink(worksheet, row, 7, 2, sheet));
  }
  return links;
}

/** Beside the figures: how many teams and groups are short, right or over. */
function writeSizes(worksheet: Worksheet, top: number, sizes: SizeTable): void {
  header(worksheet, top + 1, 10, 1, 'Đánh giá');
  for (const [index, kind] of sizes.kinds.entries()) header(worksheet, top + 1, 11 + index, 1, kind);
  worksheet.getRow(top + 1).height = 32;
  for (const [index, verdict] of sizes.verdicts.entries()) {
    const row = top + 2 + index;
    write(worksheet, row, 10, 1, verdict, { ...bodyCell });
    for (const [column, kind] of sizes.kinds.entries())
      write(
        worksheet,
        row,
        11 + column,
        1,
        {
          formula: `COUNTIFS(DoiNgu[Hình thức],"${kind}",DoiNgu[Đánh giá],"${verdict}*")`,
          result: sizes.counts[index]?.[column] ?? 0,
        },
        { ...bodyCell, numFmt: '#,##0' },
      );
  }
}

interface CellLook {
  readonly font?: Partial<Font>;
  readonly alignment?: Partial<Alignment>;
  readonly fill?: string;
  readonly numFmt?: string;
  readonly border?: boolean;
}

const bodyCell: CellLook = {
  font: { size: 12 },
  alignment: { horizontal: 'center', vertical: 'middle' },
  border: true,
};

/** Writes one cell, or several merged ones in a row, all with the same look. */
function write(
  worksheet: Worksheet,
  row: number,
  left: number,
  span: number,
  content: string | number | null | Formula,
  look: CellLook,
): void {
  for (let column = left; column < left + span; column += 1) {
    const cell = worksheet.getCell(row, column);
    cell.font = { name: fontName, ...look.font };
    if (look.alignment) cell.alignment = look.alignment;
    if (look.fill !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } };
    if (look.border === true) cell.border = border;
    cell.numFmt = look.numFmt ?? (typeof content === 'string' ? '@' : 'General');
  }
  const cell = worksheet.getCell(row, left);
  cell.value =
    content !== null && typeof content === 'object' ? { formula: content.formula, result: content.result } : content;
  if (span > 1) worksheet.mergeCells(row, left, row, left + span - 1);
}

function heading(worksheet: Worksheet, row: number, text: string): void {
  worksheet.getRow(row).height = 20;
  write(worksheet, row, 1, width, text, {
    font: { size: 13, bold: true, color: { argb: colours.accent } },
    alignment: { vertical: 'middle' },
  });
  for (let column = 1; column <= width; column += 1)
    worksheet.getCell(row, column).border = { bottom: { style: 'medium', color: { argb: colours.accent } } };
}

function header(worksheet: Worksheet, row: number, left: number, span: number, text: string): void {
  write(worksheet, row, left, span, text, {
    font: { size: 11, bold: true, color: { argb: colours.accent } },
    alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    fill: colours.headerFill,
  });
  // The heading's strong line above stays.
  for (let column = left; column < left + span; column += 1)
    worksheet.getCell(row, column).border = { left: border.left, right: border.right, bottom: border.bottom };
}

function writeLink(
  worksheet: Worksheet,
  row: number,
  left: number,
  span: number,
  sheet: string,
): { cell: string; link: Link } {
  write(worksheet, row, left, span, sheet, {
    font: { size: 12, underline: true, color: { argb: colours.link } },
    alignment: { horizontal: 'center', vertical: 'middle' },
    border: true,
  });
  return { cell: `${columnName(left)}${row}`, link: { text: sheet, sheet, row: firstRow } };
}

function setHeights(worksheet: Worksheet, first: number, count: number, height: number): void {
  for (let row = first; row < first + count; row += 1) worksheet.getRow(row).height = height;
}

/** Gives the blank rows before `next` what is left of the page that starts at `first`. */
function fillPage(worksheet: Worksheet, first: number, next: number): void {
  const left = pageHeight - heightOf(worksheet, first, next - fillRows - 1);
  setHeights(worksheet, next - fillRows, fillRows, Math.max(4, Math.floor(left / fillRows)));
}

function heightOf(worksheet: Worksheet, first: number, last: number): number {
  let sum = 0;
  for (let row = first; row <= last; row += 1) sum += worksheet.getRow(row).height;
  return sum;
}
