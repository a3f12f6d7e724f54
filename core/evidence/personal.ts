/** Where a workbook may hold personal data that has no business there, and what kinds of it are looked for. */
import type { Located, ParsedDocument, ParsedWorkbook } from '../document.ts';
import { contactPlaces, isContactLine, isOfficeContact, withCellBefore, type ContactPlace } from './office-contact.ts';
import { cellHint, CellSet, textPlaces, type TextPlace } from './places.ts';
import type { Profile } from '../profile.ts';
import type { CellAddress } from '../sheet.ts';
import { findIdentifiers, findNames, findNumbers, type IdentifierType } from '../text/identifier.ts';
import { hint } from '../text/hints.ts';

export interface PersonalPlace extends TextPlace {
  /** Each kind of identifier in it once. */
  readonly types: readonly IdentifierType[];
  /** A telephone number or e-mail address outside the text of a report, with a label: how whoever made it is reached. */
  readonly contact: boolean;
}

/** These are personal wherever they stand; a name may be the signer's or a collaborator's. */
const numbers: ReadonlySet<IdentifierType> = new Set(['phone', 'email', 'nationalId']);

const isContact = (type: IdentifierType): boolean => type === 'phone' || type === 'email';

const properties: ReadonlySet<string> = new Set(['title', 'subject', 'keywords', 'description']);

/**
 * Places that hold personal data. In a report its content with all that stands beside it, comments, properties and all
 * that is hidden are scanned as running text, where people are not named. Elsewhere names belong: letterheads, signatures,
 * other sheets, rosters and year records are scanned for numbers, except an office's own and the optional columns the
 * profile switched on.
 * `names` are the collaborators', never to appear in running text.
 */
export function* personalPlaces(
  parsed: ParsedWorkbook,
  profile: Profile,
  names: readonly string[],
): Iterable<PersonalPlace> {
  const { workbook, document, structure } = parsed;
  const report = document?.kind === 'report';
  // Most workbooks hold nothing suspicious, and need no list of their content.
  let inBody: ((at: CellAddress) => boolean) | null = null;
  let placeOf: ((at: CellAddress) => ContactPlace) | null = null;
  const strays = new CellSet(structure.strays);
  const switchedOn = new CellSet(optionalCells(document, profile));
  // A refused column is one finding of its own, not one more for each of its cells.
  const refused = (at: CellAddress): boolean =>
    structure.refusedColumns.some(
      ({ sheet, column, row }) => at.sheet === sheet && at.column === column && at.row >= row,
    );
  // The same words stand in many cells of a table; each text is looked at once.
  const told = new Map<string, readonly IdentifierType[]>();
  const typesOf = (text: string): readonly IdentifierType[] => {
    const known = told.get(text) ?? (report ? inRunningText(text, names) : numbersIn(text));
    told.set(text, known);
    return known;
  };
  const named = names.length > 0 ? cellHint.text : hint.number | hint.person | hint.quote;
  for (const place of textPlaces(workbook, report ? named : hint.number)) {
    if (typesOf(place.text).length === 0) continue;
    if (place.kind === 'cell' && place.at && refused(place.at)) continue;
    const cell = place.kind === 'cell' ? place.at : null;
    if (place.kind === 'property' ? !properties.has(place.property) : switchedOn.has(cell)) continue;
    if (report) inBody ??= bodyOf(document);
    const narrative = place.kind === 'comment' || place.hidden || (cell !== null && inBody?.(cell) === true);
    const found = narrative || !report ? typesOf(place.text) : numbersIn(place.text);
    if (found.length === 0) continue;
    placeOf ??= contactPlaces(parsed);
    const words = cell ? withCellBefore(workbook, cell, place.text) : place.text;
    const offices = !narrative && isOfficeContact(words, cell ? placeOf(cell) : 'letterhead');
    const types = offices ? found.filter((type) => !isContact(type)) : found;
    const contact = report && !narrative && !strays.has(cell) && types.every(isContact) && isContactLine(words);
    if (types.length > 0) yield { ...place, types, contact };
  }
}

function inRunningText(text: string, names: readonly string[]): IdentifierType[] {
  const types = findIdentifiers(withLostZeros(text)).map(({ type }) => type);
  if (findNames(text, names).length > 0) types.push('namedPerson');
  return [...new Set(types)];
}

function numbersIn(text: string): readonly IdentifierType[] {
  return [...new Set(findNumbers(withLostZeros(text)).flatMap(({ type }) => (numbers.has(type) ? [type] : [])))];
}

/** Numbers typed into a cell lose their leading zeros: nine digits of a phone number, ten or eleven of an identity number. */
function withLostZeros(text: string): string {
  if (/^[35789]\d{8}$/.test(text)) return `0${text}`;
  return /^[1-9]\d{9,10}$/.test(text) ? text.padStart(12, '0') : text;
}

/**
 * Tells the rows of a report with running text on them, whatever column, and those between: «Ông … không có ý kiến khác»
 * is no opinion that is read.
 */
function bodyOf(report: Extract<ParsedDocument, { kind: 'report' }>): (at: CellAddress) => boolean {
  const content = contentOf(report);
  const rows = new Set(content.map(({ sheet, row }) => `${sheet}\n${row}`));
  const own = content.flatMap(({ sheet, row }) => (sheet === report.sheet ? [row] : [])).sort((a, b) => a - b);
  own.forEach((row, at) => {
    const above = own[at - 1] ?? row;
    // Signatures may part the body from an appendix.
    if (row - above <= widestGap)
      for (let between = above + 1; between < row; between += 1) rows.add(`${report.sheet}\n${between}`);
  });
  return ({ sheet, row }) => rows.has(`${sheet}\n${row}`);
}

/** So many rows below a text the next is of the same body: a heading or two stand between. */
const widestGap = 5;

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
