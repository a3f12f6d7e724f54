import { describe, expect, it } from 'vitest';
import { readMonth, readYear, templateFileName } from '../../addin/templates/choice.ts';
import { shownValue } from '../../addin/check/cells.ts';

describe('readMonth', () => {
  it.each([
    ['11/2023', '2023-11'],
    ['1/2023', '2023-01'],
    [' 12-2023 ', '2023-12'],
    ['2023-02', '2023-02'],
    ['3.2024', '2024-03'],
    ['0/2023', null],
    ['13/2023', null],
    ['2023', null],
    ['11/23', null],
    ['', null],
  ])('reads «%s» as %s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });
});

describe('readYear', () => {
  it.each([
    ['2023', '2023'],
    [' 1999 ', '1999'],
    ['3023', null],
    ['23', null],
    ['11/2023', null],
  ])('reads «%s» as %s', (text, year) => {
    expect(readYear(text)).toBe(year);
  });
});

it('names templates by kind, period and organisation', () => {
  expect(templateFileName({ kind: 'report', organisation: 'ttxvn', period: '2023-11' })).toBe(
    'bao-cao-2023-11-ttxvn.xlsx',
  );
  expect(templateFileName({ kind: 'roster', organisation: 'ttxvn', period: null })).toBe('danh-sach-ttxvn.xlsx');
});

describe('shownValue', () => {
  it.each([
    [44347, true, false, '31/05/2021'],
    [42885, true, true, '31/05/2021'],
    [44347, false, false, '44347'],
    ['31/5/2021', true, false, '31/5/2021'],
    [null, false, false, ''],
  ] as const)('%s (date %s, 1904 %s) shows as «%s»', (value, date, date1904, text) => {
    expect(shownValue(value, date, date1904)).toBe(text);
  });
});
