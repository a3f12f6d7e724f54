/** From a row of a published summary to the cell it came from, and from a submission to the rows it fed. */
import type { FedRows } from '../../core/api.ts';
import { firstRow } from '../../core/file/summary/table-sheet.ts';
import { sheetNames } from '../../core/file/summary/words.ts';
import { traceKey } from '../../core/merge/sources.ts';
import type { SourceRow, Summary } from '../../core/merge/summary.ts';
import { a1 } from '../../core/sheet.ts';
import type { Services } from '../route.ts';
import { loadExtract } from '../submissions/extract-blob.ts';
import { notFound, totalsOnly } from '../submissions/problems.ts';
import { findSubmission } from '../submissions/record.ts';
import { findBlob, names, readBlob } from './part-blob.ts';
import { periodOfSummary, publishedOf, readSummary } from './record.ts';
import type { Snapshot } from './snapshot.ts';

type Reading = Pick<Services, 'store'>;

/** What a published summary holds. Throws HttpProblem 404 while it has no content, or has totals only. */
export async function summaryContent({ store }: Reading, id: string): Promise<Summary> {
  const found = await readSummary(store, id);
  if (found?.record.state !== 'published') throw notFound();
  const summary = await findBlob<Summary>(store, names.summary(id));
  if (!summary) throw totalsOnly();
  return summary;
}

/** Rows of the published summary that come from the submission; none while nothing is published. */
export async function fedRows({ store }: Reading, submission: string, period: string): Promise<FedRows> {
  const published = await publishedOf(store, period);
  const summary = published && (await findBlob<Summary>(store, names.summary(published.summary)));
  if (!published || !summary) return { summary: null, rows: [] };
  const sources = new Map(
    summary.sources.filter((source) => source.submission === submission).map((source) => [source.key, source]),
  );
  const tables = ['submissions', 'teams', 'members', 'streams', 'proposals', 'year'] as const;
  const rows = tables.flatMap((table) =>
    summary[table].flatMap(({ source }, index) => {
      const from = source === null ? undefined : sources.get(source);
      if (!from) return [];
      return [
        { sheet: sheetNames[table], row: firstRow + index, source: from.key, cell: `${from.sheet}!${from.cell}` },
      ];
    }),
  );
  return { summary: published.summary, rows };
}

/** The cell behind a source key; for a row whose committee is withheld it is looked for in the stored extracts. */
export async function sourceOf(
  services: Reading,
  id: string,
  key: string,
): Promise<{ summary: string; source: string; submission: string; sheet: string; cell: string }> {
  const summary = await summaryContent(services, id);
  const source = summary.sources.find((one) => one.key === key);
  if (!source) throw notFound();
  if (source.sheet !== '') return { ...placeOf(source), summary: id };
  const traced = await trace(services, id, source);
  if (!traced) throw notFound();
  return { summary: id, source: key, ...traced };
}

function placeOf({ key, submission, sheet, cell }: SourceRow) {
  return { source: key, submission, sheet, cell };
}

async function trace(
  { store }: Reading,
  id: string,
  source: SourceRow,
): Promise<{ submission: string; sheet: string; cell: string } | null> {
  const period = periodOfSummary(id);
  const snapshot = await readBlob<Snapshot>(store, names.snapshot(id));
  for (const { id: submission, kind, period: stated } of snapshot.records) {
    if (kind !== 'report' || stated !== period) continue;
    const found = await findSubmission(store, submission);
    const extract = found && (await loadExtract(store, found.record));
    if (extract?.document?.kind !== 'report') continue;
    for (const { row, text, issue } of extract.document.streams) {
      const cell = text ?? issue;
      if (cell && traceKey(extract, row) === source.submission)
        return { submission, sheet: cell.sheet, cell: a1(cell) };
    }
  }
  return null;
}
