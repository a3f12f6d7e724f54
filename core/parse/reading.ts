/** What a kind's parser hands back: the document and how its layout differs from what the kind needs. */
import type { Located, ParsedDocument, Structure } from '../document.ts';
import type { CellAddress } from '../sheet.ts';
import type { Header } from './header-row.ts';
import type { ColumnSpec } from './wording/common.ts';

export interface Reading<Document extends ParsedDocument> {
  readonly document: Document;
  readonly header: CellAddress | null;
  readonly missingColumns: Structure['missingColumns'];
  readonly unexpectedColumns: readonly Located<string>[];
  readonly refusedColumns: readonly Located<string>[];
}

/** The first header cell of a table. */
export function headerCell(header: Header | undefined): CellAddress | null {
  if (!header) return null;
  const cells = [...header.columns.map((column) => column.header), ...header.unexpected];
  const first = cells.reduce((best, cell) => (cell.column < best.column ? cell : best));
  return { sheet: first.sheet, row: Math.min(...cells.map((cell) => cell.row)), column: first.column };
}

export function missing(
  specs: readonly ColumnSpec<string>[],
  needed: readonly string[],
  present: ReadonlySet<string>,
): Structure['missingColumns'] {
  return specs.filter(({ id }) => needed.includes(id) && !present.has(id)).map(({ id, label }) => ({ id, label }));
}
