import { describe, expect, it } from 'vitest';
import { addMonths, dayLabel, instantLabel, latestDay, localDay } from '../../core/calendar.ts';

it.each([
  ['2023-06-15', '2023-06-15'],
  ['2023-02', '2023-02-28'],
  ['2024-02', '2024-02-29'],
  ['2023', '2023-12-31'],
])('latestDay(%s) is %s', (iso, day) => {
  expect(latestDay(iso)).toBe(day);
});

it.each([
  ['2023-01-15', 12, '2024-01-15'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2023-11-30', 1, '2023-12-30'],
  ['2023-12-31', 1, '2024-01-31'],
  ['2023-12-31', 0, '2023-12-31'],
] as const)('%s and %i months later is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

it.each([
  ['2023-11-25T16:59:59.999Z', 420, '2023-11-25'],
  ['2023-11-25T17:00:00.000Z', 420, '2023-11-26'],
  ['2023-12-31T17:00:00+07:00', 420, '2023-12-31'],
  ['2023-11-25T02:00:00Z', -300, '2023-11-24'],
] as const)('%s falls, at offset %i, on %s', (instant, offset, day) => {
  expect(localDay(instant, offset)).toBe(day);
});

describe('labels', () => {
  it('writes days the Vietnamese way and as ISO', () => {
    expect(dayLabel('2023-11-05')).toEqual({ vi: '05/11/2023', en: '2023-11-05' });
    expect(dayLabel('2023-11')).toEqual({ vi: '11/2023', en: '2023-11' });
  });

  it('writes instants to the minute, never rounding the last one up', () => {
    expect(instantLabel('2023-11-25T16:59:59.999Z', 420)).toEqual({
      vi: '23:59 ngày 25/11/2023',
      en: '2023-11-25 23:59',
    });
  });
});
