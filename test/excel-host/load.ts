/** An .xlsx file → the open workbook. Values come from our own reader, formats and the rest from exceljs. */
import type ExcelJS from 'exceljs';
import { newWorkbook } from '../../core/file/exceljs.ts';
import { inflate } from '../../core/file/portable-zlib.ts';
import { openPackage } from '../../core/file/package.ts';
import { readWorkbook } from '../../core/file/read.ts';
import type { Sheet } from '../../core/sheet.ts';
import {
  cellKey,
  plainStyle,
  type ModelCell,
  type ModelConditionalFormat,
  type ModelHeadersFooters,
  type ModelSheet,
  type ModelStyle,
  type ModelWorkbook,
} from './model.ts';

/** Throws FileRefused for bytes that are no workbook. */
export async function loadModel(bytes: Uint8Array, name: string): Promise<ModelWorkbook> {
  const neutral = readWorkbook(bytes, { inflate });
  const file = openPackage(bytes, { inflate });
  const threaded = file.names.some((part) => /^xl\/threadedComments\//i.test(part));
  const book = await readWithExceljs(bytes);
  const properties = new Map<string, string>();
  for (const [property, part] of Object.entries(propertyNames))
    properties.set(property, neutral.properties.get(part) ?? '');
  const custom = [...neutral.properties].filter(([key]) => !standardProperties.has(key));
  return {
    name,
    sheets: neutral.sheets.map((sheet, index) => loadSheet(sheet, book, `{${sheetId(index)}}`, threaded)),
    date1904: neutral.date1904,
    properties,
    customProperties: new Map(custom),
    names: book.definedNames.model.map(({ name: defined, ranges }) => ({ name: defined, formula: ranges.join(',') })),
    settings: new Map(),
    readOnly: false,
  };
}

/** The API's names of document properties and those of the file. */
const propertyNames: Readonly<Record<string, string>> = {
  Author: 'creator',
  Category: 'category',
  Comments: 'description',
  Company: 'company',
  Keywords: 'keywords',
  LastAuthor: 'lastmodifiedby',
  Manager: 'manager',
  Subject: 'subject',
  Title: 'title',
};

/** Properties of the file that are not the user's own. */
const standardProperties = new Set(
  'creator category description company keywords lastmodifiedby manager subject title revision created modified lastprinted contentstatus contenttype identifier language version application appversion docsecurity scalecrop linksuptodate shareddoc hyperlinkschanged hyperlinkbase template totaltime pages words characters lines paragraphs'.split(
    ' ',
  ),
);

export async function readWithExceljs(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = newWorkbook();
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  await book.xlsx.load(copy);
  return book;
}

function sheetId(index: number): string {
  return `00000000-0001-0000-${String(index).padStart(4, '0')}-000000000000`;
}

/** What exceljs gives of a cell in truth: its own types leave out what may be missing. */
interface LoadedCell {
  readonly font?: { readonly name?: string; readonly size?: number; readonly bold?: boolean } | null;
  readonly fill?: ExcelJS.Fill | null;
  readonly numFmt?: string | null;
  readonly note?: unknown;
  readonly formula?: string;
}

const loaded = (cell: ExcelJS.Cell): LoadedCell => cell;

function loadSheet(sheet: Sheet, book: ExcelJS.Workbook, id: string, threaded: boolean): ModelSheet {
  const source = book.getWorksheet(sheet.name);
  if (!source) throw new RangeError(`exceljs does not see the sheet ${sheet.name}`);
  const styles = new Map<string, ModelStyle>();
  const styleOf = (font: string, numberFormat: string, cell: LoadedCell): ModelStyle => {
    const style: ModelStyle = {
      font,
      size: cell.font?.size ?? plainStyle.size,
      bold: cell.font?.bold === true,
      numberFormat: asExcelShows(numberFormat),
      fill: fillColor(cell.fill),
    };
    const key = JSON.stringify(style);
    const known = styles.get(key);
    if (!known) styles.set(key, style);
    return known ?? style;
  };
  const cells = new Map<number, ModelCell>();
  source.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (each, column) => {
      const cell = loaded(each);
      const font = cell.font?.name ?? plainStyle.font;
      cells.set(cellKey(rowNumber, column), { value: '', style: styleOf(font, cell.numFmt ?? 'General', cell) });
    });
  });
  for (const { row, cells: valued } of sheet.rows)
    for (const { column, value, style, formula, runs } of valued)
      cells.set(cellKey(row, column), {
        // Excel calculates when it opens a file; what a formula would give is beyond this host.
        value: value ?? 0,
        style: styleOf(style.font, style.numberFormat, loaded(source.getCell(row, column))),
        ...(formula === undefined ? {} : { formula: fullFormula(loaded(source.getCell(row, column)), formula) }),
        ...(runs === undefined ? {} : { rich: true }),
      });
  const isThread = (text: string): boolean => threaded && !text.startsWith('[Threaded comment]');
  const hiddenRows = new Set<number>();
  source.eachRow({ includeEmpty: true }, (row, number) => {
    if (row.hidden) hiddenRows.add(number);
  });
  return {
    id,
    name: sheet.name,
    visibility: sheet.state === 'visible' ? 'Visible' : sheet.state === 'hidden' ? 'Hidden' : 'VeryHidden',
    cells,
    merges: [...sheet.merges],
    hiddenRows,
    hiddenColumns: [...sheet.hiddenColumns],
    comments: groupThreads(threaded ? sheet.comments.filter(({ text }) => isThread(text)) : []),
    notes: threaded ? [] : sheet.comments.map(({ row, column, text }) => ({ row, column, content: text })),
    conditionalFormats: loadConditionalFormats(source),
    validations: validationsOf(source),
    tables: source.getTables().map((table) => {
      const { name, tableRef } = modelOfTable(table);
      return { name, address: tableRef, filtered: false };
    }),
    filtered: sheet.filtered,
    isProtected: isProtected(source),
    headersFooters: loadHeadersFooters(source),
  };
}

