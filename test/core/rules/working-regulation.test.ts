import { describe, expect, it } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { workingRegulation } from '../../../core/rules/working-regulation.ts';
import { brief, dateAt, referenceAt, roster, run } from './build.ts';

const judge = (subject: Roster) => brief(run(workingRegulation, subject));

describe('working-regulation', () => {
  it.each([
    ['a regulation and an inspection this year', roster()],
    ['an inspection on the year’s first day', roster({ inspectedOn: dateAt('A10', '2023-01-01') })],
    ['an inspection given by month', roster({ inspectedOn: dateAt('A10', '2023-05') })],
    [
      'a regulation named without number or date',
      roster({ regulation: referenceAt('A8', null, null, 'Quy chế của Đảng ủy') }),
    ],
    ['an empty roster', roster({ members: [], regulation: null, inspectedOn: null })],
  ])('accepts %s', (_name, subject) => {
    expect(judge(subject)).toEqual([]);
  });

  const unregulated = {
    severity: 'error',
    vi: 'Danh sách không ghi Quy chế hoạt động của đội ngũ.',
    en: 'The roster cites no working regulation of the team.',
  };
  const uninspected = {
    severity: 'warning',
    vi: 'Chưa ghi lần kiểm tra, giám sát việc thực hiện Quy chế nào trong năm 2023.',
    en: 'No inspection of how the regulation is observed is recorded in 2023.',
  };

  it.each([
    ['no regulation', roster({ regulation: null }), { ...unregulated, cell: 'A11' }],
    [
      'no regulation and no inspection: one finding',
      roster({ regulation: null, inspectedOn: null }),
      { ...unregulated, cell: 'A11' },
    ],
    ['«chưa có»', roster({ regulation: referenceAt('A8', null, null, 'Chưa có') }), { ...unregulated, cell: 'A8' }],
    ['no inspection', roster({ inspectedOn: null }), { ...uninspected, cell: 'A11' }],
    [
      'an inspection on the last day of last year',
      roster({ inspectedOn: dateAt('A10', '2022-12-31') }),
      { ...uninspected, cell: 'A10' },
    ],
    ['an inspection next year', roster({ inspectedOn: dateAt('A10', '2024-01-01') }), { ...uninspected, cell: 'A10' }],
    [
      'an inspection whose date cannot be read',
      roster({ inspectedOn: dateAt('A10', null, 'quý I') }),
      { ...uninspected, cell: 'A10' },
    ],
  ])('rejects %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });
});
