/**
 * True where `then` stands anywhere behind `first`. One pattern for both, with `.*` between them, would look through the
 * rest of a long text behind every `first` there is.
 */
export function followedBy(text: string, first: RegExp, then: RegExp): boolean {
  const found = first.exec(text);
  return found !== null && then.test(text.slice(found.index + found[0].length));
}
