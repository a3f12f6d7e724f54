/** Where a workbook keeps what annotations touch. */
import { appendTo, attributesOf, childrenOf, elementsOf, relationshipId, type Element } from './elements.ts';
import type { Draft } from './draft.ts';
import { defaultLimits, type FileLimits } from '../limits.ts';
import { openParts, relationshipsPart } from '../parts.ts';
import { FileRefused } from '../refused.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `comments`. */
  readonly kind: string;
  /** The part's name as stored; null outside the package or where there is no such part. */
  readonly part: string | null;
}

export interface SheetPart {
  readonly name: string;
  readonly part: string;
  readonly relationships: readonly Relationship[];
}

/** The namespaces of the variant the workbook is written in: transitional, or strict. */
export interface Dialect {
  readonly main: string;
  readonly relationships: string;
}

export interface WorkbookParts {
  readonly workbook: string;
  readonly dialect: Dialect;
  readonly relationships: readonly Relationship[];
  /** Worksheets only, in order. */
  readonly sheets: readonly SheetPart[];
  /** Names of all sheets, chart sheets too. */
  readonly sheetNames: readonly string[];
  readonly sheetsElement: Element;
  readonly largestSheetId: number;
}

const strict: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const transitional: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

/** Throws FileRefused when there is no workbook in the package. */
export function findWorkbook(draft: Draft, limits: Partial<FileLimits> = {}): WorkbookParts {
  const parts = openParts(draft.source, { ...defaultLimits, ...limits });
  const relationshipsOf = (name: string): Relationship[] =>
    parts.relationships(name).map(({ id, type, target }) => ({
      id,
      kind: type,
      part: target === null ? null : draft.find(target),
    }));
  const workbook = relationshipsOf('').find(({ kind }) => kind === 'officeDocument')?.part ?? null;
  if (workbook === null) throw new FileRefused('missing-part');
  const text = draft.text(workbook);
  const all = elementsOf(text, 2);
  const [root] = all;
  const sheetsElement = root && childrenOf(all, root, 'sheets')[0];
  if (!sheetsElement) throw new FileRefused('missing-part');
  const relationships = relationshipsOf(workbook);
  const sheets = childrenOf(all, sheetsElement, 'sheet').map((element) => {
    const attributes = attributesOf(text, element);
    const target = relationships.find(({ id }) => id === relationshipId(attributes));
    return {
      name: attributes.get('name') ?? '',
      id: Number(attributes.get('sheetId') ?? 0),
      part: target?.kind === 'worksheet' ? target.part : null,
    };
  });
  return {
    workbook,
    dialect: text.slice(root.start, root.inner).includes(strict.main) ? strict : transitional,
    relationships,
    sheets: sheets.flatMap(({ name, part }) =>
      part === null ? [] : [{ name, part, relationships: relationshipsOf(part) }],
    ),
    sheetNames: sheets.map(({ name }) => name),
    sheetsElement,
    largestSheetId: Math.max(0, ...sheets.map(({ id }) => (Number.isSafeInteger(id) ? id : 0))),
  };
}

/** A relationship of a part to another, added to its relationships part, which is made where it lacks. */
export function relate(
  draft: Draft,
  from: string,
  additions: readonly { readonly id: string; readonly kind: string; readonly part: string }[],
  dialect: Dialect,
): void {
  const xml = (prefix: string): string =>
    additions
      .map(
        ({ id, kind, part }) =>
          `<${prefix}Relationship Id="${id}" Type="${dialect.relationships}/${kind}" Target="/${part}"/>`,
      )
      .join('');
  const name = relationshipsPart(from);
  const stored = draft.find(name);
  if (stored === null) {
    draft.add(name, `${xmlDeclaration}<Relationships xmlns="${relationshipsNamespace}">${xml('')}</Relationships>`);
    return;
  }
  const text = draft.text(stored);
  const [root] = elementsOf(text, 0);
  if (root) draft.edit(stored, appendTo(text, root, xml(root.prefix)));
}

/** An id no relationship of the part has. */
export function freeId(known: readonly Relationship[], wanted: string): string {
  let id = wanted;
  for (let number = 2; known.some((one) => one.id === id); number += 1) id = `${wanted}${String(number)}`;
  return id;
}

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relationshipsNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
