/** Text of a shared string, an inline string or a comment: plain, or in runs with their own fonts. */
import type { FontRun } from '../sheet.ts';
import { eachInside } from './parts.ts';
import { Xml, type XmlScanner } from './xml.ts';

export interface RichText {
  readonly text: string;
  /** null for plain text. A run without a font of its own (null) has that of the cell. */
  readonly runs: readonly Run[] | null;
}

interface Run {
  readonly font: string | null;
  readonly text: string;
}

/** Reads the children of the element just opened (`si`, `is`, `text`); phonetic runs are no text. Ends behind its close. */
export function readRichText(scanner: XmlScanner): RichText {
  const outside = scanner.depth - 1;
  let text = '';
  let runs: Run[] | null = null;
  while (scanner.depth > outside) {
    if (scanner.next() !== Xml.open) continue;
    if (scanner.name === 't') {
      const piece = unescapeText(scanner.readElementText());
      // Text beside runs counts as a run, so that the runs always make up the whole text.
      runs?.push({ font: null, text: piece });
      text = text === '' ? piece : text + piece;
    } else if (scanner.name === 'r') {
      runs ??= text === '' ? [] : [{ font: null, text }];
      const run = readRun(scanner);
      text += run.text;
      if (run.text !== '') runs.push(run);
    } else scanner.skip();
  }
  return { text, runs: runs?.some((run) => run.font !== null) ? runs : null };
}

function readRun(scanner: XmlScanner): Run {
  let font: string | null = null;
  let text = '';
  eachInside(scanner, (name) => {
    if (name === 't') text += unescapeText(scanner.readElementText());
    else if (name === 'rPr')
      eachInside(scanner, (property) => {
        if (property === 'rFont') font = scanner.attribute('val');
        scanner.skip();
      });
    else scanner.skip();
  });
  return { font, text };
}

/** The runs with every font named; undefined when all have the font of the cell. */
export function fontRuns(rich: RichText, cellFont: string): readonly FontRun[] | undefined {
  if (!rich.runs?.some((run) => run.font !== null && run.font !== cellFont)) return undefined;
  return rich.runs.map((run) => ({ font: run.font ?? cellFont, text: run.text }));
}

/** `_x000D_` stands for a character XML cannot hold, `_x005F_` for an underscore that would look like the start of one. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const blank = /^[\s\u200b-\u200d\u2060]*$/;

/** White space, also of the invisible kinds, counts as empty. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0);
  // Most text starts with a letter or a digit.
  if ((first > 0x20 && first < 0x7f) || (first > 0xa0 && first < 0x1680)) return false;
  return blank.test(text);
}
