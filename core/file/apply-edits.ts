/**
 * Writes single cells into a workbook's bytes: what `Fix` asks for, in a file instead of an open workbook. All other
 * parts, and all other cells, stay byte for byte as they are.
 */
import type { Edit } from '../finding.ts';
import { parseA1 } from '../sheet.ts';
import { attributesOf, attributeXml, childrenOf, elementsOf, type Element } from './annotate/elements.ts';
import { escapeXml } from './annotate/escape.ts';
import { Draft } from './annotate/draft.ts';
import { applySplices, type Splice } from './annotate/splice.ts';
import { findWorkbook, freeId, relate, type SheetPart } from './annotate/workbook-parts.ts';
import { declareTypes } from './annotate/content-types.ts';
import type { Deflate, Inflate } from './inflate.ts';
import type { FileLimits } from './limits.ts';
import { openPackage } from './package.ts';
import { StyleSheet } from './edit/style-sheet.ts';

export interface ApplyEditsOptions {
  readonly inflate: Inflate;
  readonly deflate: Deflate;
  readonly limits?: Partial<FileLimits>;
}

/**
 * Cells keep their format unless the edit names another. Formulas elsewhere keep their stored results: Excel works
 * them out anew when it opens the file. Throws FileRefused when the bytes are no workbook, RangeError for a sheet
 * that is not there, an address that is none, or a cell with a formula.
 */
export function applyEdits(bytes: Uint8Array, edits: readonly Edit[], options: ApplyEditsOptions): Uint8Array {
  const draft = new Draft(openPackage(bytes, options));
  const { sheets, relationships, workbook, dialect } = findWorkbook(draft, options.limits);
  const missing = edits.find(({ sheet }) => !sheets.some(({ name }) => name === sheet));
  if (missing) throw new RangeError('an edit names a sheet that is not there');
  const stylesPart = relationships.find(({ kind }) => kind === 'styles')?.part ?? null;
  const styles = new StyleSheet(stylesPart === null ? '' : draft.text(stylesPart), dialect.main);
  for (const sheet of sheets) {
    const own = edits.filter((edit) => edit.sheet === sheet.name);
    if (own.length > 0) editSheet(draft, sheet, own, styles);
  }
  if (styles.changed && stylesPart !== null) for (const splice of styles.splices()) draft.edit(stylesPart, splice);
  else if (styles.changed) {
    const part = draft.freeName('xl/styles{n}.xml');
    draft.add(part, applySplices('', styles.splices()).text);
    relate(draft, workbook, [{ id: freeId(relationships, 'styles'), kind: 'styles', part }], dialect);
    declareTypes(draft, [{ part, kind: 'styles' }]);
  }
  return draft.write(options.deflate);
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly edit: Edit;
}

function editSheet(draft: Draft, sheet: SheetPart, edits: readonly Edit[], styles: StyleSheet): void {
  const text = draft.text(sheet.part);
  const all = elementsOf(text, 3);
  const [root] = all;
  const content = root && childrenOf(all, root, 'sheetData')[0];
  if (!root || !content) throw new RangeError('the sheet holds no cells');
  // The last edit of a cell counts, as it would when they were made one after the other.
  const byCell = new Map<string, Place>();
  for (const edit of edits) {
    const at = parseA1(edit.cell);
    if (!at) throw new RangeError('an edit names no cell');
    byCell.set(edit.cell, { ...at, edit });
  }
  const byRow = new Map<number, Place[]>();
  for (const place of byCell.values()) byRow.set(place.row, [...(byRow.get(place.row) ?? []), place]);

  const rows = new Map<number, Element>();
  const cells = new Map<number, Element[]>();
  let rowNumber = 0;
  for (const element of all) {
    if (element.start < content.inner || element.end > content.innerEnd) continue;
    if (element.depth === 2 && element.local === 'row') {
      rowNumber = Number(attributesOf(text, element).get('r') ?? rowNumber + 1);
      rows.set(rowNumber, element);
    } else if (element.depth === 3 && element.local === 'c' && byRow.has(rowNumber)) {
      const list = cells.get(rowNumber);
      if (list) list.push(element);
      else cells.set(rowNumber, [element]);
    }
  }
  const splices: Splice[] = [];
  const newRows: { row: number; xml: string }[] = [];
  for (const [row, places] of byRow) {
    const known = rows.get(row);
    places.sort((a, b) => a.column - b.column);
    if (!known) {
      const inside = places.map((place) => cellXml(root.prefix, place, new Map(), styles)).join('');
      newRows.push({ row, xml: `<${root.prefix}row r="${row}">${inside}</${root.prefix}row>` });
    } else splices.push(...rowSplices(text, known, cells.get(row) ?? [], places, styles));
  }
  splices.push(...newRowSplices(text, content, rows, newRows));
  for (const splice of splices) draft.edit(sheet.part, splice);
}

