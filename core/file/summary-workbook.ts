/**
 * Writes the Bloc summary workbook. exceljs makes the styled skeleton; the rows of each table are streamed into its
 * sheet parts, and native charts, which exceljs cannot write, are added as parts of their own.
 */
import { newWorkbook } from './exceljs.ts';
import type { Message } from '../message.ts';
import type { Summary } from '../merge/summary.ts';
import { periodLabel } from '../period.ts';
import { chartXml, drawingXml } from './chart.ts';
import type { Deflate, Inflate } from './inflate.ts';
import { openPackage, type Package } from './package.ts';
import { hyperlinkXml } from './row-writer.ts';
import { fontName } from './summary/look.ts';
import { figuresOf } from './summary/figures.ts';
import { addOverview, type Overview } from './summary/overview.ts';
import { tableSheets } from './summary/sheets.ts';
import { addTableSheet } from './summary/skeleton.ts';
import { lastRow, tableRange, type TableSheet } from './summary/table-sheet.ts';
import { withoutNames } from './summary/without-names.ts';
import { hyperlinksPlace, worksheetPart } from './summary/worksheet-part.ts';
import { StringTable } from './string-table.ts';
import { ZipWriter } from './zip-writer.ts';

export interface SummaryWorkbookOptions {
  readonly deflate: Deflate;
  readonly inflate: Inflate;
  /** False leaves out «Danh sách» and every member's name. */
  readonly includeMembers: boolean;
  /** ISO instant shown as the time of writing. */
  readonly createdAt: string;
}

/** A table has more rows than an Excel sheet can hold. */
export class SheetFull extends Error {
  readonly reason: Message;
  constructor(sheet: string, rows: number) {
    super(`sheet ${sheet} would need ${rows} rows`);
    this.name = 'SheetFull';
    this.reason = {
      vi: `Trang «${sheet}» cần ${rows} dòng, vượt quá 1.048.576 dòng của Excel. Hãy tổng hợp theo từng nhóm tổ chức.`,
      en: `Sheet “${sheet}” needs ${rows} rows, more than the 1,048,576 of Excel. Merge by groups of organisations.`,
    };
  }
}

const stringsName = 'xl/sharedStrings.xml';
const mostRows = 1_048_576;
/** The skeleton is taken apart at once: packing it would be wasted. exceljs hands `zip` to JSZip but does not declare it. */
const stored: object = { zip: { compression: 'STORE' } };
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const officeRelationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

/**
 * The .xlsx bytes; equal summaries and options give equal bytes.
 * Throws SheetFull, and FigureMismatch when a figure does not tie to its rows.
 */
export async function writeSummaryWorkbook(summary: Summary, options: SummaryWorkbookOptions): Promise<Uint8Array> {
  const shown = options.includeMembers ? summary : withoutNames(summary);
  const figures = figuresOf(shown);
  const sheets = tableSheets(shown, options.includeMembers);
  for (const sheet of sheets) if (lastRow(sheet) > mostRows) throw new SheetFull(sheet.name, lastRow(sheet));

  const workbook = newWorkbook();
  workbook.created = new Date(options.createdAt);
  workbook.modified = new Date(options.createdAt);
  workbook.creator = shown.blocName;
  workbook.lastModifiedBy = shown.blocName;
  workbook.title = `Báo cáo tổng hợp ${periodLabel(shown.period).vi}`;
  const overview = addOverview(workbook, shown, figures, options.createdAt);
  for (const sheet of sheets) addTableSheet(workbook, sheet, periodLabel(shown.period).vi);
  const skeleton = new Uint8Array(await workbook.xlsx.writeBuffer(stored));
  return fill(openPackage(skeleton, options), sheets, overview, options.deflate);
}

