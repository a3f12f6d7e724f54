import { foldPlain } from './compare.ts';

/**
 * The candidate most like the text, to suggest for a misspelt name; null when none is near
 * (more than a quarter of the letters differ). Case and diacritics do not count.
 */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  const sought = foldPlain(text);
  let best: string | null = null;
  let bestDistance = Math.floor(sought.length / 4) + 1;
  for (const candidate of candidates) {
    const folded = foldPlain(candidate);
    if (Math.abs(folded.length - sought.length) >= bestDistance) continue;
    const distance = editDistance(sought, folded);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, one row at a time. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
