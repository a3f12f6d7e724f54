import { describe, expect, it } from 'vitest';
import { deadlineOf, timeliness, type DeadlineParameters } from '../../core/deadline.ts';

const plain: DeadlineParameters = { dueDay: 25, graceDays: 0, weekendPolicy: 'none' };
const hanoi = 420;

describe('deadlineOf', () => {
  it.each([
    ['the 25th in Hà Nội ends at 17:00 UTC', '2023-11', plain, hanoi, '2023-11-25T16:59:59.999Z'],
    ['on UTC', '2023-11', plain, 0, '2023-11-25T23:59:59.999Z'],
    ['west of UTC the day ends later', '2023-11', plain, -300, '2023-11-26T04:59:59.999Z'],
    ['day 31 of a month of 30', '2023-11', { ...plain, dueDay: 31 }, hanoi, '2023-11-30T16:59:59.999Z'],
    ['day 31 of a month of 31', '2023-12', { ...plain, dueDay: 31 }, hanoi, '2023-12-31T16:59:59.999Z'],
    ['day 30 of February', '2023-02', { ...plain, dueDay: 30 }, hanoi, '2023-02-28T16:59:59.999Z'],
    ['day 30 of February in a leap year', '2024-02', { ...plain, dueDay: 30 }, hanoi, '2024-02-29T16:59:59.999Z'],
    ['day 29 of February in a leap year', '2024-02', { ...plain, dueDay: 29 }, hanoi, '2024-02-29T16:59:59.999Z'],
    ['day 29 of February 1900, no leap year', '1900-02', { ...plain, dueDay: 29 }, hanoi, '1900-02-28T16:59:59.999Z'],
    ['day 1, due before the month ends', '2023-11', { ...plain, dueDay: 1 }, hanoi, '2023-11-01T16:59:59.999Z'],
    ['a year is due in December', '2023', plain, hanoi, '2023-12-25T16:59:59.999Z'],
  ] as const)('%s', (_name, period, parameters, offset, due) => {
    expect(deadlineOf(period, parameters, offset)).toEqual({ due, graceUntil: due });
  });

  // 25 November 2023 was a Saturday, 25 June 2023 a Sunday, 25 October 2023 a Wednesday.
  it.each([
    ['2023-11', 'none', '2023-11-25'],
    ['2023-11', 'next-workday', '2023-11-27'],
    ['2023-11', 'previous-workday', '2023-11-24'],
    ['2023-06', 'none', '2023-06-25'],
    ['2023-06', 'next-workday', '2023-06-26'],
    ['2023-06', 'previous-workday', '2023-06-23'],
    ['2023-10', 'next-workday', '2023-10-25'],
    ['2023-10', 'previous-workday', '2023-10-25'],
  ] as const)('%s under %s is due on %s', (period, weekendPolicy, day) => {
    expect(deadlineOf(period, { ...plain, weekendPolicy }, hanoi).due).toBe(`${day}T16:59:59.999Z`);
  });

  it('moves a weekend at the month’s end into the next month', () => {
    const parameters = { ...plain, dueDay: 31, weekendPolicy: 'next-workday' } as const;
    expect(deadlineOf('2023-12', parameters, hanoi).due).toBe('2024-01-01T16:59:59.999Z');
  });

  it('counts grace in calendar days from the due day that applies', () => {
    const parameters = { dueDay: 25, graceDays: 3, weekendPolicy: 'next-workday' } as const;
    expect(deadlineOf('2023-11', parameters, hanoi)).toEqual({
      due: '2023-11-27T16:59:59.999Z',
      graceUntil: '2023-11-30T16:59:59.999Z',
    });
  });

  it.each(['2023-13', '2023-1', ''])('refuses «%s», which is no period', (period) => {
    expect(() => deadlineOf(period, plain, hanoi)).toThrow(RangeError);
  });
});

describe('timeliness', () => {
  const deadline = deadlineOf('2023-11', { ...plain, graceDays: 2 }, hanoi);

  it.each([
    ['never received', null, null, 'missing'],
    ['an extension does not make it received', null, '2023-11-30T00:00:00Z', 'missing'],
    ['the day before', '2023-11-24T08:00:00+07:00', null, 'onTime'],
    ['the last moment of the 25th', '2023-11-25T16:59:59.999Z', null, 'onTime'],
    ['the same moment on the local clock', '2023-11-25T23:59:59.999+07:00', null, 'onTime'],
    ['midnight', '2023-11-25T17:00:00.000Z', null, 'inGrace'],
    ['the last moment of grace', '2023-11-27T16:59:59.999Z', null, 'inGrace'],
    ['after grace', '2023-11-27T17:00:00.000Z', null, 'late'],
    ['the last moment of an extension', '2023-11-29T10:00:00.000Z', '2023-11-29T10:00:00Z', 'onTime'],
    ['after an extension beyond grace', '2023-11-29T10:00:00.001Z', '2023-11-29T10:00:00Z', 'late'],
    ['after an extension within grace', '2023-11-26T10:00:00.001Z', '2023-11-26T10:00:00Z', 'inGrace'],
    ['an extension before the due day takes nothing away', '2023-11-25T10:00:00Z', '2023-11-20T10:00:00Z', 'onTime'],
  ] as const)('%s', (_name, receivedAt, extendedUntil, expected) => {
    expect(timeliness(receivedAt, deadline, extendedUntil)).toBe(expected);
  });

  it('has no grace where none is given', () => {
    const strict = deadlineOf('2023-11', plain, hanoi);
    expect(timeliness('2023-11-25T16:59:59.999Z', strict, null)).toBe('onTime');
    expect(timeliness('2023-11-25T17:00:00.000Z', strict, null)).toBe('late');
  });
});
