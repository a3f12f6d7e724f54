import { describe, expect, it } from 'vitest';
import type { Extract, SubmissionSet } from '../../../core/submission.ts';
import { teamCounts } from '../../../core/rules/team-counts.ts';
import { at, brief, context, extract, members, profile, roster, run, set } from './build.ts';

function of(
  organisation: string | null,
  kind: 'team' | 'group',
  size: number,
  file = `${String(organisation)}.xlsx`,
): Extract {
  return extract(roster({ organisation, teamKind: at('A5', kind), members: members(size) }), { id: file, file });
}
const judge = (subject: SubmissionSet) =>
  brief(run(teamCounts, subject, { context: context({ profile: subject.profile }) }));

/** Sixty-one committees, as the Bloc had at the end of 2021. */
const sixtyOne = profile({
  organisations: [
    ...profile().organisations.filter(({ level }) => level === 'bloc'),
    ...Array.from({ length: 61 }, (_, index) => ({
      id: `dv-${String(index + 1)}`,
      name: `Đảng ủy ${String(index + 1)}`,
      aliases: [],
      level: index < 20 ? ('upper' as const) : ('grassroots' as const),
      basis: 'fixture' as const,
      from: null,
      to: null,
    })),
  ],
});
/** 20 teams and 14 groups; people in all: as asked. */
const thirtyFour = (people: number) =>
  Array.from({ length: 34 }, (_, index) => {
    const size = Math.floor(people / 34) + (index < people % 34 ? 1 : 0);
    return of(`dv-${String(index + 1)}`, index < 20 ? 'team' : 'group', size);
  });

describe('team-counts', () => {
  it.each([
    ['no roster', set([])],
    ['a team and a group', set([of('ttxvn', 'team', 20), of('tap-chi', 'group', 5)])],
    ['people at the limit', set(thirtyFour(470), { profile: sixtyOne })],
    ['the Bloc’s own team, which is no subordinate’s', set([of('khoi', 'team', 35)])],
    ['a roster of an unknown organisation', set([of(null, 'team', 99)])],
    ['an empty roster, which is no team', set([of('ttxvn', 'team', 0), of('ttxvn', 'team', 15, 'hai.xlsx')])],
    ['any number where the profile sets no size', set([of('ttxvn', 'team', 99)], { profile: profile({ rules: [] }) })],
  ])('accepts %s', (_name, subject) => {
    expect(judge(subject)).toEqual([]);
  });

  it('shows that 593 people cannot be within the limits of 20 teams and 14 groups', () => {
    expect(judge(set(thirtyFour(593), { profile: sixtyOne }))).toEqual([
      {
        severity: 'warning',
        cell: null,
        vi: 'Tổng số 593 người > 470, mức tối đa cho 20 đội ngũ và 14 nhóm; không thể mọi đơn vị đều đúng quy định về số lượng.',
        en: '593 people in all > 470, the most 20 teams and 14 groups may have; not every organisation can be within its limits.',
      },
    ]);
  });

  it('warns from one person above the limit', () => {
    expect(judge(set(thirtyFour(471), { profile: sixtyOne }))).toHaveLength(1);
  });

  it('rejects one organisation counted as a team and as a group', () => {
    expect(judge(set([of('ttxvn', 'team', 15), of('ttxvn', 'group', 3, 'nhom.xlsx')]))).toEqual([
      {
        severity: 'error',
        cell: null,
        vi: 'Có 1 đội ngũ và 1 nhóm nhưng chỉ của 1 đơn vị; mỗi đơn vị chỉ tính một lần.',
        en: '1 teams and 1 groups come from only 1 organisations; each counts once.',
      },
    ]);
  });

  it('rejects more organisations with a team than the register has', () => {
    const current = ['ttxvn', 'tu-phap', 'tap-chi', 'bao', 'vien', 'cu'].map((id) => of(id, 'team', 15));
    expect(judge(set(current.slice(0, 5)))).toEqual([]);
    expect(judge(set(current))).toEqual([
      {
        severity: 'error',
        cell: null,
        vi: '6 đơn vị có đội ngũ hoặc nhóm, nhiều hơn 5 đơn vị trong danh mục của kỳ.',
        en: '6 organisations have a team or group, more than the 5 registered in the period.',
      },
    ]);
  });
});
