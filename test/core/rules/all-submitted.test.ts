import { describe, expect, it } from 'vitest';
import type { SubmissionSet } from '../../../core/submission.ts';
import { allSubmitted } from '../../../core/rules/all-submitted.ts';
import { at, brief, context, extract, report, roster, run, set } from './build.ts';

const everyone = ['ttxvn', 'tu-phap', 'tap-chi', 'bao', 'vien'];
const from = (organisation: string) => extract(report({ organisation }));
const judge = (subject: SubmissionSet, day = '2023-11-30') => run(allSubmitted, subject, { context: context({ day }) });
const missing = (name: string, submitted: number, expected = 5) => ({
  severity: 'error',
  cell: null,
  vi: `${name} chưa có báo cáo tháng 11/2023 được tổng hợp; đã có ${String(submitted)}/${String(expected)} đơn vị.`,
  en: `No report of ${name} for 11/2023 is in the summary; ${String(submitted)} of ${String(expected)} organisations are.`,
});

describe('all-submitted', () => {
  it('accepts a report of everyone; the Bloc and an ended committee owe none', () => {
    expect(judge(set(everyone.map(from)))).toEqual([]);
  });

  it('counts a nil report', () => {
    const nil = extract(report({ organisation: 'vien', streams: [], nil: at('A16', 'Không phát sinh.') }));
    expect(judge(set([...everyone.slice(0, 4).map(from), nil]))).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['a roster only', [extract(roster({ organisation: 'vien' }))]],
    ['another month’s report', [extract(report({ organisation: 'vien', period: at('A5', '2023-10') }))]],
    ['an ad-hoc report', [extract(report({ organisation: 'vien', type: at('B9', 'adHoc') }))]],
    ['a report of an unknown sender', [extract(report({ organisation: null }))]],
  ])('rejects %s', (_name, extracts) => {
    expect(brief(judge(set([...everyone.slice(0, 4).map(from), ...extracts])))).toEqual([
      missing('Đảng ủy Viện Mẫu', 4),
    ]);
  });

  it('tells every missing organisation, in register order, each as a finding of its own', () => {
    const findings = judge(set([from('tu-phap'), from('bao')]));
    expect(brief(findings)).toEqual([
      missing('Đảng ủy Thông tấn xã Việt Nam', 2),
      missing('Đảng ủy Tạp chí Mẫu', 2),
      missing('Đảng ủy Viện Mẫu', 2),
    ]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(3);
  });

  it('keeps a finding’s identity when other reports come in', () => {
    const before = judge(set([from('tu-phap')])).find(({ message }) => message.vi.startsWith('Đảng ủy Viện Mẫu'));
    const after = judge(set(everyone.slice(0, 4).map(from)));
    expect(after.map(({ id }) => id)).toEqual([before?.id]);
  });

  it('counts the organisations of the judged day', () => {
    const then = set([], { period: '2022-11' });
    expect(judge(then, '2022-11-30')).toHaveLength(6);
    expect(judge(set([]), '2023-11-30')).toHaveLength(5);
  });
});
