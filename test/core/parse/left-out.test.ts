import { expect, test } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { profile, sheet, workbook, type SheetOptions, type Value } from './neutral.ts';

const title: Value[][] = [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['tháng 11 năm 2023']];
const section: Value[][] = [['II. NỘI DUNG DƯ LUẬN']];
const table: Value[][] = [
  ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
  [1, 'Kinh tế - xã hội', 'Nhà ở xã hội', 'Đánh giá cao sự chỉ đạo kịp thời.', 'Đa số', 'tán thành'],
];
const end: Value[][] = [['III. VẤN ĐỀ NỔI CỘM'], ['Không có.']];
const signed: Value[][] = [
  ['Nơi nhận:', null, null, 'T/M BAN THƯỜNG VỤ'],
  ['- Lưu VP, BTG.', null, null, 'PHÓ BÍ THƯ'],
  [null, null, null, 'Nguyễn Thị Thu Hà'],
];
const unknown: Value[][] = [
  ['STT', 'Phản ánh của nhân dân', 'Đánh giá', 'Số lượt'],
  [1, 'Ngập úng kéo dài.', 'Cao', 12],
  [2, 'Cấp sổ đỏ chậm.', 'Thấp', 7],
];

function read(rows: readonly (readonly Value[])[], options: SheetOptions = {}) {
  const { document, structure } = parseWorkbook(workbook(sheet(rows, options)), profile);
  const report = document as Report;
  return {
    streams: report.streams.length,
    asked: report.proposals.map(({ text }) => text.value),
    handled: report.counters.handledCases?.value ?? null,
    strays: structure.strays.map((stray) => a1(stray)).sort(),
  };
}

/** From row 6 on, below one row of a table of opinions that begins in row 4. */
test.each<[string, Value[][], string[], SheetOptions?]>([
  ['a table of other columns', unknown, cells('A6:D8')],
  ['one below a blank row', [[], ...unknown], cells('A7:D9')],
  ['one with a title', [['Biểu 2: Tổng hợp phản ánh'], ...unknown], ['A6', ...cells('A7:D9')]],
  ['two opinions', [['Dư luận còn quan tâm giá thuốc.'], ['Người dân mong cấp sổ đỏ.']], ['A6', 'A7']],
  ['one told by its first words', [['Một số ý kiến băn khoăn về giá thuốc.']], ['A6']],
  [
    'opinions across the table',
    [['Dư luận còn quan tâm giá thuốc.'], ['Người dân mong cấp sổ đỏ.']],
    ['A6', 'A7'],
    { merges: ['A6:F6', 'A7:F7'] },
  ],
  ['opinions under a field', [['2. Đối ngoại'], ['- Đa số đồng tình.'], ['- Một số băn khoăn.']], ['A6', 'A7', 'A8']],
])('below the table of opinions %s is left out and told of', (_, rows, expected, options) => {
  const found = read([...title, ...section, ...table, ...rows, ...end], options);
  expect(found).toMatchObject({ streams: 1, strays: expected });
});

test.each<[string, Value[][]]>([
  ['a note', [['Ghi chú: số liệu tính đến 20/11.']]],
  ['notes under a word for them', [['Ghi chú:'], ['- Số liệu tính đến 20/11.'], ['- Tổng hợp từ 12 chi bộ.']]],
  ['a total', [['Tổng cộng: 01 luồng ý kiến']]],
  ['a remark on the table', [['Dư luận nhìn chung tích cực.']]],
  ['that there is nothing else', [['Các lĩnh vực khác không phát sinh vấn đề.']]],
  ['a form nobody filled in', [['STT', 'Phản ánh của nhân dân', 'Đánh giá'], [1], [2]]],
  [
    'counts of opinions',
    [
      ['STT', 'Khuynh hướng', 'Số luồng ý kiến'],
      [1, 'Tán thành', 5],
      [2, 'Phản đối', 2],
    ],
  ],
  ['the header once more', [table[0] ?? [], ...table.slice(1)]],
])('below the table of opinions %s is not', (_, rows) => {
  expect(read([...title, ...section, ...table, ...rows, ...end]).strays).toEqual([]);
});

