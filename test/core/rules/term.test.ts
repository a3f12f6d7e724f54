import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { term } from '../../../core/rules/term.ts';
import { at, brief, context, members, profile, roster, run } from './build.ts';

const judge = (subject: Roster) => brief(run(term, subject));
const noTerms = members(3, () => ({ term: null }));

describe('term', () => {
  it.each([
    ['the term above the table and in the rows', roster()],
    ['above the table only', roster({ members: noTerms })],
    ['in the rows only', roster({ term: null })],
    ['other dashes and words', roster({ term: at('A5', 'Nhiệm kỳ 2020 – 2025'), members: noTerms })],
    ['the years in words between', roster({ term: at('A5', 'nhiệm kỳ từ năm 2020 đến năm 2025'), members: noTerms })],
    [
      'another term of someone who has left',
      roster({ members: members(3, (i) => (i ? {} : { term: at('H12', '2015-2020'), active: false })) }),
    ],
    ['an empty roster', roster({ members: [], term: null })],
  ])('accepts %s', (_name, subject) => {
    expect(judge(subject)).toEqual([]);
  });

  it('asks for nothing where the profile has no term', () => {
    const subject = roster({ term: null, members: noTerms });
    expect(run(term, subject, { context: context({ profile: profile({ term: null }) }) })).toEqual([]);
  });

  it.each([
    [
      'no term anywhere',
      roster({ term: null, members: noTerms }),
      {
        severity: 'warning',
        cell: 'A11',
        vi: 'Danh sách không ghi nhiệm kỳ; nhiệm kỳ hiện nay là 2020-2025.',
        en: 'The roster states no term; the current term is 2020-2025.',
      },
    ],
    [
      'another term above the table',
      roster({ term: at('A5', 'nhiệm kỳ 2015-2020'), members: noTerms }),
      {
        severity: 'warning',
        cell: 'A5',
        vi: '1 ô ghi nhiệm kỳ khác với nhiệm kỳ 2020-2025.',
        en: 'Cells stating a term other than 2020-2025: 1.',
      },
    ],
    [
      'another term in some rows',
      roster({
        members: members(3, (i) =>
          i > 0 ? { term: at(`H${String(12 + i)}`, ['', '2020-2026', 'khóa XIII'][i] ?? '') } : {},
        ),
      }),
      {
        severity: 'warning',
        cell: 'H13',
        related: ['H14'],
        vi: '2 ô ghi nhiệm kỳ khác với nhiệm kỳ 2020-2025.',
        en: 'Cells stating a term other than 2020-2025: 2.',
      },
    ],
  ])('warns about %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });
});
