/** Reads cells in blocks that stay below what one answer may hold, and turns them into neutral rows. */
import { isBlank } from '../../core/file/rich-text.ts';
import { showsDate } from '../../core/file/number-format.ts';
import type { Cell, CellStyle, CellValue, Range, Row } from '../../core/sheet.ts';
import { isTooLarge, problem } from './problem.ts';

/** Cells asked for at once; halved when the answer turns out too large (5 MB on the web). */
const mostCells = 20_000;

/** What to read of one sheet. */
export interface CellsWanted {
  readonly sheet: Excel.Worksheet;
  readonly area: Range;
  /** The one font of the whole area; null when there are several. */
  readonly font: string | null;
}

/** Equal formats share one object over a workbook. */
export class Styles {
  private readonly known = new Map<string, CellStyle>();

  get(font: string, numberFormat: string): CellStyle {
    const key = `${numberFormat}\n${font}`;
    let style = this.known.get(key);
    if (!style) this.known.set(key, (style = { font, numberFormat, date: showsDate(numberFormat) }));
    return style;
  }
}

interface Block {
  /** Position of the wish it belongs to. */
  readonly index: number;
  readonly area: Range;
}

interface LoadedBlock extends Block {
  readonly range: Excel.Range;
  readonly fonts: OfficeExtension.ClientResult<Excel.CellProperties[][]> | null;
}

/**
 * The rows of each wish, by ascending row; rows are not hidden here. `before` adds to the first request, `between` runs
 * before each. Throws what Excel throws.
 */
export async function readCells(
  context: Excel.RequestContext,
  wanted: readonly CellsWanted[],
  styles: Styles,
  between: () => void = () => undefined,
): Promise<Row[][]> {
  const rows = wanted.map(() => new Map<number, Cell[]>());
  let limit = mostCells;
  let pending = wanted.flatMap(({ area }, index) => split({ index, area }, limit));
  // What the caller has already asked for travels with the first blocks, or alone.
  if (pending.length === 0) await context.sync();
  while (pending.length > 0) {
    between();
    const group = takeGroup(pending, limit);
    try {
      const loaded = group.map((block) => load(block, wanted));
      await context.sync();
      for (const block of loaded) collect(block, wanted, rows, styles);
      pending = pending.slice(group.length);
    } catch (error) {
      const largest = Math.max(...group.map(({ area }) => sizeOf(area)));
      const next = Math.floor(Math.min(limit, group.length > 1 ? limit : largest) / 2);
      if (!(isTooLarge(error) || error instanceof ValuesMissing) || next < 1) throw error;
      limit = next;
      pending = pending.flatMap((block) => split(block, limit));
    }
  }
  return rows.map((byRow) =>
    [...byRow]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({ row, hidden: false, cells: cells.sort((a, b) => a.column - b.column) })),
  );
}

/** Excel answers null instead of values when a range is too much for it. */
class ValuesMissing extends Error {}

function takeGroup(pending: readonly Block[], limit: number): Block[] {
  const group: Block[] = [];
  let cells = 0;
  for (const block of pending) {
    cells += sizeOf(block.area);
    if (group.length > 0 && cells > limit) break;
    group.push(block);
  }
  return group;
}

function load({ index, area }: Block, wanted: readonly CellsWanted[]): LoadedBlock {
  const wish = wanted[index];
  if (!wish) throw new RangeError('a block belongs to a wish');
  const range = wish.sheet.getRangeByIndexes(
    area.top - 1,
    area.left - 1,
    area.bottom - area.top + 1,
    area.right - area.left + 1,
  );
  range.load('values,formulas,valueTypes,numberFormat');
  const fonts = wish.font === null ? range.getCellProperties({ format: { font: { name: true } } }) : null;
  return { index, area, range, fonts };
}

/** What a range gives in truth: null when there is too much, whatever its type says. */
interface Given {
  readonly values: readonly (readonly unknown[])[] | null;
  readonly formulas: readonly (readonly unknown[])[] | null;
  readonly valueTypes: readonly (readonly string[])[] | null;
  readonly numberFormat: readonly (readonly unknown[])[] | null;
}

function collect(
  { index, area, range, fonts }: LoadedBlock,
  wanted: readonly CellsWanted[],
  rows: readonly Map<number, Cell[]>[],
  styles: Styles,
): void {
  const { values, formulas, valueTypes, numberFormat } = range as Given;
  if (!values || !formulas || !valueTypes || !numberFormat) {
    if (sizeOf(area) === 1) throw problem('too-large');
    throw new ValuesMissing();
  }
  const byRow = rows[index];
  const font = wanted[index]?.font ?? '';
  values.forEach((line, down) => {
    const row = area.top + down;
    line.forEach((given, across) => {
      const type = valueTypes[down]?.[across] ?? '';
      const formula = formulaOf(formulas[down]?.[across], given, type);
      const value = valueOf(given, type);
      // As in a file: white space counts as nothing.
      if (typeof value === 'string' && isBlank(value)) return;
      const ownFont = fonts ? fonts.value[down]?.[across]?.format?.font?.name : font;
      const format = numberFormat[down]?.[across];
      const style = styles.get(ownFont ?? '', typeof format === 'string' ? format : 'General');
      const cell: Cell = { column: area.left + across, value, style, ...(formula === null ? {} : { formula }) };
      const others = byRow?.get(row);
      if (others) others.push(cell);
      else byRow?.set(row, [cell]);
    });
  });
}

function valueOf(given: unknown, type: string): CellValue {
  if (typeof given === 'number' || typeof given === 'boolean') return given;
  const text = typeof given === 'string' ? given : '';
  return type === 'Error' ? { error: text } : text;
}

/** Without the equals sign; text that merely starts with one is its own "formula". */
function formulaOf(given: unknown, value: unknown, type: string): string | null {
  if (typeof given !== 'string' || !given.startsWith('=')) return null;
  return type === 'String' && given === value ? null : given.slice(1);
}

function sizeOf(area: Range): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/** Blocks of whole rows where a row fits, else of parts of a row. */
function split({ index, area }: Block, limit: number): Block[] {
  const columns = area.right - area.left + 1;
  const blocks: Block[] = [];
  const rowsAtOnce = Math.max(1, Math.floor(limit / columns));
  const columnsAtOnce = Math.min(columns, Math.max(1, limit));
  for (let top = area.top; top <= area.bottom; top += rowsAtOnce)
    for (let left = area.left; left <= area.right; left += columnsAtOnce)
      blocks.push({
        index,
        area: {
          top,
          left,
          bottom: Math.min(area.bottom, top + rowsAtOnce - 1),
          right: Math.min(area.right, left + columnsAtOnce - 1),
        },
      });
  return blocks;
}
