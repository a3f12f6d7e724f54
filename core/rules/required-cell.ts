import * as z from 'zod';
import { blankCells, type TableOf } from '../evidence/blank-cells.ts';
import type { Located, Member, Stream } from '../document.ts';
import type { Severity } from '../finding.ts';
import { gatherByColumn } from '../evidence/gather.ts';
import { CellSet } from '../evidence/places.ts';
import { inForce } from '../profile.ts';
import { defineRule, type Hit } from '../rule.ts';
import type { CellAddress } from '../sheet.ts';

interface Column<Row> {
  readonly id: string;
  /** The standard header. */
  readonly label: string;
  readonly severity: Severity;
  readonly read: (row: Row) => Located<string> | null;
}

const memberColumns: readonly Column<Member>[] = [
  { id: 'name', label: 'Họ và tên', severity: 'error', read: (member) => member.name },
  { id: 'position', label: 'Chức vụ', severity: 'warning', read: (member) => member.position },
  { id: 'unit', label: 'Đơn vị/chi bộ đại diện', severity: 'warning', read: (member) => member.unit },
  { id: 'role', label: 'Vai trò', severity: 'warning', read: (member) => member.role },
  { id: 'term', label: 'Nhiệm kỳ', severity: 'warning', read: (member) => member.term },
];

/**
 * Field and issue may be left blank: such a row continues the one above. Whether an issue without any stream is an
 * error is for `opinion-streams` to say.
 */
const streamColumns: readonly Column<Stream>[] = [
  { id: 'stream', label: 'Luồng ý kiến', severity: 'warning', read: (stream) => stream.text },
  { id: 'breadth', label: 'Mức độ', severity: 'warning', read: (stream) => stream.breadth },
  { id: 'attitude', label: 'Khuynh hướng', severity: 'warning', read: (stream) => stream.attitude },
];

/** A row that was begun is filled in; rows with nothing in them are no rows. */
export const requiredCell = defineRule({
  id: 'required-cell',
  on: 'workbook',
  severity: 'warning',
  title: { vi: 'Mỗi dòng có đủ các ô bắt buộc', en: 'Every row has its required cells' },
  parameters: z.strictObject({}),
  *check({ workbook, document, structure }, { profile, day }) {
    if (document?.kind === 'roster') {
      const { members, term, sheet } = document;
      // Blank units are judged under their own clause, and a term stated once need not stand in every row.
      const unitRule = profile.rules.some((entry) => entry.id === 'represented-unit' && inForce(entry, day));
      const skipped = new Set([unitRule && 'unit', (term ?? members.every((member) => !member.term)) && 'term']);
      const columns = memberColumns.filter(({ id }) => !skipped.has(id));
      yield* blanks(members, columns, { workbook, structure, sheet, kind: 'roster' });
    }
    if (document?.kind === 'report')
      yield* blanks(document.streams.filter(holdsOpinion), streamColumns, {
        workbook,
        structure,
        sheet: document.sheet,
        kind: 'streams',
      });
  },
  message: {
    vi: ({ label, count }) => (count === 1 ? `Ô «${label}» còn trống.` : `${count} ô ở cột «${label}» còn trống.`),
    en: ({ label, count }) =>
      count === 1 ? `The cell «${label}» is blank.` : `${count} cells of the column «${label}» are blank.`,
  },
  remedy: {
    vi: ({ label }) => `Điền «${label}», hoặc xóa cả dòng nếu dòng này thừa.`,
    en: ({ label }) => `Fill in «${label}», or delete the row if it is left over.`,
  },
});

/** False for a row that only names a field or an issue. */
function holdsOpinion({ text, breadth, attitude }: Stream): boolean {
  return (text ?? breadth ?? attitude) !== null;
}

function* blanks<Row extends { readonly row: number }>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  table: TableOf,
): Iterable<Hit<{ label: string; count: number }>> {
  for (const { id, label, severity, read } of columns)
    for (const { at, related } of gatherByColumn(once(blankCells(rows, read, id, table))))
      yield { at, related, severity, group: id, args: { label, count: related.length + 1 } };
}

/** A row may hold several opinions, each in a column of its own. */
function once(cells: readonly CellAddress[]): CellAddress[] {
  const told = new CellSet();
  return cells.filter((cell) => {
    const first = !told.has(cell);
    told.add(cell);
    return first;
  });
}
