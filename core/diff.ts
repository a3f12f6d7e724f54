/**
 * What changed between two versions of a workbook, by what its rows mean rather than where they stand: a member by
 * name, a stream by its issue and place within it, so that a row inserted above changes nothing below.
 */
import type { DateValue, DocumentReference, Located, ParsedDocument } from './document.ts';
import type { Finding } from './finding.ts';
import { groupBy } from './group-by.ts';
import { a1 } from './sheet.ts';
import type { Extract } from './submission.ts';
import { fold, normalise } from './text/compare.ts';
import { stripTitles } from './text/name.ts';

/** A value and where it stands. */
export interface DiffCell {
  readonly sheet: string;
  /** A1. */
  readonly cell: string;
  readonly value: string;
}

/** A value that was added (`before` null), removed (`after` null) or rewritten. */
export interface CellChange {
  /** The glossary's name of the column or header line: `position`, `breadth`, `reviewedOn`, … */
  readonly column: string;
  readonly before: DiffCell | null;
  readonly after: DiffCell | null;
}

export type DiffTable =
  | 'header'
  | 'members'
  | 'overview'
  | 'streams'
  | 'salient'
  | 'forecast'
  | 'proposals'
  | 'trainings'
  | 'inspections'
  | 'tasks'
  | 'commendations'
  | 'surveys'
  | 'briefings';

export interface RowChange {
  readonly table: DiffTable;
  readonly change: 'added' | 'removed' | 'changed';
  /** What the row is about, as written: the member's name, the issue; empty for the header. */
  readonly label: string;
  readonly cells: readonly CellChange[];
}

export interface ExtractDiff {
  /** True when the bytes are the same. */
  readonly identical: boolean;
  /** By table in the order of the form, then by place in the newer version, removed rows last. */
  readonly rows: readonly RowChange[];
  readonly findings: {
    readonly fixed: readonly Finding[];
    readonly added: readonly Finding[];
    readonly remaining: readonly Finding[];
  };
}

/** Compares two versions of one organisation's workbook. Of different kinds every row is removed or added. */
export function diffExtracts(before: Extract, after: Extract): ExtractDiff {
  const known = new Set(before.findings.map(({ id }) => id));
  const open = new Set(after.findings.map(({ id }) => id));
  return {
    identical: before.hash === after.hash,
    rows: before.hash === after.hash ? [] : diffRows(rowsOf(before.document), rowsOf(after.document)),
    findings: {
      fixed: before.findings.filter(({ id }) => !open.has(id)),
      added: after.findings.filter(({ id }) => !known.has(id)),
      remaining: after.findings.filter(({ id }) => known.has(id)),
    },
  };
}

interface LogicalRow {
  readonly table: DiffTable;
  /** Rows of one key are versions of each other, first by equal content, then by place. */
  readonly key: string;
  readonly label: string;
  readonly cells: ReadonlyMap<string, DiffCell>;
}

const tableOrder: readonly DiffTable[] = [
  'header',
  'members',
  'overview',
  'streams',
  'salient',
  'forecast',
  'proposals',
  'trainings',
  'inspections',
  'tasks',
  'commendations',
  'surveys',
  'briefings',
];

function diffRows(before: readonly LogicalRow[], after: readonly LogicalRow[]): RowChange[] {
  const partner = pairUp(before, after);
  const kept = new Set(partner.values());
  const changes = [
    ...after.flatMap((row) => changeOf(partner.get(row) ?? null, row)),
    ...before.filter((row) => !kept.has(row)).flatMap((row) => changeOf(row, null)),
  ];
  return tableOrder.flatMap((table) => changes.filter((change) => change.table === table));
}

/** The older row of each newer one. */
function pairUp(before: readonly LogicalRow[], after: readonly LogicalRow[]): ReadonlyMap<LogicalRow, LogicalRow> {
  const partner = new Map<LogicalRow, LogicalRow>();
  const keyOf = ({ table, key }: LogicalRow): string => `${table}\n${key}`;
  const older = groupBy(before, keyOf);
  for (const [key, newer] of groupBy(after, keyOf)) {
    const byContent = groupBy(older.get(key) ?? [], contentOf);
    const unpaired = newer.filter((row) => {
      const same = byContent.get(contentOf(row))?.shift();
      if (same) partner.set(row, same);
      return !same;
    });
    const unclaimed = new Set([...byContent.values()].flat());
    const rest = (older.get(key) ?? []).filter((row) => unclaimed.has(row));
    unpaired.forEach((row, index) => {
      const same = rest[index];
      if (same) partner.set(row, same);
    });
  }
  return partner;
}

