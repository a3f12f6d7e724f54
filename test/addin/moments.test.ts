/** Days, months and instants as typed and shown. */
import { describe, expect, it } from 'vitest';
import { endOfDay, instantText, readDay, readMonth, readYear, typedPeriod } from '../../addin/parts/moments.ts';

const office = 420;

describe('moments', () => {
  it.each<[string, string | null]>([
    ['11/2023', '2023-11'],
    ['1/2024', '2024-01'],
    [' 11-2023 ', '2023-11'],
    ['tháng 11 năm 2023', '2023-11'],
    ['2023-11', '2023-11'],
    ['0/2023', null],
    ['13/2023', null],
    ['2023', null],
    ['28/11/2023', null],
    ['', null],
  ])('reads the month %s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });

  it.each<[string, string | null]>([
    ['2023', '2023'],
    ['năm 2023', '2023'],
    ['23', null],
    ['11/2023', null],
  ])('reads the year %s', (text, year) => {
    expect(readYear(text)).toBe(year);
  });

  it.each<[string, string | null]>([
    ['28/11/2023', '2023-11-28'],
    ['29/2/2023', null],
    ['11/2023', null],
    ['hôm nay', null],
  ])('reads the day %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it('ends a day at the last second of the office’s clock, and says so', () => {
    expect(endOfDay('2023-11-25', office)).toBe('2023-11-25T16:59:59.000Z');
    expect(instantText('2023-11-25T16:59:59.000Z', office, 'vi')).toBe('23:59 ngày 25/11/2023');
    expect(instantText(null, office, 'vi')).toBe('–');
  });

  it('shows a period as it is typed', () => {
    expect([typedPeriod('2023-11'), typedPeriod('2023'), typedPeriod(null)]).toEqual(['11/2023', '2023', '']);
  });
});
