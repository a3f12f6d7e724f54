import { describe, expect, it } from 'vitest';
import { countFindings, filterFindings, groupFindings, mayShowContent, planFixes } from '../../addin/check/findings.ts';
import type { Edit, Finding, Severity } from '../../core/finding.ts';

function finding(id: string, part: Partial<Finding> & { readonly edits?: readonly Edit[] } = {}): Finding {
  const { edits, ...rest } = part;
  return {
    id,
    rule: 'text-date',
    severity: 'warning',
    group: 'text-date',
    sheet: 'Danh sách',
    cell: 'G12',
    related: [],
    message: { vi: 'Ngày được lưu dưới dạng chữ.', en: 'The date is stored as text.' },
    remedy: { vi: 'Chuyển thành ngày.', en: 'Turn it into a date.' },
    cites: [],
    fix: edits ? { label: { vi: 'Sửa', en: 'Fix' }, edits } : null,
    ...rest,
  };
}

const edit = (cell: string, value = 'x'): Edit => ({ sheet: 'Danh sách', cell, value });

describe('groupFindings', () => {
  it('makes one group of one root cause, errors first, and gives it the worst severity', () => {
    const groups = groupFindings([
      finding('a', { group: 'w', severity: 'warning' }),
      finding('b', { group: 'i', severity: 'info' }),
      finding('c', { group: 'w2', severity: 'warning' }),
      finding('d', { group: 'w2', severity: 'error' }),
      finding('e', { group: 'w', severity: 'warning' }),
    ]);
    expect(groups.map(({ id, severity, findings }) => [id, severity, findings.map((one) => one.id)])).toEqual([
      ['w2', 'error', ['c', 'd']],
      ['w', 'warning', ['a', 'e']],
      ['i', 'info', ['b']],
    ]);
  });

  it('loses no finding', () => {
    const many = Array.from({ length: 3000 }, (_, index) => finding(String(index), { group: String(index % 7) }));
    expect(groupFindings(many).flatMap((group) => group.findings)).toHaveLength(3000);
  });
});

describe('filterFindings', () => {
  const all = [
    finding('date'),
    finding('size', {
      rule: 'upper-team-size',
      severity: 'error',
      cell: 'A11',
      message: { vi: 'Đội ngũ có 22 cộng tác viên.', en: 'The team has 22 collaborators.' },
    }),
  ];
  it.each<[Severity | 'all', string, string[]]>([
    ['all', '', ['date', 'size']],
    ['error', '', ['size']],
    ['info', '', []],
    ['all', 'doi ngu', ['size']],
    ['all', 'NGÀY dạng', ['date']],
    ['all', 'a11', ['size']],
    ['warning', 'đội ngũ', []],
    ['all', '   ', ['date', 'size']],
  ])('severity %s and text «%s» leave %j', (severity, text, ids) => {
    expect(filterFindings(all, severity, text, 'vi').map(({ id }) => id)).toEqual(ids);
  });

  it('searches the language shown', () => {
    expect(filterFindings(all, 'all', 'team', 'en')).toHaveLength(1);
    expect(filterFindings(all, 'all', 'team', 'vi')).toHaveLength(0);
  });
});

it('counts by severity', () => {
  expect(countFindings([finding('a'), finding('b', { severity: 'error' }), finding('c')])).toEqual({
    error: 1,
    warning: 2,
    info: 0,
  });
});

describe('planFixes', () => {
  it('never lets two fixes write one cell', () => {
    const plan = planFixes([
      finding('a', { edits: [edit('A1', 'one')] }),
      finding('b', { edits: [edit('A1', 'two')] }),
      finding('c', { edits: [edit('A2')] }),
      finding('none'),
    ]);
    expect(plan.proposals.map((one) => one.finding)).toEqual(['a', 'c']);
    expect(plan.later).toBe(1);
  });

  it('takes a fix of several cells as a whole or not at all', () => {
    const plan = planFixes([
      finding('a', { edits: [edit('A1')] }),
      finding('b', { edits: [edit('B1'), edit('A1')] }),
      finding('c', { edits: [edit('B1')] }),
      finding('d', { edits: [edit('C1'), edit('C1')] }),
    ]);
    expect(plan.proposals.map((one) => one.finding)).toEqual(['a', 'c']);
    expect(plan.later).toBe(2);
  });

  it('tells cells of different sheets apart', () => {
    const plan = planFixes([
      finding('a', { edits: [edit('A1')] }),
      finding('b', { edits: [{ ...edit('A1'), sheet: 'Báo cáo' }] }),
    ]);
    expect(plan.proposals).toHaveLength(2);
  });
});

it('keeps what identifies a person or a secret out of sight', () => {
  expect(mayShowContent(finding('a', { rule: 'personal-identifier' }))).toBe(false);
  expect(mayShowContent(finding('a', { rule: 'refused-column' }))).toBe(false);
  expect(mayShowContent(finding('a', { rule: 'classification-mark' }))).toBe(false);
  expect(mayShowContent(finding('a'))).toBe(true);
});
