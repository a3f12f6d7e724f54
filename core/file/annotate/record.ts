/** The record of what was added, kept as an XML comment at the end of the findings sheet: readers pass over it. */
import * as z from 'zod';
import type { ChangeRecord } from './draft.ts';

const mark = '<!-- bloc-rollup-annotations ';

const recordSchema = z.strictObject({
  added: z.array(z.string()),
  changed: z.array(
    z.strictObject({
      part: z.string(),
      hash: z.string(),
      cuts: z.array(z.tuple([z.int().nonnegative(), z.int().nonnegative(), z.string()])),
    }),
  ),
});

/** XML comments may not hold two hyphens in a row. */
export function recordXml(record: ChangeRecord): string {
  return `${mark}${JSON.stringify(record).replace(/-/g, '\\u002d')} -->`;
}

/** null when the part carries no record. */
export function readRecord(text: string): ChangeRecord | null {
  const start = text.lastIndexOf(mark);
  const end = text.lastIndexOf(' -->');
  if (start < 0 || end < start) return null;
  try {
    return recordSchema.parse(JSON.parse(text.slice(start + mark.length, end)));
  } catch {
    // Somebody else's comment, or a damaged one: nothing to take back by it.
    return null;
  }
}