test('below it counters are read', () => {
  const counters = [
    ['STT', 'Chỉ tiêu', 'Số lượng'],
    [1, 'Số vụ việc đã xử lý', 3],
  ];
  expect(read([...title, ...section, ...table, ...counters, ...end])).toMatchObject({ handled: 3, strays: [] });
});

test.each<[string, Value[][], string[]]>([
  ['Dư luận tập trung vào các vấn đề sau:', [], []],
  ['Đa số cán bộ, đảng viên đồng tình với các chính sách mới.', [], []],
  ['1. Đối ngoại', [['- Đa số đồng tình.'], ['- Một số băn khoăn.']], ['A4', 'A5', 'A6']],
])('above it «%s» leads to it or is told of', (lead, rows, expected) => {
  expect(read([...title, ...section, [lead], ...rows, ...table, ...end]).strays).toEqual(expected);
});

test('without sections what is said below the table is told of', () => {
  expect(read([...title, ...table, ...unknown]).strays).toEqual(cells('A5:D7'));
  expect(read([...title, ...table, ['Một số ý kiến băn khoăn về giá thuốc.'], ...signed]).strays).toEqual(['A5']);
});

const proposals: Value[][] = [['V. ĐỀ XUẤT, KIẾN NGHỊ'], ['- Sớm có hướng dẫn.']];

/** From row 11 on, below the signatures. */
test.each<[string, Value[][], string[], number]>([
  ['a table of other columns', unknown, cells('A11:D13'), 1],
  ['one with a title', [['PHỤ LỤC'], ['Tổng hợp phản ánh'], ...unknown], ['A11', 'A12', ...cells('A13:D15')], 1],
  [
    'one without order numbers',
    [
      ['Chi bộ', 'Tâm trạng', 'Nội dung', 'Ghi chú'],
      ['Chi bộ 1', 'Phấn khởi', 'Tiền lương mới.', 'Theo dõi'],
    ],
    cells('A11:D12'),
    1,
  ],
  ['a table of opinions', [['PHỤ LỤC'], ...table], [], 2],
  ['the names of those who sign', [['Trần Văn An', null, 'Lê Thị Bình', 'Phạm Văn Chi']], [], 1],
])('below the signatures %s is no proposal', (_, rows, strays, streams) => {
  const found = read([...title, ...section, ...table, ...proposals, ...signed, ...rows]);
  expect(found).toMatchObject({ strays, streams, asked: ['- Sớm có hướng dẫn.'] });
});

test('as many names as offices are those who sign', () => {
  const offices = ['Nơi nhận:', 'NGƯỜI LẬP', 'TRƯỞNG BAN', 'BÍ THƯ'];
  const names = ['- Lưu VP, BTG.', 'Trần Văn An', 'Lê Thị Bình', 'Phạm Văn Chi'];
  expect(read([...title, ...section, ...table, ...proposals, offices, names]).strays).toEqual([]);
});

test('sections below what was taken for a signature are read', () => {
  const found = read([...title, ...section, ...table, ...signed, ...proposals]);
  expect(found).toMatchObject({ asked: ['- Sớm có hướng dẫn.'], strays: [] });
});

/** All cells of a range, row by row. */
function cells(range: string): string[] {
  const [, left = 'A', top = '1', right = 'A', bottom = '1'] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? [];
  const columns = 'ABCDEFGH'.slice('ABCDEFGH'.indexOf(left), 'ABCDEFGH'.indexOf(right) + 1).split('');
  const rows = Array.from({ length: Number(bottom) - Number(top) + 1 }, (_, at) => Number(top) + at);
  return rows.flatMap((row) => columns.map((column) => `${column}${String(row)}`)).sort();
}
