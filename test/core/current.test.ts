import { expect, it } from 'vitest';
import { currentReports, currentRosters, isPeriodic } from '../../core/current.ts';
import { at, extract, report, roster, set, year } from './rules/build.ts';

it('gives the current documents of registered organisations by kind, in any order of files', () => {
  const extracts = [
    extract(report({ organisation: 'tu-phap' })),
    extract(report()),
    extract(roster()),
    extract(year()),
    extract(report({ organisation: null })),
    extract(report({ organisation: 'bao' }), { document: null }),
  ];
  for (const current of [extracts, [...extracts].reverse()]) {
    expect(currentReports(set(current)).map(({ organisation }) => organisation)).toEqual(['ttxvn', 'tu-phap']);
    expect(currentRosters(set(current)).map(({ organisation }) => organisation)).toEqual(['ttxvn']);
  }
});

it.each([
  ['periodic', true],
  ['adHoc', false],
  ['quick', false],
] as const)('a %s report is the monthly one: %s', (type, expected) => {
  expect(isPeriodic(report({ type: at('B9', type) }))).toBe(expected);
});

it('takes a report without a type as the monthly one', () => {
  expect(isPeriodic(report({ type: null }))).toBe(true);
});
