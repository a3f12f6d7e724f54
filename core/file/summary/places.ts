/** Where rows stand: every merged row leads to its row on «Nguồn», and every source back to a row it fed. */
import type { Summary } from '../../merge/summary.ts';
import type { Link } from '../row-writer.ts';
import { firstRow } from './table-sheet.ts';
import { sheetNames } from './words.ts';

export interface Places {
  /** The link to a source's row; null for a row without one. Throws RangeError when the key is not in `sources`. */
  readonly source: (key: string | null) => Link | null;
  /** The first row of the summary that came from this source. */
  readonly use: (key: string) => Link | null;
}

export function placesOf(summary: Summary): Places {
  const sourceRows = new Map(summary.sources.map((source, index) => [source.key, firstRow + index]));
  const uses = new Map<string, Link>();
  const note = (sheet: string, rows: readonly { readonly source: string | null }[]): void => {
    for (const [index, { source }] of rows.entries())
      if (source !== null && !uses.has(source))
        uses.set(source, { text: `${sheet}, dòng ${firstRow + index}`, sheet, row: firstRow + index });
  };
  note(sheetNames.teams, summary.teams);
  note(sheetNames.members, summary.members);
  note(sheetNames.streams, summary.streams);
  note(sheetNames.proposals, summary.proposals);
  note(sheetNames.year, summary.year);
  note(sheetNames.submissions, summary.submissions);
  return {
    source: (key) => {
      if (key === null) return null;
      const row = sourceRows.get(key);
      if (row === undefined) throw new RangeError(`the summary names source ${key} but does not list it`);
      return { text: key, sheet: sheetNames.sources, row };
    },
    use: (key) => uses.get(key) ?? null,
  };
}
