import { describe, expect, test } from 'vitest';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { day, profile, sheet, workbook, type SheetOptions, type Value } from './neutral.ts';

const front: Value[][] = [['ĐẢNG ỦY BỘ TƯ PHÁP'], ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI']];
const header = ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Trạng thái'];
const an = [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', 'Đang hoạt động'];
const binh = [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', 'Đang hoạt động'];
const cuong = [3, 'Lê Văn Cường', 'Phó phòng', 'Chi bộ 3', 'Thành viên', 'Đang hoạt động'];
const both = ['Nguyễn Văn An', 'Trần Thị Bình'];

function read(rows: readonly (readonly Value[])[], options: SheetOptions = {}, further: Value[][] | null = null) {
  const sheets = [sheet([...front, ...rows], options), ...(further ? [sheet(further, { name: 'Trang 2' })] : [])];
  const { kind, document, structure } = parseWorkbook(workbook(sheets), profile);
  expect(kind).toBe('roster');
  if (document?.kind !== 'roster') throw new Error('no roster');
  const { members } = document;
  return {
    document,
    structure,
    members,
    names: members.map(({ name }) => name?.value ?? null),
    units: members.map(({ unit }) => unit?.value ?? null),
    roles: members.map(({ role }) => role?.value ?? null),
  };
}

describe('a role among the people is that of those below it', () => {
  const noRole = ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Trạng thái'];
  const without = (row: Value[]): Value[] => row.filter((_, at) => at !== 4);

  test.each<[string, Value[], Value[], SheetOptions]>([
    ['with numerals', ['I', 'Tổ trưởng'], ['II', 'Thành viên'], {}],
    ['with a count', ['I', 'Tổ trưởng: 01 đồng chí'], ['II', 'Thành viên (01 đồng chí)'], {}],
    ['merged', ['1. Tổ trưởng'], ['2. Thành viên'], { merges: ['A4:E4', 'A6:E6'] }],
    ['in capitals', ['TỔ TRƯỞNG'], ['THÀNH VIÊN'], { merges: ['A4:E4', 'A6:E6'] }],
  ])('%s', (_, first, second, options) => {
    const { names, roles, units, structure } = read([noRole, first, without(an), second, without(binh)], options);
    expect(names).toEqual(both);
    expect(roles.map((role) => role?.toLowerCase())).toEqual(['tổ trưởng', 'thành viên']);
    expect(units).toEqual(['Chi bộ 1', 'Chi bộ 2']);
    expect(structure.missingColumns.map(({ id }) => id)).not.toContain('role');
  });

  test('beside a column of roles it changes nothing', () => {
    expect(read([header, ['I', 'Thành viên'], an, binh]).roles).toEqual(['Tổ trưởng', 'Thành viên']);
  });

  test('people above the first such heading have none, and the column is missing', () => {
    const { roles, structure } = read([noRole, without(an), ['II', 'Thành viên'], without(binh)]);
    expect(roles).toEqual([null, 'Thành viên']);
    expect(structure.missingColumns.map(({ id }) => id)).toContain('role');
  });
});

describe('a unit among the people heads those below it', () => {
  const noUnit = ['STT', 'Họ và tên', 'Chức vụ', 'Vai trò', 'Trạng thái', 'Ghi chú'];
  const without = ([order, name, position, , role, status]: Value[], number = order): Value[] => [
    number ?? null,
    name ?? null,
    position ?? null,
    role ?? null,
    status ?? null,
  ];
  test.each<[string, (string | number | null)[]]>([
    ['with a numeral and a count', ['I', 'Chi bộ Văn phòng', null, null, null, '01 đồng chí']],
    ['with a number', [1, 'Phòng Tổ chức']],
    ['alone', [null, 'VỤ PHÁP CHẾ']],
    ['behind its own numeral', [null, 'II. Trung tâm Tin học', null, null, null, 2]],
  ])('%s', (_, unit) => {
    const { names, units } = read([noUnit, unit, without(an), without(binh)]);
    expect(names).toEqual(both);
    const name = String(unit[1]).replace(/^II\. /, '');
    expect(units).toEqual([name, name]);
  });

  test.each([
    'Vũ Văn An',
    'Vụ trưởng Nguyễn Văn An',
    'Tổ phó: Nguyễn Văn An',
    'Bàn Văn Phòng',
    'Đoàn Văn Ban',
    'Tô Văn An',
  ])('«%s» is a person', (name) => {
    expect(read([header, [1, name, ...an.slice(2)], binh]).names).toEqual([name, 'Trần Thị Bình']);
  });

  test.each(['Ban Thị Thường', 'Ban Văn Nhất'])('«%s» is one', (name) => {
    expect(read([header, [1, name, ...an.slice(2)], binh]).names).toEqual([name, 'Trần Thị Bình']);
  });

  test('without the count behind it, whatever the numeral', () => {
    const { units } = read([
      noUnit,
      ['VIII', 'Học viện Tư pháp: 01 đồng chí'],
      without(an),
      ['-', 'Tạp chí Dân chủ (1)'],
      without(binh),
    ]);
    expect(units).toEqual(['Học viện Tư pháp', 'Tạp chí Dân chủ']);
  });

  test.each([
    ['- Chi bộ Văn phòng:', 'Chi bộ Văn phòng'],
    ['(1) Chi bộ Văn phòng', 'Chi bộ Văn phòng'],
    ['Đoàn TNCS Hồ Chí Minh Bộ', 'Đoàn TNCS Hồ Chí Minh Bộ'],
    ['TT Truyền thông', 'TT Truyền thông'],
    ['Các đơn vị khác', 'Các đơn vị khác'],
  ])('without a number: «%s»', (heading, unit) => {
    const { names, units } = read([noUnit, [null, heading], without(an), without(binh)]);
    expect([names, units]).toEqual([both, [unit, unit]]);
  });

  test('on the line above a table of its own', () => {
    const own = ['STT', 'Họ và tên', 'Chức vụ', 'Vai trò', 'Trạng thái'];
    const { names, units } = read([
      ['1. Chi bộ Văn phòng'],
      own,
      without(an),
      ['2. Thanh tra Bộ'],
      own,
      without(binh, 1),
    ]);
    expect(names).toEqual(both);
    expect(units).toEqual(['Chi bộ Văn phòng', 'Thanh tra Bộ']);
  });
});

describe('lines below the list name nobody', () => {
  test.each<[string, Value[][]]>([
    ['a note', [[null, 'Ghi chú: Danh sách này thay thế danh sách cũ.']]],
    [
      'counts',
      [
        [null, 'Trong đó: Nữ', 1],
        [null, '- Cấp ủy viên', 1],
        [null, 'Nam', 1],
      ],
    ],
    ['a footnote', [[null, '(*) Đồng chí là cấp ủy viên']]],
  ])('%s', (_, below) => {
    expect(read([header, an, binh, ...below]).names).toEqual(both);
    expect(read([header, an, binh, [], ...below]).names).toEqual(both);
  });

  test('in a table without numbers a name written badly is one', () => {
    const { names } = read([
      ['Họ và tên', 'Chức vụ', 'Vai trò'],
      ['nguyễn văn an', 'Trưởng phòng'],
      ['NguyÔn V¨n B×nh', 'Chuyên viên'],
      ['Ghi chú: còn thay đổi'],
    ]);
    expect(names).toEqual(['nguyễn văn an', 'NguyÔn V¨n B×nh']);
  });

  test('a name still to be completed is one', () => {
    expect(read([header, an, binh, [null, 'Lê Văn Cường']]).names).toEqual([...both, 'Lê Văn Cường']);
  });
});

describe('who is a collaborator no more', () => {
  const withStatus = (status: Value, note: Value = null): Value[][] => [
    [...header, 'Ghi chú'],
    an,
    [...binh.slice(0, 5), status, note],
  ];
  test.each<[Value, Value, boolean]>([
    ['Đang hoạt động', null, true],
    ['Đang hoạt động (chuyển công tác từ Bộ Y tế về)', null, true],
    ['Tham gia mới thay đ/c Bình nghỉ hưu', null, true],
    ['Chưa nghỉ hưu', null, true],
    ['Từ trần', null, false],
    ['Không tham gia từ tháng 6/2023', null, false],
    ['Không còn hoạt động', null, false],
    ['Đã chuyển đơn vị', null, false],
    ['Xin rút khỏi đội ngũ', null, false],
    ['Điều động sang cơ quan khác', null, false],
    ['Về hưu', null, false],
    ['Chuyển sang Bộ Y tế', null, false],
    ['Mới chuyển sang từ Bộ Y tế', null, true],
    ['Sắp nghỉ hưu', null, true],
    ['Nghỉ', null, false],
    ['Nghỉ thai sản', null, true],
    [null, 'Thôi', false],
    [null, 'Nghỉ hưu từ 01/8/2023', false],
    [null, 'Thay đồng chí Cường nghỉ hưu', true],
    ['Đang hoạt động', 'Nghỉ hưu từ 01/8/2024', true],
  ])('status «%s», note «%s»: active %s', (status, note, active) => {
    expect(read(withStatus(status, note)).members[1]?.active).toBe(active);
  });

  test('told by a heading among the rows', () => {
    const { members } = read([
      header,
      ['I', 'Cộng tác viên đang tham gia'],
      an,
      ['II', 'Cộng tác viên thôi tham gia'],
      [...binh.slice(0, 5), null],
    ]);
    expect(members.map(({ name, active }) => [name?.value, active])).toEqual([
      ['Nguyễn Văn An', true],
      ['Trần Thị Bình', false],
    ]);
  });

  test('a steering committee among the rows is none of them', () => {
    const { names } = read([
      header,
      ['I', 'BAN CHỈ ĐẠO'],
      [1, 'Đỗ Văn Dũng', 'Phó Bí thư', 'Đảng ủy', 'Trưởng ban', null],
      ['II', 'CỘNG TÁC VIÊN'],
      an,
      binh,
    ]);
    expect(names).toEqual(both);
  });

  test('substitutes and a steering committee are listed elsewhere', () => {
    const { names } = read([
      ['BAN CHỈ ĐẠO'],
      header,
      [1, 'Đỗ Văn Dũng', 'Phó Bí thư', 'Đảng ủy', 'Trưởng ban', null],
      [],
      ['DANH SÁCH CỘNG TÁC VIÊN'],
      header,
      an,
      binh,
      [],
      ['DANH SÁCH DỰ BỊ'],
      header,
      [1, 'Lê Văn Cường', 'Chuyên viên', 'Chi bộ 3', null, null],
    ]);
    expect(names).toEqual(both);
  });
});

describe('another table below the list names nobody', () => {
  test.each<[string, Value[][]]>([
    [
      'counts by cell',
      [['TỔNG HỢP THEO CHI BỘ'], ['STT', 'Chi bộ', 'Số lượng'], [1, 'Chi bộ 1', 1], [2, 'Chi bộ 2', 1]],
    ],
    [
      'a total without a title',
      [
        ['STT', 'Nội dung', 'Số lượng'],
        [1, 'Tổng số cộng tác viên', 2],
      ],
    ],
    [
      'decisions',
      [
        ['TT', 'Số quyết định', 'Ngày ban hành', 'Nội dung'],
        [1, '21-QĐ/ĐU', '15/6/2021', 'Thành lập'],
      ],
    ],
  ])('%s', (_, below) => {
    expect(read([header, an, binh, [], ...below]).names).toEqual(both);
  });

  test('those who left are listed, and are members no more', () => {
    const left = ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Lý do'];
    const { members } = read([
      header,
      an,
      binh,
      [],
      ['DANH SÁCH CỘNG TÁC VIÊN ĐÃ THÔI THAM GIA'],
      left,
      [1, 'Lê Văn Cường', 'Phó phòng', 'Chi bộ 3', 'Nghỉ hưu'],
    ]);
    expect(members.map(({ name, active }) => [name?.value, active])).toEqual([
      ['Nguyễn Văn An', true],
      ['Trần Thị Bình', true],
      ['Lê Văn Cường', false],
    ]);
  });

  test.each([
    ['DANH SÁCH RÚT KHỎI ĐỘI NGŨ', false],
    ['Các đồng chí thôi làm cộng tác viên', false],
    ['Các đồng chí không tiếp tục tham gia', false],
    ['DANH SÁCH TỔ 2', true],
  ])('«%s» above a list of its own', (title, active) => {
    const { members } = read([header, an, binh, [], [title], header, cuong]);
    expect(members.map((member) => member.active)).toEqual([true, true, active]);
  });

  test('what stands above a list beside it says nothing of its people', () => {
    const { members } = read([
      ['DANH SÁCH HIỆN NAY', ...Array<null>(6), 'DANH SÁCH THÔI THAM GIA'],
      [...header, null, 'Người thôi', 'Lý do'],
      [...an, null, 'Đỗ Thị Hoa', 'Nghỉ hưu'],
    ]);
    expect(members.map(({ active }) => active)).toEqual([true]);
  });

  test('new people are not counted again beside the whole list, and are without one', () => {
    const added: Value[][] = [['II. Danh sách bổ sung'], header, [1, ...binh.slice(1)], []];
    expect(read([...added, ['III. Danh sách sau kiện toàn'], header, an, binh]).names).toEqual(both);
    expect(read([...added, ['I. Danh sách cũ'], header, an]).names).toEqual(['Trần Thị Bình', 'Nguyễn Văn An']);
  });

  test('bullets for order numbers do not end it', () => {
    expect(read([header, ['-', ...an.slice(1)], ['•', ...binh.slice(1)]]).names).toEqual(both);
  });

  test('the same header on the next page does not end it', () => {
    expect(read([header, an, header, binh]).names).toEqual(both);
  });
});

describe('a seat nobody has', () => {
  test.each(['Khuyết', '(khuyết)', 'Để trống', 'Chưa bố trí', '(đang kiện toàn)', 'Khuyết 01 đồng chí'])(
    '«%s» is no member',
    (name) => {
      expect(read([header, an, [2, name, null, 'Chi bộ 2', 'Thành viên'], cuong]).names).toEqual([an[1], cuong[1]]);
    },
  );

  test.each(['Trọng', 'Lê Văn Khuyết', 'Trương Khuyết Trống'])('«%s» is one', (name) => {
    expect(read([header, an, [2, name, ...binh.slice(2)]]).names).toEqual([an[1], name]);
  });
});

describe('columns', () => {
  test.each([
    ['Cương vị trong đội ngũ của chi bộ', 'Tham gia hiện nay'],
    ['Được phân', 'Hiện nay'],
  ])('«%s» and «%s» are known by their content', (role, status) => {
    const { roles, structure, members } = read([
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', role, status],
      an,
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', 'Nghỉ hưu'],
    ]);
    expect(roles).toEqual(['Tổ trưởng', 'Thành viên']);
    expect(members.map(({ active }) => active)).toEqual([true, false]);
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(['decisionNumber', 'decisionDate', 'term']);
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test.each([
    ['Công việc', 'Thuộc'],
    ['Cương vị công tác', 'Phòng/Ban'],
    ['Vị trí việc làm', 'Nơi sinh hoạt'],
  ])('offices under «%s», units under «%s»', (position, unit) => {
    const { members, structure } = read([['STT', 'Họ và tên', position, unit, 'Vai trò', 'Trạng thái'], an, binh]);
    expect(members).toMatchObject([
      { position: { value: 'Trưởng phòng' }, unit: { value: 'Chi bộ 1' } },
      { position: { value: 'Chuyên viên' }, unit: { value: 'Chi bộ 2' } },
    ]);
    expect([structure.unexpectedColumns, structure.refusedColumns]).toEqual([[], []]);
  });

  test('a header that says nothing of them is an unexpected column all the same', () => {
    const { structure } = read([['STT', 'Họ và tên', 'Cột 3', 'Cột 4', 'Vai trò', 'Trạng thái'], an, binh]);
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(expect.arrayContaining(['position', 'unit']));
    expect(structure.unexpectedColumns.map(({ value }) => value)).toEqual(['Cột 3', 'Cột 4']);
  });

  test('two positions are both held', () => {
    const { members } = read([
      ['STT', 'Họ và tên', 'Chức vụ trong Đảng', 'Chức vụ chuyên môn', 'Chi bộ', 'Vai trò', 'Trạng thái'],
      [1, 'Nguyễn Văn An', 'Bí thư chi bộ', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', 'Đang hoạt động'],
      [2, 'Trần Thị Bình', null, 'Chuyên viên', 'Chi bộ 2', 'Thành viên', 'Đang hoạt động'],
    ]);
    expect(members.map(({ position }) => position?.value)).toEqual(['Bí thư chi bộ, Trưởng phòng', 'Chuyên viên']);
  });

  test('ditto marks repeat the member above', () => {
    const { members } = read([
      [...header, 'Nhiệm kỳ', 'Ngày QĐ'],
      [...an, '2020-2025', '15/6/2021'],
      [2, 'Trần Thị Bình', 'Chuyên viên', '-nt-', 'Thành viên', '"', 'nt', '-nt-'],
    ]);
    expect(members[1]).toMatchObject({
      unit: { row: 5, column: 4, value: 'Chi bộ 1' },
      status: { value: 'Đang hoạt động' },
      term: { value: '2020-2025' },
      decisionDate: { row: 5, value: { iso: '2021-06-15' } },
      active: true,
    });
  });

  test.each([
    ['No.', 'Full name', 'Position', 'Party cell', 'Role', 'Status'],
    [
      'STT / No.',
      'Họ và tên / Full name',
      'Chức vụ / Position',
      'Đơn vị / Unit',
      'Vai trò / Role',
      'Trạng thái / Status',
    ],
    ['STT\nNo.', 'Họ và tên\nName', 'Chức vụ\nTitle', 'Chi bộ\nParty cell', 'Vai trò\nRole', 'Tình trạng\nStatus'],
  ])('in English too: «%s», «%s»', (...headers) => {
    const { names, structure } = read([headers, an, binh]);
    expect(names).toEqual(both);
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(['decisionNumber', 'decisionDate', 'term']);
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test.each<[string, string[], Value[]]>([
    ['in two', ['Họ, chữ đệm', 'Tên'], ['Nguyễn Văn', 'An']],
    ['in three', ['Họ', 'Đệm', 'Tên'], ['Nguyễn', 'Văn', 'An']],
  ])('a name %s columns', (_, headers, name) => {
    const { names, structure } = read([
      ['STT', ...headers, ...header.slice(2)],
      [1, ...name, ...an.slice(2)],
    ]);
    expect(names).toEqual(['Nguyễn Văn An']);
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test.each([
    'Nguyễn Văn An, Trưởng phòng',
    'Nguyễn Văn An\nTrưởng phòng',
    'Nguyễn Văn An - Trưởng phòng',
    'Nguyễn Văn An (Trưởng phòng)',
  ])('name and position in one cell: «%s»', (cell) => {
    const { members, structure } = read([
      ['STT', 'Họ và tên, chức vụ', 'Chi bộ', 'Vai trò', 'Trạng thái'],
      [1, cell, ...an.slice(3)],
    ]);
    expect(members).toMatchObject([{ name: { value: 'Nguyễn Văn An' }, position: { value: 'Trưởng phòng' } }]);
    expect(structure.missingColumns.map(({ id }) => id)).not.toContain('position');
  });

  test('those whom new people replace are none', () => {
    const { names } = read([
      ['STT', 'Cộng tác viên cũ', 'Cộng tác viên mới', ...header.slice(2)],
      [1, 'Đỗ Thị Hoa', ...an.slice(1)],
      [2, 'Vũ Văn Hùng', ...binh.slice(1)],
    ]);
    expect(names).toEqual(both);
  });

  test('a status ticked in columns of their own', () => {
    const { members, structure } = read([
      [...header.slice(0, 5), 'Đang tham gia', 'Đã thôi'],
      [...an.slice(0, 5), 'x', null],
      [...binh.slice(0, 5), null, 'x'],
    ]);
    expect(members.map(({ status, active }) => [status?.value, active])).toEqual([
      ['Đang tham gia', true],
      ['Đã thôi', false],
    ]);
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test('a column of other words stays unexpected', () => {
    const { structure } = read([
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Sở trường', 'Trạng thái'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Viết bài', 'Đang hoạt động'],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', 'Đang hoạt động'],
    ]);
    expect(structure.unexpectedColumns.map(({ value }) => value)).toEqual(['Sở trường']);
    expect(structure.missingColumns.map(({ id }) => id)).toContain('role');
  });

  test('a role ticked under its name', () => {
    const { members } = read(
      [
        ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', null, null, 'Trạng thái'],
        [null, null, null, null, 'Tổ trưởng', 'Tổ phó', 'Thành viên'],
        [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'x', null, null, 'Đang hoạt động'],
        [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', null, null, '✓', 'Đang hoạt động'],
        [3, 'Lê Văn Cường', 'Phó phòng', 'Chi bộ 3', 'x', 'x', null, 'Đang hoạt động'],
      ],
      { merges: ['E3:G3'] },
    );
    expect(members.map(({ role }) => role && [a1(role), role.value])).toEqual([
      ['E5', 'Tổ trưởng'],
      ['G6', 'Thành viên'],
      ['E7', 'x, x'],
    ]);
  });
});

describe('two people in one cell', () => {
  const row = (names: string, roles: string): Value[] => [1, names, 'Chuyên viên', 'Chi bộ 1', roles, 'Đang hoạt động'];
  test('numbered', () => {
    const { members, names, roles } = read([
      header,
      row('1. Nguyễn Văn An\n2. Trần Thị Bình', 'Tổ trưởng\nThành viên'),
    ]);
    expect(names).toEqual(both);
    expect(roles).toEqual(['Tổ trưởng', 'Thành viên']);
    expect(members.map(({ position, row: at }) => [position?.value, at])).toEqual([
      ['Chuyên viên', 4],
      ['Chuyên viên', 4],
    ]);
  });
  test('with a role each', () => {
    expect(read([header, row('Nguyễn Văn An\nTrần Thị Bình', 'Tổ trưởng\nThành viên')]).names).toEqual(both);
  });
  test.each(['Nguyễn Thị\nThu Hà', 'Nguyễn Văn An\n(Tổ trưởng)', 'Nguyễn Văn\nAn'])('«%s» is one', (name) => {
    expect(read([header, row(name, 'Thành viên')]).names).toEqual([name]);
  });
});

describe('a long list', () => {
  test('goes on beside itself', () => {
    const { members, structure } = read([
      [...header, null, ...header],
      [...an, null, ...cuong],
      [...binh, null, null, null],
    ]);
    expect(members.map(({ name, position }) => [name && a1(name), name?.value, position?.value])).toEqual([
      ['B4', 'Nguyễn Văn An', 'Trưởng phòng'],
      ['B5', 'Trần Thị Bình', 'Chuyên viên'],
      ['I4', 'Lê Văn Cường', 'Phó phòng'],
    ]);
    expect(structure.strays).toEqual([]);
  });

  test('goes on on the next sheet', () => {
    const { members, structure } = read([header, an, binh], { name: 'Trang 1' }, [header, cuong]);
    expect(members.map(({ name }) => name?.sheet)).toEqual(['Trang 1', 'Trang 1', 'Trang 2']);
    expect(structure.otherCandidates).toEqual([]);
  });

  test('has a sheet for every unit', () => {
    const { names, structure } = read([header, an, [2, 'Lê Văn Cường', ...an.slice(2)]], { name: 'CB1' }, [
      ...front,
      header,
      [1, ...binh.slice(1)],
    ]);
    expect(names).toEqual(['Nguyễn Văn An', 'Lê Văn Cường', 'Trần Thị Bình']);
    expect(structure.otherCandidates).toEqual([]);
  });

  test.each<[string, string, string, number]>([
    ['teams by number', 'Tổ 1', 'Tổ 2', 4],
    ['lists that one decision founded', 'Khối cơ quan', 'Khối doanh nghiệp', 4],
    ['lists of two years', 'Năm 2022', 'Năm 2023', 2],
    ['a list of those who left', 'Danh sách', 'Rút khỏi đội ngũ', 2],
  ])('has a sheet for each: %s', (_, name, other, count) => {
    const decision = ['(Kèm theo Quyết định số 21-QĐ/ĐU ngày 15/6/2021)'];
    const { document } = parseWorkbook(
      workbook([
        sheet([...front, decision, header, an, binh], { name }),
        sheet([...front, decision, header, [1, ...cuong.slice(1)], [2, 'Đỗ Thị Hoa', ...an.slice(2)]], { name: other }),
      ]),
      profile,
    );
    expect(document?.kind === 'roster' && document.members.length).toBe(count);
  });

  test('the same people on two sheets are one list', () => {
    const tables = ['Tổ 1', 'Tổ 2'].map((name) => sheet([...front, header, an, binh], { name }));
    const { document } = parseWorkbook(workbook(tables), profile);
    expect(document?.kind === 'roster' && document.members.length).toBe(2);
  });

  test.each([
    ['NK 2015-2020', 'nhiệm kỳ 2015-2020', 'NK 2020-2025', 'nhiệm kỳ 2020-2025'],
    ['2021', 'nhiệm kỳ 2020-2025', '2023', 'nhiệm kỳ 2020-2025'],
  ])('of several the latest counts: %s, %s; %s, %s', (name, term, laterName, laterTerm) => {
    const old = sheet([...front, [term], header, binh, [2, ...an.slice(1)], cuong], { name });
    const latest = sheet([...front, [laterTerm], header, an, [2, ...cuong.slice(1)]], { name: laterName });
    for (const sheets of [
      [old, latest],
      [latest, old],
    ])
      expect(parseWorkbook(workbook(sheets), profile).document).toMatchObject({
        sheet: laterName,
        members: [{ name: { value: 'Nguyễn Văn An' } }, { name: { value: 'Lê Văn Cường' } }],
      });
  });

  test.each<[string, Value[][]]>([
    ['numbered from 1 again', [header, [1, ...cuong.slice(1)]]],
    ['with a title of its own', [...front, header, cuong]],
  ])('another list %s is no part of it', (_, further) => {
    const { names, structure } = read([header, an, binh], { name: 'Trang 1' }, further);
    expect(names).toEqual(both);
    expect(structure.otherCandidates).toEqual(['Trang 2']);
  });
});

describe('what founds the team', () => {
  test.each<[string, Value[][], string, string]>([
    [
      'above the list, the regulation by the decision that issues it',
      [
        ['Căn cứ Quyết định số 36-QĐ/ĐU, ngày 02/7/2021 ban hành Quy chế hoạt động của Tổ cộng tác viên'],
        ['Căn cứ Quyết định số 35-QĐ/ĐU, ngày 02/7/2021 về việc thành lập Tổ cộng tác viên;'],
        header,
        an,
      ],
      '35-QĐ/ĐU',
      '36-QĐ/ĐU',
    ],
    [
      'the decision the list is part of',
      [
        ['Số: 35-QĐ/ĐU', null, null, 'Hà Nội, ngày 02 tháng 7 năm 2021'],
        ['Điều 2. Tổ hoạt động theo Quy chế số 36-QC/ĐU ngày 02/7/2021'],
        header,
        an,
      ],
      '35-QĐ/ĐU',
      '36-QC/ĐU',
    ],
    [
      'below the list',
      [
        header,
        an,
        [],
        ['Căn cứ thành lập: Quyết định số 35-QĐ/ĐU, ngày 02/7/2021 của Ban Thường vụ Đảng ủy'],
        ['Quy chế hoạt động của đội ngũ: ban hành kèm theo Quyết định số 36-QĐ/ĐU, ngày 02/7/2021'],
      ],
      '35-QĐ/ĐU',
      '36-QĐ/ĐU',
    ],
  ])('%s', (_, rows, decision, regulation) => {
    const { document } = read(rows);
    expect([document.decision?.value.number, document.regulation?.value.number]).toEqual([decision, regulation]);
  });
});

describe('the day somebody left', () => {
  const columns = header.slice(0, 5);
  const row = (name: string, left: Value): Value[] => [null, name, 'Chuyên viên', 'Chi bộ 2', 'Thành viên', left];
  const leaving = (title: string, left: Value) => {
    const { members, structure } = read([[...columns, title], row('Nguyễn Văn An', left), row('Trần Thị Bình', null)]);
    return { days: members.map(({ leftOn }) => leftOn?.value.iso ?? null), missing: structure.missingColumns };
  };

  test.each([
    'Ngày thôi tham gia',
    'Thời điểm thôi',
    'Ngày kết thúc',
    'Thời gian nghỉ hưu',
    'Ngày chuyển công tác',
    'Thôi làm cộng tác viên từ ngày',
  ])('under «%s» stands for a status', (title) => {
    const { days, missing } = leaving(title, day('2023-03-01'));
    expect(days).toEqual(['2023-03-01', null]);
    expect(missing.map(({ id }) => id)).not.toContain('status');
  });

  test.each(['Ngày tham gia', 'Ngày kết thúc nhiệm kỳ', 'Thời gian nghỉ hưu dự kiến', 'Ngày chuyển đến'])(
    'is not under «%s»',
    (title) => {
      const { days, missing } = leaving(title, day('2023-03-01'));
      expect(days).toEqual([null, null]);
      expect(missing.map(({ id }) => id)).toContain('status');
    },
  );

  test.each<[Value, string | null]>([
    ['01/3/2023', '2023-03-01'],
    ['3/2023', '2023-03'],
    ['Từ ngày 01/3/2023', '2023-03-01'],
    ['-', null],
    ['Đang tham gia', null],
  ])('%s', (written, iso) => {
    expect(leaving('Ngày thôi tham gia', written).days).toEqual([iso, null]);
  });

  test('from one day to another', () => {
    const rows = [
      [...columns, 'Thời gian tham gia', null],
      [null, null, null, null, null, 'Từ ngày', 'Đến ngày'],
      [...row('Nguyễn Văn An', day('2021-06-15')), day('2023-03-01')],
      row('Trần Thị Bình', day('2021-06-15')),
    ];
    const { members } = read(rows, { merges: ['F3:G3'] });
    expect(members.map(({ leftOn }) => leftOn?.value.iso)).toEqual(['2023-03-01', undefined]);
  });
});
