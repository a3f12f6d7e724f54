import { describe, expect, it } from 'vitest';
import type { ParsedWorkbook, Roster } from '../../../core/document.ts';
import { representedUnit } from '../../../core/rules/represented-unit.ts';
import { at, brief, context, members, roster, run } from './build.ts';

const parameters = { dominantShare: 0.5 };
const judge = (subject: Roster) => brief(run(representedUnit, subject, { parameters }));
/** So many members, the first `same` of them from one unit. */
const team = (size: number, same: number) =>
  roster({ members: members(size, (i) => (i < same ? { unit: at(`D${String(12 + i)}`, 'Chi bộ Văn phòng') } : {})) });

describe('represented-unit', () => {
  it.each([
    ['everyone from another unit', roster()],
    ['half from one unit', team(4, 2)],
    ['two people from one unit', team(2, 2)],
    [
      'a blank unit of someone who has left',
      roster({ members: members(3, (i) => (i ? {} : { unit: null, active: false })) }),
    ],
    ['an empty roster', roster({ members: [] })],
  ])('accepts %s', (_name, subject) => {
    expect(judge(subject)).toEqual([]);
  });

  it.each([
    [
      'a blank unit',
      roster({ members: members(3, (i) => (i === 1 ? { unit: null } : {})) }),
      {
        severity: 'warning',
        cell: 'D13',
        vi: '1/3 cộng tác viên chưa ghi đơn vị, chi bộ đại diện.',
        en: 'No represented unit is given for 1 of 3 collaborators.',
      },
    ],
    [
      'all units blank: at the names',
      roster({ members: members(2, () => ({ unit: null })) }),
      {
        severity: 'warning',
        cell: 'B12',
        related: ['B13'],
        vi: '2/2 cộng tác viên chưa ghi đơn vị, chi bộ đại diện.',
        en: 'No represented unit is given for 2 of 2 collaborators.',
      },
    ],
    [
      'more than half from one unit',
      team(5, 3),
      {
        severity: 'warning',
        cell: 'D12',
        related: ['D13', 'D14'],
        vi: '3/5 cộng tác viên cùng đại diện cho «Chi bộ Văn phòng»; đội ngũ cần đại diện cho các chi bộ, đảng bộ trực thuộc.',
        en: '3 of 5 collaborators represent “Chi bộ Văn phòng”; the team should represent the cells and subordinate committees.',
      },
    ],
    [
      'one unit in two spellings',
      roster({
        members: members(3, (i) =>
          i < 2 ? { unit: at(`D${String(12 + i)}`, ['Chi bộ Hoà Bình', 'CHI BỘ  HÒA BÌNH'][i] ?? '') } : {},
        ),
      }),
      {
        severity: 'warning',
        cell: 'D12',
        related: ['D13'],
        vi: '2/3 cộng tác viên cùng đại diện cho «Chi bộ Hoà Bình»; đội ngũ cần đại diện cho các chi bộ, đảng bộ trực thuộc.',
        en: '2 of 3 collaborators represent “Chi bộ Hoà Bình”; the team should represent the cells and subordinate committees.',
      },
    ],
  ])('warns about %s', (_name, subject, expected) => {
    expect(judge(subject)).toEqual([expected]);
  });

  it('leaves a missing column to missing-column', () => {
    const subject = roster({ members: members(3, () => ({ unit: null })) });
    const parsed: ParsedWorkbook = {
      workbook: { sheets: [], date1904: false, properties: new Map(), features: [] },
      kind: 'roster',
      document: subject,
      structure: {
        missingColumns: [{ id: 'unit', label: 'Đơn vị/chi bộ đại diện' }],
        unexpectedColumns: [],
        refusedColumns: [],
        header: null,
        strays: [],
        template: null,
        otherCandidates: [],
      },
    };
    expect(run(representedUnit, subject, { parameters, context: context({ parsed }) })).toEqual([]);
  });

  it('judges a large roster of blank units in linear time', () => {
    // Looked for one in the other, so many rows would outlast the test's time limit.
    const rows = members(1, () => ({ unit: null })).flatMap((member) =>
      Array.from({ length: 200_000 }, (_, index) => ({ ...member, row: member.row + index })),
    );
    const subject = roster({ members: rows });
    expect(judge(subject)).toHaveLength(1);
  });
});
