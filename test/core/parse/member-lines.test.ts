import { describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { profile, sheet, workbook, type Value } from './neutral.ts';

const front: Value[][] = [
  ['ĐẢNG ỦY BỘ TƯ PHÁP'],
  ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
  ['(Kèm theo Quyết định số 21-QĐ/ĐU ngày 15/6/2021, nhiệm kỳ 2020-2025)'],
];

function read(...rows: Value[][]) {
  const { kind, document, structure } = parseWorkbook(workbook(sheet([...front, ...rows])), profile);
  expect(kind).toBe('roster');
  const members = document?.kind === 'roster' ? document.members : [];
  return {
    members: members.map(({ row, name, position, unit, role }) => [
      row,
      ...[name, position, unit, role].map((one) => one?.value ?? null),
    ]),
    missing: structure.missingColumns.map(({ id }) => id),
    strays: structure.strays.map((stray) => a1(stray)),
  };
}

const an = ['Nguyễn Văn An', 'Phó Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'];
const binh = ['Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên'];

describe('a roster of numbered lines', () => {
  test.each<[string, Value[][], number[]]>([
    [
      'a line each',
      [
        ['1. Đồng chí Nguyễn Văn An, Phó Trưởng phòng, Chi bộ 1 - Tổ trưởng'],
        ['2. Đồng chí Trần Thị Bình, Chuyên viên, Chi bộ 2 - Thành viên'],
      ],
      [4, 5],
    ],
    [
      'with the number in a cell of its own',
      [
        [1, 'Đ/c Nguyễn Văn An - Phó Trưởng phòng (Chi bộ 1), Tổ trưởng'],
        ['2.', 'Bà Trần Thị Bình – Chuyên viên (Chi bộ 2), Thành viên'],
      ],
      [4, 5],
    ],
    [
      'in one cell',
      [
        [
          '1) Nguyễn Văn An: Tổ trưởng; Phó Trưởng phòng; Chi bộ 1\n2) Trần Thị Bình: Thành viên; Chuyên viên; Chi bộ 2',
        ],
      ],
      [4, 4],
    ],
    [
      'with bullets and titles, the role behind a colon',
      [
        ['- Đồng chí Nguyễn Văn An, Phó Trưởng phòng, Chi bộ 1: Tổ trưởng;'],
        ['- Đồng chí Trần Thị Bình, Chuyên viên, Chi bộ 2: Thành viên.'],
      ],
      [4, 5],
    ],
  ])('%s', (_, rows, at) => {
    const { members, missing, strays } = read(...rows);
    expect(members).toEqual([
      [at[0], ...an],
      [at[1], ...binh],
    ]);
    expect(missing).toEqual([]);
    expect(strays).toEqual([]);
  });

  test('an office held in a unit tells the unit too; what one leaves out is missing', () => {
    const { members, missing } = read(['1. Nguyễn Văn An, Bí thư Chi bộ 1'], ['2. Trần Thị Bình, Thành viên']);
    expect(members).toEqual([
      [4, 'Nguyễn Văn An', 'Bí thư Chi bộ 1', 'Bí thư Chi bộ 1', null],
      [5, 'Trần Thị Bình', null, null, 'Thành viên'],
    ]);
    expect(missing).toEqual(['position', 'unit', 'role']);
  });

  test.each<[string, Value[][]]>([
    ['one line alone', [['1. Nguyễn Văn An, Tổ trưởng']]],
    ['numbers that do not begin with 1', [['2. Nguyễn Văn An, Tổ trưởng'], ['3. Trần Thị Bình, Thành viên']]],
    ['bullets without a title', [['- Nguyễn Văn An, Tổ trưởng'], ['- Trần Thị Bình, Thành viên']]],
    ['sentences', [['1. Danh sách lập theo hướng dẫn.'], ['2. Mỗi chi bộ cử một người.']]],
  ])('%s name no members', (_, rows) => {
    expect(read(...rows).members).toEqual([]);
  });

  test.each([
    ['Công ty In Tiến Bộ', 'unit'],
    ['Tạp chí Khoa học', 'unit'],
    ['Học viện Hành chính', 'unit'],
    ['Khoa Xây dựng Đảng', 'unit'],
    ['Báo cáo viên', 'position'],
    ['Thanh tra viên', 'position'],
    ['Vụ trưởng', 'position'],
  ])('«%s» is a %s', (piece, column) => {
    const [first] = read(
      [`1. Nguyễn Văn An, ${piece} - Tổ trưởng`],
      ['2. Trần Thị Bình, Chi bộ 2 - Thành viên'],
    ).members;
    expect(first).toEqual([4, 'Nguyễn Văn An', ...(column === 'unit' ? [null, piece] : [piece, null]), 'Tổ trưởng']);
  });
});

describe('leaders named above the table of the others', () => {
  const header = ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Trạng thái'];
  const row: Value[] = [1, ...binh, 'Đang hoạt động'];

  test.each([
    'Tổ trưởng: Đồng chí Nguyễn Văn An, Phó Trưởng phòng, Chi bộ 1',
    '- TỔ TRƯỞNG: Nguyễn Văn An (Phó Trưởng phòng, Chi bộ 1)',
  ])('%s', (line) => {
    const { members, strays } = read([line], ['Các thành viên:'], header, row);
    expect(members.map((member) => member.slice(0, 4))).toEqual([
      [4, ...an.slice(0, 3)],
      [7, ...binh.slice(0, 3)],
    ]);
    expect(strays).toEqual([]);
  });

  test.each([
    ['who stand in it too', ['Tổ trưởng: Đồng chí Trần Thị Bình']],
    ['who hold another office', ['Người lập danh sách: Nguyễn Văn An']],
    ['without a name', ['Tổ trưởng: theo quyết định của Ban Thường vụ']],
  ])('%s are not counted again', (_, line) => {
    expect(read(line, header, row).members).toHaveLength(1);
  });
});
