import { expect, it } from 'vitest';
import { mayHoldNumber } from '../../../core/text/personal-number.ts';

it.each([
  ['0912345678', true],
  ['29A-123.45', true],
  ['1 2 3 4 5 6', true],
  ['1 - 2 - 3 - 4 - 5 - 6', true],
  ['1 -- 2 -- 3 -- 4 -- 5 -- 6', false],
  // Signs that print nothing are no distance.
  ['0\u200B\u200B\u200B\u200B9\u200B1\u200B2\u200B3\u200B4', true],
  ['12345', false],
  ['năm 2023, Khối có tất cả 61 đơn vị', false],
  ['ai@vi.vn', true],
  ['ten(at)gmail.com', true],
  ['ten [ a còng ] gmail.com', true],
  ['ten (a co\u0300ng) gmail.com', true],
  ['(tháng 11)', false],
  ['', false],
])('«%s» may hold a personal number: %s', (text, expected) => {
  expect(mayHoldNumber(text)).toBe(expected);
});
