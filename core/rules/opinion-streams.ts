/** A report reflects the «luồng dư luận xã hội» in full: every issue has streams, and one alone is seldom the whole picture. */
import * as z from 'zod';
import type { Located, Report } from '../document.ts';
import { listedTerm } from '../evidence/listed-term.ts';
import { issueKeys } from '../issue.ts';
import type { Term } from '../profile.ts';
import { defineRule, documentCell, type Hit } from '../rule.ts';

interface Issue {
  readonly at: Located<string>;
  streams: number;
}

/**
 * The issues with their streams counted. A row without an issue continues the one above; a repeated one is the same, and
 * so is its field by another wording of the list.
 */
function issuesOf(report: Report, fields: readonly Term[]): Issue[] {
  const issues = new Map<string, Issue>();
  const keyOf = issueKeys();
  const labelOf = (field: string): string => {
    const { term, by } = listedTerm(field, fields);
    return term && by !== 'nearness' ? term.label : field;
  };
  let current: Issue | null = null;
  for (const { field, issue, text } of report.streams) {
    if (issue) {
      const key = keyOf(labelOf(field?.value ?? ''), issue.value);
      current = issues.get(key) ?? { at: issue, streams: 0 };
      issues.set(key, current);
    }
    if (current && text) current.streams += 1;
  }
  return [...issues.values()];
}

export const opinionStreams = defineRule({
  id: 'opinion-streams',
  on: 'report',
  severity: 'error',
  title: { vi: 'Luồng ý kiến của từng vấn đề', en: 'Opinion streams of every issue' },
  parameters: z.strictObject({}),
  check: (report, { profile }): Hit<{ streams: 0 | 1 | null }>[] => {
    if (report.nil) return [];
    if (!report.streams.some(({ issue, text }) => issue ?? text))
      return [{ at: report.table ?? documentCell(report), args: { streams: null } }];
    return issuesOf(report, profile.vocabularies.field).flatMap<Hit<{ streams: 0 | 1 | null }>>(({ at, streams }) => {
      if (streams === 0) return [{ at, args: { streams } }];
      return streams === 1 ? [{ at, severity: 'warning', args: { streams } }] : [];
    });
  },
  message: {
    vi: ({ streams }) => {
      if (streams === null) return 'Báo cáo không có luồng ý kiến nào và cũng không ghi «không phát sinh».';
      return streams === 0
        ? 'Vấn đề này chưa có luồng ý kiến nào; mỗi vấn đề cần phản ánh đủ các luồng ý kiến.'
        : 'Vấn đề này chỉ có một luồng ý kiến; cần phản ánh đủ các luồng ý kiến.';
    },
    en: ({ streams }) => {
      if (streams === null) return 'The report has no opinion stream and does not say that nothing arose.';
      return streams === 0
        ? 'This issue has no opinion stream; every issue needs its streams in full.'
        : 'This issue has only one opinion stream; the streams should be given in full.';
    },
  },
  remedy: {
    vi: ({ streams }) => {
      if (streams === null) return 'Điền bảng ở mục II, hoặc ghi «Trong tháng không phát sinh vấn đề dư luận».';
      return streams === 0
        ? 'Điền cột «Luồng ý kiến», hoặc bỏ dòng này nếu không có ý kiến.'
        : 'Bổ sung luồng ý kiến khác; nếu dư luận thống nhất thì giữ nguyên và xác nhận cảnh báo này.';
    },
    en: ({ streams }) => {
      if (streams === null) return 'Fill in the table of section II, or state that nothing arose in the month.';
      return streams === 0
        ? 'Fill in the stream column, or remove the row if there was no opinion.'
        : 'Add the other streams; if opinion was unanimous, keep the row and acknowledge this warning.';
    },
  },
});
