import { parseA1, type Comment } from '../sheet.ts';
import { eachChild, eachInside, spreadsheetNamespaces, type Parts, type Relationship } from './parts.ts';
import { FileRefused } from './refused.ts';
import { isBlank, readRichText, unescapeText } from './rich-text.ts';

const threadedNamespaces = ['http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'];

/**
 * The notes and threaded comments of one sheet. A thread has a note too, whose text only says that the program is too
 * old for threads: where a cell has a thread, its note is left out.
 */
export function readComments(
  parts: Parts,
  relationships: readonly Relationship[],
  counts: { comments: number },
): readonly Comment[] {
  const threaded: Comment[] = [];
  const notes: Comment[] = [];
  const add = (to: Comment[], reference: string | null, text: string): void => {
    const cell = parseA1(reference ?? '');
    if (!cell) throw new FileRefused('cell-reference');
    if (++counts.comments > parts.limits.comments)
      throw new FileRefused('too-many-comments', String(parts.limits.comments));
    if (!isBlank(text)) to.push({ ...cell, text });
  };
  for (const { type, target } of relationships) {
    if (target === null) continue;
    if (type === 'threadedComment') readThreads(parts, target, (reference, text) => add(threaded, reference, text));
    if (type === 'comments') readNotes(parts, target, (reference, text) => add(notes, reference, text));
  }
  const inThreads = new Set(threaded.map(place));
  return [...threaded, ...notes.filter((note) => !inThreads.has(place(note)))].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
}

function place(comment: Comment): number {
  return comment.row * 16_384 + comment.column;
}

type Take = (reference: string | null, text: string) => void;

function readNotes(parts: Parts, part: string, take: Take): void {
  const scanner = parts.scan(part, spreadsheetNamespaces);
  eachChild(scanner, 'comments', (list) => {
    if (list !== 'commentList') {
      scanner.skip();
      return;
    }
    eachInside(scanner, (name) => {
      if (name !== 'comment') {
        scanner.skip();
        return;
      }
      const reference = scanner.attribute('ref');
      let text = '';
      eachInside(scanner, (child) => {
        if (child === 'text') text += readRichText(scanner).text;
        else scanner.skip();
      });
      take(reference, text);
    });
  });
}

function readThreads(parts: Parts, part: string, take: Take): void {
  const scanner = parts.scan(part, threadedNamespaces);
  eachChild(scanner, 'ThreadedComments', (name) => {
    if (name !== 'threadedComment') {
      scanner.skip();
      return;
    }
    const reference = scanner.attribute('ref');
    let text = '';
    eachInside(scanner, (child) => {
      if (child === 'text') text += unescapeText(scanner.readElementText());
      else scanner.skip();
    });
    take(reference, text);
  });
}
