/** From a row of the summary to the cell it came from, and from a submission to the rows it fed. */
import { foldPlain } from '../../core/text/compare.ts';
import type { ShownSummary, SourceRow } from './server.ts';

export type DrillTable = 'streams' | 'proposals' | 'teams' | 'year';

/** A row of the summary as listed for tracing. */
export interface DrillRow {
  readonly table: DrillTable;
  readonly label: string;
  readonly detail: string;
  readonly source: SourceRow | null;
}

export function drillRows(summary: ShownSummary): DrillRow[] {
  const sources = new Map(summary.sources.map((source) => [source.key, source]));
  const row = (table: DrillTable, key: string, label: string, detail: string | null): DrillRow => ({
    table,
    label,
    detail: detail ?? '',
    source: sources.get(key) ?? null,
  });
  return [
    ...summary.streams.map(({ source, issue, text, organisationName }) =>
      row('streams', source, text, [issue, organisationName].filter((part) => part !== null).join(' · ')),
    ),
    ...summary.proposals.map(({ source, text, organisationName }) => row('proposals', source, text, organisationName)),
    ...summary.teams.map(({ source, name, size }) => row('teams', source, name, String(size))),
    ...summary.year.map(({ source, year, organisationName }) => row('year', source, organisationName ?? '', year)),
  ];
}

/** Rows of one table that hold all the words, whatever their case and accents. */
export function searchRows(rows: readonly DrillRow[], table: DrillTable, text: string): DrillRow[] {
  const wanted = foldPlain(text)
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (row.table !== table) return false;
    if (wanted.length === 0) return true;
    const folded = foldPlain(`${row.label} ${row.detail}`);
    return wanted.every((word) => folded.includes(word));
  });
}

/** All rows of the summary that one submission fed. */
export function fedBy(rows: readonly DrillRow[], submission: string): DrillRow[] {
  return rows.filter(({ source }) => source?.submission === submission);
}

/** False where the source is not named, to protect a small group. */
export function isNamed(source: SourceRow): boolean {
  return source.sheet !== '';
}
