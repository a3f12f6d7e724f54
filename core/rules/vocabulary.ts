import { z } from 'zod';
import type { Located, ParsedDocument } from '../document.ts';
import { listedTerm } from '../listed-term.ts';
import type { Message } from '../message.ts';
import { cellAt } from '../places.ts';
import type { VocabularyName } from '../profile.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';
import { fold } from '../text/compare.ts';
import { legacyText } from '../text/legacy-cell.ts';

const names: Readonly<Record<VocabularyName, Message>> = {
  breadth: { vi: 'Mức độ', en: 'Breadth' },
  attitude: { vi: 'Khuynh hướng', en: 'Attitude' },
  field: { vi: 'Lĩnh vực', en: 'Field' },
  role: { vi: 'Vai trò', en: 'Role' },
  status: { vi: 'Trạng thái', en: 'Status' },
};

/** Values are merged and counted by the profile's lists; an accepted other wording is only told. */
export const vocabulary = defineRule({
  id: 'vocabulary',
  on: 'workbook',
  severity: 'warning',
  title: {
    vi: 'Lĩnh vực, mức độ, khuynh hướng, vai trò, trạng thái lấy theo danh mục',
    en: 'Field, breadth, attitude, role and status are values of the profile’s lists',
  },
  parameters: z.strictObject({}),
  *check({ workbook, document }, { profile }) {
    // A wrong wording usually stands in a whole column.
    const known = new Map<string, ReturnType<typeof listedTerm>>();
    for (const [list, { value, ...at }] of document ? listedCells(document).values() : []) {
      const terms = profile.vocabularies[list];
      const found = known.get(`${list} ${value}`) ?? listedTerm(value, terms);
      known.set(`${list} ${value}`, found);
      const { term, by } = found;
      const cell = cellAt(workbook, at);
      if (terms.length === 0 || by === 'label' || legacyText(cell)) continue;
      const fixable = term !== null && cell?.formula === undefined;
      yield {
        at,
        severity: by === 'alias' ? ('info' as const) : ('warning' as const),
        group: `${list}:${fold(value)}`,
        args: { list, value, suggestion: term?.label ?? null, labels: terms.map(({ label }) => label) },
        ...(fixable ? { fix: [{ sheet: at.sheet, cell: a1(at), value: term.label }] } : {}),
      };
    }
  },
  message: {
    vi: ({ list, value, suggestion }) =>
      `${names[list].vi} «${value}» không đúng danh mục${suggestion === null ? '.' : `; nên ghi «${suggestion}».`}`,
    en: ({ list, value, suggestion }) =>
      `${names[list].en} «${value}» is not on the list${suggestion === null ? '.' : `; «${suggestion}» is expected.`}`,
  },
  remedy: {
    vi: ({ labels }) => `Chọn một giá trị trong danh mục: ${labels.join('; ')}.`,
    en: ({ labels }) => `Choose a value of the list: ${labels.join('; ')}.`,
  },
  fixLabel: { vi: 'Ghi theo danh mục', en: 'Use the list’s wording' },
});

/** By address: a merged cell gives its value to several rows and is told once. */
function listedCells(document: ParsedDocument): Map<string, readonly [VocabularyName, Located<string>]> {
  const cells: (readonly [VocabularyName, Located<string> | null])[] =
    document.kind === 'roster'
      ? document.members.flatMap(({ role, status }) => [['role', role] as const, ['status', status] as const])
      : document.kind === 'report'
        ? document.streams.flatMap(({ field, breadth, attitude }) => [
            ['field', field] as const,
            ['breadth', breadth] as const,
            ['attitude', attitude] as const,
          ])
        : [];
  return new Map(cells.flatMap(([list, cell]) => (cell ? [[`${cell.sheet}!${a1(cell)}`, [list, cell]]] : [])));
}
