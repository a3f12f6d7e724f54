/**
 * `text.matchAll(pattern)` for the long patterns of this folder: that copies the pattern for every text, which costs
 * many times the search. `pattern` has the flag `g`.
 */
export function* eachMatch(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  let next = 0;
  for (;;) {
    // Another search may have used the pattern in between.
    pattern.lastIndex = next;
    const match = pattern.exec(text);
    if (!match) return;
    next = match.index + Math.max(1, match[0].length);
    yield match;
  }
}