/** Threaded comments of one cell, the first with the others as replies. */
function groupThreads(comments: Sheet['comments']): ModelSheet['comments'] {
  const threads = new Map<number, ModelSheet['comments'][number]>();
  comments.forEach(({ row, column, text }, index) => {
    const key = cellKey(row, column);
    const thread = threads.get(key);
    const id = `{comment-${index}}`;
    if (thread) thread.replies.push({ id, author: 'File', content: text });
    else threads.set(key, { id, row, column, author: 'File', content: text, replies: [] });
  });
  return [...threads.values()];
}

/** A shared formula is written once in the file; every cell shows its own. */
function fullFormula(cell: LoadedCell, formula: string): string {
  return formula === '' ? (cell.formula ?? '') : formula;
}

/** Format 14 follows the language of Excel; the API always gives the American form. */
function asExcelShows(numberFormat: string): string {
  return numberFormat === 'mm-dd-yy' ? 'm/d/yyyy' : numberFormat;
}

function fillColor(fill: ExcelJS.Fill | null | undefined): string | null {
  if (fill?.type !== 'pattern' || fill.pattern === 'none') return null;
  const color: Partial<ExcelJS.Color> = (fill as { fgColor?: Partial<ExcelJS.Color> }).fgColor ?? {};
  return color.argb === undefined ? `theme ${String(color.theme)}` : `#${color.argb.slice(-6).toUpperCase()}`;
}

interface LoadedRule {
  readonly type: string;
  readonly formulae?: readonly (string | number)[];
  readonly priority?: number;
  readonly stopIfTrue?: boolean;
}

function loadConditionalFormats(source: ExcelJS.Worksheet): ModelConditionalFormat[] {
  const { conditionalFormattings } = source as unknown as {
    conditionalFormattings?: readonly { readonly ref: string; readonly rules: readonly LoadedRule[] }[];
  };
  return (conditionalFormattings ?? []).flatMap(({ ref, rules }, index) =>
    rules.map((rule, place) => ({
      id: `{file-${index}-${place}}`,
      type: rule.type === 'expression' ? 'Custom' : rule.type,
      address: ref,
      formula: `=${String(rule.formulae?.[0] ?? '')}`,
      fill: null,
      fontColor: null,
      priority: rule.priority ?? 0,
      stopIfTrue: rule.stopIfTrue ?? false,
      source: rule,
    })),
  );
}

function validationsOf(source: ExcelJS.Worksheet): Readonly<Record<string, unknown>> {
  const { dataValidations } = source as unknown as {
    dataValidations?: { readonly model?: Readonly<Record<string, unknown>> };
  };
  return { ...dataValidations?.model };
}

function modelOfTable(table: unknown): { name: string; tableRef: string } {
  const { name, table: inner } = table as { name?: string; table?: { name: string; tableRef: string } };
  return { name: inner?.name ?? name ?? '', tableRef: inner?.tableRef ?? '' };
}

function isProtected(source: ExcelJS.Worksheet): boolean {
  const { sheetProtection } = source as unknown as { sheetProtection?: { readonly sheet?: boolean } | null };
  return sheetProtection?.sheet === true;
}

function loadHeadersFooters(source: ExcelJS.Worksheet): ModelHeadersFooters {
  const { oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter } =
    (source as { headerFooter: Partial<ExcelJS.HeaderFooter> | null }).headerFooter ?? {};
  const pair = (header: string | null | undefined, footer: string | null | undefined): readonly [string, string] => [
    header ?? '',
    footer ?? '',
  ];
  return { odd: pair(oddHeader, oddFooter), even: pair(evenHeader, evenFooter), first: pair(firstHeader, firstFooter) };
}