/** Copies the skeleton's parts, with rows, links, table ranges and charts put in. */
function fill(skeleton: Package, sheets: readonly TableSheet[], overview: Overview, deflate: Deflate): Uint8Array {
  const zip = new ZipWriter(deflate);
  const decoder = new TextDecoder();
  const ownStrings = decoder.decode(skeleton.read(stringsName));
  const strings = new StringTable(ownStrings.split('<si>').length - 1);
  for (const name of skeleton.names) {
    // Rows add to the texts: written when all are known.
    if (name === stringsName) continue;
    const sheet = numbered(name, /^xl\/worksheets\/sheet(\d+)\.xml$/, 2, sheets);
    if (sheet) {
      zip.add(name, worksheetPart(decoder.decode(skeleton.read(name)), sheet, strings));
      continue;
    }
    const table = numbered(name, /^xl\/tables\/table(\d+)\.xml$/, 1, sheets);
    const bytes = skeleton.read(name);
    if (table) zip.add(name, [withRange(decoder.decode(bytes), tableRange(table))]);
    else if (name === 'xl/worksheets/sheet1.xml') zip.add(name, [withDrawing(decoder.decode(bytes), overview)]);
    else if (name === '[Content_Types].xml') zip.add(name, [withChartTypes(decoder.decode(bytes), overview)]);
    else if (name === 'xl/workbook.xml') zip.add(name, [withPrintAreas(decoder.decode(bytes))]);
    else if (name === 'xl/styles.xml') zip.add(name, [withFont(decoder.decode(bytes))]);
    else zip.add(name, [bytes]);
  }
  zip.add(stringsName, stringsPart(ownStrings, strings));
  zip.add('xl/worksheets/_rels/sheet1.xml.rels', [
    relationships([{ type: 'drawing', target: '../drawings/drawing1.xml' }]),
  ]);
  zip.add('xl/drawings/drawing1.xml', [drawingXml(overview.charts)]);
  zip.add('xl/drawings/_rels/drawing1.xml.rels', [
    relationships(
      overview.charts.map((_chart, index) => ({ type: 'chart', target: `../charts/chart${index + 1}.xml` })),
    ),
  ]);
  for (const [index, { chart }] of overview.charts.entries())
    zip.add(`xl/charts/chart${index + 1}.xml`, [chartXml(chart)]);
  return zip.finish();
}

/** The skeleton's texts and then those of the rows; the optional counts would only be those of the skeleton. */
function* stringsPart(own: string, strings: StringTable): Generator<string> {
  const end = own.lastIndexOf('</sst>');
  if (end < 0) throw new Error('the skeleton has no shared strings');
  yield own.slice(0, end).replace(/ (?:count|uniqueCount)="\d+"/g, '');
  yield* strings.write();
  yield '</sst>';
}

/** The sheet a numbered part belongs to; `first` is the number of the first one's part. */
function numbered(name: string, pattern: RegExp, first: number, sheets: readonly TableSheet[]): TableSheet | undefined {
  const number = pattern.exec(name)?.[1];
  return number === undefined ? undefined : sheets[Number(number) - first];
}

function withRange(table: string, range: string): string {
  return table.replace(/ ref="[^"]*"/g, ` ref="${range}"`);
}

/** exceljs leaves the rows of print areas relative. */
function withPrintAreas(workbook: string): string {
  return workbook.replace(/(_xlnm\.Print_Area"[^>]*>[^<]*!)\$A1:\$([A-Z]+)(\d+)</g, '$1$$A$$1:$$$2$$$3<');
}

/** exceljs makes Calibri the normal font; column widths are measured in it, so it must be the one that is used. */
function withFont(styles: string): string {
  return styles.replace(
    /<name val="Calibri"\/>(<family val="2"\/>)<scheme val="minor"\/>/,
    `<name val="${fontName}"/><family val="1"/>`,
  );
}

function withDrawing(sheet: string, overview: Overview): string {
  const place = hyperlinksPlace(sheet);
  const links = overview.links.map(({ cell, link }) => hyperlinkXml(cell, link)).join('');
  const linked = `${sheet.slice(0, place)}<hyperlinks>${links}</hyperlinks>${sheet.slice(place)}`;
  return linked.replace('</worksheet>', `<drawing xmlns:r="${officeRelationships}" r:id="rId1"/></worksheet>`);
}

function withChartTypes(types: string, overview: Overview): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`;
  const charts = overview.charts.map((_chart, index) => part(`charts/chart${index + 1}.xml`, 'drawingml.chart'));
  return types.replace('</Types>', `${part('drawings/drawing1.xml', 'drawing')}${charts.join('')}</Types>`);
}

function relationships(targets: readonly { readonly type: string; readonly target: string }[]): string {
  const list = targets.map(
    ({ type, target }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${officeRelationships}/${type}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packageRelationships}">${list.join('')}</Relationships>`;
}
