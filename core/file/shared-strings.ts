import { eachChild, spreadsheetNamespaces, type Parts } from './parts.ts';
import { FileRefused } from './refused.ts';
import { readRichText, type RichText } from './rich-text.ts';

export interface SharedStrings {
  readonly texts: readonly string[];
  /** The few that are in runs with their own fonts, by index. */
  readonly rich: ReadonlyMap<number, RichText>;
}

/** `part` undefined or not there: a workbook without shared strings. */
export function readSharedStrings(parts: Parts, part: string | undefined): SharedStrings {
  const texts: string[] = [];
  const rich = new Map<number, RichText>();
  if (part !== undefined && parts.find(part) !== undefined) {
    const { limits } = parts;
    const scanner = parts.scan(part, spreadsheetNamespaces);
    eachChild(scanner, 'sst', (name) => {
      if (name !== 'si') {
        scanner.skip();
        return;
      }
      if (texts.length >= limits.sharedStrings) throw new FileRefused('too-many-strings', String(limits.sharedStrings));
      const item = readRichText(scanner);
      if (item.runs) rich.set(texts.length, item);
      texts.push(item.text);
    });
  }
  return { texts, rich };
}
