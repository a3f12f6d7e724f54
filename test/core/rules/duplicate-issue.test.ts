import { describe, expect, it } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { duplicateIssue } from '../../../core/rules/duplicate-issue.ts';
import { at, brief, extract, report, run, set, stream } from './build.ts';

/** A report with those issues from row 17 on. */
const about = (file: string, issues: readonly string[], overrides: Partial<Report> = {}) =>
  extract(report({ streams: issues.map((issue, index) => stream(17 + index, issue, 'ý kiến')), ...overrides }), {
    id: file,
    file,
  });
const adHoc = { type: at('B9', 'adHoc' as const) };

describe('duplicate-issue', () => {
  it.each([
    ['an issue in several rows of one report', [about('a.xlsx', ['Nhà ở', 'Nhà ở', 'Giá điện', 'Nhà ở'])]],
    ['different issues', [about('a.xlsx', ['Nhà ở']), about('b.xlsx', ['Giá điện'], adHoc)]],
    [
      'the same issue from two organisations',
      [about('a.xlsx', ['Nhà ở']), about('b.xlsx', ['Nhà ở'], { organisation: 'bao' })],
    ],
    [
      'the same issue in two months',
      [about('a.xlsx', ['Nhà ở']), about('b.xlsx', ['Nhà ở'], { period: at('A5', '2023-10') })],
    ],
    ['reports without a month', ['a', 'b'].map((file) => about(file, ['Nhà ở'], { period: null }))],
  ])('accepts %s', (_name, current) => {
    expect(run(duplicateIssue, set(current))).toEqual([]);
  });

  it('accepts the issue of a superseded version', () => {
    const current = about('b.xlsx', ['Nhà ở']);
    expect(run(duplicateIssue, set([current], { all: [about('a.xlsx', ['Nhà ở']), current] }))).toEqual([]);
  });

  const once = {
    severity: 'error',
    cell: null,
    vi: 'Đảng ủy Thông tấn xã Việt Nam, tháng 11/2023: cùng một vấn đề có trong 2 báo cáo (a.xlsx, ô C18; b.xlsx, ô C17); mỗi vấn đề chỉ báo cáo một lần.',
    en: 'Đảng ủy Thông tấn xã Việt Nam, 11/2023: one issue is in 2 reports (a.xlsx, cell C18; b.xlsx, cell C17); each issue is reported once.',
  };

  it.each([
    [
      'an issue of the monthly report in an ad-hoc one',
      [about('a.xlsx', ['Giá điện', 'Nhà ở xã hội']), about('b.xlsx', ['Nhà ở xã hội'], adHoc)],
    ],
    [
      'another spelling of it',
      [about('a.xlsx', ['Giá điện', 'Nhà ở xã hội']), about('b.xlsx', [' NHÀ Ở  XÃ HỘI'.normalize('NFD')], adHoc)],
    ],
  ])('rejects %s, in any order of files', (_name, current) => {
    const findings = run(duplicateIssue, set(current));
    expect(brief(findings)).toEqual([once]);
    expect(run(duplicateIssue, set([...current].reverse()))).toEqual(findings);
  });

  it('gives one organisation’s duplicates one group', () => {
    const findings = run(duplicateIssue, set([about('a.xlsx', ['A', 'B']), about('b.xlsx', ['A', 'B'], adHoc)]));
    expect(findings.map(({ group }) => group)).toEqual(['duplicate-issue:ttxvn', 'duplicate-issue:ttxvn']);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
  });
});
