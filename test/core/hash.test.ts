import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, hashOfJson, portableHash } from '../../core/hash.ts';

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

describe('hashOf', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of «%s», Node’s own and the portable one', (text, expected) => {
    expect(hashOf(text)).toBe(expected);
    expect(portableHash().update(text).digest('hex')).toBe(expected);
  });

  it.each(['Đảng ủy Khối', 'nửa chữ \ud83d', 'x'.repeat(1000)])('agrees with the portable one on «%s»', (text) => {
    expect(portableHash().update(text).digest('hex')).toBe(hashOf(text));
    const bytes = new TextEncoder().encode(text);
    expect(portableHash().update(bytes.subarray(0, 3)).update(bytes.subarray(3)).digest('hex')).toBe(hashOf(bytes));
  });
});

describe('canonicalJson', () => {
  it.each([
    ['a text', 'hai "ba"\n', '"hai \\"ba\\"\\n"'],
    ['nothing', null, 'null'],
    ['a number', 1.5, '1.5'],
    ['no number', Number.NaN, 'null'],
    ['sorted keys', { b: 1, a: { d: true, c: [] } }, '{"a":{"c":[],"d":true},"b":1}'],
    ['left out', { a: undefined, b: [undefined, 1] }, '{"b":[null,1]}'],
    [
      'rows of different keys',
      [{ b: 1, a: 2 }, { b: 3 }, { a: 4, b: 5 }, 6, [{ y: 1, x: 2 }]],
      '[{"a":2,"b":1},{"b":3},{"a":4,"b":5},6,[{"x":2,"y":1}]]',
    ],
  ])('%s', (_title, content, expected) => {
    expect(canonicalJson(content)).toBe(expected);
  });
});
