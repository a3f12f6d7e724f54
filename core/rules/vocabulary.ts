import * as z from 'zod';
import type { Located, ParsedDocument } from '../document.ts';
import { listedTerm } from '../evidence/listed-term.ts';
import type { Message } from '../message.ts';
import { cellAt, CellSet, fillsCell } from '../evidence/places.ts';
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
    const told = new CellSet();
    for (const [list, cell] of document ? listedCells(document) : []) {
      const terms = profile.vocabularies[list];
      if (terms.length === 0) continue;
      const { value, ...at } = cell;
      const { term, by } = listedTerm(value, terms);
      // A merged cell gives its value to several rows and is told once.
      if (by === 'label' || told.has(at)) continue;
      told.add(at);
      const stored = cellAt(workbook, at);
      if (legacyText(stored)) continue;
      const whole = fillsCell(stored, value);
      // Nobody writes a sentence by the list: «Đa số ý kiến đồng tình …» is as good as «tán thành».
      if (by === 'alias' && !whole && stored?.formula === undefined) continue;
      const fixable = term !== null && whole;
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

function* listedCells(document: ParsedDocument): Iterable<readonly [VocabularyName, Located<string>]> {
  if (document.kind === 'roster')
    for (const { role, status } of document.members) {
      if (role) yield ['role', role];
      if (status) yield ['status', status];
    }
  if (document.kind === 'report')
    for (const { field, breadth, attitude } of document.streams) {
      if (field) yield ['field', field];
      if (breadth) yield ['breadth', breadth];
      if (attitude) yield ['attitude', attitude];
    }
}
