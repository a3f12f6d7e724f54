/** What a year record's lines tell of: «12 cuộc giao ban» is one line of twelve. */
export function timesOf(lines: readonly { readonly times?: number }[]): number {
  return lines.reduce((sum, { times }) => sum + (times ?? 1), 0);
}
