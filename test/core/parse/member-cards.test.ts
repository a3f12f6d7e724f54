import { describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { day, profile, sheet, workbook, type Value } from './neutral.ts';

const front: Value[][] = [['ĐẢNG ỦY BỘ TƯ PHÁP'], ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI']];

function read(...rows: Value[][]) {
  const { kind, document, structure } = parseWorkbook(workbook(sheet([...front, ...rows])), profile);
  expect(kind).toBe('roster');
  const members = document?.kind === 'roster' ? document.members : [];
  return {
    all: members,
    members: members.map(({ row, name, position, unit, role }) => [
      row,
      ...[name, position, unit, role].map((one) => one?.value ?? null),
    ]),
    missing: structure.missingColumns.map(({ id }) => id),
    refused: structure.refusedColumns.map((label) => `${a1(label)} ${label.value}`),
    strays: structure.strays.map((stray) => a1(stray)),
  };
}

const an = ['Nguyễn Văn An', 'Phó Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'];
const binh = ['Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên'];
const labels = ['Họ và tên', 'Chức vụ', 'Đơn vị', 'Vai trò'];
const lines = (person: string[], of = labels): string[] => of.map((label, at) => `${label}: ${person[at] ?? ''}`);
const pairs = (person: string[]): Value[][] => labels.map((label, at) => [label, person[at] ?? null]);

describe('a roster of cards', () => {
  test.each<[string, Value[][], number[]]>([
    ['a line each, a blank row between', [...lines(an).map((l) => [l]), [], ...lines(binh).map((l) => [l])], [3, 8]],
    ['numbered, without blank rows', [...card('1. ', an), ...card('2. ', binh)], [3, 7]],
    ['labels beside their values', [...pairs(an), [], ...pairs(binh)], [3, 8]],
    ['labels with colons beside their values', [...colons(an), ...colons(binh)], [3, 7]],
    ['two abreast', pairs(an).map((pair, at) => [...pair, null, ...(pairs(binh)[at] ?? [])]), [3, 3]],
    ['a column for each person', labels.map((label, at) => [label, an[at] ?? null, binh[at] ?? null]), [3, 3]],
    [
      'a numbered column for each person',
      [['STT', 1, 2], ...labels.map((label, at) => [`${label}:`, an[at] ?? null, binh[at] ?? null])],
      [4, 4],
    ],
    ['in two columns', [...twoColumns(an), ...twoColumns(binh)], [3, 5]],
    ['in one cell each', [[lines(an).join('\n')], [lines(binh).join('\n')]], [3, 4]],
    ['on one line each', [[`1. ${lines(an).join('; ')}`], [`2. ${lines(binh).join('; ')}`]], [3, 4]],
    [
      'by other words',
      [an, binh].flatMap((one) => lines(one, ['Đồng chí', 'Chức danh', 'Chi bộ', 'Nhiệm vụ']).map((l) => [l])),
      [3, 7],
    ],
    [
      'with a form nobody filled in',
      [...card('', an), ...card('', binh), ...labels.map((label) => [`${label}:`])],
      [3, 7],
    ],
  ])('%s', (_, rows, at) => {
    const { members, missing, strays } = read(...rows);
    expect(members).toEqual([
      [at[0], ...an],
      [at[1], ...binh],
    ]);
    expect(missing).toEqual(['decisionNumber', 'decisionDate', 'term']);
    expect(strays).toEqual([]);
  });

  test('with a decision, a term, two offices and the day somebody left', () => {
    const more = (name: string, left: Value): Value[][] => [
      [`Họ và tên: ${name}`],
      ['Chức vụ Đảng: Chi ủy viên'],
      ['Chức vụ chính quyền: Chuyên viên'],
      ['Quyết định: số 21-QĐ/ĐU ngày 15/6/2021'],
      ['Nhiệm kỳ: 2020-2025'],
      ['Ngày thôi tham gia', left],
    ];
    const { all, missing } = read(...more('Nguyễn Văn An', null), ...more('Trần Thị Bình', day('2023-03-01')));
    expect(all).toMatchObject([
      { position: { value: 'Chi ủy viên, Chuyên viên' }, decisionNumber: { value: '21-QĐ/ĐU' }, term: { row: 7 } },
      { decisionDate: { value: { iso: '2021-06-15' } }, leftOn: { row: 14, value: { iso: '2023-03-01' } } },
    ]);
    expect(all[0]?.leftOn).toBeUndefined();
    expect(missing).toEqual(['unit', 'role']);
  });

  test('who has left is no collaborator any more', () => {
    const standing = (name: string, status: string): Value[][] => [[`Họ và tên: ${name}`], [`Trạng thái: ${status}`]];
    const { all } = read(...standing('Nguyễn Văn An', 'Đang hoạt động'), ...standing('Trần Thị Bình', 'Nghỉ hưu'));
    expect(all.map(({ active }) => active)).toEqual([true, false]);
  });

  test('personal data are refused as columns are', () => {
    const rows = [an, binh].flatMap((one) => [...lines(one), 'CCCD: 001085012345'].map((line) => [line]));
    expect(read(...rows).refused).toEqual(['A7 CCCD']);
  });

  test.each<[string, Value[][]]>([
    ['one block alone is none', card('', an)],
    ['names without anything else are none', [['Người lập: Nguyễn Văn An'], ['Người duyệt: Trần Thị Bình']]],
    ['blank forms are none', [...labels, ...labels].map((label) => [`${label}:`])],
  ])('%s', (_, rows) => {
    expect(read(...rows).members).toEqual([]);
  });
});

function card(number: string, person: string[]): Value[][] {
  return lines(person).map((line, at) => [at === 0 ? number + line : line]);
}

function colons(person: string[]): Value[][] {
  return labels.map((label, at) => [`${label}:`, person[at] ?? null]);
}

function twoColumns(person: string[]): Value[][] {
  const [name = '', position = '', unit = '', role = ''] = lines(person);
  return [
    [name, null, position],
    [unit, null, role],
  ];
}
