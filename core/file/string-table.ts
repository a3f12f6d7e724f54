/** The shared strings of a workbook being written: each text is cleaned, escaped and stored once, however often it stands in cells. */
import { cellText, escapeXml } from './cell-text.ts';

const chunkLength = 96 * 1024;

export class StringTable {
  private readonly indexes = new Map<string, number>();
  private readonly first: number;

  /** `first`: the index of the first text added, after those the package already has. */
  constructor(first: number) {
    this.first = first;
  }

  /** The index cells name the text by. */
  indexOf(text: string): number {
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.first + this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  /** Yields the `<si>` elements of the texts added, in order, in chunks. */
  *write(): Generator<string> {
    let xml = '';
    for (const text of this.indexes.keys()) {
      const stored = cellText(text);
      const space = /^\s|\s$|\n/.test(stored) ? ' xml:space="preserve"' : '';
      xml += `<si><t${space}>${escapeXml(stored)}</t></si>`;
      if (xml.length < chunkLength) continue;
      yield xml;
      xml = '';
    }
    if (xml !== '') yield xml;
  }
}
