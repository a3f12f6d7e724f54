/** For a workbook nothing was recognised in: the kind it comes nearest to, and what is missing for it. */
import type { DocumentKind } from '../document.ts';
import { documentTitles } from '../parse/wording/common.ts';
import { reportSections, streamColumns } from '../parse/wording/report.ts';
import { rosterColumns } from '../parse/wording/roster.ts';
import { yearSections } from '../parse/wording/year.ts';
import { matchColumn, matchHeading } from '../parse/match.ts';
import { rowBudget } from '../parse/recognise.ts';
import type { Workbook } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';

interface Mark {
  /** The standard wording, to tell the user. */
  readonly label: string;
  readonly found: (text: string) => boolean;
}

/** No title, heading or header is longer. */
const longestMark = 200;

const title = (label: string): Mark => ({ label, found: (text) => foldPlain(text).startsWith(foldPlain(label)) });

const rosterMarks = rosterColumns
  .filter(({ id }) => id === 'name' || id === 'position' || id === 'unit' || id === 'role')
  .map(({ id, label }) => ({ label, found: (text: string) => matchColumn('roster', [text])?.id === id }));

const streamMarks = streamColumns
  .filter(({ id }) => id === 'issue' || id === 'stream')
  .map(({ id, label }) => ({ label, found: (text: string) => matchColumn('streams', [text])?.id === id }));

const marks: Readonly<Record<DocumentKind, readonly Mark[]>> = {
  roster: [title(documentTitles.roster), ...rosterMarks],
  report: [
    title(documentTitles.report),
    ...reportSections
      .filter(({ id }) => id !== 'counters')
      .map((section) => ({ label: section.title, found: (text: string) => matchHeading([section], text) !== null })),
    ...streamMarks,
  ],
  year: [
    title(documentTitles.year),
    ...yearSections.map((section) => ({
      label: section.title,
      found: (text: string) => matchHeading([section], text) !== null,
    })),
  ],
};

/** null where the workbook has no mark of any kind. */
export function nearestKind({ sheets }: Workbook): { kind: DocumentKind; missing: readonly string[] } | null {
  const cells = sheets.flatMap((sheet) => sheet.rows.slice(0, rowBudget).flatMap((row) => row.cells));
  const values = new Set(cells.map(({ value }) => value));
  const texts = [...values].filter((value) => typeof value === 'string').filter((text) => text.length <= longestMark);
  const kinds = (['roster', 'report', 'year'] as const).map((kind) => {
    const missing = marks[kind].filter((mark) => !texts.some((text) => mark.found(text)));
    return { kind, missing: missing.map((mark) => mark.label), share: 1 - missing.length / marks[kind].length };
  });
  const best = kinds.reduce((one, other) => (other.share > one.share ? other : one));
  return best.share > 0 ? { kind: best.kind, missing: best.missing } : null;
}
