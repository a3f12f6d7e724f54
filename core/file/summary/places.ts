/** Where rows stand: every merged row leads to its row on «Nguồn», and every source back to a row it fed. */
import { sourceFinder } from '../../merge/sources.ts';
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
  const place = sourceFinder(summary.sources);
  /** By place of the source: the sheet and row that uses it. */
  const usingSheet = new Array<string | undefined>(summary.sources.length);
  const usingRow = new Uint32Array(summary.sources.length);
  const note = (sheet: string, rows: readonly { readonly source: string | null }[]): void => {
    rows.forEach(({ source }, index) => {
      const at = source === null ? -1 : place(source);
      if (at < 0 || usingRow[at] !== 0) return;
      usingSheet[at] = sheet;
      usingRow[at] = firstRow + index;
    });
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
      const at = place(key);
      if (at < 0) throw new RangeError(`the summary names source ${key} but does not list it`);
      return { text: key, sheet: sheetNames.sources, row: firstRow + at };
    },
    use: (key) => {
      const at = place(key);
      const [sheet, row] = [usingSheet[at], usingRow[at]];
      return sheet === undefined || row === undefined ? null : { text: `${sheet}, dòng ${row}`, sheet, row };
    },
  };
}
