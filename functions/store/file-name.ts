/** Lower case, digits, `-` and inner dots as they are: two names stay two files where case does not count. */
export function fileName(segment: string): string {
  return segment.replace(/^\.|\.$|[^a-z0-9.-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => '%' + byte.toString(16).padStart(2, '0')).join(''),
  );
}