function rowSplices(
  text: string,
  row: Element,
  cells: readonly Element[],
  places: readonly Place[],
  styles: StyleSheet,
): Splice[] {
  const located: { column: number; element: Element; attributes: Map<string, string> }[] = [];
  let column = 0;
  for (const element of cells) {
    const attributes = attributesOf(text, element);
    column = parseA1(attributes.get('r')?.toUpperCase() ?? '')?.column ?? column + 1;
    located.push({ column, element, attributes });
  }
  const atEnd: string[] = [];
  const splices = places.flatMap((place): Splice[] => {
    const known = located.find((one) => one.column === place.column);
    const xml = cellXml(row.prefix, place, known?.attributes ?? new Map(), styles);
    // Its formula may feed others and stands in the calculation chain: no safe change replaces one.
    if (known && /<(?:[\w.-]+:)?f[\s/>]/.test(text.slice(known.element.inner, known.element.innerEnd)))
      throw new RangeError('an edit would replace a formula');
    if (known) return [{ at: known.element.start, remove: known.element.end - known.element.start, insert: xml }];
    const after = located.find((one) => one.column > place.column);
    if (after) return [{ at: after.element.start, remove: 0, insert: xml }];
    atEnd.push(xml);
    return [];
  });
  if (atEnd.length > 0) splices.push(insideEnd(text, row, atEnd.join('')));
  return splices;
}

function newRowSplices(
  text: string,
  content: Element,
  rows: ReadonlyMap<number, Element>,
  added: readonly { readonly row: number; readonly xml: string }[],
): Splice[] {
  const numbers = [...rows.keys()].sort((a, b) => a - b);
  const atEnd: string[] = [];
  const splices: Splice[] = [];
  for (const { row, xml } of [...added].sort((a, b) => a.row - b.row)) {
    const after = numbers.find((number) => number > row);
    const element = after === undefined ? undefined : rows.get(after);
    if (element) splices.push({ at: element.start, remove: 0, insert: xml });
    else atEnd.push(xml);
  }
  if (atEnd.length > 0) splices.push(insideEnd(text, content, atEnd.join('')));
  return splices;
}

/** As the last content of an element, which may be written as an empty tag. */
function insideEnd(text: string, parent: Element, xml: string): Splice {
  if (!parent.empty) return { at: parent.innerEnd, remove: 0, insert: xml };
  const slash = text.lastIndexOf('/', parent.end);
  return { at: slash, remove: parent.end - slash, insert: `>${xml}</${parent.name}>` };
}

function cellXml(prefix: string, { edit }: Place, attributes: ReadonlyMap<string, string>, styles: StyleSheet): string {
  const base = Number(attributes.get('s') ?? 0);
  const style = edit.numberFormat === undefined && edit.font === undefined ? base : styles.derive(base, edit);
  const kept = { r: edit.cell, ...(style === 0 ? {} : { s: String(style) }) };
  if (edit.value === null) return `<${prefix}c${attributeXml(kept)}/>`;
  if (typeof edit.value === 'number')
    return `<${prefix}c${attributeXml(kept)}><${prefix}v>${String(edit.value)}</${prefix}v></${prefix}c>`;
  // A typed text: never a formula, whatever it starts with.
  return (
    `<${prefix}c${attributeXml({ ...kept, t: 'inlineStr' })}><${prefix}is>` +
    `<${prefix}t xml:space="preserve">${escapeXml(edit.value)}</${prefix}t></${prefix}is></${prefix}c>`
  );
}
