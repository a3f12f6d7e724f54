import { expect, it } from 'vitest';
import { isBloc, organisationName, subordinatesAt } from '../../core/organisation.ts';
import { profile } from './rules/build.ts';

it.each([
  ['khoi', true],
  ['ttxvn', false],
  ['xa', false],
  [null, false],
] as const)('isBloc(%s) is %s', (id, expected) => {
  expect(isBloc(profile(), id)).toBe(expected);
});

it('knows the Bloc by its id too, where the register leaves it out', () => {
  expect(isBloc(profile({ organisations: [] }), 'khoi')).toBe(true);
});

it('counts the subordinates of a day, both ends of their validity included', () => {
  const ids = (day: string) => subordinatesAt(profile(), day).map(({ id }) => id);
  expect(ids('2023-01-01')).toEqual(['ttxvn', 'tu-phap', 'tap-chi', 'bao', 'vien']);
  expect(ids('2022-12-31')).toEqual(['ttxvn', 'tu-phap', 'tap-chi', 'bao', 'vien', 'cu']);
});

it('names an organisation, or gives its id', () => {
  expect(organisationName(profile(), 'cu')).toBe('Đảng ủy Tổng cục Cũ');
  expect(organisationName(profile(), 'xa')).toBe('xa');
});
