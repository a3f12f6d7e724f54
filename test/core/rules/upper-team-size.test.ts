import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { upperTeamSize } from '../../../core/rules/upper-team-size.ts';
import { at, brief, contextOf, member, members, roster, run } from './build.ts';

const parameters = { minimum: 15, maximum: 20 };
const judge = (subject: Roster, organisation: string | null = 'ttxvn') =>
  brief(run(upperTeamSize, subject, { parameters, context: contextOf(organisation) }));

describe('upper-team-size', () => {
  it.each([
    ['15 members', roster({ members: members(15) }), 'ttxvn'],
    ['20 members', roster({ members: members(20) }), 'ttxvn'],
    ['21 listed, one of them moved', roster({ members: members(21, (i) => ({ active: i !== 3 })) }), 'ttxvn'],
    ['no team kind stated: a team', roster({ teamKind: null }), 'ttxvn'],
    ['a grassroots committee', roster({ members: members(4), organisation: 'tap-chi' }), 'tap-chi'],
    ['a group of an upper committee', roster({ members: members(4), teamKind: at('A5', 'group') }), 'ttxvn'],
    ['a group of unknown level', roster({ teamKind: at('A5', 'group'), organisation: null }), null],
    ['the Bloc', roster({ members: members(35), organisation: 'khoi' }), 'khoi'],
    ['an empty roster, which is team-established’s', roster({ members: [] }), 'ttxvn'],
    ['an empty roster of unknown level', roster({ members: [], organisation: null }), null],
    ['nobody active', roster({ members: [member(0, { active: false })] }), 'ttxvn'],
  ] as const)('accepts %s', (_name, subject, organisation) => {
    expect(judge(subject, organisation)).toEqual([]);
  });

  it.each([
    [
      '14 members',
      roster({ members: members(14) }),
      {
        severity: 'error',
        cell: 'A11',
        vi: 'Đội ngũ có 14 cộng tác viên đang hoạt động; đảng bộ cấp trên cơ sở phải có từ 15 đến 20.',
        en: 'Active collaborators: 14; an upper-level committee must have 15 to 20.',
      },
    ],
    [
      '21 members, in a roster without a table header: at the title',
      roster({ members: members(21), table: null }),
      {
        severity: 'error',
        cell: 'A4',
        vi: 'Đội ngũ có 21 cộng tác viên đang hoạt động; đảng bộ cấp trên cơ sở phải có từ 15 đến 20.',
        en: 'Active collaborators: 21; an upper-level committee must have 15 to 20.',
      },
    ],
  ])('rejects %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });

  const unknown = {
    severity: 'warning',
    vi: 'Không xác định được cấp của tổ chức, không kiểm tra được số lượng cộng tác viên.',
    en: 'The organisation’s level is not known, so the number of collaborators cannot be checked.',
  };

  it.each([
    ['an organisation not in the register', roster({ organisation: null }), null, 'A2'],
    ['a level not in the register', roster({ organisation: 'vien', members: members(99) }), 'vien', 'A2'],
    ['no organisation line: at the table', roster({ organisation: null, organisationText: null }), null, 'A11'],
  ] as const)('warns once about %s', (_name, subject, organisation, cell) => {
    expect(judge(subject, organisation)).toEqual([{ ...unknown, cell }]);
  });

  it('refuses other parameters', () => {
    expect(() => upperTeamSize.checkParameters({ minimum: 15 })).toThrow();
    expect(() => upperTeamSize.checkParameters({ ...parameters, extra: 1 })).toThrow();
  });
});
