import { describe, expect, it } from 'vitest';
import { teamEstablished } from '../../../core/rules/team-established.ts';
import { brief, member, members, roster, run } from './build.ts';

describe('team-established', () => {
  it.each([
    ['a team', roster()],
    ['one person', roster({ members: members(1) })],
    ['some who have left', roster({ members: [member(0), member(1, { active: false })] })],
  ])('accepts %s', (_name, subject) => {
    expect(run(teamEstablished, subject)).toEqual([]);
  });

  it.each([
    [
      'an empty roster',
      roster({ members: [] }),
      {
        severity: 'error',
        cell: 'A11',
        vi: 'Danh sách chưa có cộng tác viên nào; đơn vị phải thành lập đội ngũ hoặc nhóm cộng tác viên.',
        en: 'The roster lists no collaborator; the committee must establish a team or a group.',
      },
    ],
    [
      'a roster without a table: at the title',
      roster({ members: [], table: null, teamKind: null }),
      {
        severity: 'error',
        cell: 'A4',
        vi: 'Danh sách chưa có cộng tác viên nào; đơn vị phải thành lập đội ngũ hoặc nhóm cộng tác viên.',
        en: 'The roster lists no collaborator; the committee must establish a team or a group.',
      },
    ],
    [
      'nobody active',
      roster({ members: members(2, () => ({ active: false })) }),
      {
        severity: 'error',
        cell: 'A11',
        vi: 'Danh sách có 2 người nhưng không còn ai đang hoạt động; đơn vị phải có đội ngũ hoặc nhóm cộng tác viên.',
        en: 'The roster lists 2 people, none of them active; the committee must have a team or a group.',
      },
    ],
  ])('rejects %s', (_name, subject, expected) => {
    expect(brief(run(teamEstablished, subject))).toEqual([expected]);
  });
});
