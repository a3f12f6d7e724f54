import { describe, expect, it } from 'vitest';
import { crc32, portableCrc32 } from '../../../core/file/crc32.ts';

describe.each([
  ['Node’s own', crc32],
  ['portable', portableCrc32],
])('CRC-32, %s', (_title, checksum) => {
  it.each([
    ['', 0],
    ['123456789', 0xcbf43926],
    ['Đảng ủy Khối', 0xd30bb57a],
  ])('of «%s»', (text, expected) => {
    expect(checksum(new TextEncoder().encode(text), 0)).toBe(expected);
  });

  it('goes on from earlier bytes', () => {
    const bytes = new TextEncoder().encode('123456789');
    expect(checksum(bytes.subarray(5), checksum(bytes.subarray(0, 5), 0))).toBe(0xcbf43926);
  });
});
