import * as z from 'zod';
import type { Message } from '../message.ts';
import { cellAt, fillsCell } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';
import { legacyText } from '../text/legacy-cell.ts';
import { nameProblems, properName, type NameProblem } from '../text/name-form.ts';

const problems: Readonly<Record<NameProblem, Message>> = {
  capitals: { vi: 'viết toàn chữ hoa', en: 'is all in capitals' },
  lowerCase: { vi: 'có chữ cái đầu không viết hoa', en: 'has words without an initial capital' },
  digits: { vi: 'có chữ số', en: 'has digits' },
  spaces: { vi: 'thừa dấu cách', en: 'has surplus spaces' },
  title: { vi: 'kèm danh xưng hoặc học vị', en: 'begins with a title' },
};

/** Names are written one way, so that they sort and compare; the name itself is never put in a message. */
export const nameFormat = defineRule({
  id: 'name-format',
  on: 'roster',
  severity: 'warning',
  title: {
    vi: 'Họ tên viết hoa chữ cái đầu, không kèm danh xưng, chữ số, dấu cách thừa',
    en: 'Names have initial capitals and no titles, digits or surplus spaces',
  },
  parameters: z.strictObject({}),
  *check({ members }, { parsed }) {
    for (const { name } of members) {
      if (!name) continue;
      const { value, ...at } = name;
      const found = nameProblems(value);
      if (found.length === 0) continue;
      const cell = parsed && cellAt(parsed.workbook, at);
      if (legacyText(cell)) continue;
      const proper = fillsCell(cell, value) ? properName(value) : null;
      const fix = proper === null ? {} : { fix: [{ sheet: at.sheet, cell: a1(at), value: proper }] };
      yield { at, args: { found }, ...fix };
    }
  },
  message: {
    vi: ({ found }) => `Họ tên ${found.map((problem) => problems[problem].vi).join(', ')}.`,
    en: ({ found }) => `The name ${found.map((problem) => problems[problem].en).join(', ')}.`,
  },
  remedy: {
    vi: () => 'Viết hoa chữ cái đầu mỗi tiếng, cách nhau một dấu cách, bỏ danh xưng và chữ số.',
    en: () => 'Give each word an initial capital, separate words by one space, leave out titles and digits.',
  },
  fixLabel: { vi: 'Viết lại họ tên', en: 'Rewrite the name' },
});
