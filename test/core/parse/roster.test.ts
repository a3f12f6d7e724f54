import { describe, expect, test } from 'vitest';
import type { Roster } from '../../../core/document.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { profile, day, sheet, workbook, type SheetOptions, type Value } from './neutral.ts';

const letterhead: Value[][] = [
  ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
  ['ĐẢNG ỦY BỘ TƯ PHÁP', null, null, null, 'Hà Nội, ngày 15 tháng 6 năm 2021'],
  [],
  ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
  ['nhiệm kỳ 2020-2025'],
  ['(Kèm theo Quyết định số 21-QĐ/ĐU, ngày 15/6/2021)'],
  [],
];
const header = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị/chi bộ đại diện', 'Vai trò', 'Nhiệm kỳ', 'Trạng thái'];
const an = [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', '2020-2025', 'Đang hoạt động'];
const binh = [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', '2020-2025', 'Đang hoạt động'];
const names = ['Nguyễn Văn An', 'Trần Thị Bình'];

function parse(rows: readonly (readonly Value[])[], options: SheetOptions = {}) {
  return parseWorkbook(workbook(sheet(rows, options)), profile);
}

function roster(rows: readonly (readonly Value[])[], options: SheetOptions = {}) {
  const { kind, document, structure } = parse(rows, options);
  expect(kind).toBe('roster');
  const found = document as Roster;
  return {
    found,
    structure,
    names: found.members.map((member) => member.name?.value ?? null),
    cells: found.members.map((member) => (member.name ? a1(member.name) : null)),
    strays: structure.strays.map((stray) => a1(stray)),
  };
}

/** Every layout holds the same two people; each says in which cells. */
const layouts: [string, Value[][], SheetOptions, string[]][] = [
  ['the standard layout', [...letterhead, header, an, binh], {}, ['B9', 'B10']],
  ['no letterhead and no title', [header, an, binh], {}, ['B2', 'B3']],
  ['a table that starts at D20', [], at(20, 4, [header, an, binh]), ['E21', 'E22']],
  [
    'title merged right above the header',
    [['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'], header, an, binh],
    { merges: ['A1:G1'] },
    ['B3', 'B4'],
  ],
  ['upper-case headers with colons', [header.map((text) => `${text.toUpperCase()}:`), an, binh], {}, ['B2', 'B3']],
  ['headers without diacritics', [header.map(plain), an, binh], {}, ['B2', 'B3']],
  ['decomposed headers', [header.map((text) => text.normalize('NFD')), an, binh], {}, ['B2', 'B3']],
  [
    'line breaks, no-break spaces and look-alikes of Đ in headers',
    [
      [
        'STT',
        'Họ\nvà\u00A0tên',
        'Chức\r\nvụ',
        '\u00D0ơn vị / chi bộ\nđại diện',
        'Vai  trò',
        'Nhiệm\nkỳ',
        'Trạng thái\u200B',
      ],
      an,
      binh,
    ],
    {},
    ['B2', 'B3'],
  ],
  [
    'other words for every column',
    [['Số TT', 'Họ, tên', 'Chức danh', 'Đại diện cho', 'Nhiệm vụ', 'Nhiệm kì', 'Tình trạng'], an, binh],
    {},
    ['B2', 'B3'],
  ],
  [
    'name of a collaborator, position with workplace',
    [
      [
        'TT',
        'Họ và tên cộng tác viên',
        'Chức vụ, đơn vị công tác',
        'Chi bộ',
        'Vai trò (tổ trưởng/thành viên)',
        'NK',
        'Hiện trạng',
      ],
      an,
      binh,
    ],
    {},
    ['B2', 'B3'],
  ],
  [
    'columns in another order, with columns of one’s own',
    [
      ['Vai trò', 'Đơn vị đại diện', 'Mã', 'Họ tên', 'Chức vụ', 'TT', 'Trạng thái', 'Nhiệm kỳ'],
      ['Tổ trưởng', 'Chi bộ 1', 'x1', 'Nguyễn Văn An', 'Trưởng phòng', 1, null, '2020-2025'],
      ['Thành viên', 'Chi bộ 2', 'x2', 'Trần Thị Bình', 'Chuyên viên', 2, null, '2020-2025'],
    ],
    {},
    ['D2', 'D3'],
  ],
  [
    'family and given name in two columns',
    [
      ['STT', 'Họ đệm', 'Tên', 'Chức vụ', 'Chi bộ', 'Vai trò'],
      [1, 'Nguyễn Văn', 'An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'],
      [2, 'Trần Thị', 'Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên'],
    ],
    {},
    ['B2', 'B3'],
  ],
  [
    'one merged name header over two columns',
    [
      ['STT', 'Họ và tên', null, 'Chức vụ', 'Chi bộ', 'Vai trò'],
      [1, 'Nguyễn Văn', 'An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'],
      [2, 'Trần Thị', 'Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên'],
    ],
    { merges: ['B1:C1'] },
    ['B2', 'B3'],
  ],
  [
    'two-line header with merges',
    [
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Quyết định', null],
      [null, null, null, null, null, 'Số', 'Ngày'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', '21-QĐ/ĐU', day('2021-06-15')],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', '21-QĐ/ĐU', day('2021-06-15')],
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:G1'] },
    ['B3', 'B4'],
  ],
  [
    'two-line header without merges',
    [
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Quyết định', null],
      [null, null, null, null, null, 'Số', 'Ngày'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', '21-QĐ/ĐU', day('2021-06-15')],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', '21-QĐ/ĐU', day('2021-06-15')],
    ],
    {},
    ['B3', 'B4'],
  ],
  [
    'group headers over every column, then column numbers',
    [
      ['STT', 'Cộng tác viên', null, 'Tổ chức', null, 'Quyết định', null],
      [null, 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò', 'Số, ký hiệu', 'Ngày ban hành'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng', '21-QĐ/ĐU', day('2021-06-15')],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên', '21-QĐ/ĐU', day('2021-06-15')],
    ],
    { merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:G1'] },
    ['B4', 'B5'],
  ],
  ['a line of plain column numbers', [header, [1, 2, 3, 4, 5, 6, 7], an, binh], {}, ['B3', 'B4']],
  [
    'group rows and a total',
    [header, ['I. Cơ quan Đảng ủy'], an, ['II. Các đảng bộ trực thuộc'], binh, ['Tổng cộng: 02 đồng chí']],
    { merges: ['A2:G2', 'A4:G4', 'A6:G6'] },
    ['B3', 'B5'],
  ],
  [
    'group rows with the numeral in a cell of its own',
    [header, ['I', 'Cơ quan Đảng ủy'], an, ['II', 'Các đảng bộ trực thuộc'], binh, [null, 'Cộng', 2]],
    {},
    ['B3', 'B5'],
  ],
  ['the header again on the next page', [header, an, [], header, binh], {}, ['B2', 'B5']],
  [
    'a two-line header again on the next page',
    [
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Quyết định', null],
      [null, null, null, null, 'Số', 'Ngày'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', '21-QĐ/ĐU', day('2021-06-15')],
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Quyết định', null],
      [null, null, null, null, 'Số', 'Ngày'],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', '21-QĐ/ĐU', day('2021-06-15')],
    ],
    {},
    ['B3', 'B6'],
  ],
  ['blank rows before, inside and after', [[], [], header, [], an, [], [], binh, [' '], []], {}, ['B5', 'B8']],
  [
    'a count and a signature block',
    [
      header,
      an,
      binh,
      ['Danh sách có 02 đồng chí.'],
      [],
      ['Nơi nhận:', null, null, null, 'Hà Nội, ngày 15 tháng 6 năm 2021'],
      ['- Ban Tuyên giáo Đảng ủy Khối;', null, null, null, 'T/M ĐẢNG ỦY'],
      ['- Lưu Văn phòng.', null, null, null, 'PHÓ BÍ THƯ'],
      [],
      [null, null, null, null, '(Ký, ghi rõ họ tên)'],
      [],
      [null, null, null, null, 'Lê Văn Cường'],
    ],
    {},
    ['B2', 'B3'],
  ],
  [
    'a signer below «NGƯỜI LẬP BIỂU» in the name column',
    [
      header,
      an,
      binh,
      [],
      [null, 'NGƯỜI LẬP BIỂU', null, null, 'BÍ THƯ'],
      [],
      [],
      [null, 'Lê Thị Dung', null, null, 'Lê Văn Cường'],
    ],
    {},
    ['B2', 'B3'],
  ],
  ['order numbers as text', [header, ['1.', ...an.slice(1)], ['02', ...binh.slice(1)]], {}, ['B2', 'B3']],
  ['no order column', [header.slice(1), an.slice(1), binh.slice(1)], {}, ['A2', 'A3']],
  ['order numbers under no header', [[null, ...header.slice(1)], an, binh], {}, ['B2', 'B3']],
  [
    'a table in a legacy font',
    [
      [
        'STT',
        { value: 'Hä vµ tªn', font: '.VnTime' },
        { value: 'Chøc vô', font: '.VnTime' },
        { value: 'Chi bé', font: '.VnTime' },
        { value: 'Vai trß', font: '.VnTime' },
      ],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'],
      [2, 'Trần Thị Bình', 'Chuyên viên', 'Chi bộ 2', 'Thành viên'],
    ],
    {},
    ['B2', 'B3'],
  ],
];

describe('roster layouts', () => {
  test.each(layouts)('%s', (_, rows, options, cells) => {
    const read = roster(rows, options);
    expect(read.names).toEqual(names);
    expect(read.cells).toEqual(cells);
    expect(read.strays).toEqual([]);
    expect(read.found.members.map((member) => member.unit?.value)).toEqual(['Chi bộ 1', 'Chi bộ 2']);
  });
});

describe('what a roster says of itself', () => {
  test('letterhead, title, term and decision', () => {
    const { found, structure } = roster([...letterhead, header, an]);
    expect(found.organisation).toBe('tu-phap');
    expect(found.organisationText).toMatchObject({ row: 2, column: 1, value: 'ĐẢNG ỦY BỘ TƯ PHÁP' });
    expect(found.title).toMatchObject({ row: 4, column: 1, value: 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI' });
    expect(found.term).toMatchObject({ row: 5, value: '2020-2025' });
    expect(found.decision).toMatchObject({
      row: 6,
      value: { number: '21-QĐ/ĐU', date: { iso: '2021-06-15', asText: false } },
    });
    expect(found.table).toEqual({ sheet: 'Sheet1', row: 8, column: 1 });
    expect(structure.missingColumns).toEqual([]);
  });

  test.each([
    ['ĐẢNG BỘ BỘ TƯ PHÁP', 'tu-phap'],
    ['BCH ĐẢNG BỘ BỘ TƯ PHÁP', 'tu-phap'],
    ['Dang uy Bo Tu phap', 'tu-phap'],
    ['ĐẢNG UỶ THÔNG TẤN XÃ VIỆT NAM', 'ttxvn'],
    ['ĐẢNG ỦY TTXVN', 'ttxvn'],
    ['ĐU BỘ NÔNG NGHIỆP & PTNT', 'bo-nong-nghiep'],
    ['ĐẢNG ỦY BỘ NÔNG NGHIỆP & PHÁT TRIỂN NÔNG THÔN', 'bo-nong-nghiep'],
    ['ĐẢNG ỦY BAN TỔ CHỨC TW', 'ban-to-chuc-tw'],
    ['ĐẢNG ỦY VP CHÍNH PHỦ', 'vp-chinh-phu'],
    ['ĐẢNG ỦY VIỆN KSND TỐI CAO', 'vksnd-tc'],
    ['ĐẢNG ỦY CƠ QUAN TƯ HỘI NÔNG DÂN VIỆT NAM', 'nong-dan'],
    ['ĐẢNG ỦY ĐÀI TRUYỀN HÌNH VIỆT NAM (VTV)', 'dai-truyen-hinh'],
    ['BAN TUYÊN GIÁO ĐẢNG ỦY BỘ TƯ PHÁP', 'tu-phap'],
    ['TỔ DƯ LUẬN XÃ HỘI ĐẢNG ỦY BỘ TƯ PHÁP', 'tu-phap'],
    ['ĐẢNG ỦY BỘ TƯ PHÁP - TỔ DƯ LUẬN XÃ HỘI', 'tu-phap'],
    ['Đảng ủy Bộ Tư pháp, Ban Tuyên giáo', 'tu-phap'],
    ['ĐẢNG ỦY BỘ TƯ PHÁP - ĐẢNG ỦY CỤC CON NUÔI', null],
    ['ĐẢNG ỦY CQ TW HỘI LHPN VN', 'phu-nu'],
    ['Đảng ủy Bộ LĐTB&XH', 'bo-lao-dong'],
    ['ĐẢNG ỦY BỘ VHTT&DL', 'bo-van-hoa'],
    ['ĐẢNG ỦY BỘ VHTT', null],
    ['ĐẢNG ỦY BỘ KHÔNG CÓ TRONG DANH MỤC', null],
  ])('the committee %s', (name, id) => {
    const { found } = roster([
      ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TW'],
      [name],
      ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
      header,
      an,
    ]);
    expect(found.organisation).toBe(id);
    expect(found.organisationText?.value).toBe(name);
  });

  test.each([
    [[['ĐẢNG BỘ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG - ĐẢNG ỦY BỘ TƯ PHÁP']], 'tu-phap', 'ĐẢNG ỦY BỘ TƯ PHÁP'],
    [[['ĐẢNG ỦY BỘ TƯ PHÁP'], ['ĐẢNG ỦY HỌC VIỆN TƯ PHÁP']], null, 'ĐẢNG ỦY HỌC VIỆN TƯ PHÁP'],
    [[['ĐẢNG ỦY BỘ TƯ PHÁP'], ['VĂN PHÒNG ĐẢNG ỦY']], 'tu-phap', 'ĐẢNG ỦY BỘ TƯ PHÁP'],
    [[['ĐẢNG ỦY BỘ TƯ PHÁP'], ['ĐẢNG BỘ BỘ TƯ PHÁP']], 'tu-phap', 'ĐẢNG ỦY BỘ TƯ PHÁP'],
  ])('the letterhead %j', (lines, id, text) => {
    const { found } = roster([...lines, ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'], header, an, binh]);
    expect([found.organisation, found.organisationText?.value]).toEqual([id, text]);
  });

  test('a review and an inspection stated in one line', () => {
    const line =
      'Quy chế số 05-QC/ĐU ngày 20/7/2021. Rà soát gần nhất ngày 10/8/2023. Kiểm tra gần nhất ngày 05/9/2023.';
    const { found } = roster([...letterhead, [line], header, an, binh]);
    expect([found.reviewedOn?.value.iso, found.inspectedOn?.value.iso]).toEqual(['2023-08-10', '2023-09-05']);
  });

  test('a letterhead in one cell, and names broken over two lines', () => {
    const one = roster([
      ['ĐẢNG ỦY KHỐI\nCÁC CƠ QUAN TRUNG ƯƠNG\nĐẢNG ỦY VIỆN HÀN LÂM\nKHOA HỌC XÃ HỘI VIỆT NAM\n*'],
      ['DANH SÁCH CTV DLXH'],
      header,
      an,
    ]);
    expect(one.found.organisation).toBe('han-lam-khxh');
  });

  test('a label names the organisation', () => {
    const { found } = roster([['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'], ['Tổ chức:', 'Bộ Tư pháp'], header, an]);
    expect(found.organisation).toBe('tu-phap');
    expect(found.organisationText).toMatchObject({ row: 2, column: 2 });
  });

  test('the title names the organisation', () => {
    const { found } = roster([['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI ĐẢNG ỦY BỘ TƯ PHÁP'], header, an]);
    expect(found.organisation).toBe('tu-phap');
  });

  test('a Bloc-level team belongs to the Bloc', () => {
    const { found } = roster([
      ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG'],
      ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI CẤP ĐẢNG ỦY KHỐI'],
      ['(Kèm theo Quyết định số 263-QĐ/ĐUK, ngày 13/5/2021)'],
      header,
      an,
    ]);
    expect(found.organisation).toBe('duk');
    expect(found.decision?.value.number).toBe('263-QĐ/ĐUK');
  });

  const withoutTerm = <T>(row: readonly T[]): T[] => row.filter((_, column) => column !== 5);
  test.each([
    ['Nhiệm kỳ: 2020-2025; Quy chế số 05-QC/ĐU ngày 20/7/2021', '2020-2025'],
    ['(NK 2020 – 2025)', '2020 – 2025'],
  ])('the term in «%s» stands for all', (line, term) => {
    const { found, structure } = roster([['DANH SÁCH CTV DLXH'], [line], withoutTerm(header), withoutTerm(an)]);
    expect(found.term?.value).toBe(term);
    expect(structure.missingColumns.map(({ id }) => id)).not.toContain('term');
  });

  test('a decision broken over two lines', () => {
    const lines = [['(Kèm theo Quyết định số 21-QĐ/ĐU'], ['ngày 15/6/2021 của Đảng ủy)']];
    const { found } = roster([['DANH SÁCH CTV DLXH'], ...lines, header, an]);
    expect(found.decision).toMatchObject({ row: 2, value: { number: '21-QĐ/ĐU', date: { iso: '2021-06-15' } } });
  });

  test.each<[string, Value[]]>([
    ['in one cell', ['Quy chế hoạt động: Quyết định số 36-QĐ/ĐU ngày 20/7/2021']],
    ['in two', ['Quy chế hoạt động', 'Quyết định số 36-QĐ/ĐU ngày 20/7/2021']],
    ['in brackets', ['Hoạt động theo Quy chế (QĐ số 36-QĐ/ĐU ngày 20/7/2021)']],
  ])('the decision that issued the regulation founded no team: %s', (_, line) => {
    const { found } = roster([['DANH SÁCH CTV DLXH'], line, header, an]);
    expect(found.decision).toBeNull();
    expect(found.regulation?.value).toMatchObject({ number: '36-QĐ/ĐU' });
  });

  test('a founding decision on the line of the regulation', () => {
    const line = 'Quy chế số 06-QC/ĐU ngày 03/3/2021; Quyết định số 05-QĐ/ĐU ngày 03/3/2021';
    expect(roster([['DANH SÁCH CTV DLXH'], [line], header, an]).found.decision?.value.number).toBe('05-QĐ/ĐU');
  });

  test('a decision cited as «QĐ»', () => {
    const { found } = roster([['DANH SÁCH CTV DLXH'], ['Kèm theo QĐ số 10-QĐ/ĐU ngày 10/10/2021'], header, an]);
    expect(found.decision?.value).toMatchObject({ number: '10-QĐ/ĐU', date: { iso: '2021-10-10' } });
  });

  test('label lines, in one cell and in two', () => {
    const { found, strays } = roster([
      ...letterhead,
      ['Quy chế hoạt động: số 05-QC/ĐU ngày 20/7/2021'],
      ['Ngày rà soát gần nhất', day('2023-01-15')],
      ['Ngày kiểm tra gần nhất:', '20/3/2023'],
      ['Loại hình tổ chức', 'nhóm kiêm nhiệm'],
      ['Đánh giá số lượng, chất lượng, cơ cấu', 'Bảo đảm theo Hướng dẫn số 167-HD/BTGTW'],
      header,
      an,
    ]);
    expect(found.regulation).toMatchObject({ row: 8, value: { number: '05-QC/ĐU', date: { iso: '2021-07-20' } } });
    expect(found.reviewedOn).toMatchObject({ row: 9, column: 2, value: { iso: '2023-01-15', asText: false } });
    expect(found.inspectedOn).toMatchObject({ row: 10, column: 2, value: { iso: '2023-03-20', asText: true } });
    expect(found.teamKind).toMatchObject({ row: 11, column: 2, value: 'group' });
    expect(found.attestation).toMatchObject({ row: 12, column: 2 });
    expect(strays).toEqual([]);
  });

  test.each([
    'Xác nhận: bảo đảm số lượng, chất lượng, cơ cấu theo Hướng dẫn 167-HD/BTGTW',
    'Về số lượng, chất lượng, cơ cấu: đảm bảo theo quy định',
    'Số lượng, cơ cấu, chất lượng theo Hướng dẫn 167-HD/BTGTW',
    'Chất lượng, cơ cấu, số lượng: đạt',
  ])('an attestation below the table: %s', (line) => {
    expect(roster([...letterhead, header, an, binh, [], [line]]).found.attestation).toMatchObject({ value: line });
  });

  test.each(['XÁC NHẬN CỦA ĐẢNG ỦY', 'Xác nhận của cấp ủy', 'Số lượng: 2 đồng chí'])(
    'no attestation below the table: %s',
    (line) => {
      expect(roster([...letterhead, header, an, binh, [], [line]]).found.attestation).toBeNull();
    },
  );

  test.each([
    ['Lần rà soát, kiện toàn gần đây nhất: 10/8/2023', '2023-08-10'],
    ['Đã rà soát (10/8/2023)', '2023-08-10'],
    ['Thời điểm rà soát: 8/2023', '2023-08'],
    ['Rà soát theo nhiệm kỳ 2020-2025', undefined],
  ])('a review: %s', (line, iso) => {
    expect(roster([...letterhead, [line], header, an, binh]).found.reviewedOn?.value.iso).toBe(iso);
  });

  test.each([
    ['Quy chế: 36-QC/ĐU (12/4/2021)', '36-QC/ĐU'],
    ['Kiểm tra việc thực hiện Quy chế số 36-QC/ĐU ngày 05/9/2023', '36-QC/ĐU'],
    ['Kiểm tra việc thực hiện Quy chế gần nhất: ngày 05/9/2023', undefined],
    ['Chưa xây dựng Quy chế hoạt động', undefined],
    ['Hiện chưa có quy chế; dự kiến ban hành ngày 15/01/2024', undefined],
    ['Quy chế sẽ ban hành ngày 15/01/2024', undefined],
  ])('a regulation: %s', (line, number) => {
    expect(roster([...letterhead, [line], header, an, binh]).found.regulation?.value.number).toBe(number);
  });

  test('a decision whose number has no sign before its symbol', () => {
    const line = '(Kèm theo Quyết định số 35 QĐ/ĐU ngày 12/4/2021)';
    const { found } = roster([['ĐẢNG ỦY BỘ TƯ PHÁP'], ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'], [line], header, an]);
    expect(found.decision?.value).toMatchObject({ number: '35 QĐ/ĐU', date: { iso: '2021-04-12' } });
  });

  test.each([
    ['Nhiệm kỳ Đại hội 2020 – 2025', '2020 – 2025'],
    ['(Nhiệm kỳ Đại hội Đảng bộ Khối lần thứ XIV, 2020-2025)', '2020-2025'],
    ['Nhiệm kỳ đại hội lần thứ XIV (2020-2025)', '2020-2025'],
  ])('a term named with its congress: %s', (line, years) => {
    const { found } = roster([['DANH SÁCH CTV DLXH'], [line], header, an]);
    expect(found.term?.value).toBe(years);
  });

  test('the years of something else are no term', () => {
    const line = 'Nhiệm kỳ theo Đại hội. Kế hoạch giai đoạn 2020-2025';
    expect(roster([['DANH SÁCH CTV DLXH'], [line], header, an]).found.term).toBeNull();
  });

  test.each<[string, Value[][], string[]]>([
    ['left out', [header, an, binh].map((row) => row.filter((_, at) => at !== 1)), []],
    ['without its header', [header.map((word, at) => (at === 1 ? null : word)), an, binh], ['B9', 'B10']],
  ])('no column of names: %s', (_, table, outside) => {
    const { names: none, structure, strays } = roster([...letterhead, ...table]);
    expect(none).toEqual([null, null]);
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(['name']);
    expect(structure.header).toMatchObject({ row: 8, column: 1 });
    expect(strays).toEqual(outside);
  });

  test.each([
    ['names', 'Đồng chí', 'Nguyễn Văn An', 'Trần Thị Bình', names],
    ['other words', 'Khen thưởng', 'Giấy khen', 'Bằng khen', [null, null]],
  ])('a header nobody foresaw over %s', (_, word, first, second, expected) => {
    const table = [
      [...header.slice(0, 1), word, ...header.slice(2)],
      [1, first, ...an.slice(2)],
      [2, second, ...binh.slice(2)],
    ];
    expect(roster([...letterhead, ...table]).names).toEqual(expected);
  });

  test('titled as a table of the team', () => {
    expect(roster([['BẢNG TỔNG HỢP ĐỘI NGŨ CỘNG TÁC VIÊN DLXH'], header, an]).names).toEqual(['Nguyễn Văn An']);
    const figures = parse([['BẢNG TỔNG HỢP TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['STT', 'Họ và tên'], [1, 'Nguyễn Văn An']]);
    expect(figures.kind).not.toBe('roster');
  });

  test('labels below the table, and statements that there is none', () => {
    const { found } = roster([
      ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
      header,
      an,
      [],
      ['Quy chế hoạt động: chưa ban hành'],
      ['Ngày rà soát gần nhất: tháng 9/2023'],
      ['Loại hình tổ chức: đội ngũ'],
    ]);
    expect(found.regulation).toBeNull();
    expect(found.reviewedOn?.value).toEqual({ iso: '2023-09', asText: false, text: 'tháng 9/2023' });
    expect(found.teamKind?.value).toBe('team');
  });

  test('no team founded', () => {
    const { found, structure } = roster([
      ['ĐẢNG ỦY BỘ TƯ PHÁP'],
      ['DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI'],
      ['Đảng ủy chưa thành lập đội ngũ cộng tác viên dư luận xã hội.'],
    ]);
    expect(found).toMatchObject({ table: null, teamKind: null, members: [] });
    expect(structure.missingColumns).toEqual([]);
  });
});

describe('members', () => {
  test('decision as number and date, in two columns or one', () => {
    const two = roster([
      [...header, 'Số QĐ', 'Ngày QĐ'],
      [...an, '21-QĐ/ĐU', day('2021-06-15')],
      [...binh, '21-QĐ/ĐU', '15/6/2021'],
    ]).found.members;
    expect(two[0]).toMatchObject({
      decisionNumber: { column: 8, value: '21-QĐ/ĐU' },
      decisionDate: { column: 9, value: { iso: '2021-06-15', asText: false, text: '15/06/2021' } },
    });
    expect(two[1]?.decisionDate?.value).toEqual({ iso: '2021-06-15', asText: true, text: '15/6/2021' });
    const one = roster([
      [...header, 'Số, ngày quyết định'],
      [...an, 'Quyết định số 21-QĐ/ĐU ngày 15/6/2021'],
    ]);
    expect(one.found.members[0]).toMatchObject({
      decisionNumber: { column: 8, value: '21-QĐ/ĐU' },
      decisionDate: { column: 8, value: { iso: '2021-06-15' } },
    });
    expect(one.structure.missingColumns).toEqual([]);
  });

  test('a value merged over several rows is each member’s, at its master cell', () => {
    const { found, strays } = roster([[...header, 'Số QĐ'], [...an, '21-QĐ/ĐU'], binh], { merges: ['H2:H3'] });
    expect(found.members.map((member) => member.decisionNumber)).toEqual([
      { sheet: 'Sheet1', row: 2, column: 8, value: '21-QĐ/ĐU' },
      { sheet: 'Sheet1', row: 2, column: 8, value: '21-QĐ/ĐU' },
    ]);
    expect(strays).toEqual([]);
  });

  test('errors and formulas without a result are absent but not stray', () => {
    const { found, strays } = roster([
      header,
      [1, 'Nguyễn Văn An', { error: '#REF!' }, { value: null, formula: 'B9' }, 'Tổ trưởng', '2020-2025', null],
    ]);
    expect(found.members[0]).toMatchObject({ position: null, unit: null, role: { value: 'Tổ trưởng' } });
    expect(strays).toEqual([]);
  });

  test.each([
    ['Đang hoạt động', true],
    ['Đang công tác', true],
    ['Đã chuyển công tác', false],
    ['Chuyển công tác từ 3/2023', false],
    ['NGHỈ HƯU', false],
    ['Chưa nghỉ hưu', true],
    ['Thôi tham gia', false],
    [null, true],
  ])('status %s: active %s', (status, active) => {
    expect(roster([header, [...an.slice(0, 6), status]]).found.members[0]?.active).toBe(active);
  });

  test('numbers under text headers become text as shown', () => {
    const { found } = roster([
      header,
      [1, 'Nguyễn Văn An', 12.5, { value: 7, numberFormat: '000' }, '007', day('2020-05-02'), null],
    ]);
    expect(found.members[0]).toMatchObject({
      position: { value: '12.5' },
      unit: { value: '007' },
      role: { value: '007' },
      term: { value: '02/05/2020' },
    });
  });

  test('a row without a name is a member without a name', () => {
    const { found } = roster([header, [1, null, ...an.slice(2)], binh]);
    expect(found.members.map((member) => member.name?.value ?? null)).toEqual([null, 'Trần Thị Bình']);
    expect(found.members[0]?.row).toBe(2);
  });

  test('a name still to be completed is a member; a total is not, whatever the surname', () => {
    expect(roster([header, an, [null, 'Lê Văn Cường']]).names).toEqual(['Nguyễn Văn An', 'Lê Văn Cường']);
    expect(
      roster([header, an, [2, 'Tống Công Minh', 'Chuyên viên'], [null, 'Tổng cộng:', '2 đồng chí']]).names,
    ).toEqual(['Nguyễn Văn An', 'Tống Công Minh']);
  });

  test.each<[string, Value[][]]>([
    ['for the committee', [[null, 'Ghi chú: còn thay đổi', null, null, 'TL. BAN THƯỜNG VỤ']]],
    ['an office in capitals', [[null, 'BAN TUYÊN GIÁO', null, 'Q. BÍ THƯ'], [], [null, 'Lê Văn Cường']]],
    ['a page number', [[null, null, null, 'Trang 1/2']]],
  ])('%s below the table is no member', (_, below) => {
    const read = roster([header, an, binh, [], ...below]);
    expect(read.names).toEqual(names);
  });

  test.each<[string, Value[][]]>([
    ['lettered', [['A', 'TỔ TRƯỞNG'], an, ['B', 'PHÓ BÍ THƯ'], binh]],
    ['alone', [[null, 'TỔ TRƯỞNG'], an, ['THÀNH VIÊN'], binh]],
  ])('an office that heads a group ends no table: %s', (_, rows) => {
    expect(roster([header, ...rows]).names).toEqual(names);
  });

  test('rows numbered or filled down beforehand are no members, and not stray', () => {
    const read = roster([header, an, binh, [3], [4, null, null, null, null, '2020-2025', 'Đang hoạt động'], ['5.']]);
    expect(read.names).toEqual(names);
    expect(read.strays).toEqual([]);
  });

  test.each(['Cộng nhóm', 'Cộng nhóm I', 'Cộng mục 1:', 'Cộng trang', 'Cộng', 'Tổng:'])(
    '«%s» sums up a group',
    (sum) => {
      expect(roster([header, an, [null, sum, null, 1], binh, ['Cộng', null, null, 1]]).names).toEqual(names);
    },
  );

  test('positions in the Party and in the office', () => {
    const columns = ['STT', 'Họ và tên', 'Chức vụ Đảng', 'Chức vụ chính quyền', 'Chi bộ'];
    const { found, structure } = roster([columns, [1, 'Nguyễn Văn An', 'Bí thư', 'Vụ trưởng', 'Chi bộ 1']]);
    expect(found.members[0]?.position?.value).toBe('Bí thư, Vụ trưởng');
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test('the unit beside the position, where no column or group row gives it', () => {
    const columns = ['STT', 'Họ và tên', 'Chức vụ, đơn vị công tác', 'Vai trò', 'Nhiệm kỳ', 'Trạng thái'];
    const row = [1, 'Nguyễn Văn An', 'Chuyên viên, Vụ Pháp chế', 'Tổ trưởng'];
    expect(roster([columns, row]).found.members[0]?.unit?.value).toBe('Chuyên viên, Vụ Pháp chế');
    expect(roster([columns, ['1. Chi bộ Văn phòng'], row]).found.members[0]?.unit?.value).toBe('Chi bộ Văn phòng');
  });

  test('group rows give the unit where no column does', () => {
    const { found, structure } = roster(
      [
        ['STT', 'Họ và tên', 'Chức vụ', 'Vai trò', 'Trạng thái', 'Nhiệm kỳ'],
        ['1. Chi bộ Văn phòng'],
        [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Tổ trưởng'],
      ],
      { merges: ['A2:F2'] },
    );
    expect(found.members[0]?.unit).toEqual({ sheet: 'Sheet1', row: 2, column: 1, value: 'Chi bộ Văn phòng' });
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(['decisionNumber', 'decisionDate']);
  });
});

describe('structure', () => {
  test('missing columns by their standard label', () => {
    const { structure } = roster([
      ['STT', 'Họ và tên', 'Chức vụ', 'Vai trò'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Tổ trưởng'],
    ]);
    expect(structure.missingColumns).toEqual([
      { id: 'unit', label: 'Đơn vị/chi bộ đại diện' },
      { id: 'decisionNumber', label: 'Số QĐ' },
      { id: 'decisionDate', label: 'Ngày QĐ' },
      { id: 'term', label: 'Nhiệm kỳ' },
      { id: 'status', label: 'Trạng thái' },
    ]);
    expect(structure.header).toEqual({ sheet: 'Sheet1', row: 1, column: 1 });
  });

  test('an unexpected first column is not stray either', () => {
    const { structure, strays } = roster([
      ['Dấu thời gian', ...header],
      ['05/01/2023 8:00', ...an],
    ]);
    expect(structure.unexpectedColumns.map(({ column }) => column)).toEqual([1]);
    expect(strays).toEqual([]);
  });

  test('unexpected columns are reported and their cells are not stray', () => {
    const { structure, strays } = roster([
      [...header, 'Khối thi đua'],
      [...an, 'Khối 3'],
    ]);
    expect(structure.unexpectedColumns).toEqual([{ sheet: 'Sheet1', row: 1, column: 8, value: 'Khối thi đua' }]);
    expect(strays).toEqual([]);
  });

  test.each([
    'Ngày sinh',
    'Ngày, tháng, năm sinh',
    'Số CCCD',
    'CMND/CCCD',
    'Số định danh cá nhân',
    'Dân tộc',
    'Tôn giáo',
    'Địa chỉ nhà riêng',
    'Nơi ở hiện nay',
    'Facebook',
    'Tài khoản Zalo',
    'Quê quán',
    'Ngày vào Đảng',
    'Tình trạng hôn nhân',
    'Năm sinh',
    'Số điện thoại',
    'Giới tính',
  ])('%s is refused', (text) => {
    const { structure, found } = roster([
      [...header, text],
      [...an, '1'],
    ]);
    expect(structure.refusedColumns).toEqual([{ sheet: 'Sheet1', row: 1, column: 8, value: text }]);
    expect(structure.unexpectedColumns).toEqual([]);
    expect(found.members[0]?.optional).toEqual({});
  });

  test('an optional column the profile switches on is read', () => {
    const open = { ...profile, roster: { optionalColumns: ['birthYear' as const, 'phone' as const] } };
    const parsed = parseWorkbook(
      workbook(
        sheet([
          [...header, 'Năm sinh', 'SĐT', 'Email'],
          [...an, 1980, '0912345678', 'a@b.vn'],
        ]),
      ),
      open,
    );
    expect((parsed.document as Roster).members[0]?.optional).toEqual({
      birthYear: { sheet: 'Sheet1', row: 2, column: 8, value: '1980' },
      phone: { sheet: 'Sheet1', row: 2, column: 9, value: '0912345678' },
    });
    expect(parsed.structure.refusedColumns.map(({ value }) => value)).toEqual(['Email']);
  });

  test('both columns of a birth year split into men and women are refused', () => {
    const { structure, names: read } = roster(
      [
        ['STT', 'Họ và tên', 'Năm sinh', null, 'Chức vụ', 'Chi bộ'],
        [null, null, 'Nam', 'Nữ', null, null],
        [1, 'Nguyễn Văn An', 1980, null, 'Trưởng phòng', 'Chi bộ 1'],
      ],
      { merges: ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2'] },
    );
    expect(read).toEqual(['Nguyễn Văn An']);
    expect(structure.refusedColumns.map((cell) => a1(cell))).toEqual(['C2', 'D2']);
  });

  test.each<[string, Record<string, Value>, string[]]>([
    ['far below the table', { C54: 'x' }, ['C54']],
    ['far below, in the name column', { B54: 'x' }, ['B54']],
    ['beside the table, under no header', { K2: 'đã gọi', K3: 'chưa gọi' }, ['K2', 'K3']],
    ['in the header’s row', { M1: 'x' }, ['M1']],
    ['under the order column', { A30: 12 }, ['A30']],
    ['whitespace is nothing', { C54: ' \u00A0 ' }, []],
    ['an error is no stray', { C54: { error: '#N/A' } }, []],
  ])('stray cells: %s', (_, also, expected) => {
    const read = roster([header, an, binh], { also });
    expect(read.names).toEqual(names);
    expect(read.strays).toEqual(expected);
  });

  test('a value hidden under a merge is stray', () => {
    const { strays } = roster([header, an, [...binh.slice(0, 6), 'còn sót']], { merges: ['G2:G3'] });
    expect(strays).toEqual(['G3']);
  });
});

function at(row: number, column: number, rows: Value[][]): SheetOptions {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return {
    also: Object.fromEntries(
      rows.flatMap((values, down) =>
        values.map((value, right) => [`${letters[column - 1 + right] ?? 'A'}${row + down}`, value]),
      ),
    ),
  };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D').replace(/đ/g, 'd');
}
