/**
 * Findings written into a copy of a workbook: a note on each cell and a sheet listing all of them. Every other part of
 * the package stays byte for byte as it is; `clearAnnotations` takes exactly the additions away again.
 */
import type { Finding } from '../finding.ts';
import { hashOf } from '../hash.ts';
import { extendComments, isCell, newCommentsPart, type Notes } from './annotate/comments-part.ts';
import { declareTypes, type AddedKind } from './annotate/content-types.ts';
import { Draft, type ChangeRecord } from './annotate/draft.ts';
import { appendTo, attributeXml, attributesOf, childrenOf, elementsOf, relationshipId } from './annotate/elements.ts';
import { findingsSheetName, findingsSheetXml, findingsTableXml, tableRelationship } from './annotate/findings-sheet.ts';
import { extendDrawing, newDrawing } from './annotate/note-boxes.ts';
import { noteText } from './annotate/notes.ts';
import { openText } from './annotate/part-text.ts';
import { readRecord, recordXml } from './annotate/record.ts';
import { undoCuts, type Splice } from './annotate/splice.ts';
import {
  findWorkbook,
  freeId,
  relate,
  type Dialect,
  type SheetPart,
  type WorkbookParts,
} from './annotate/workbook-parts.ts';
import type { Deflate, Inflate } from './inflate.ts';
import type { FileLimits } from './limits.ts';
import { openPackage, type Package } from './package.ts';
import { relationshipsPart } from './parts.ts';
import { ZipWriter } from './zip-writer.ts';

export interface AnnotateOptions {
  readonly inflate: Inflate;
  readonly deflate: Deflate;
  readonly limits?: Partial<FileLimits>;
}

/** Earlier annotations are replaced. Throws FileRefused when the bytes are no workbook. */
export function annotateWorkbook(
  bytes: Uint8Array,
  findings: readonly Finding[],
  options: AnnotateOptions,
): Uint8Array {
  const draft = new Draft(openPackage(clearAnnotations(bytes, options), options));
  const parts = findWorkbook(draft, options.limits);
  const name = findingsSheetName(parts.sheetNames);
  const added: { part: string; kind: AddedKind }[] = [];
  parts.sheets.forEach((sheet, index) => {
    added.push(...annotateSheet(draft, sheet, notesFor(findings, sheet.name, name), parts.dialect, index + 1));
  });
  const sheet = addFindingsSheet(draft, parts, findings, name);
  declareTypes(draft, [...added, ...sheet.added]);
  return draft.finish(options.deflate, sheet.part, (record) => sheet.xml + recordXml(record));
}

/** The workbook as it was before; the same bytes where there is nothing to clear. Throws FileRefused as above. */
export function clearAnnotations(bytes: Uint8Array, options: AnnotateOptions): Uint8Array {
  const source = openPackage(bytes, options);
  const record = findRecord(source);
  if (!record) return bytes;
  const added = new Set(record.added);
  const changes = new Map(record.changed.map((change) => [change.part, change]));
  const writer = new ZipWriter(options.deflate);
  for (const name of source.names) {
    if (added.has(name)) continue;
    const change = changes.get(name);
    if (!change) {
      writer.copy(source, name);
      continue;
    }
    const content = source.read(name);
    // Edited since: the places no longer hold, and guessing could take the user's own text.
    if (hashOf(content) !== change.hash) return bytes;
    const part = openText(content);
    writer.add(name, [part.encode(undoCuts(part.text, change.cuts))]);
  }
  return writer.finish();
}

function findRecord(source: Package): ChangeRecord | null {
  for (const name of [...source.names].reverse()) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const content = source.read(name);
    // «-->» at the very end; other sheets are not even decoded.
    if (content.at(-1) !== 0x3e || content.at(-2) !== 0x2d) continue;
    const record = readRecord(openText(content).text);
    if (record) return record;
  }
  return null;
}

/** Findings of one sheet by cell, in the order given. */
function notesFor(findings: readonly Finding[], sheet: string, findingsSheet: string): Notes {
  const byCell = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.sheet !== sheet || finding.cell === null || !isCell(finding.cell)) continue;
    const others = byCell.get(finding.cell);
    if (others) others.push(finding);
    else byCell.set(finding.cell, [finding]);
  }
  return new Map([...byCell].map(([cell, list]) => [cell, noteText(list, findingsSheet)]));
}

/** Adds notes to one sheet; gives the parts it needed anew. */
function annotateSheet(
  draft: Draft,
  sheet: SheetPart,
  notes: Notes,
  dialect: Dialect,
  block: number,
): { part: string; kind: AddedKind }[] {
  if (notes.size === 0) return [];
  const added: { part: string; kind: AddedKind; id: string }[] = [];
  const comments = sheet.relationships.find(({ kind, part }) => kind === 'comments' && part !== null)?.part ?? null;
  const extended = comments === null ? null : extendComments(draft.text(comments), notes);
  const drawn: Notes = extended ? new Map([...notes].filter(([cell]) => extended.drawn.includes(cell))) : notes;

  if (drawn.size > 0) {
    const text = draft.text(sheet.part);
    const drawing = drawingOf(sheet, text);
    if (drawing === null) {
      const part = draft.freeName('xl/drawings/vmlDrawing{n}.vml');
      const id = freeId(sheet.relationships, 'rIdNoteBoxes');
      draft.add(part, newDrawing(drawn, block));
      draft.edit(sheet.part, insertLegacyDrawing(text, id, dialect));
      added.push({ part, kind: 'vml', id });
    } else {
      const splice = extendDrawing(draft.text(drawing), drawn);
      // A drawing nobody can extend: the findings sheet has it all, and the user's own shapes are safe.
      if (!splice) return [];
      draft.edit(drawing, splice);
    }
  }
  if (comments === null) {
    const part = draft.freeName('xl/comments{n}.xml');
    draft.add(part, newCommentsPart(notes, dialect.main));
    added.push({ part, kind: 'comments', id: freeId(sheet.relationships, 'rIdNotes') });
  } else for (const splice of extended?.splices ?? []) draft.edit(comments, splice);
  if (added.length > 0)
    relate(
      draft,
      sheet.part,
      added.map(({ id, kind, part }) => ({ id, kind: kind === 'vml' ? 'vmlDrawing' : kind, part })),
      dialect,
    );
  return added;
}

