/** The open workbook as neutral sheets, in three requests for a workbook of ordinary size. */
import type { Comment, Range, Sheet } from '../../core/sheet.ts';
import type { OpenWorkbook } from '../host.ts';
import { areaOf } from './area.ts';
import { readCells, Styles, type CellsWanted } from './cells.ts';
import { readFromFile } from './file.ts';
import { fontOf } from './font.ts';
import { asProblem } from './problem.ts';
import { hasApi, reading } from './run.ts';

/** Merged areas came last of what is needed; an older Excel hands over the file instead. */
export const neededLevel = 13;

const propertyNames = {
  author: 'creator',
  category: 'category',
  comments: 'description',
  company: 'company',
  keywords: 'keywords',
  lastAuthor: 'lastmodifiedby',
  manager: 'manager',
  subject: 'subject',
  title: 'title',
} as const;

/**
 * Values, formulas, formats, fonts, merges, what is hidden, threaded comments, headers and properties. What the API does
 * not show (notes, fonts within a text, links to other files) is added by `completeWorkbook`. Throws HostProblem.
 */
export async function readOpenWorkbook(signal?: AbortSignal): Promise<OpenWorkbook> {
  if (!hasApi(neededLevel)) return readFromFile(signal);
  try {
    return await reading((context) => readByRanges(context, signal));
  } catch (error) {
    // More than 512 merged areas, an object the API cannot show: the file has it all.
    const found = asProblem(error);
    if (found.code !== 'failed' && found.code !== 'too-large') throw found;
    return readFromFile(signal);
  }
}

async function readByRanges(context: Excel.RequestContext, signal: AbortSignal | undefined): Promise<OpenWorkbook> {
  const { workbook } = context;
  workbook.load('name');
  const { worksheets, properties, comments } = workbook;
  worksheets.load('items/name,items/visibility');
  properties.load(Object.keys(propertyNames).join(','));
  properties.custom.load('items/key,items/value');
  comments.load('items/content,items/replies/items/content');
  // The API does not name the date system, but calculates in it.
  const day = workbook.functions.date(2000, 1, 1);
  day.load('value');
  await context.sync();
  signal?.throwIfAborted();

  const outlines = worksheets.items.map(outlineOf);
  const places = comments.items.map((comment) => {
    const place = comment.getLocation();
    place.load('rowIndex,columnIndex,worksheet/name');
    return { comment, place };
  });
  await context.sync();
  signal?.throwIfAborted();

  const wanted = outlines.map(wantedOf);
  const hidden = outlines.map(hiddenOf);
  const present = wanted.filter((wish): wish is CellsWanted => wish !== null);
  const read = await readCells(context, present, new Styles(), () => signal?.throwIfAborted());

  const sheets = outlines.map((outline, index): Sheet => {
    const wish = wanted[index];
    const rows = wish ? (read[present.indexOf(wish)] ?? []) : [];
    const { isRowHidden, hiddenColumns } = hidden[index]?.() ?? nothingHidden;
    return {
      name: outline.sheet.name,
      state: stateOf(outline.sheet.visibility),
      rows: rows.map((row) => (isRowHidden(row.row) ? { ...row, hidden: true } : row)),
      merges: mergesOf(outline.merged),
      hiddenColumns,
      filtered: isFiltered(outline) && rows.some(({ row }) => isRowHidden(row)),
      comments: places
        .filter(({ place }) => place.worksheet.name === outline.sheet.name)
        .flatMap(({ comment, place }): Comment[] =>
          [comment.content, ...comment.replies.items.map(({ content }) => content)].map((text) => ({
            row: place.rowIndex + 1,
            column: place.columnIndex + 1,
            text,
          })),
        )
        .sort((a, b) => a.row - b.row || a.column - b.column),
      headersFooters: headersFootersOf(outline.page),
    };
  });
  const texts = new Map<string, string>();
  for (const [name, part] of Object.entries(propertyNames)) {
    const text = properties[name as keyof typeof propertyNames];
    if (text.trim() !== '') texts.set(part, text);
  }
  for (const { key, value } of properties.custom.items) texts.set(key, String(value));
  return {
    name: workbook.name,
    complete: false,
    workbook: { sheets, date1904: day.value === 35_064, properties: texts, features: [] },
  };
}

