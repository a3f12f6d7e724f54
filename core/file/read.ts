/** An .xlsx file → the neutral workbook: the guard first, then values and what a checker needs, nothing else. */
import type { Sheet, Workbook } from '../sheet.ts';
import { readComments } from './comments.ts';
import { defaultLimits, type FileLimits } from './limits.ts';
import { openPackage, type OpenOptions, type Package } from './package.ts';
import {
  contentType,
  eachChild,
  eachInside,
  openParts,
  readContentTypes,
  spreadsheetNamespaces,
  type Parts,
  type Relationship,
} from './parts.ts';
import { applyPolicy, isDdeFormula } from './policy.ts';
import { readProperties } from './properties.ts';
import { FileRefused } from './refused.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readStyles } from './styles.ts';
import { readWorksheet, type WorksheetContext } from './worksheet.ts';
import { declaresEntities, toUtf8, Xml } from './xml.ts';

/** Throws FileRefused, and nothing else, for whatever is wrong with the bytes. */
export function readWorkbook(bytes: Uint8Array, options: OpenOptions): Workbook {
  const limits: FileLimits = { ...defaultLimits, ...options.limits };
  const file = openPackage(bytes, options);
  const parts = openParts(file, limits);
  if (parts.find('[Content_Types].xml') === undefined) throw new FileRefused(foreignPackage(parts));
  const types = readContentTypes(parts);
  const packageRelationships = parts.relationships('');
  const workbookPart = packageRelationships.find(({ type }) => type === 'officeDocument')?.target ?? null;
  if (workbookPart === null) throw new FileRefused('plain-zip');
  checkMainType(contentType(types, workbookPart));
  const features = applyPolicy(parts, types);

  const outline = readOutline(parts, workbookPart);
  const relationships = parts.relationships(workbookPart);
  const targetOf = (type: string): string | undefined =>
    relationships.find((relationship) => relationship.type === type)?.target ?? undefined;
  const context: WorksheetContext = {
    strings: readSharedStrings(parts, targetOf('sharedStrings')),
    styles: readStyles(parts, targetOf('styles')),
    date1904: outline.date1904,
    limits,
    counts: { rows: 0, cells: 0 },
  };
  const counts = { comments: 0 };
  const sheets: Sheet[] = [];
  for (const entry of outline.sheets) {
    // A sheet of macro code, once; Excel shows nothing of it.
    if (entry.relationship === '') continue;
    const relationship = relationships.find(({ id }) => id === entry.relationship);
    if (relationship?.target === undefined || relationship.target === null) throw new FileRefused('workbook-structure');
    // Chart and dialog sheets hold no cells.
    if (relationship.type === 'worksheet') sheets.push(readSheet(parts, entry, relationship.target, context, counts));
  }
  if (sheets.length === 0) throw new FileRefused('no-sheets');
  const properties = readProperties(parts, packageRelationships);
  checkOtherParts(file, parts);
  return { sheets, date1904: outline.date1904, properties, features };
}

/** A ZIP package that is no Office document: what is it? */
function foreignPackage(parts: Parts): 'open-document' | 'plain-zip' {
  return parts.find('mimetype') !== undefined && parts.find('content.xml') !== undefined
    ? 'open-document'
    : 'plain-zip';
}

function checkMainType(type: string): void {
  if (/spreadsheetml\.(sheet|template)\.main\+xml$/i.test(type)) return;
  if (/sheet\.binary\./i.test(type)) throw new FileRefused('binary-workbook');
  if (/wordprocessingml|ms-word/i.test(type)) throw new FileRefused('word-document');
  if (/presentationml|ms-powerpoint/i.test(type)) throw new FileRefused('presentation');
  if (/macroenabled/i.test(type)) throw new FileRefused('macros');
  // Some writers say no more than that the part is XML.
  if (!/^(application|text)\/xml$/i.test(type)) throw new FileRefused('plain-zip');
}

interface SheetEntry {
  readonly name: string;
  readonly state: Sheet['state'];
  readonly relationship: string;
}

interface Outline {
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
}

function readOutline(parts: Parts, part: string): Outline {
  const { limits } = parts;
  const scanner = parts.scan(part, spreadsheetNamespaces);
  let date1904 = false;
  let names = 0;
  const sheets: SheetEntry[] = [];
  const seen = new Set<string>();
  const readEntry = (name: string): void => {
    if (name === 'sheet') {
      if (sheets.length >= limits.sheets) throw new FileRefused('too-many-sheets', String(limits.sheets));
      const entry = {
        name: scanner.attribute('name') ?? '',
        state: readState(scanner.attribute('state')),
        relationship: scanner.prefixedAttribute('id') ?? '',
      };
      const folded = entry.name.toLowerCase();
      if (folded === '' || seen.has(folded)) throw new FileRefused('workbook-structure');
      seen.add(folded);
      sheets.push(entry);
    }
    scanner.skip();
  };
  const readDefinedName = (): void => {
    if (++names > limits.definedNames) throw new FileRefused('too-many-names', String(limits.definedNames));
    if (isDdeFormula(scanner.readElementText())) throw new FileRefused('dde');
  };
  eachChild(scanner, 'workbook', (name) => {
    if (name === 'workbookPr') date1904 = scanner.flag('date1904');
    if (name === 'sheets') eachInside(scanner, readEntry);
    else if (name === 'definedNames') eachInside(scanner, readDefinedName);
    else scanner.skip();
  });
  return { date1904, sheets };
}

/** A word that is none of Excel's hides nothing. */
function readState(state: string | null): Sheet['state'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

function readSheet(
  parts: Parts,
  entry: SheetEntry,
  part: string,
  context: WorksheetContext,
  counts: { comments: number },
): Sheet {
  const content = readWorksheet(parts.scan(part, spreadsheetNamespaces), context);
  const relationships = parts.relationships(parts.find(part) ?? part);
  const { rows, merges, hiddenColumns, headersFooters } = content;
  return {
    name: entry.name,
    state: entry.state,
    rows,
    merges,
    hiddenColumns,
    filtered: content.anyRowHidden && (content.activeFilter || tablesFilter(parts, relationships)),
    comments: readComments(parts, relationships, counts),
    headersFooters,
  };
}

/** True when a table on the sheet has an active filter. */
function tablesFilter(parts: Parts, relationships: readonly Relationship[]): boolean {
  return relationships.some(({ type, target }) => {
    if (type !== 'table' || target === null || parts.find(target) === undefined) return false;
    const scanner = parts.scan(target, spreadsheetNamespaces);
    let active = false;
    for (let token = scanner.next(); token !== Xml.end; token = scanner.next())
      if (token === Xml.open && scanner.name === 'filterColumn') active = true;
    return active;
  });
}

/** Parts nobody read still have to be whole and free of entities: the file is stored and opened by others. */
function checkOtherParts(file: Package, parts: Parts): void {
  for (const name of file.names) {
    if (parts.wasRead(name)) continue;
    const bytes = file.read(name);
    if (/\.(xml|rels|vml)$/i.test(name) && declaresEntities(toUtf8(bytes))) throw new FileRefused('xml-doctype');
  }
}