/** The legacy drawing the sheet refers to. */
function drawingOf(sheet: SheetPart, text: string): string | null {
  const element = elementsOf(text, 1).find(({ local, depth }) => depth === 1 && local === 'legacyDrawing');
  if (!element) return null;
  const id = relationshipId(attributesOf(text, element));
  return sheet.relationships.find((one) => one.id === id)?.part ?? null;
}

/** Elements that come after `legacyDrawing` in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const afterLegacyDrawing = new Set([
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
]);

function insertLegacyDrawing(text: string, id: string, { relationships }: Dialect): Splice {
  const all = elementsOf(text, 3);
  const [root] = all;
  if (!root) throw new RangeError('the sheet has no root element');
  const children = childrenOf(all, root);
  const xml = `<${root.prefix}legacyDrawing xmlns:r="${relationships}" r:id="${id}"/>`;
  const next = children.find(
    (child) =>
      afterLegacyDrawing.has(child.local) ||
      // Controls and embedded objects are often wrapped in alternatives.
      (child.local === 'AlternateContent' &&
        all.some(
          (inner) => inner.start > child.start && inner.end < child.end && /^(controls|oleObjects)$/.test(inner.local),
        )),
  );
  return next ? { at: next.start, remove: 0, insert: xml } : appendTo(text, root, xml);
}

function addFindingsSheet(
  draft: Draft,
  parts: WorkbookParts,
  findings: readonly Finding[],
  name: string,
): { part: string; xml: string; added: { part: string; kind: AddedKind }[] } {
  const { dialect, workbook, sheetsElement } = parts;
  const part = draft.freeName('xl/worksheets/sheet{n}.xml');
  const id = freeId(parts.relationships, 'rIdFindings');
  const sheet = attributeXml({
    'xmlns:r': dialect.relationships,
    name,
    sheetId: String(parts.largestSheetId + 1),
    'r:id': id,
  });
  draft.edit(workbook, appendTo(draft.text(workbook), sheetsElement, `<${sheetsElement.prefix}sheet${sheet}/>`));
  relate(draft, workbook, [{ id, kind: 'worksheet', part }], dialect);

  const sheetNames = new Set(parts.sheets.map((one) => one.name));
  const xml = findingsSheetXml(findings, {
    dialect,
    wrap: wrapFormat(draft, parts),
    linked: (finding) =>
      finding.sheet !== null && sheetNames.has(finding.sheet) && finding.cell !== null && isCell(finding.cell),
  });
  const added: { part: string; kind: AddedKind }[] = [{ part, kind: 'worksheet' }];
  if (findings.length > 0) {
    const table = draft.freeName('xl/tables/table{n}.xml');
    const number = nextTableId(draft);
    draft.add(table, findingsTableXml(findings.length, number, tableName(draft, number), dialect));
    draft.add(
      relationshipsPart(part),
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${tableRelationship}" Type="${dialect.relationships}/table" Target="/${table}"/></Relationships>`,
    );
    added.push({ part: table, kind: 'table' });
  }
  return { part, xml, added };
}

function tableTexts(draft: Draft): string[] {
  return draft.source.names.filter((name) => /^xl\/tables\/[^/]+\.xml$/i.test(name)).map((name) => draft.text(name));
}

function nextTableId(draft: Draft): number {
  const ids = tableTexts(draft).map((text) => {
    const [root] = elementsOf(text, 0);
    return root ? Number(attributesOf(text, root).get('id') ?? 0) : 0;
  });
  return Math.max(0, ...ids.filter(Number.isSafeInteger)) + 1;
}

/** A name no table has: names are unique over the workbook. */
function tableName(draft: Draft, number: number): string {
  const taken = tableTexts(draft).some((text) => text.includes('"PhatHienKiemTra"'));
  return taken ? `PhatHienKiemTra${String(number)}` : 'PhatHienKiemTra';
}

/** A plain format of the workbook that wraps text, so that long sentences show without adding a style. */
function wrapFormat(draft: Draft, parts: WorkbookParts): number {
  const styles = parts.relationships.find(({ kind }) => kind === 'styles')?.part ?? null;
  if (styles === null) return 0;
  const text = draft.text(styles);
  const all = elementsOf(text, 3);
  const [root] = all;
  const formats = root && childrenOf(all, root, 'cellXfs')[0];
  if (!formats) return 0;
  const index = childrenOf(all, formats, 'xf').findIndex((format) => {
    const attributes = attributesOf(text, format);
    const plain = ['numFmtId', 'fontId', 'fillId'].every((name) => Number(attributes.get(name) ?? 0) === 0);
    const alignment = childrenOf(all, format, 'alignment')[0];
    return plain && alignment !== undefined && /^(1|true)$/.test(attributesOf(text, alignment).get('wrapText') ?? '');
  });
  return Math.max(0, index);
}
