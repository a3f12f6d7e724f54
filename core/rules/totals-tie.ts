/** Totals tie to rows only if every (organisation, kind, period) has one current submission; earlier ones are history. */
import * as z from 'zod';
import { inOrder, isPeriodic } from '../current.ts';
import { groupBy } from '../group-by.ts';
import { kindLabels } from '../kind-labels.ts';
import { organisationName } from '../organisation.ts';
import { periodLabel } from '../period.ts';
import { defineRule } from '../rule.ts';
import type { Extract } from '../submission.ts';

/** Ad-hoc and quick reports come on top of the monthly one, as many as were asked for. */
function single({ document, organisation }: Extract): boolean {
  return organisation !== null && document !== null && (document.kind !== 'report' || isPeriodic(document));
}

export const totalsTie = defineRule({
  id: 'totals-tie',
  on: 'set',
  severity: 'error',
  title: { vi: 'Một bản hiện hành cho mỗi đơn vị và kỳ', en: 'One current submission per organisation and period' },
  parameters: z.strictObject({}),
  check: (set) =>
    [
      ...groupBy(inOrder(set).filter(single), ({ organisation, kind, period }) =>
        [organisation, kind, period].join('|'),
      ),
    ]
      .filter(([, extracts]) => extracts.length > 1)
      .map(([key, extracts]) => {
        const { organisation, document, period } = extracts[0] ?? {};
        const args = {
          name: organisationName(set.profile, organisation ?? ''),
          kind: kindLabels[document?.kind ?? 'report'],
          period: period ? periodLabel(period) : null,
          files: extracts.map(({ file }) => file),
        };
        return { at: null, args, identity: key };
      }),
  message: {
    vi: ({ name, kind, period, files }) =>
      `${name} có ${files.length} bản ${kind.vi}${period ? ` ${period.vi}` : ''} cùng hiện hành (${files.join(', ')}); chỉ được có một.`,
    en: ({ name, kind, period, files }) =>
      `${name} has ${files.length} current submissions of its ${kind.en}${period ? ` for ${period.en}` : ''} (${files.join(', ')}); there must be one.`,
  },
  remedy: {
    vi: () => 'Giữ bản đúng, loại các bản còn lại và ghi lý do.',
    en: () => 'Keep the right one and exclude the others with a reason.',
  },
});
