import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { establishingDecision } from '../../../core/rules/establishing-decision.ts';
import { brief, dateAt, members, referenceAt, roster, run } from './build.ts';

const judge = (subject: Roster) => brief(run(establishingDecision, subject));
const none = { decisionNumber: null, decisionDate: null };

describe('establishing-decision', () => {
  it.each([
    ['number and date above the table and in the rows', roster()],
    ['above the table only', roster({ members: members(3, () => none) })],
    ['in every row only', roster({ decision: null })],
    ['an incomplete heading with complete rows', roster({ decision: referenceAt('A6', '21-QĐ/ĐU', null) })],
    [
      'a blank row of someone who has left',
      roster({ decision: null, members: members(3, (i) => (i ? {} : { ...none, active: false })) }),
    ],
    ['an empty roster', roster({ decision: null, members: [] })],
  ])('accepts %s', (_name, subject) => {
    expect(judge(subject)).toEqual([]);
  });

  const absent = {
    severity: 'warning',
    cell: 'A11',
    vi: 'Danh sách không ghi quyết định thành lập; cần có số và ngày quyết định.',
    en: 'The roster cites no establishing decision; its number and date are needed.',
  };
  const incomplete = {
    severity: 'warning',
    cell: 'A6',
    vi: 'Quyết định thành lập ghi thiếu số hoặc ngày; cần ghi cả số và ngày.',
    en: 'The establishing decision lacks its number or its date; both are needed.',
  };

  it.each([
    ['none at all', roster({ decision: null, members: members(4, () => none) }), absent],
    [
      'numbers without any date',
      roster({ decision: null, members: members(4, () => ({ decisionDate: null })) }),
      absent,
    ],
    [
      'a heading without date',
      roster({ decision: referenceAt('A6', '21-QĐ/ĐU', null), members: members(4, () => none) }),
      incomplete,
    ],
    [
      'a heading without number',
      roster({ decision: referenceAt('A6', null, '2021-06-15'), members: members(4, () => none) }),
      incomplete,
    ],
    [
      'some rows without',
      roster({
        decision: null,
        members: members(5, (i) => [{}, none, { decisionDate: null }, { decisionNumber: null }][i] ?? {}),
      }),
      {
        severity: 'warning',
        cell: 'F13',
        related: ['G14', 'F15'],
        vi: '3/5 cộng tác viên chưa có đủ số và ngày quyết định.',
        en: 'The decision’s number and date are incomplete for 3 of 5 collaborators.',
      },
    ],
    [
      'some rows without, under an incomplete heading',
      roster({
        decision: referenceAt('A6', '21-QĐ/ĐU', null),
        members: members(2, (i) => (i === 1 ? { decisionDate: null } : { decisionDate: dateAt('G12', '2021-06-15') })),
      }),
      {
        severity: 'warning',
        cell: 'G13',
        vi: '1/2 cộng tác viên chưa có đủ số và ngày quyết định.',
        en: 'The decision’s number and date are incomplete for 1 of 2 collaborators.',
      },
    ],
  ])('warns about %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });
});