function contentOf({ cells }: LogicalRow): string {
  return [...cells].map(([column, { value }]) => `${column}=${fold(value)}`).join('\n');
}

function changeOf(before: LogicalRow | null, after: LogicalRow | null): RowChange[] {
  const row = after ?? before;
  if (!row) return [];
  const columns = new Set([...(after?.cells.keys() ?? []), ...(before?.cells.keys() ?? [])]);
  const cells = [...columns].flatMap((column): CellChange[] => {
    const [then, now] = [before?.cells.get(column) ?? null, after?.cells.get(column) ?? null];
    // Re-saving may change the Unicode form or spaces: nothing a reader sees.
    return then && now && normalise(then.value) === normalise(now.value) ? [] : [{ column, before: then, after: now }];
  });
  if (before && after && cells.length === 0) return [];
  const change = before && after ? 'changed' : after ? 'added' : 'removed';
  return [{ table: row.table, change, label: row.label, cells }];
}

type Shown = Located<string | number | DateValue | DocumentReference> | null;

function cellsOf(columns: Readonly<Record<string, Shown>>): Map<string, DiffCell> {
  return new Map(
    Object.entries(columns).flatMap(([column, located]) =>
      located ? [[column, { sheet: located.sheet, cell: a1(located), value: shownText(located.value) }] as const] : [],
    ),
  );
}

function shownText(value: string | number | DateValue | DocumentReference): string {
  return typeof value === 'object' ? value.text : String(value);
}

function tableRow(
  table: DiffTable,
  label: Located<string> | null,
  columns: Readonly<Record<string, Shown>>,
): LogicalRow {
  const text = label?.value ?? '';
  return { table, key: fold(table === 'members' ? stripTitles(text) : text), label: text, cells: cellsOf(columns) };
}

/** Lines of running text have no key but their place. */
function lines(table: DiffTable, texts: readonly Located<string>[]): LogicalRow[] {
  return texts.map((text) => ({ table, key: '', label: text.value, cells: cellsOf({ text }) }));
}

function rowsOf(document: ParsedDocument | null): LogicalRow[] {
  if (!document) return [];
  const { organisationText, title } = document;
  const header = (columns: Readonly<Record<string, Shown>>): LogicalRow => ({
    table: 'header',
    key: '',
    label: '',
    cells: cellsOf({ organisation: organisationText, title, ...columns }),
  });
  switch (document.kind) {
    case 'roster': {
      const { term, decision, regulation, reviewedOn, inspectedOn, attestation, teamKind, members } = document;
      return [
        header({ teamKind, term, decision, regulation, reviewedOn, inspectedOn, attestation }),
        ...members.map(({ name, position, unit, role, decisionNumber, decisionDate, ...member }) =>
          tableRow('members', name, {
            name,
            position,
            unit,
            role,
            decisionNumber,
            decisionDate,
            term: member.term,
            status: member.status,
            note: member.note,
            leftOn: member.leftOn ?? null,
            ...member.optional,
          }),
        ),
      ];
    }
    case 'report': {
      const { number, period, date, type, addressee, channel, request, nil, counters } = document;
      return [
        header({ number, period, date, type, addressee, channel, request, nil, ...counters }),
        ...lines('overview', document.overview),
        ...document.streams.map(({ field, issue, text, breadth, attitude }) =>
          tableRow('streams', issue, { field, issue, text, breadth, attitude }),
        ),
        ...lines('salient', document.salient),
        ...lines('forecast', document.forecast),
        ...document.proposals.map(({ text, recipient }) => tableRow('proposals', text, { text, recipient })),
      ];
    }
    case 'year': {
      const { year, plan, review } = document;
      const events = (['inspections', 'commendations', 'surveys', 'briefings'] as const).flatMap((table) =>
        document[table].map(({ text, date }) => tableRow(table, text, { text, date })),
      );
      return [
        header({ year, plan, review }),
        ...document.trainings.map(({ name, date, topics, attendees }) =>
          tableRow('trainings', name, { name, date, topics, attendees }),
        ),
        ...lines('tasks', document.tasks),
        ...events,
      ];
    }
  }
}
