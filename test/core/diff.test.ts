import { describe, expect, it } from 'vitest';
import { diffExtracts, type RowChange } from '../../core/diff.ts';
import type { ParsedDocument } from '../../core/document.ts';
import { at, cell, dateAt, member, members, report, roster, stream, year } from './rules/build.ts';
import { extract, finding } from './merge/build.ts';

function changes(before: ParsedDocument, after: ParsedDocument): string[] {
  return diffExtracts(extract(before, 'a'), extract(after, 'b')).rows.map(show);
}

/** `members changed Nguyễn Văn A0: position C12 Chuyên viên → C12 Trưởng phòng`. */
function show({ table, change, label, cells }: RowChange): string {
  const list = cells.map(({ column, before, after }) =>
    [column, before && `${before.cell} ${before.value}`, '→', after && `${after.cell} ${after.value}`]
      .filter((part) => part !== null)
      .join(' '),
  );
  return `${table} ${change} ${label}: ${list.join('; ')}`;
}

const short = (row: number, issue: string, text: string) =>
  stream(row, issue, text, { field: null, breadth: null, attitude: null });

describe('rosters', () => {
  it.each<[string, ParsedDocument, ParsedDocument, string[]]>([
    ['nothing', roster(), roster(), []],
    ['rows moved', roster(), roster({ members: [...members(17)].reverse() }), []],
    [
      'a cell rewritten',
      roster({ members: members(3) }),
      roster({ members: members(3, (index) => (index === 1 ? { position: at('C13', 'Trưởng phòng') } : {})) }),
      ['members changed Nguyễn Văn B1: position C13 Chuyên viên → C13 Trưởng phòng'],
    ],
    [
      'a cell cleared',
      roster({ members: members(1) }),
      roster({ members: members(1, () => ({ unit: null })) }),
      ['members changed Nguyễn Văn A0: unit D12 Chi bộ 1 →'],
    ],
    [
      'a title and another Unicode form are no change of person',
      roster({ members: [member(0, { name: at('B12', 'Lê Hòa') })] }),
      roster({ members: [member(0, { name: at('B12', 'TS. Lê Hoà'.normalize('NFD')) })] }),
      [`members changed ${'TS. Lê Hoà'.normalize('NFD')}: name B12 Lê Hòa → B12 ${'TS. Lê Hoà'.normalize('NFD')}`],
    ],
    [
      'only another Unicode form is no change',
      roster({ members: [member(0, { name: at('B12', 'Lê Hòa') })] }),
      roster({ members: [member(0, { name: at('B12', 'Lê  Hòa'.normalize('NFD')) })] }),
      [],
    ],
    [
      'the header',
      roster({ reviewedOn: dateAt('A9', '2023-01-15') }),
      roster({ reviewedOn: dateAt('A9', '2023-11-15') }),
      ['header changed : reviewedOn A9 2023-01-15 → A9 2023-11-15'],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });

  it('tells who joined and left', () => {
    const rows = diffExtracts(
      extract(roster({ members: [member(0), member(1)] }), 'a'),
      extract(roster({ members: [member(1), member(2)] }), 'b'),
    ).rows;
    expect(rows.map(({ table, change, label }) => [table, change, label])).toEqual([
      ['members', 'added', 'Nguyễn Văn C2'],
      ['members', 'removed', 'Nguyễn Văn A0'],
    ]);
  });

  it('keeps people of one name apart', () => {
    const twins = (second: string) =>
      roster({
        members: [
          member(0, { name: at('B12', 'Lê An') }),
          member(1, { name: at('B13', 'Lê An'), position: at('C13', second) }),
        ],
      });
    expect(changes(twins('Văn thư'), twins('Kế toán'))).toEqual([
      'members changed Lê An: position C13 Văn thư → C13 Kế toán',
    ]);
  });
});

describe('reports', () => {
  it.each<[string, ParsedDocument, ParsedDocument, string[]]>([
    [
      'a stream inserted above shifts none below',
      report({ streams: [short(17, 'Nhà ở', 'Một'), short(18, 'Nhà ở', 'Hai')] }),
      report({ streams: [short(17, 'Nhà ở', 'Không'), short(18, 'Nhà ở', 'Một'), short(19, 'nhà ở', 'Hai')] }),
      [
        'streams added Nhà ở: issue → C17 Nhà ở; text → D17 Không',
        'streams changed nhà ở: issue C18 Nhà ở → C19 nhà ở',
      ],
    ],
    [
      'a text rewritten',
      report({ streams: [short(17, 'Nhà ở', 'Một'), short(18, 'Nhà ở', 'Hai')] }),
      report({ streams: [short(17, 'Nhà ở', 'Một'), short(18, 'Nhà ở', 'Ba')] }),
      ['streams changed Nhà ở: text D18 Hai → D18 Ba'],
    ],
    [
      'an issue renamed is one gone and one new',
      report({ streams: [short(17, 'Nhà ở', 'Một')] }),
      report({ streams: [short(17, 'Đất đai', 'Một')] }),
      [
        'streams added Đất đai: issue → C17 Đất đai; text → D17 Một',
        'streams removed Nhà ở: issue C17 Nhà ở →; text D17 Một →',
      ],
    ],
    [
      'counters and running text',
      report({ counters: { reports: at('B40', 1), salientIssues: null, handledCases: null } }),
      report({
        counters: { reports: at('B40', 2), salientIssues: null, handledCases: null },
        overview: [at('A13', 'Khác.')],
      }),
      [
        'header changed : reports B40 1 → B40 2',
        'overview changed Khác.: text A13 Tình hình tư tưởng ổn định. → A13 Khác.',
      ],
    ],
  ])('%s', (_name, before, after, expected) => {
    expect(changes(before, after)).toEqual(expected);
  });
});

it('year records', () => {
  const before = year();
  const after = year({ surveys: [{ row: 60, text: { ...cell('B60'), value: 'Khảo sát' }, date: null }] });
  expect(changes(before, after)).toEqual(['surveys added Khảo sát: text → B60 Khảo sát']);
});

describe('findings', () => {
  it('are fixed, added or remaining by id', () => {
    const before = extract(report(), 'a', { findings: [finding('error', '1'), finding('warning', '2')] });
    const after = extract(report(), 'b', { findings: [finding('warning', '2'), finding('info', '3')] });
    const { fixed, added, remaining } = diffExtracts(before, after).findings;
    expect([fixed, added, remaining].map((list) => list.map(({ id }) => id))).toEqual([['1'], ['3'], ['2']]);
  });

  it('stay open when the same bytes come again', () => {
    const one = extract(report(), 'a', { findings: [finding('error', '1')] });
    expect(diffExtracts(one, one)).toMatchObject({ identical: true, rows: [], findings: { fixed: [], added: [] } });
  });
});

it('an unreadable version is compared as one without rows', () => {
  const before: ReturnType<typeof extract> = { ...extract(report(), 'a'), document: null };
  const { rows } = diffExtracts(before, extract(report({ streams: [] }), 'b'));
  expect(rows.map(({ table, change }) => [table, change])).toEqual([
    ['header', 'added'],
    ['overview', 'added'],
  ]);
});
