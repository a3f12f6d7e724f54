/** What a report says beside its table of opinions: only the table is read, and nothing may be lost silently. */
import type { Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import type { ContentLine } from './content.ts';
import type { Grid } from './grid.ts';
import { isClosing } from './signature.ts';
import { streamsFromLines } from './stream-lines.ts';

/** One sentence below a table may be a remark on it; several, or one that says how many think so, are opinions. */
const several = 2;

/**
 * Rows with opinions that were not read, `lines` being those of the section beside its table. Above the table a sentence
 * leads to it, unless it stands under a field or issue of its own.
 */
export function leftOut(
  grid: Grid,
  lines: readonly ContentLine[],
  table: number,
  profile: Profile,
): ReadonlySet<number> {
  const said = lines.filter(({ shown }) => !isClosing(foldPlain(shown)));
  const above = streamsFromLines(
    said.filter(({ index }) => index < table),
    profile,
  ).filter((stream) => isTold(stream) && (stream.field ?? stream.issue) !== null);
  const below = streamsFromLines(
    said.filter(({ index }) => index >= table),
    profile,
  ).filter(({ text }) => text !== null);
  const rows = new Set(below.map(({ row }) => row));
  const streams = [...above, ...(rows.size >= several || below.some(isTold) ? below : [])];
  return new Set(
    streams
      .flatMap(({ row, field, issue }) => [row, field?.row, issue?.row])
      .flatMap((row) => (row === undefined ? [] : [grid.rowIndex(row)])),
  );
}

function isTold({ text, breadth, attitude }: Stream): boolean {
  return text !== null && (breadth ?? attitude) !== null;
}
