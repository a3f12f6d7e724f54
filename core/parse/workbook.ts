/**
 * Recognises what a workbook holds by its content and reads it: the only gate from cells to documents.
 * The document may stand on any sheet, behind covers and instructions; a visible sheet wins over a hidden one.
 */
import type { DocumentKind, ParsedDocument, ParsedWorkbook } from '../document.ts';
import type { Profile } from '../profile.ts';
import type { CellAddress, Workbook } from '../sheet.ts';
import { foldPlain } from '../text/compare.ts';
import { withoutStaleFonts } from '../text/legacy-sheet.ts';
import { Grid } from './grid.ts';
import { templateSheets } from './wording/common.ts';
import { completed } from './other-sheets.ts';
import { isOwnSummary } from './own-summary.ts';
import type { Reading } from './reading.ts';
import { recognise, type Recognition } from './recognise.ts';
import { parseReport } from './report.ts';
import { parseRoster } from './roster.ts';
import { templateStamp } from './template-stamp.ts';
import { parseYear } from './year.ts';

/** More stray cells than this are not listed; a sheet with so many has one cause, not thousands. */
const strayLimit = 5000;

interface Candidate extends Recognition {
  readonly grid: Grid;
  readonly visible: boolean;
}

const ownSheets = new Set(Object.values(templateSheets).map((name) => foldPlain(name)));
/** So many sheets of equal standing are read to find a filled one. */
const mostForms = 40;
/** From here on a sheet surely holds the document itself, not its cover. */
const sure = 6;

/** Never throws: a workbook nothing is recognised in comes back as `unknown`. */
export function parseWorkbook(given: Workbook, profile: Profile): ParsedWorkbook {
  const workbook = { ...given, sheets: given.sheets.map((sheet) => withoutStaleFonts(sheet)) };
  const template = templateStamp(workbook);
  const grids = workbook.sheets
    .filter((sheet) => !ownSheets.has(foldPlain(sheet.name)))
    .map((sheet) => new Grid(sheet, workbook.date1904));
  const candidates = grids.flatMap((grid): Candidate[] => {
    const recognition = recognise(grid);
    return recognition ? [{ ...recognition, grid, visible: grid.sheet.state === 'visible' }] : [];
  });
  const chosen = isOwnSummary(workbook) ? null : filled(ranked(candidates, template?.kind ?? null), profile);
  if (!chosen) {
    return {
      workbook,
      kind: 'unknown',
      document: null,
      structure: {
        missingColumns: [],
        unexpectedColumns: [],
        refusedColumns: [],
        header: null,
        strays: [],
        template,
        otherCandidates: [],
      },
    };
  }
  const { grid, kind } = chosen;
  const reading = chosen.reading ?? read(grid, kind, profile);
  const { document, parts } = completed(
    reading.document,
    grids
      .filter((other) => other !== grid && other.sheet.state === 'visible')
      .map((other) => ({ grid: other, kind: candidates.find((one) => one.grid === other)?.kind ?? null })),
    profile,
  );
  return {
    workbook,
    kind,
    document,
    structure: {
      missingColumns: reading.missingColumns,
      unexpectedColumns: reading.unexpectedColumns,
      refusedColumns: reading.refusedColumns,
      header: reading.header,
      strays: straysOf(grid, reading.header),
      template,
      otherCandidates: candidates
        .filter((other) => other.grid !== grid && !parts.has(other.grid) && (other.visible || other.kind === kind))
        .filter((other) => other.score >= sure || (other.kind === kind && chosen.score < sure))
        .map((other) => other.grid.sheet.name),
    },
  };
}

/** Visible before hidden, sure before unsure, the template's kind before another, then the order of the sheets. */
function ranked(candidates: readonly Candidate[], stamped: DocumentKind | null): Candidate[] {
  const rank = (one: Candidate): number =>
    (one.visible ? 8 : 0) + (one.score >= sure ? 4 : 0) + (one.kind === stamped ? 2 : 0);
  const best = Math.max(...candidates.map(rank));
  return candidates.filter((one) => rank(one) === best);
}

/**
 * Of equals the first that holds something; of its kind the one of the latest month or year: a book of a year's reports
 * has a filled form for each month past and a blank one for each to come.
 */
function filled(
  equals: readonly Candidate[],
  profile: Profile,
): (Candidate & { readonly reading?: Reading<ParsedDocument> }) | null {
  if (equals.length < 2) return equals[0] ?? null;
  let best: (Candidate & { readonly reading: Reading<ParsedDocument> }) | null = null;
  for (const one of equals.slice(0, mostForms)) {
    if (best && best.kind !== one.kind) continue;
    const reading = read(one.grid, one.kind, profile);
    if (!holdsSomething(reading.document)) continue;
    if (!best || statedTime(reading.document) > statedTime(best.reading.document)) best = { ...one, reading };
  }
  return best ?? equals[0] ?? null;
}

/** `2023-11`, `2023`; of a roster the end of its term and the year of its title or sheet; empty where none is stated. */
function statedTime(document: ParsedDocument): string {
  if (document.kind === 'roster') {
    const { term, title, sheet, members } = document;
    const named = lastYear(sheet) || lastYear(title?.value);
    return `${lastYear(term?.value ?? members[0]?.term?.value)} ${named}`;
  }
  return document.kind === 'report' ? (document.period?.value ?? '') : String(document.year?.value ?? '');
}

function lastYear(text: string | undefined): string {
  return text?.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)?.at(-1) ?? '';
}

function holdsSomething(document: ParsedDocument): boolean {
  if (document.kind === 'roster') return document.members.length > 0;
  return document.kind === 'year' || document.nil !== null || document.streams.length > 0;
}

function read(grid: Grid, kind: DocumentKind, profile: Profile): Reading<ParsedDocument> {
  switch (kind) {
    case 'roster':
      return parseRoster(grid, profile);
    case 'report':
      return parseReport(grid, profile);
    case 'year':
      return parseYear(grid, profile);
  }
}

/** Valued cells that belong to nothing, those nearest to the document's table first. */
function straysOf(grid: Grid, header: CellAddress | null): CellAddress[] {
  const origin = header ?? { row: 1, column: 1 };
  const distance = (cell: { row: number; column: number }): number =>
    Math.abs(cell.row - origin.row) + Math.abs(cell.column - origin.column);
  return grid
    .unclaimed(strayLimit)
    .sort((a, b) => distance(a) - distance(b) || a.row - b.row || a.column - b.column)
    .map(({ row, column }) => ({ sheet: grid.sheet.name, row, column }));
}
