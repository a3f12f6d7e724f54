/** The comments part of a sheet: written anew, or extended without touching what the user wrote. */
import { parseA1 } from '../../sheet.ts';
import { appendTo, attributesOf, childrenOf, elementsOf, type Element } from './elements.ts';
import { textXml } from './escape.ts';
import { noteAuthor } from './notes.ts';
import type { Splice } from './splice.ts';
import { xmlDeclaration } from './workbook-parts.ts';

/** Notes by cell (A1). */
export type Notes = ReadonlyMap<string, string>;

export function newCommentsPart(notes: Notes, namespace: string): string {
  const comments = [...notes].map(([cell, text]) => commentXml('', cell, 0, text)).join('');
  return `${xmlDeclaration}<comments xmlns="${namespace}"><authors><author>${noteAuthor}</author></authors><commentList>${comments}</commentList></comments>`;
}

/** The edits that add the notes, and the cells that need a drawn box: those without a comment so far. */
export function extendComments(text: string, notes: Notes): { splices: Splice[]; drawn: string[] } {
  const all = elementsOf(text, 4);
  const [root] = all;
  const authors = root && childrenOf(all, root, 'authors')[0];
  const list = root && childrenOf(all, root, 'commentList')[0];
  if (!root || !authors || !list) return { splices: [], drawn: [] };
  const known = childrenOf(all, authors, 'author');
  const existing = new Map<string, Element>();
  for (const comment of childrenOf(all, list, 'comment'))
    existing.set(attributesOf(text, comment).get('ref') ?? '', comment);

  const splices: Splice[] = [];
  const added: string[] = [];
  const drawn: string[] = [];
  for (const [cell, note] of notes) {
    const comment = existing.get(cell);
    if (!comment) {
      added.push(commentXml(list.prefix, cell, known.length, note));
      drawn.push(cell);
    } else if (!isThreaded(text, comment, known)) splices.push(...addToComment(text, all, comment, note));
  }
  if (added.length > 0) {
    const author = `<${authors.prefix}author>${noteAuthor}</${authors.prefix}author>`;
    splices.push(appendTo(text, authors, author), appendTo(text, list, added.join('')));
  }
  return { splices, drawn };
}

/** The note behind a conversation is Excel's own copy of it; it must stay as it is. */
function isThreaded(text: string, comment: Element, authors: readonly Element[]): boolean {
  const author = authors[Number(attributesOf(text, comment).get('authorId') ?? 0)];
  return author !== undefined && text.slice(author.inner, author.innerEnd).startsWith('tc=');
}

/** Appends to the user's own note, whose words stay as they are. */
function addToComment(text: string, all: readonly Element[], comment: Element, note: string): Splice[] {
  const body = childrenOf(all, comment, 'text')[0];
  if (!body) return [];
  const run = runXml(body.prefix, `\n\n${noteAuthor}:\n${note}`);
  // Text of one piece becomes a run, as text and runs do not stand side by side.
  const wrapped = childrenOf(all, body, 't').flatMap((plain): Splice[] => [
    { at: plain.start, remove: 0, insert: `<${body.prefix}r>` },
    { at: plain.end, remove: 0, insert: `</${body.prefix}r>` },
  ]);
  return [...wrapped, appendTo(text, body, run)];
}

function commentXml(prefix: string, cell: string, author: number, note: string): string {
  return `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text>${runXml(prefix, note)}</${prefix}text></${prefix}comment>`;
}

function runXml(prefix: string, text: string): string {
  const look = `<${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/><${prefix}family val="2"/></${prefix}rPr>`;
  return `<${prefix}r>${look}<${prefix}t xml:space="preserve">${textXml(text)}</${prefix}t></${prefix}r>`;
}

/** True for a cell Excel's grid has; a finding with another address goes to the sheet only. */
export function isCell(cell: string): boolean {
  return parseA1(cell) !== null;
}
