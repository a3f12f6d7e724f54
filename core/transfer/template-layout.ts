/** Where a blank template keeps what: read off the template itself, so that it follows whatever the writer does. */
import type { Range, Row, Sheet } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Empty rows to fill in. */
export interface Room {
  readonly first: number;
  readonly rows: number;
}

export interface TableRoom extends Room {
  /** Columns by their plain-folded header. */
  readonly columns: ReadonlyMap<string, number>;
}

export class TemplateLayout {
  readonly sheet: Sheet;
  private readonly merges: ReadonlyMap<string, Range>;

  constructor(sheet: Sheet) {
    this.sheet = sheet;
    this.merges = new Map(sheet.merges.map((merge) => [`${merge.top},${merge.left}`, merge]));
  }

  /** The cell to the right of a label in the first column. */
  field(label: string): Place | null {
    const row = this.rowStarting(label);
    if (!row) return null;
    // A table's header row starts with a label of its own and has more beside it.
    const merge = this.merges.get(`${row.row},1`);
    return { row: row.row, column: (merge?.right ?? 1) + 1 };
  }

  /** The rows below a heading up to the next thing written. */
  lines(heading: string): Room | null {
    const row = this.rowStarting(heading);
    return row && this.below(row.row);
  }

  /** The row that holds all these headers. */
  headerRow(labels: readonly string[]): number | null {
    const wanted = labels.map((label) => foldPlain(label));
    return this.sheet.rows.find((row) => wanted.every((label) => textsOf(row).has(label)))?.row ?? null;
  }

  table(header: number): TableRoom | null {
    const row = this.sheet.rows.find((one) => one.row === header);
    return row ? { ...this.below(header), columns: textsOf(row) } : null;
  }

  /** One blank row stands before whatever comes next. */
  private below(row: number): Room {
    const next = this.sheet.rows.find((one) => one.row > row && one.cells.some(({ value }) => value !== ''));
    return { first: row + 1, rows: Math.max(0, (next?.row ?? row + 2) - row - 2) };
  }

  private rowStarting(text: string): Row | null {
    const wanted = foldPlain(text);
    return (
      this.sheet.rows.find(({ cells }) =>
        cells.some(({ column, value }) => column === 1 && typeof value === 'string' && foldPlain(value) === wanted),
      ) ?? null
    );
  }
}

function textsOf({ cells }: Row): Map<string, number> {
  return new Map(
    cells.flatMap(({ column, value }) => (typeof value === 'string' ? [[foldPlain(value), column] as const] : [])),
  );
}
