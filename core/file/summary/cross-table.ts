/** Streams counted by field and attitude: the most frequent of each, the rest together, so that the page stays readable. */
import type { StreamRow } from '../../merge/summary.ts';
import { attitudeOf, fieldOf } from './streams.ts';

export interface CrossTable {
  /** In the order of the rows; the last one may stand for all others. */
  readonly fields: readonly string[];
  readonly attitudes: readonly string[];
  readonly otherFields: boolean;
  readonly otherAttitudes: boolean;
  /** By field, then attitude. */
  readonly counts: readonly (readonly number[])[];
}

export const mostFields = 9;
const mostAttitudes = 6;
/** The column the first attitude stands in: with total and share the table ends in column L. */
export function attitudeColumn(cross: CrossTable): number {
  return 11 - cross.attitudes.length;
}

const otherField = 'Các lĩnh vực khác';
const otherAttitude = 'khác';

export function crossTable(streams: readonly StreamRow[]): CrossTable {
  const equalKey = equalKeys();
  const fields = frequent(streams.map(fieldOf), mostFields, equalKey);
  const attitudes = frequent(streams.map(attitudeOf), mostAttitudes, equalKey);
  const rows = fields.rest ? fields.labels.length + 1 : fields.labels.length;
  const width = attitudes.rest ? attitudes.labels.length + 1 : attitudes.labels.length;
  const counts = Array.from({ length: rows }, () => new Array<number>(width).fill(0));
  for (const stream of streams) {
    const line = counts[fields.index.get(equalKey(fieldOf(stream))) ?? rows - 1];
    const column = attitudes.index.get(equalKey(attitudeOf(stream))) ?? width - 1;
    if (line) line[column] = (line[column] ?? 0) + 1;
  }
  return {
    fields: fields.rest ? [...fields.labels, otherField] : fields.labels,
    attitudes: attitudes.rest ? [...attitudes.labels, otherAttitude] : attitudes.labels,
    otherFields: fields.rest,
    otherAttitudes: attitudes.rest,
    counts,
  };
}

/** The most frequent labels, in the order they first appear; one place is kept for the rest. */
function frequent(
  labels: readonly string[],
  most: number,
  equalKey: (label: string) => string,
): { labels: string[]; index: ReadonlyMap<string, number>; rest: boolean } {
  const counts = new Map<string, { label: string; count: number }>();
  for (const label of labels) {
    const entry = counts.get(equalKey(label));
    if (entry) entry.count += 1;
    else counts.set(equalKey(label), { label, count: 1 });
  }
  const rest = counts.size > most;
  const kept = rest
    ? new Set(
        [...counts.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, most - 1)
          .map(({ label }) => label),
      )
    : null;
  const shown = [...counts.values()].map(({ label }) => label).filter((label) => kept?.has(label) ?? true);
  return { labels: shown, index: new Map(shown.map((label, index) => [equalKey(label), index])), rest };
}

/** Excel's `=` does not tell upper from lower case. Every row is asked, and few labels differ. */
function equalKeys(): (label: string) => string {
  const known = new Map<string, string>();
  return (label) => {
    const key = known.get(label) ?? label.normalize('NFC').toLowerCase();
    known.set(label, key);
    return key;
  };
}
