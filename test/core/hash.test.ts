import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, hashOfJson } from '../../core/hash.ts';

describe('hashOfJson', () => {
  it.each([
    ['nothing', {}],
    ['keys out of order', { b: 1, a: { d: null, c: [1, 'hai'] } }],
    ['members left out', { a: undefined, b: [undefined, 1], c: { d: undefined } }],
    ['lists of none and one', { a: [], b: [{ z: 1, y: 2 }] }],
    ['only members left out', { a: undefined }],
    [
      'more than a piece of text',
      { rows: Array.from({ length: 5000 }, (_, index) => ({ text: `Dòng ${index} – ồ` })) },
    ],
  ])('is the hash of the canonical text: %s', (_title, content) => {
    expect(hashOfJson(content)).toBe(hashOf(canonicalJson(content)));
  });
});
