import * as z from 'zod';
import type { Message } from '../message.ts';
import { cellsOf } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';
import { a1, valueText } from '../sheet.ts';
import { findCitations, judgeCitation, type CitationJudgement, type CitationMatch } from '../text/citation.ts';
import { hint } from '../text/hints.ts';

const problems: Readonly<Record<'date' | 'transposed' | 'format' | 'unknown', Message>> = {
  date: { vi: 'sai ngày ban hành', en: 'has a wrong date' },
  transposed: { vi: 'sai số hoặc ký hiệu', en: 'has a wrong number or symbol' },
  format: { vi: 'viết chưa đúng thể thức', en: 'is not in the standard form' },
  unknown: { vi: 'không có trong danh mục văn bản', en: 'is not in the register of directives' },
};

interface Told {
  readonly match: CitationMatch;
  readonly judged: CitationJudgement;
}

/** R25: every citation of a directive resolves in the register, with its right date and form. */
export const citation = defineRule({
  id: 'citation',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Văn bản được viện dẫn có trong danh mục, đúng số, ký hiệu, ngày và thể thức',
    en: 'Cited directives are in the register, with the right number, symbol, date and form',
  },
  parameters: z.strictObject({}),
  *check({ workbook, document }, { profile }) {
    const sheet = workbook.sheets.find((one) => one.name === document?.sheet);
    if (!sheet) return;
    // A committee's own documents (…/ĐU) are in nobody's register.
    const issuers = new Set(profile.directives.map((directive) => directive.issuer));
    // A column of decisions repeats one citation in every row.
    const told = new Map<string, readonly Told[]>();
    const citationsIn = (text: string): readonly Told[] => {
      const known =
        told.get(text) ??
        findCitations(text).map((match) => ({ match, judged: judgeCitation(match, profile.directives) }));
      told.set(text, known);
      return known;
    };
    for (const { at, cell } of cellsOf(sheet, hint.citation)) {
      const { runs, formula } = cell;
      const value = valueText(cell.value);
      const seen = new Map<string, number>();
      for (const { match, judged } of citationsIn(value)) {
        const { verdict, problem } = judged;
        const ours = verdict === 'wrong' || issuers.has(match.issuer.replace('/nb', ''));
        if (problem === null || !ours) continue;
        // Nothing is known of an unknown document, so nothing is put in its place.
        const suggestion = verdict === 'unknown' ? null : judged.suggestion;
        const occurrence = (seen.get(match.text) ?? 0) + 1;
        seen.set(match.text, occurrence);
        const plain = !runs && formula === undefined && suggestion !== null;
        const mended = value.slice(0, match.index) + (suggestion ?? '') + value.slice(match.index + match.length);
        yield {
          at,
          args: { text: match.text, suggestion, problem },
          severity: verdict === 'wrong' ? ('error' as const) : ('warning' as const),
          identity: `${at.sheet}!${a1(at)} ${match.text} ${occurrence}`,
          ...(plain ? { fix: [{ sheet: at.sheet, cell: a1(at), value: mended }] } : {}),
        };
      }
    }
  },
  message: {
    vi: ({ text, suggestion, problem }) =>
      `Viện dẫn «${text}» ${problems[problem].vi}${suggestion ? `; đúng là «${suggestion}».` : '.'}`,
    en: ({ text, suggestion, problem }) =>
      `The citation «${text}» ${problems[problem].en}${suggestion ? `; the right form is «${suggestion}».` : '.'}`,
  },
  remedy: {
    vi: ({ suggestion }) =>
      suggestion
        ? `Sửa thành «${suggestion}».`
        : 'Đối chiếu với văn bản gốc; nếu viện dẫn đúng, đề nghị cấp trên bổ sung danh mục.',
    en: ({ suggestion }) =>
      suggestion
        ? `Change it to «${suggestion}».`
        : 'Compare with the original; if it is right, ask the Bloc to add it to the register.',
  },
  fixLabel: { vi: 'Sửa viện dẫn', en: 'Correct the citation' },
});
