import { describe, expect, it } from 'vitest';
import type { Member, Roster } from '../../../core/document.ts';
import { blocTeamComposition } from '../../../core/rules/bloc-team-composition.ts';
import { at, brief, contextOf, members, roster, run } from './build.ts';

const officeUnits = [
  'Cơ quan Đảng ủy Khối',
  'Ban Tuyên giáo Đảng uỷ Khối',
  'VĂN PHÒNG ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG',
  'Ban Tổ chức, ĐUK',
];
/** So many at the office, then so many in subordinate committees. */
function team(office: number, subordinate: number, change: (index: number) => Partial<Member> = () => ({})): Roster {
  return roster({
    organisation: 'khoi',
    members: members(office + subordinate, (i) => ({
      unit: at(`D${String(12 + i)}`, i < office ? (officeUnits[i % 4] ?? '') : `Đảng ủy Bộ thứ ${String(i)}`),
      ...change(i),
    })),
  });
}
const judge = (subject: Roster, organisation = 'khoi') =>
  brief(
    run(blocTeamComposition, subject, { parameters: { office: 4, subordinate: 31 }, context: contextOf(organisation) }),
  );

describe('bloc-team-composition', () => {
  it.each([
    ['4 + 31', team(4, 31), 'khoi'],
    [
      'a committee «trực thuộc Đảng ủy Khối» as subordinate',
      team(4, 31, (i) => (i === 34 ? { unit: at('D46', 'Đảng ủy A (trực thuộc Đảng ủy Khối)') } : {})),
      'khoi',
    ],
    ['a subordinate committee’s roster', roster(), 'ttxvn'],
    ['an empty roster', roster({ organisation: 'khoi', members: [] }), 'khoi'],
  ])('accepts %s', (_name, subject, organisation) => {
    expect(judge(subject, organisation)).toEqual([]);
  });

  const composition = (office: number, subordinate: number) => ({
    severity: 'error',
    cell: 'A11',
    vi: `Đội ngũ cấp Khối có ${office} người ở cơ quan và ${subordinate} người ở đơn vị trực thuộc; quyết định là 4 và 31, tổng số 35.`,
    en: `The Bloc’s team has ${office} at the office and ${subordinate} in subordinate committees; the decision says 4 and 31, 35 in all.`,
  });

  it.each([
    ['3 + 31', team(3, 31), composition(3, 31)],
    ['5 + 31', team(5, 31), composition(5, 31)],
    ['4 + 30', team(4, 30), composition(4, 30)],
    ['4 + 32', team(4, 32), composition(4, 32)],
    ['5 + 30, though 35 in all', team(5, 30), composition(5, 30)],
    ['a blank unit, which counts as neither', team(4, 31, (i) => (i === 10 ? { unit: null } : {})), composition(4, 30)],
  ])('rejects %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });

  it('only warns about turnover: those who left still count in the composition', () => {
    expect(judge(team(4, 31, (i) => ({ active: i % 10 !== 0 })))).toEqual([
      {
        severity: 'warning',
        cell: 'A11',
        vi: '4 cộng tác viên cấp Khối không còn hoạt động; đội ngũ cần kiện toàn.',
        en: 'Collaborators of the Bloc’s team no longer active: 4; the team needs renewal.',
      },
    ]);
  });
});
