import { describe, expect, it } from 'vitest';
import { requiredCell } from '../../../core/rules/required-cell.ts';
import { brief, cell, context, members, profile, report, roster, run, stream } from './build.ts';
import { parsedOf } from './workbook.ts';

const blankIn = (index: number, ...fields: ('name' | 'position' | 'unit' | 'role' | 'term')[]) =>
  roster({
    term: null,
    members: members(3, (one) => (one === index ? Object.fromEntries(fields.map((field) => [field, null])) : {})),
  });

describe('required-cell in a roster', () => {
  it.each([
    ['a filled roster', roster()],
    ['no rows', roster({ members: [] })],
    [
      'columns that may be blank',
      roster({ members: members(2, () => ({ status: null, note: null, decisionDate: null })) }),
    ],
    ['blank terms below a stated term', roster({ members: members(3, (index) => (index ? {} : { term: null })) })],
    ['no term anywhere, which is term’s matter', roster({ term: null, members: members(3, () => ({ term: null })) })],
  ])('accepts %s', (_name, document) => {
    expect(run(requiredCell, parsedOf(document))).toEqual([]);
  });

  it.each([
    ['name', 'error', 'B13', 'Họ và tên'],
    ['position', 'warning', 'C13', 'Chức vụ'],
    ['unit', 'warning', 'D13', 'Đơn vị/chi bộ đại diện'],
    ['role', 'warning', 'E13', 'Vai trò'],
    ['term', 'warning', 'H13', 'Nhiệm kỳ'],
  ] as const)('finds a blank %s', (field, severity, reference, label) => {
    expect(brief(run(requiredCell, parsedOf(blankIn(1, field))))).toEqual([
      { severity, cell: reference, vi: `Ô «${label}» còn trống.`, en: `The cell «${label}» is blank.` },
    ]);
  });

  it('keeps several findings of one row', () => {
    const found = run(requiredCell, parsedOf(blankIn(2, 'name', 'role')));
    expect(found.map((finding) => finding.cell)).toEqual(['B14', 'E14']);
  });

  it('leaves blank units to represented-unit where the profile has it', () => {
    const rule = { id: 'represented-unit', cites: ['khoan'], parameters: {}, from: '2021-12-06', to: null };
    const judged = (day: string) =>
      run(requiredCell, parsedOf(blankIn(1, 'unit')), {
        context: context({ profile: profile({ rules: [rule] }), day }),
      });
    expect(judged('2021-12-06')).toEqual([]);
    expect(judged('2021-12-05')).toHaveLength(1);
  });

  it('makes many blanks of one column one finding, placed under its header', () => {
    const document = roster({ members: members(5, () => ({ role: null })) });
    const subject = parsedOf(
      document,
      { A11: 'STT', B11: 'Họ và tên', E11: 'Nhiệm vụ trong tổ' },
      { header: cell('A11') },
    );
    expect(brief(run(requiredCell, subject))).toEqual([
      {
        severity: 'warning',
        cell: 'E12',
        related: ['E13', 'E14', 'E15', 'E16'],
        vi: '5 ô ở cột «Vai trò» còn trống.',
        en: '5 cells of the column «Vai trò» are blank.',
      },
    ]);
  });

  it('points at the row where there is no header to go by', () => {
    const document = roster({ members: members(1, () => ({ role: null })) });
    expect(run(requiredCell, parsedOf(document, { B12: 'Tên' })).map((finding) => finding.cell)).toEqual(['B12']);
    expect(run(requiredCell, parsedOf(document)).map((finding) => finding.cell)).toEqual(['A12']);
  });

  it.each([{ error: '#REF!' }, { value: null, formula: 'A1' }])('leaves %j to the rule about such cells', (content) => {
    const document = roster({ members: [...members(2), ...members(3, () => ({ role: null })).slice(2)] });
    expect(run(requiredCell, parsedOf(document, { E14: content }))).toEqual([]);
  });

  it('leaves a missing column to missing-column', () => {
    const document = roster({ members: members(3, () => ({ role: null })) });
    const structure = { missingColumns: [{ id: 'role', label: 'Vai trò' }] };
    expect(run(requiredCell, parsedOf(document, {}, structure))).toEqual([]);
  });
});

describe('required-cell in a report', () => {
  const withRow = (overrides: Parameters<typeof stream>[3]) =>
    report({ streams: [stream(17, 'Nhà ở', 'Ý kiến'), stream(18, 'Nhà ở', 'Ý kiến', overrides)] });

  it.each([
    ['a filled report', report()],
    ['a row that continues the issue above', withRow({ field: null, issue: null })],
    ['a report without rows', report({ streams: [] })],
    ['a row that only names its issue', withRow({ text: null, breadth: null, attitude: null })],
  ])('accepts %s', (_name, document) => {
    expect(run(requiredCell, parsedOf(document))).toEqual([]);
  });

  it.each([
    ['text', 'warning', 'D18', 'Luồng ý kiến'],
    ['breadth', 'warning', 'E18', 'Mức độ'],
    ['attitude', 'warning', 'F18', 'Khuynh hướng'],
  ] as const)('finds a blank %s', (field, severity, reference, label) => {
    expect(brief(run(requiredCell, parsedOf(withRow({ [field]: null }))))).toEqual([
      { severity, cell: reference, vi: `Ô «${label}» còn trống.`, en: `The cell «${label}» is blank.` },
    ]);
  });

  it('tells of a row with several opinions once', () => {
    const one = (text: string) => stream(17, 'Nhà ở', text, { breadth: null });
    const found = run(requiredCell, parsedOf(report({ streams: [one('Ý kiến'), one('Ý kiến khác')] })));
    expect(found.map((finding) => finding.cell)).toEqual(['A17']);
  });
});
