import * as z from 'zod';
import type { Located } from '../document.ts';
import { defineRule } from '../rule.ts';
import { fold } from '../text/compare.ts';
import { stripTitles } from '../text/name.ts';

/** The same name twice may be one person entered twice or two people: only the office can tell, so nothing is merged. */
export const duplicateName = defineRule({
  id: 'duplicate-name',
  on: 'roster',
  severity: 'warning',
  title: { vi: 'Không có hai dòng trùng họ tên', en: 'No name stands twice in the roster' },
  parameters: z.strictObject({}),
  *check(roster) {
    const byName = new Map<string, Located<string>[]>();
    for (const { name } of roster.members) {
      if (!name) continue;
      const key = fold(stripTitles(name.value));
      byName.set(key, [...(byName.get(key) ?? []), name]);
    }
    for (const same of byName.values()) {
      const [first, second, ...more] = same.map(({ sheet, row, column }) => ({ sheet, row, column }));
      if (first && second)
        yield { at: second, related: [first, ...more], args: { rows: same.map((name) => name.row) } };
    }
  },
  message: {
    vi: ({ rows }) => `Trùng họ tên ở các dòng ${rows.join(', ')}.`,
    en: ({ rows }) => `The same name stands in rows ${rows.join(', ')}.`,
  },
  remedy: {
    vi: () => 'Nếu là một người, xóa dòng thừa; nếu là hai người, ghi rõ ở cột Ghi chú.',
    en: () => 'If it is one person, delete the surplus row; if two, say so in the note column.',
  },
});
