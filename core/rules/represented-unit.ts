/** 05-KL/ĐUK clause 2: members represent the cells and subordinate committees. Never an error: five people cannot cover every cell. */
import * as z from 'zod';
import type { Member } from '../document.ts';
import { groupBy } from '../group-by.ts';
import { defineRule, type Hit } from '../rule.ts';
import { activeMembers, hitAt, memberCells } from '../team.ts';
import { fold } from '../text/compare.ts';

interface Args {
  /** The unit with most seats; null: the unit is blank. */
  readonly unit: string | null;
  readonly count: number;
  readonly total: number;
}

/** Below this size one unit holding most seats says nothing. */
const smallest = 3;

export const representedUnit = defineRule({
  id: 'represented-unit',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Đơn vị, chi bộ mà cộng tác viên đại diện', en: 'Unit a collaborator represents' },
  parameters: z.strictObject({ dominantShare: z.number().min(0).max(1) }),
  check: (roster, { parameters, parsed }): Hit<Args>[] => {
    // A missing column is `missing-column`'s finding, not one for every row.
    if (parsed?.structure.missingColumns.some((column) => column.id === 'unit')) return [];
    const active = activeMembers(roster);
    const hit = (members: readonly Member[], unit: string | null) =>
      hitAt<Args>(memberCells(roster, members, 'unit'), { unit, count: members.length, total: active.length });
    const units = groupBy(active, (member) => fold(member.unit?.value ?? ''));
    const blank = units.get('') ?? [];
    units.delete('');
    const dominant = [...units.values()].filter(
      (members) => active.length >= smallest && members.length > parameters.dominantShare * active.length,
    );
    return [
      ...(blank.length > 0 ? [hit(blank, null)] : []),
      ...dominant.map((members) => hit(members, members[0]?.unit?.value ?? '')),
    ];
  },
  message: {
    vi: ({ unit, count, total }) =>
      unit === null
        ? `${count}/${total} cộng tác viên chưa ghi đơn vị, chi bộ đại diện.`
        : `${count}/${total} cộng tác viên cùng đại diện cho «${unit}»; đội ngũ cần đại diện cho các chi bộ, đảng bộ trực thuộc.`,
    en: ({ unit, count, total }) =>
      unit === null
        ? `No represented unit is given for ${count} of ${total} collaborators.`
        : `${count} of ${total} collaborators represent “${unit}”; the team should represent the cells and subordinate committees.`,
  },
  remedy: {
    vi: ({ unit }) =>
      unit === null
        ? 'Điền đơn vị hoặc chi bộ mà mỗi đồng chí đại diện.'
        : 'Xem lại cơ cấu; khi kiện toàn, bổ sung người của các chi bộ, đơn vị khác.',
    en: ({ unit }) =>
      unit === null
        ? 'Fill in the unit or cell each person represents.'
        : 'Review the structure; when renewing the team, add people from other cells and units.',
  },
});
