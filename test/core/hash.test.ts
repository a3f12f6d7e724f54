import { describe, expect, it } from 'vitest';
import { canonicalJson, hashOf, hashOfJson, hashOfTables, portableHash } from '../../core/hash.ts';

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

describe('hashOfTables', () => {
  const rows = Array.from({ length: 600 }, (_, index) => ({ key: `S${index}`, place: { cell: index, sheet: null } }));
  const hash = hashOfTables({ title: 'Đảng ủy', rows, none: [] });

  it('does not depend on the order of keys', () => {
    const other = rows.map(({ key, place: { cell, sheet } }) => ({ place: { sheet, cell }, key }));
    expect(hashOfTables({ none: [], rows: other, title: 'Đảng ủy' })).toBe(hash);
  });

  it.each([
    ['a value in a late row', { rows: [...rows.slice(0, -1), { key: 'S599', place: { cell: 1, sheet: null } }] }],
    ['its rows the other way round', { rows: [...rows].reverse() }],
    ['a row more', { rows: [...rows, rows[0]] }],
    ['an empty table less', { none: undefined }],
    ['a text for a table', { none: '' }],
    ['another name of a column', { rows: rows.map(({ key, place }) => ({ id: key, place })) }],
  ])('changes with %s', (_title, change) => {
    expect(hashOfTables({ title: 'Đảng ủy', rows, none: [], ...change })).not.toBe(hash);
  });

  it.each([
    ['more', { key: '', place: 1, other: 2 }],
    ['fewer', { key: '' }],
    ['other', { key: '', other: 2 }],
  ])('refuses rows of %s keys', (_title, row) => {
    expect(() => hashOfTables({ rows: [{ key: '', place: 1 }, row] })).toThrow(TypeError);
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
