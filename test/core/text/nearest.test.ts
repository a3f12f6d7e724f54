import { expect, it } from 'vitest';
import { nearest } from '../../../core/text/nearest.ts';

const names = ['Đảng ủy Bộ Tư pháp', 'Đảng ủy Bộ Tài chính', 'Đảng ủy Thông tấn xã Việt Nam'];

it.each([
  ['dang uy bo tu phap', 'Đảng ủy Bộ Tư pháp'],
  ['Đảng ủy Bộ Tư pháq', 'Đảng ủy Bộ Tư pháp'],
  ['ĐẢNG UỶ THÔNG TẤN VIỆT NAM', 'Đảng ủy Thông tấn xã Việt Nam'],
  ['Đảng ủy Bộ Tài chinhs', 'Đảng ủy Bộ Tài chính'],
])('%s is nearest to %s', (text, expected) => {
  expect(nearest(text, names)).toBe(expected);
});

it.each(['', 'Câu lạc bộ cờ vua', 'abcd'])('%s is near none', (text) => {
  expect(nearest(text, names)).toBeNull();
});

it('allows a quarter of the letters to differ, not more', () => {
  expect(nearest('abcdefgh', ['abcdefxy'])).toBe('abcdefxy');
  expect(nearest('abcdefgh', ['abcdexyz'])).toBeNull();
});

it('prefers the first of equally near ones', () => {
  expect(nearest('abcd', ['abcx', 'abcy'])).toBe('abcx');
});
