/** One organisation reports an issue once a month; the same issue from two of its reports would be merged twice. */
import * as z from 'zod';
import { currentReports } from '../current.ts';
import { groupBy } from '../group-by.ts';
import { hashOf } from '../hash.ts';
import { issueWording } from '../issue.ts';
import { organisationName } from '../organisation.ts';
import { periodLabel } from '../period.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';

export const duplicateIssue = defineRule({
  id: 'duplicate-issue',
  on: 'set',
  severity: 'error',
  title: { vi: 'Vấn đề bị báo cáo hai lần', en: 'Issue reported twice' },
  parameters: z.strictObject({}),
  check: (set) => {
    const several = [...groupBy(currentReports(set), ({ organisation }) => organisation).values()].filter(
      (reports) => reports.length > 1,
    );
    const issues = several
      .flat()
      .flatMap(({ extract, organisation, document }) =>
        document.streams.flatMap(({ issue }) =>
          issue && extract.period !== null
            ? [{ extract, issue, organisation, period: extract.period, text: issueWording(issue.value) }]
            : [],
        ),
      );
    const same = groupBy(issues, ({ organisation, period, text }) => [organisation, period, text].join('|'));
    return [...same].flatMap(([key, rows]) => {
      // An issue fills several rows of its own report: one place a report.
      const reports = [...groupBy(rows, ({ extract }) => extract.id).values()].flatMap((found) => found[0] ?? []);
      const [first] = reports;
      if (!first || reports.length < 2) return [];
      const args = {
        name: organisationName(set.profile, first.organisation),
        period: periodLabel(first.period),
        places: reports.map(({ extract, issue }) => ({ file: extract.file, cell: a1(issue) })),
      };
      return [{ at: null, args, identity: hashOf(key), group: first.organisation }];
    });
  },
  message: {
    vi: ({ name, period, places }) =>
      `${name}, ${period.vi}: cùng một vấn đề có trong ${places.length} báo cáo (${places.map(({ file, cell }) => `${file}, ô ${cell}`).join('; ')}); mỗi vấn đề chỉ báo cáo một lần.`,
    en: ({ name, period, places }) =>
      `${name}, ${period.en}: one issue is in ${places.length} reports (${places.map(({ file, cell }) => `${file}, cell ${cell}`).join('; ')}); each issue is reported once.`,
  },
  remedy: {
    vi: () => 'Gộp các luồng ý kiến vào một báo cáo, hoặc loại báo cáo thừa và ghi lý do.',
    en: () => 'Bring the streams together in one report, or exclude the other report with a reason.',
  },
});
