/** The roster states the term the profile works in («nhiệm kỳ 2020-2025»), above the table or in the rows. */
import * as z from 'zod';
import type { CellAddress } from '../sheet.ts';
import { defineRule } from '../rule.ts';
import { activeMembers, hasTeam, hitAt, rosterCell } from '../team.ts';
import { fold } from '../text/compare.ts';

/** «nhiệm kỳ 2020 – 2025» → 2020-2025; text without years is compared as it is. */
function years(text: string): string {
  return text.match(/(?<!\d)\d{4}(?!\d)/g)?.join('-') ?? fold(text);
}

export const term = defineRule({
  id: 'term',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Nhiệm kỳ', en: 'Term of office' },
  parameters: z.strictObject({}),
  check: (roster, { profile }) => {
    const expected = profile.term;
    if (expected === null || !hasTeam(roster)) return [];
    const stated = [roster.term, ...activeMembers(roster).map((member) => member.term)].filter((cell) => cell !== null);
    if (stated.length === 0) return [{ at: rosterCell(roster), args: { expected, count: 0 } }];
    const other: CellAddress[] = stated.filter((cell) => years(cell.value) !== years(expected));
    return other.length > 0 ? [hitAt(other, { expected, count: other.length })] : [];
  },
  message: {
    vi: ({ expected, count }) =>
      count === 0
        ? `Danh sách không ghi nhiệm kỳ; nhiệm kỳ hiện nay là ${expected}.`
        : `${count} ô ghi nhiệm kỳ khác với nhiệm kỳ ${expected}.`,
    en: ({ expected, count }) =>
      count === 0
        ? `The roster states no term; the current term is ${expected}.`
        : `Cells stating a term other than ${expected}: ${count}.`,
  },
  remedy: {
    vi: ({ expected }) =>
      `Ghi «nhiệm kỳ ${expected}» dưới tên danh sách và ở cột «Nhiệm kỳ»; nếu là danh sách cũ, gửi danh sách mới.`,
    en: ({ expected }) =>
      `Write the term ${expected} below the title and in the term column; if the roster is an old one, send the new one.`,
  },
});
