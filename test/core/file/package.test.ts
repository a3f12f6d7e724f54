import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../core/file/crc32.ts';
import { openPackage } from '../../../core/file/package.ts';
import * as portable from '../../../core/file/portable-zlib.ts';
import { ZipWriter } from '../../../core/file/zip-writer.ts';
import * as native from '../../../functions/zlib.ts';
import { writeHostileZip } from './hostile/zip.ts';

const folder = new URL('../../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
const big = Uint8Array.from({ length: 2_600_000 }, (_, index) => (index * index) >> 7);

test('crc32 gives the published check value, in one piece and in two', () => {
  const digits = new TextEncoder().encode('123456789');
  expect(crc32(digits)).toBe(0xcbf4_3926);
  expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf4_3926);
});

test('a copy of a part named with backslashes is named with slashes, and the source stays as it was', () => {
  const content = { name: 'xl\\media\\a.txt', content: 'một' };
  const bytes = writeHostileZip([content, { name: 'b.txt', content: 'hai' }]);
  const before = Uint8Array.from(bytes);
  const source = openPackage(bytes, native);
  const writer = new ZipWriter(native.deflate);
  for (const name of source.names) writer.copy(source, name);
  const written = openPackage(writer.finish(), native);
  expect(written.names).toEqual(['xl/media/a.txt', 'b.txt']);
  expect(new TextDecoder().decode(written.read('xl/media/a.txt'))).toBe('một');
  expect(Buffer.compare(bytes, before)).toBe(0);
});

describe.each([
  ['native', native, native],
  ['portable', portable, portable],
  ['written natively, read portably', native, portable],
  ['written portably, read natively', portable, native],
])('%s', (_, { deflate }, { inflate }) => {
  test.each(samples)('%s comes out of a rewrite whole', (name) => {
    const source = openPackage(readFileSync(new URL(name, folder)), { inflate });
    const writer = new ZipWriter(deflate);
    source.names.forEach((part, index) => {
      if (index % 2 === 0) writer.copy(source, part);
      else writer.add(part, [source.read(part).subarray(0, 7), source.read(part).subarray(7)]);
    });
    const written = openPackage(writer.finish(), { inflate });
    expect(written.names).toEqual(source.names);
    for (const part of source.names) expect(Buffer.compare(written.read(part), source.read(part))).toBe(0);
    const [first = ''] = source.names;
    expect(Buffer.compare(written.raw(first), source.raw(first))).toBe(0);
  });

  test('long and empty parts', () => {
    const writer = new ZipWriter(deflate);
    writer.add('big.bin', [big.subarray(0, 1_100_000), big.subarray(1_100_000, 2_300_000), big.subarray(2_300_000)]);
    writer.add('empty.bin', []);
    const written = openPackage(writer.finish(), { inflate });
    expect(Buffer.compare(written.read('big.bin'), big)).toBe(0);
    expect(written.read('empty.bin')).toHaveLength(0);
    expect(written.has('other.bin')).toBe(false);
    expect(() => written.read('other.bin')).toThrow('missing-part');
  });
});

test('the same parts give the same bytes', () => {
  const write = (): Uint8Array => {
    const writer = new ZipWriter(native.deflate);
    writer.add('a.xml', [big.subarray(0, 5000)]);
    return writer.finish();
  };
  expect(write()).toEqual(write());
});

describe.each([
  ['native', native.inflate],
  ['portable', portable.inflate],
])('inflate, %s', (_, inflate) => {
  const packed = native.deflate(big.subarray(0, 100_000), true);
  test('gives exactly the declared size or throws', () => {
    expect(inflate(packed, 100_000)).toHaveLength(100_000);
    expect(() => inflate(packed, 99_999)).toThrow();
    expect(() => inflate(packed, 100_001)).toThrow();
    expect(() => inflate(packed.subarray(0, -9), 100_000)).toThrow();
  });
});
