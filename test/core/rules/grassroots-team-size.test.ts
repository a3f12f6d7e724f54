import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { grassrootsTeamSize } from '../../../core/rules/grassroots-team-size.ts';
import { at, brief, contextOf, members, roster, run } from './build.ts';

const judge = (subject: Roster, organisation: string | null) =>
  brief(
    run(grassrootsTeamSize, subject, {
      parameters: { minimum: 3, maximum: 5 },
      context: contextOf(organisation),
    }),
  );
const group = at('A5', 'group' as const);

describe('grassroots-team-size', () => {
  it.each([
    ['3 members', roster({ members: members(3) }), 'tap-chi'],
    ['5 members', roster({ members: members(5) }), 'tap-chi'],
    ['6 listed, one of them moved', roster({ members: members(6, (i) => ({ active: i > 0 })) }), 'tap-chi'],
    ['a group of 5 in an upper committee', roster({ members: members(5), teamKind: group }), 'ttxvn'],
    ['an upper committee’s team', roster({ members: members(99) }), 'ttxvn'],
    ['an unknown level, which is upper-team-size’s', roster({ members: members(99) }), 'vien'],
    ['an unknown organisation', roster({ members: members(99) }), null],
    ['the Bloc, even as a group', roster({ members: members(35), teamKind: group, organisation: 'khoi' }), 'khoi'],
    ['an empty roster', roster({ members: [] }), 'tap-chi'],
  ] as const)('accepts %s', (_name, subject, organisation) => {
    expect(judge(subject, organisation)).toEqual([]);
  });

  const team = (size: number) => ({
    severity: 'error',
    cell: 'A11',
    vi: `Đội ngũ có ${size} cộng tác viên đang hoạt động; đảng bộ cơ sở phải có từ 3 đến 5.`,
    en: `Active collaborators: ${size}; a grassroots committee must have 3 to 5.`,
  });
  const concurrent = (size: number) => ({
    severity: 'error',
    cell: 'A11',
    vi: `Nhóm kiêm nhiệm có ${size} cộng tác viên đang hoạt động; mỗi nhóm phải có từ 3 đến 5.`,
    en: `Active collaborators: ${size}; a group of concurrent officers must have 3 to 5.`,
  });

  it.each([
    ['2 members', roster({ members: members(2) }), 'tap-chi', team(2)],
    ['6 members', roster({ members: members(6) }), 'tap-chi', team(6)],
    ['a group of 2', roster({ members: members(2), teamKind: group }), 'ttxvn', concurrent(2)],
    ['a group of 6', roster({ members: members(6), teamKind: group }), 'ttxvn', concurrent(6)],
    ['a group of unknown level', roster({ members: members(6), teamKind: group }), null, concurrent(6)],
  ] as const)('rejects %s', (_name, subject, organisation, expected) => {
    expect(judge(subject, organisation)).toEqual([expected]);
  });
});
