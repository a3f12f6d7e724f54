/** Where a workbook may hold personal data that has no business there, and what kinds of it are looked for. */
import type { Located, ParsedDocument, ParsedWorkbook } from './document.ts';
import { textPlaces, type TextPlace } from './places.ts';
import type { Profile } from './profile.ts';
import type { CellAddress } from './sheet.ts';
import { findIdentifiers, findNames, findNumbers, type IdentifierType } from './text/identifier.ts';

export interface PersonalPlace extends TextPlace {
  /** True for running text, where people are not named; false where only numbers and addresses are looked for. */
  readonly narrative: boolean;
}

/** These are personal wherever they stand; a name may be the signer's or a collaborator's. */
const numbers: ReadonlySet<IdentifierType> = new Set(['phone', 'email', 'nationalId']);

const properties: ReadonlySet<string> = new Set(['title', 'subject', 'keywords', 'description']);

/**
 * The places to scan. In a report: its content, comments, properties and all that is hidden as running text, stray
 * cells for numbers. Elsewhere names belong: everything for numbers, except optional columns the profile switched on.
 * Letterheads and signatures of a report are left alone.
 */
export function* personalPlaces(
  { workbook, document, structure }: ParsedWorkbook,
  profile: Profile,
): Iterable<PersonalPlace> {
  const report = document?.kind === 'report';
  const content = new CellSet(document?.kind === 'report' ? contentOf(document) : []);
  const strays = new CellSet(structure.strays);
  const switchedOn = new CellSet(optionalCells(document, profile));
  // A refused column is one finding of its own, not one more for each of its cells.
  const refused = (at: CellAddress): boolean =>
    structure.refusedColumns.some(
      ({ sheet, column, row }) => at.sheet === sheet && at.column === column && at.row >= row,
    );
  for (const place of textPlaces(workbook)) {
    if (place.kind === 'cell' && place.at && refused(place.at)) continue;
    const cell = place.kind === 'cell' ? place.at : null;
    if (place.kind === 'property' ? !properties.has(place.property) : switchedOn.has(cell)) continue;
    const narrative = report && (place.kind === 'comment' || place.hidden || content.has(cell));
    if (narrative || !report || strays.has(cell)) yield { ...place, narrative };
  }
}

/** The kinds of identifier in a place, each once; `names` are the collaborators', never to appear in running text. */
export function typesIn({ text, narrative }: PersonalPlace, names: readonly string[]): IdentifierType[] {
  const whole = withLostZeros(text);
  const types = narrative
    ? findIdentifiers(whole).map(({ type }) => type)
    : findNumbers(whole).flatMap(({ type }) => (numbers.has(type) ? [type] : []));
  if (narrative && findNames(text, names).length > 0) types.push('namedPerson');
  return [...new Set(types)];
}

/** Numbers typed into a cell lose their leading zeros: nine digits of a phone number, ten or eleven of an identity number. */
function withLostZeros(text: string): string {
  if (/^[35789]\d{8}$/.test(text)) return `0${text}`;
  return /^[1-9]\d{9,10}$/.test(text) ? text.padStart(12, '0') : text;
}

/** The cells of a report that hold its running text. */
function contentOf(report: Extract<ParsedDocument, { kind: 'report' }>): CellAddress[] {
  const { overview, streams, salient, forecast, proposals, nil } = report;
  const cells: (Located<string> | null)[] = [
    ...overview,
    ...streams.flatMap(({ field, issue, text, breadth, attitude }) => [field, issue, text, breadth, attitude]),
    ...salient,
    ...forecast,
    ...proposals.flatMap(({ text, recipient }) => [text, recipient]),
    nil,
  ];
  return cells.filter((cell) => cell !== null);
}

function optionalCells(document: ParsedDocument | null, profile: Profile): CellAddress[] {
  if (document?.kind !== 'roster') return [];
  const on: readonly string[] = profile.roster.optionalColumns;
  return document.members.flatMap((member) =>
    Object.entries(member.optional).flatMap(([column, cell]) => (on.includes(column) ? [cell] : [])),
  );
}

/** Cells by address: every cell of the workbook is looked up, so addresses are not spelled out. */
class CellSet {
  private readonly sheets = new Map<string, Set<number>>();

  constructor(cells: readonly CellAddress[]) {
    for (const { sheet, row, column } of cells) {
      const places = this.sheets.get(sheet) ?? new Set();
      this.sheets.set(sheet, places.add(row * mostColumns + column));
    }
  }

  has(cell: CellAddress | null): boolean {
    return cell !== null && this.sheets.get(cell.sheet)?.has(cell.row * mostColumns + cell.column) === true;
  }
}

/** More than any sheet has. */
const mostColumns = 0x8000;
