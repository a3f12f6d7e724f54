import { describe, expect, it } from 'vitest';
import { capacityOf, hitAt, memberCells, rosterCell, rosterOn, sizeLimits, sizeRuleFor } from '../../core/team.ts';
import { at, cell, members, profile, roster } from './rules/build.ts';

it.each([
  ['upper', 'team', 'upper-team-size'],
  ['upper', null, 'upper-team-size'],
  ['upper', 'group', 'grassroots-team-size'],
  ['grassroots', 'team', 'grassroots-team-size'],
  ['grassroots', 'group', 'grassroots-team-size'],
  [null, 'group', 'grassroots-team-size'],
  [null, 'team', null],
  ['bloc', 'team', null],
] as const)('a committee of level %s with a %s is judged by %s', (level, kind, rule) => {
  expect(sizeRuleFor(level, kind)).toBe(rule);
});

describe('limits', () => {
  const dated = profile({
    rules: [
      {
        id: 'upper-team-size',
        cites: ['khoan'],
        parameters: { minimum: 10, maximum: 12 },
        from: null,
        to: '2021-12-05',
      },
      {
        id: 'upper-team-size',
        cites: ['khoan'],
        parameters: { minimum: 15, maximum: 20 },
        from: '2021-12-06',
        to: null,
      },
    ],
  });

  it.each([
    ['2021-12-05', { minimum: 10, maximum: 12 }],
    ['2021-12-06', { minimum: 15, maximum: 20 }],
  ])('are those in force on %s', (day, limits) => {
    expect(sizeLimits(dated, day, 'upper-team-size')).toEqual(limits);
  });

  it('are not known where the profile has no such rule', () => {
    expect(sizeLimits(dated, '2023-11-30', 'grassroots-team-size')).toBeNull();
    expect(capacityOf(dated, '2023-11-30', 20, 14)).toBeNull();
  });

  it('allow 470 people in 20 teams and 14 groups', () => {
    expect(capacityOf(profile(), '2023-11-30', 20, 14)).toBe(470);
    expect(capacityOf(profile(), '2023-11-30', 0, 0)).toBe(0);
  });
});

it.each([
  ['2023-11-29', false],
  ['2023-11-30', true],
  ['2023-12-01', true],
  ['2023-10', false],
  ['2023-11', true],
  ['2022', false],
  ['2023', true],
])('on 2023-11-30 somebody who leaves on %s is there: %s', (iso, active) => {
  const leftOn = at('H12', { iso, asText: false, text: iso });
  expect(rosterOn(roster({ members: members(1, () => ({ leftOn })) }), '2023-11-30').members[0]?.active).toBe(active);
});

it('who is there without a day stays, who has left does not come back', () => {
  const subject = roster({ members: members(2, (i) => ({ active: i === 0 })) });
  expect(rosterOn(subject, '2023-11-30').members.map(({ active }) => active)).toEqual([true, false]);
});

describe('cells', () => {
  it('points at the table, else the title, else the organisation', () => {
    expect(rosterCell(roster())).toMatchObject(cell('A11'));
    expect(rosterCell(roster({ table: null }))).toMatchObject(cell('A4'));
    expect(rosterCell(roster({ table: null, title: null }))).toMatchObject(cell('A2'));
    expect(rosterCell(roster({ table: null, title: null, organisationText: null }))).toBeNull();
  });

  it('finds a blank cell by the column others have filled', () => {
    const subject = roster({ members: members(3, (i) => (i === 0 ? { unit: null } : {})) });
    expect(memberCells(subject, subject.members.slice(0, 1), 'unit')).toEqual([cell('D12')]);
  });

  it('falls back to the name, then the table', () => {
    const subject = roster({ members: members(2, (i) => ({ unit: null, ...(i === 1 ? { name: null } : {}) })) });
    expect(memberCells(subject, subject.members, 'unit')).toMatchObject([cell('B12'), cell('A11')]);
  });

  it('points at the first cell and relates the others', () => {
    expect(hitAt([null, cell('A1'), cell('A2')], 1)).toEqual({ at: cell('A1'), args: 1, related: [cell('A2')] });
    expect(hitAt([], 1)).toEqual({ at: null, args: 1, related: [] });
  });
});
