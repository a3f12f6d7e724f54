import { describe, expect, test } from 'vitest';
import { builtInFormat, showsDate } from '../../../core/file/number-format.ts';

describe('showsDate', () => {
  test.each([
    'dd/mm/yyyy',
    '[$-42A]dd/mm/yyyy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    '"ngày "dd" tháng "mm" năm "yyyy',
    'mm-dd-yy',
    'm/d/yy h:mm',
    'mmm',
    'mm/yyyy',
    'yyyy',
    '[Red]d/m/yyyy',
    'd/m/yyyy;[Red]@',
  ])('%s is a date', (format) => {
    expect(showsDate(format)).toBe(true);
  });

  test.each([
    'General',
    '@',
    '0.00',
    '#,##0 "đồng"',
    '"tháng "0',
    '[Red]0;[Blue]-0',
    'h:mm',
    'mm:ss',
    'h:mm AM/PM',
    '[h]:mm:ss',
    '[mm]:ss',
    'mmss.0',
    '0.00E+00',
    '\\d0',
    '_d0',
    '#,##0\\ [$₫-42A]',
    '0;"d"',
  ])('%s is none', (format) => {
    expect(showsDate(format)).toBe(false);
  });
});

test.each([
  [0, 'General', false],
  [13, '# ??/??', false],
  [14, 'mm-dd-yy', true],
  [17, 'mmm-yy', true],
  [18, 'h:mm AM/PM', false],
  [22, 'm/d/yy h:mm', true],
  [30, 'yyyy/m/d', true],
  [33, 'h:mm:ss', false],
  [45, 'mm:ss', false],
  [49, '@', false],
  [58, 'yyyy/m/d', true],
  [163, 'General', false],
] as const)('built-in format %i', (id, code, date) => {
  expect([builtInFormat(id), showsDate(builtInFormat(id))]).toEqual([code, date]);
});