interface Outline {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas;
  readonly page: Excel.HeaderFooterGroup;
}

function outlineOf(sheet: Excel.Worksheet): Outline {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden,format/font/name');
  const merged = sheet.getUsedRangeOrNullObject(false).getMergedAreasOrNullObject();
  merged.load('address');
  sheet.autoFilter.load('isDataFiltered');
  sheet.tables.load('items/autoFilter/isDataFiltered');
  const page = sheet.pageLayout.headersFooters;
  page.load('state');
  for (const one of [page.defaultForAllPages, page.evenPages, page.firstPage])
    one.load('leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter');
  return { sheet, used, merged, page };
}

function areaOfUsed({ used }: Outline): Range | null {
  if (used.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  return { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}

function wantedOf(outline: Outline): CellsWanted | null {
  const area = areaOfUsed(outline);
  return area && { sheet: outline.sheet, area, font: fontOf(outline.used) };
}

interface Hidden {
  readonly isRowHidden: (row: number) => boolean;
  readonly hiddenColumns: readonly (readonly [number, number])[];
}

const nothingHidden: Hidden = { isRowHidden: () => false, hiddenColumns: [] };

/** Asks for single rows and columns only where some are hidden and some are not; the answer is there after the sync. */
function hiddenOf(outline: Outline): () => Hidden {
  const area = areaOfUsed(outline);
  if (!area) return () => nothingHidden;
  const { used } = outline;
  const [allRows, allColumns] = [used.rowHidden as boolean | null, used.columnHidden as boolean | null];
  const rows = allRows === null ? used.getRowProperties({ rowHidden: true }) : null;
  const columns = allColumns === null ? used.getColumnProperties({ columnHidden: true }) : null;
  return () => ({
    isRowHidden: (row) => (rows ? rows.value[row - area.top]?.rowHidden === true : allRows === true),
    hiddenColumns: columns
      ? runs(columns.value.map(({ columnHidden }) => columnHidden === true)).map(
          ([first, last]) => [area.left + first, area.left + last] as const,
        )
      : allColumns === true
        ? [[area.left, area.right]]
        : [],
  });
}

/** First and last index of each stretch of true. */
function runs(flags: readonly boolean[]): [number, number][] {
  const found: [number, number][] = [];
  flags.forEach((flag, index) => {
    const last = found.at(-1);
    if (!flag) return;
    if (last?.[1] === index - 1) last[1] = index;
    else found.push([index, index]);
  });
  return found;
}

export function mergesOf(merged: Excel.RangeAreas): Range[] {
  if (merged.isNullObject) return [];
  // Sheet names may hold commas, but the references after their exclamation marks do not.
  return [...merged.address.matchAll(/!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)(?=,|$)/g)].flatMap(([, reference]) => {
    const area = areaOf(reference ?? '');
    return area ? [area] : [];
  });
}

function isFiltered({ sheet }: Outline): boolean {
  return sheet.autoFilter.isDataFiltered || sheet.tables.items.some(({ autoFilter }) => autoFilter.isDataFiltered);
}

export function stateOf(visibility: string): Sheet['state'] {
  return visibility === 'Visible' ? 'visible' : visibility === 'Hidden' ? 'hidden' : 'veryHidden';
}

/** As the file has them: odd, even, first, each header before its footer. */
function headersFootersOf(page: Excel.HeaderFooterGroup): string[] {
  const { state, defaultForAllPages: odd, evenPages: even, firstPage: first } = page;
  const pages = [odd, ...(state.includes('OddAndEven') ? [even] : []), ...(state.startsWith('First') ? [first] : [])];
  return pages
    .flatMap((one) => [
      coded(one.leftHeader, one.centerHeader, one.rightHeader),
      coded(one.leftFooter, one.centerFooter, one.rightFooter),
    ])
    .filter((text) => text !== '');
}

function coded(left: string, center: string, right: string): string {
  return (left && `&L${left}`) + (center && `&C${center}`) + (right && `&R${right}`);
}
