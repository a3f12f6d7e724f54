import { describe, expect, test } from 'vitest';
import type { Report } from '../../../core/document.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { profile, day, sheet, workbook, type SheetOptions, type Value } from './neutral.ts';

const front: Value[][] = [
  ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG', null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
  ['ĐẢNG ỦY BỘ TƯ PHÁP'],
  ['BÁO CÁO'],
  ['tình hình dư luận xã hội tháng 11 năm 2023'],
  ['Số, ký hiệu', '112-BC/ĐU'],
  ['Ngày báo cáo', day('2023-11-24')],
  ['Loại báo cáo', 'định kỳ'],
  ['Kính gửi', 'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối)'],
];
const overview: Value[][] = [['I. KHÁI QUÁT TÌNH HÌNH'], ['Trong tháng, tình hình ổn định.']];
const header = ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'];
const housing = [1, 'Kinh tế - xã hội', 'Nhà ở xã hội', 'Đánh giá cao sự chỉ đạo kịp thời.', 'Đa số', 'tán thành'];
const pace = [
  2,
  'Kinh tế - xã hội',
  'Nhà ở xã hội',
  'Băn khoăn về tiến độ triển khai.',
  'một số ý kiến',
  'băn khoăn/lưỡng lự',
];
const rest: Value[][] = [
  ['III. VẤN ĐỀ NỔI CỘM'],
  ['Không có.'],
  ['IV. DỰ BÁO'],
  ['Dư luận tiếp tục quan tâm cải cách tiền lương.'],
  ['V. ĐỀ XUẤT, KIẾN NGHỊ'],
  ['STT', 'Nội dung kiến nghị', 'Nơi nhận'],
  [1, 'Sớm công bố lộ trình cải cách tiền lương.', 'Bộ Nội vụ'],
];
const section = ['II. NỘI DUNG DƯ LUẬN'];

function report(rows: readonly (readonly Value[])[], options: SheetOptions = {}) {
  const { kind, document, structure } = parseWorkbook(workbook(sheet(rows, options)), profile);
  expect(kind).toBe('report');
  const found = document as Report;
  return {
    found,
    structure,
    streams: found.streams.map(({ field, issue, text, breadth, attitude }) =>
      [field, issue, text, breadth, attitude].map((one) => one?.value ?? null),
    ),
    strays: structure.strays.map((stray) => a1(stray)),
  };
}

const both = [housing.slice(1), pace.slice(1)];

const layouts: [string, Value[][], SheetOptions][] = [
  ['the standard layout', [...front, ...overview, section, header, housing, pace, ...rest], {}],
  ['no title: sections and table tell', [...overview, section, header, housing, pace, ...rest], {}],
  ['the table alone', [header, housing, pace], {}],
  ['the table alone with a sheet name', [header, housing, pace], { name: 'BC T11-2023' }],
  [
    'other words for every column',
    [
      ['TT', 'Nhóm lĩnh vực', 'Vấn đề dư luận quan tâm', 'Nội dung ý kiến', 'Mức độ phổ biến', 'Thái độ'],
      housing,
      pace,
    ],
    {},
  ],
  [
    'opinions, range, tendency',
    [['Số TT', 'LĨNH VỰC', 'VẤN ĐỀ, SỰ KIỆN', 'Ý KIẾN, DƯ LUẬN', 'PHẠM VI', 'XU HƯỚNG'], housing, pace],
    {},
  ],
  [
    'moved columns, one added',
    [...front, section, reorder(header, 'Ghi chú'), reorder(housing, null), reorder(pace, 'xem thêm'), ...rest],
    {},
  ],
  [
    'field and issue merged over their streams',
    [header, housing, [2, null, null, ...pace.slice(3)]],
    { merges: ['B2:B3', 'C2:C3'] },
  ],
  ['field and issue blank below', [header, housing, [2, null, null, ...pace.slice(3)]], {}],
  ['field blank below, issue again', [header, housing, [2, null, ...pace.slice(2)]], {}],
  ['no order column', [header.slice(1), housing.slice(1), pace.slice(1)], {}],
  [
    'an issue on a row of its own',
    [
      header,
      [1, 'Kinh tế - xã hội', 'Nhà ở xã hội'],
      [null, null, null, ...housing.slice(3)],
      [null, null, null, ...pace.slice(3)],
    ],
    {},
  ],
  [
    'fields as rows across the table',
    [
      ['STT', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      ['1. Kinh tế - xã hội'],
      [1, ...housing.slice(2)],
      [2, ...pace.slice(2)],
    ],
    { merges: ['A2:E2'] },
  ],
  [
    'field and issue as rows across the table',
    [
      ['Luồng ý kiến', 'Mức độ', 'Khuynh hướng', 'Vấn đề'],
      ['I. Kinh tế - xã hội'],
      ['Vấn đề: Nhà ở xã hội'],
      housing.slice(3),
      pace.slice(3),
    ],
    { merges: ['A2:D2', 'A3:D3'] },
  ],
  [
    'the field as a line above the table',
    [
      ...front,
      section,
      ['1. Kinh tế - xã hội'],
      ['STT', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      [1, ...housing.slice(2)],
      [2, ...pace.slice(2)],
      ...rest,
    ],
    {},
  ],
  [
    'two-line header',
    [
      ['STT', 'Lĩnh vực', 'Vấn đề', 'Dư luận', null, null],
      [null, null, null, 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      housing,
      pace,
    ],
    { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'] },
  ],
  [
    'column numbers and a repeated header',
    [header, ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'], housing, [], header, pace],
    {},
  ],
  ['blank rows inside the table', [header, [], housing, [], [], pace, [], ...rest], {}],
  ['sections in another order', [...front, ...rest, section, header, housing, pace, ...overview], {}],
  [
    'headings without numerals',
    [
      ...front,
      ['Khái quát tình hình'],
      ['Ổn định trong tháng.'],
      ['Nội dung dư luận'],
      header,
      housing,
      pace,
      ['Vấn đề nổi cộm'],
      ['Không có'],
    ],
    {},
  ],
  [
    'numerals in a cell of their own',
    [
      ...front,
      ['I', 'Khái quát tình hình'],
      [null, 'Tình hình ổn định.'],
      ['II.', 'Nội dung dư luận'],
      header,
      housing,
      pace,
      ['III', 'Vấn đề nổi cộm'],
      [null, 'Không có.'],
    ],
    {},
  ],
  [
    'numbers in a cell of their own',
    [
      ...front,
      [1, 'Khái quát tình hình'],
      [null, 'Tình hình ổn định.'],
      [2, 'Nội dung dư luận'],
      header,
      housing,
      pace,
      [3, 'Vấn đề nổi cộm'],
      [null, 'Không có.'],
      ['4.', 'Đề xuất, kiến nghị'],
      [1, 'Kiến nghị sớm công bố lộ trình.', 'Bộ Nội vụ'],
    ],
    {},
  ],
  [
    'sections numbered and filled on one row',
    [
      ...front,
      ['1.', 'Khái quát tình hình:', 'Ổn định'],
      ['2.', 'Nội dung dư luận'],
      header,
      housing,
      pace,
      ['3.', 'Vấn đề nổi cộm:', 'Không'],
      ['4.', 'Đề xuất, kiến nghị:'],
      [1, 'Kiến nghị sớm công bố lộ trình.', 'Bộ Nội vụ'],
    ],
    {},
  ],
  [
    'sections called parts',
    [
      ...front,
      ['Phần I. Khái quát tình hình'],
      ['Ổn định.'],
      ['PHẦN II. Nội dung dư luận'],
      header,
      housing,
      pace,
      ['Mục III: Vấn đề nổi cộm'],
      ['Không có'],
    ],
    {},
  ],
  [
    'field and issue in one column',
    [
      ['STT', 'Lĩnh vực/Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      [1, 'Kinh tế - xã hội'],
      ['1.1', ...housing.slice(2)],
      [null, null, ...pace.slice(3)],
    ],
    {},
  ],
  [
    'streams listed in one cell, each with its breadth and attitude',
    [
      header,
      [
        ...housing.slice(0, 3),
        `- ${housing[3] ?? ''}\n- ${pace[3] ?? ''}`,
        'Đa số\nmột số ý kiến',
        '+ tán thành\n+ băn khoăn/lưỡng lự',
      ],
    ],
    {},
  ],
  [
    'a form with the fields in one column and what is said in the next',
    [
      ...front,
      ['I', 'Khái quát tình hình', 'Ổn định.'],
      ['II', 'Nội dung dư luận'],
      [
        1,
        'Kinh tế - xã hội',
        'Vấn đề: Nhà ở xã hội\n- Đánh giá cao sự chỉ đạo kịp thời. (Đa số; tán thành)\n- Băn khoăn về tiến độ triển khai. (một số ý kiến, băn khoăn/lưỡng lự)',
      ],
      ['III', 'Vấn đề nổi cộm', 'Không'],
    ],
    {},
  ],
  [
    'written as headings and bullets',
    [
      ...front,
      ...overview,
      section,
      ['1. Kinh tế - xã hội'],
      ['Vấn đề: Nhà ở xã hội'],
      ['- Luồng ý kiến: Đánh giá cao sự chỉ đạo kịp thời. (Đa số; tán thành)'],
      ['- Băn khoăn về tiến độ triển khai. (Mức độ: một số ý kiến; khuynh hướng: băn khoăn/lưỡng lự)'],
      ...rest,
    ],
    {},
  ],
  [
    'written as headings that lead to the field with a word',
    [
      ...front,
      ...overview,
      section,
      ['1. Về lĩnh vực Kinh tế - xã hội:'],
      ['Vấn đề: Nhà ở xã hội'],
      ['- Luồng ý kiến: Đánh giá cao sự chỉ đạo kịp thời. (Đa số; tán thành)'],
      ['- Băn khoăn về tiến độ triển khai. (Mức độ: một số ý kiến; khuynh hướng: băn khoăn/lưỡng lự)'],
      ...rest,
    ],
    {},
  ],
  [
    'written as labels with their values beside',
    [
      ...front,
      section,
      ['Lĩnh vực', 'Kinh tế - xã hội'],
      ['Vấn đề:', 'Nhà ở xã hội'],
      ['Luồng ý kiến 1', 'Đánh giá cao sự chỉ đạo kịp thời.'],
      ['Mức độ', 'Đa số'],
      ['Khuynh hướng', 'tán thành'],
      ['Luồng ý kiến 2', 'Băn khoăn về tiến độ triển khai.'],
      ['Mức độ', 'một số ý kiến'],
      ['Khuynh hướng', 'băn khoăn/lưỡng lự'],
      ...rest,
    ],
    {},
  ],
  [
    'introduced as streams, described before the colon',
    [
      ...front,
      section,
      ['1. Kinh tế - xã hội'],
      ['a) Nhà ở xã hội'],
      ['Có hai luồng ý kiến:'],
      ['- Luồng ý kiến thứ nhất (Đa số, tán thành): Đánh giá cao sự chỉ đạo kịp thời.'],
      ['- Luồng ý kiến thứ hai (một số ý kiến, băn khoăn/lưỡng lự): Băn khoăn về tiến độ triển khai.'],
      ...rest,
    ],
    {},
  ],
  [
    'written in one cell',
    [
      ...front,
      section,
      [
        '1. Kinh tế - xã hội\nVấn đề 1: Nhà ở xã hội\n- Đánh giá cao sự chỉ đạo kịp thời. (Đa số; tán thành)\n- Băn khoăn về tiến độ triển khai. (một số ý kiến, băn khoăn/lưỡng lự)',
      ],
      ...rest,
    ],
    {},
  ],
  [
    'terms ticked in columns of their own',
    [
      ...front,
      section,
      [...header.slice(0, 4), 'Đa số', 'một số ý kiến', 'tán thành', 'phản đối', 'băn khoăn/lưỡng lự'],
      [...housing.slice(0, 4), 'x', null, 'x', null, null],
      [...pace.slice(0, 4), null, '●', null, null, 1],
      ...rest,
    ],
    {},
  ],
  [
    'the breadth ticked, the attitude written',
    [
      ...front,
      section,
      [...header.slice(0, 4), 'Đa số', 'một số ý kiến', 'Khuynh hướng'],
      [...housing.slice(0, 4), '✓', null, 'tán thành'],
      [...pace.slice(0, 4), null, '✓', 'băn khoăn/lưỡng lự'],
      ...rest,
    ],
    {},
  ],
  [
    'headers in two languages',
    [
      ...front,
      section,
      [
        'No.\nSTT',
        'Field\nLĩnh vực',
        'Vấn đề/Issue',
        'Luồng ý kiến / Opinion',
        'Breadth/Mức độ',
        'Khuynh hướng\n(Trend)',
      ],
      housing,
      pace,
      ...rest,
    ],
    {},
  ],
  [
    'one table for the whole report',
    [
      ...front,
      ['STT', 'Nội dung', 'Mức độ', 'Khuynh hướng'],
      ['I', 'Khái quát tình hình'],
      [null, 'Ổn định.'],
      ['II', 'Nội dung dư luận'],
      [1, 'Kinh tế - xã hội'],
      ['a', 'Nhà ở xã hội'],
      ['-', ...housing.slice(3)],
      ['-', ...pace.slice(3)],
      ['III', 'Vấn đề nổi cộm'],
      [null, 'Không có.'],
    ],
    {},
  ],
  [
    'the issue and its field named above the table',
    [
      ...front,
      section,
      ['1. Vấn đề: Nhà ở xã hội (lĩnh vực: Kinh tế - xã hội)'],
      ['STT', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      [1, ...housing.slice(3)],
      [2, ...pace.slice(3)],
      ...rest,
    ],
    {},
  ],
  [
    'another table right below, without numbers',
    [
      ...front,
      section,
      header.slice(1),
      housing.slice(1),
      pace.slice(1),
      ['Vấn đề nổi cộm', 'Nguyên nhân', 'Kết quả xử lý'],
      ['Chậm cấp phép', 'Thiếu hướng dẫn', 'Đang xử lý'],
      ['IV. DỰ BÁO'],
      ['Không có.'],
    ],
    {},
  ],
  [
    'a count of the opinions right below, without numbers',
    [
      ...front,
      section,
      header.slice(1),
      housing.slice(1),
      pace.slice(1),
      ['Khuynh hướng', 'Số luồng', 'Tỷ lệ'],
      ['tán thành', 1, 0.5],
      ['chưa rõ', 1, 0.5],
      ...rest,
    ],
    {},
  ],
  [
    'the counters right below, without numbers',
    [
      ...front,
      section,
      header.slice(1),
      housing.slice(1),
      pace.slice(1),
      ['Chỉ tiêu', 'Số lượng'],
      ['Số vấn đề nổi cộm', 0],
      ...rest,
    ],
    {},
  ],
  [
    'the numbered issue above the table, below its field',
    [
      ...front,
      section,
      ['1. Kinh tế - xã hội'],
      ['1.1. Nhà ở xã hội'],
      ['STT', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      [1, ...housing.slice(3)],
      [2, ...pace.slice(3)],
      ...rest,
    ],
    {},
  ],
  [
    'a table of other columns right below, without numbers',
    [
      ...front,
      section,
      header.slice(1),
      housing.slice(1),
      ['Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Khuynh hướng', 'Mức độ'],
      [...pace.slice(1, 4), pace[5] ?? null, pace[4] ?? null],
      ...rest,
    ],
    {},
  ],
  [
    'a subject that is no card',
    [...front, ['Vấn đề: Dư luận về nhà ở xã hội'], ...overview, section, header, housing, pace, ...rest],
    {},
  ],
  [
    'cards without a heading or title',
    [
      ['Đơn vị:', 'Đảng ủy Bộ Tư pháp'],
      ['Tháng:', '11/2023'],
      [1, 'Lĩnh vực:', 'Kinh tế - xã hội'],
      [2, 'Vấn đề:', 'Nhà ở xã hội'],
      [3, 'Luồng ý kiến:', 'Đánh giá cao sự chỉ đạo kịp thời.'],
      [4, 'Mức độ:', 'Đa số'],
      [5, 'Khuynh hướng:', 'tán thành'],
      [6, 'Luồng ý kiến:', 'Băn khoăn về tiến độ triển khai.'],
      [7, 'Mức độ:', 'một số ý kiến'],
      [8, 'Khuynh hướng:', 'băn khoăn/lưỡng lự'],
    ],
    {},
  ],
  [
    'a column for each opinion',
    [
      ...front,
      section,
      ['STT', 1, 2],
      ['Lĩnh vực', housing[1] ?? null, pace[1] ?? null],
      ['Vấn đề', housing[2] ?? null, pace[2] ?? null],
      ['Luồng ý kiến', housing[3] ?? null, pace[3] ?? null],
      ['Mức độ', housing[4] ?? null, pace[4] ?? null],
      ['Khuynh hướng', housing[5] ?? null, pace[5] ?? null],
      ...rest,
    ],
    {},
  ],
  [
    'cards side by side',
    [
      ...front,
      section,
      ['Lĩnh vực:', housing[1] ?? null, null, 'Lĩnh vực:', pace[1] ?? null],
      ['Vấn đề:', housing[2] ?? null, null, 'Vấn đề:', pace[2] ?? null],
      ['Luồng ý kiến:', housing[3] ?? null, null, 'Luồng ý kiến:', pace[3] ?? null],
      ['Mức độ:', housing[4] ?? null, null, 'Mức độ:', pace[4] ?? null],
      ['Khuynh hướng:', housing[5] ?? null, null, 'Khuynh hướng:', pace[5] ?? null],
      ...rest,
    ],
    {},
  ],
  [
    'cards, a line for each label',
    [
      ['Đơn vị: Đảng ủy Bộ Tư pháp'],
      ['Lĩnh vực: Kinh tế - xã hội'],
      ['Vấn đề: Nhà ở xã hội'],
      ['Luồng ý kiến: Đánh giá cao sự chỉ đạo kịp thời.'],
      ['Mức độ: Đa số'],
      ['Khuynh hướng: tán thành'],
      ['Luồng ý kiến: Băn khoăn về tiến độ triển khai.'],
      ['Mức độ: một số ý kiến'],
      ['Khuynh hướng: băn khoăn/lưỡng lự'],
    ],
    {},
  ],
  [
    'signed at the end',
    [
      ...front,
      section,
      header,
      housing,
      pace,
      ...rest,
      [],
      ['Nơi nhận:', null, null, null, 'T/M BAN THƯỜNG VỤ'],
      ['- Như trên;', null, null, null, 'PHÓ BÍ THƯ'],
      [],
      [],
      [null, null, null, null, 'Lê Văn Cường'],
    ],
    {},
  ],
];

describe('report layouts', () => {
  test.each(layouts)('%s', (_, rows, options) => {
    const read = report(rows, options);
    expect(read.streams).toEqual(both);
    expect(read.strays).toEqual([]);
    expect(read.found.nil).toBeNull();
    expect(read.structure.missingColumns).toEqual([]);
  });
});

describe('the organisation and month on every row', () => {
  const columns = ['Dấu thời gian', 'Tên đơn vị', 'Tháng báo cáo', ...header.slice(1)];
  const at = day('2023-11-20');
  test.each<[string, Value, Value, string | null, string | undefined]>([
    ['alike', 'Đảng ủy Bộ Tư pháp', 'Tháng 11/2023', 'tu-phap', '2023-11'],
    ['of several organisations', 'Đảng ủy Bộ Y tế', 'Tháng 11/2023', null, '2023-11'],
    ['of several months', 'Đảng ủy Bộ Tư pháp', 'Tháng 10/2023', 'tu-phap', undefined],
  ])('%s', (_, organisation, month, id, period) => {
    const { found } = report([
      columns,
      [at, 'Đảng ủy Bộ Tư pháp', 'Tháng 11/2023', ...housing.slice(1)],
      [at, organisation, month, ...pace.slice(1)],
    ]);
    expect([found.organisation, found.period?.value]).toEqual([id, period]);
  });
});

test('a column of months beside the month of the report', () => {
  const { found } = report([...front, section, ['Tháng', ...header], [10, ...housing], [10, ...pace], ...rest]);
  expect(found.period?.value).toBe('2023-11');
});

test.each<[string, Value[][]]>([
  [
    'a form',
    [
      ['STT', 'Nội dung', 'Mức độ', 'Khuynh hướng'],
      ['I', 'Khái quát'],
      [null, 'Ổn định.'],
      ['II', 'Nội dung dư luận'],
      [null, 'Không phát sinh.'],
      ['III', 'Vấn đề nổi cộm'],
      [null, 'Không.'],
    ],
  ],
  [
    'a card',
    [
      ['Lĩnh vực', 'Không'],
      ['Vấn đề', 'Không phát sinh'],
      ['Luồng ý kiến', 'Không'],
      ['Mức độ', 'Không'],
    ],
  ],
])('nothing to tell in %s', (_, rows) => {
  const { found, structure } = report([...front, ...rows]);
  expect([found.nil !== null, found.streams, structure.missingColumns]).toEqual([true, [], []]);
});

describe('several opinions in one cell, parted by semicolons', () => {
  const issue = [1, 'Kinh tế - xã hội', 'Giá điện'];
  test.each<[string, number, string[]]>([
    ['Đa số chia sẻ; một số ý kiến lo giá tăng.', 2, ['Đa số', 'một số ý kiến']],
    [
      'Tuyệt đại đa số ủng hộ; đa số mong sớm làm; một số ý kiến chưa rõ.',
      3,
      ['Tuyệt đại đa số', 'đa số', 'một số ý kiến'],
    ],
    ['Đa số phấn khởi; cho rằng đây là điểm sáng.', 1, ['Đa số']],
  ])('%s', (text, count, breadths) => {
    const table = report([...front, section, header.slice(0, 4), [...issue, text], ...rest]);
    const lines = report([...front, section, ['1. Kinh tế - xã hội'], [`1.1. Giá điện: ${text}`], ...rest]);
    expect(table.streams.map(([, , , breadth]) => breadth)).toEqual(breadths);
    expect(table.structure.missingColumns).toEqual([]);
    expect(lines.streams).toHaveLength(count);
    if (count > 1)
      expect(lines.streams.map(([, named, , breadth]) => [named, breadth])).toEqual(
        breadths.map((one) => ['Giá điện', one]),
      );
  });

  test('a breadth of its own column is that of the whole cell', () => {
    const text = 'Đa số chia sẻ; một số ý kiến lo giá tăng.';
    expect(report([header, [...issue, text, 'nhiều ý kiến', 'chưa rõ']]).streams).toHaveLength(1);
  });
});

describe('who said it, among the labels of a card', () => {
  const card = (label: string): Value[][] => [
    ['PHIẾU DƯ LUẬN XÃ HỘI THÁNG 11/2023'],
    ['Lĩnh vực:', 'Đối ngoại'],
    ['Vấn đề:', 'Chuyến thăm'],
    [label, 'Một cán bộ hưu trí'],
    ['Luồng ý kiến:', 'Phấn khởi.'],
    ['Mức độ:', 'Đa số'],
    ['Khuynh hướng:', 'tán thành'],
  ];
  test.each(['Người phản ánh:', 'Họ và tên', 'Cộng tác viên:'])('«%s» is refused', (label) => {
    const { structure, streams } = report(card(label));
    expect(structure.refusedColumns).toMatchObject([{ row: 4, column: 1 }]);
    expect(streams).toHaveLength(1);
  });
});

describe('sections', () => {
  test('every part with its cell', () => {
    const { found } = report([...front, ...overview, section, header, housing, pace, ...rest]);
    expect(found.overview).toEqual([{ sheet: 'Sheet1', row: 10, column: 1, value: 'Trong tháng, tình hình ổn định.' }]);
    expect(found.table).toEqual({ sheet: 'Sheet1', row: 12, column: 1 });
    expect(found.streams[0]).toMatchObject({
      row: 13,
      field: { row: 13, column: 2 },
      text: { row: 13, column: 4 },
      attitude: { column: 6 },
    });
    expect(found.salient).toEqual([]);
    expect(found.forecast.map(({ row, column }) => [row, column])).toEqual([[18, 1]]);
    expect(found.proposals).toEqual([
      {
        row: 21,
        text: { sheet: 'Sheet1', row: 21, column: 2, value: 'Sớm công bố lộ trình cải cách tiền lương.' },
        recipient: { sheet: 'Sheet1', row: 21, column: 3, value: 'Bộ Nội vụ' },
      },
    ]);
  });

  test('a merged field is located at its master cell', () => {
    const { found } = report([header, housing, [2, null, null, ...pace.slice(3)]], { merges: ['B2:B3', 'C2:C3'] });
    expect(found.streams[1]).toMatchObject({
      row: 3,
      field: { row: 2, column: 2 },
      issue: { row: 2, column: 3 },
      text: { row: 3 },
    });
  });

  test('a new field does not take over the issue above', () => {
    const { found } = report([header, housing, [2, 'Đối ngoại', null, ...pace.slice(3)]]);
    expect(found.streams[1]).toMatchObject({ field: { value: 'Đối ngoại' }, issue: null });
  });

  test('an issue without a stream stays, with no text', () => {
    const { found } = report([header, housing, [2, 'Đối ngoại', 'Chuyến thăm cấp cao']]);
    expect(found.streams[1]).toMatchObject({ issue: { value: 'Chuyến thăm cấp cao' }, text: null });
  });

  test('proposals below their table, but not notes', () => {
    const more = [
      '- Đề nghị Chính phủ sớm ban hành nghị định.',
      'Ghi chú: đã kiến nghị tháng trước.',
      '- Có lộ trình.',
    ];
    const { found, strays } = report([
      ...front,
      section,
      header,
      housing,
      pace,
      ...rest,
      ...more.map((line) => [line]),
    ]);
    expect(found.proposals.map(({ text }) => text.value)).toEqual([
      'Sớm công bố lộ trình cải cách tiền lương.',
      more[0],
      more[2],
    ]);
    expect(strays).toEqual([]);
  });

  test('proposals as lines, beside their recipient, or in one cell', () => {
    const lines = report([
      ...front,
      ['V. Đề xuất, kiến nghị'],
      ['1', 'Sớm công bố lộ trình.', 'Bộ Nội vụ'],
      ['- Tăng cường thông tin chính thống.'],
    ]);
    expect(lines.found.proposals.map(({ text, recipient }) => [text.value, recipient?.value ?? null])).toEqual([
      ['Sớm công bố lộ trình.', 'Bộ Nội vụ'],
      ['- Tăng cường thông tin chính thống.', null],
    ]);
    const one = report([...front, ['V. Đề xuất, kiến nghị'], ['- Sớm công bố lộ trình.\n- Tăng cường thông tin.']]);
    expect(one.found.proposals.map(({ text }) => text.value)).toEqual([
      '- Sớm công bố lộ trình.',
      '- Tăng cường thông tin.',
    ]);
  });

  test('a column of proposals beside the opinions', () => {
    const { found, structure, streams } = report(
      [
        ...front,
        section,
        [...header, 'Đề xuất, kiến nghị'],
        [...housing, 'Đề nghị Bộ Xây dựng sớm có hướng dẫn.'],
        pace,
        [3, 'Đối ngoại', 'Chuyến thăm', 'Đánh giá cao.', 'Đa số', 'tán thành', 'Không'],
      ],
      { merges: ['G11:G12'] },
    );
    expect(streams).toHaveLength(3);
    expect(found.proposals).toMatchObject([
      { row: 11, text: { column: 7, value: 'Đề nghị Bộ Xây dựng sớm có hướng dẫn.' } },
    ]);
    expect(structure.unexpectedColumns).toEqual([]);
  });

  test('content behind the heading’s colon or beside it', () => {
    const { found } = report([
      ...front,
      ['III. Vấn đề nổi cộm: giá điện tăng'],
      ['IV. Dự báo', 'Ổn định trong thời gian tới.'],
    ]);
    expect(found.salient).toEqual([{ sheet: 'Sheet1', row: 9, column: 1, value: 'giá điện tăng' }]);
    expect(found.forecast[0]).toMatchObject({ row: 10, column: 2 });
  });

  test('a section in unforeseen words is known by its numeral', () => {
    const { found } = report([
      ...front,
      ...overview,
      section,
      header,
      housing,
      ['III. Nội dung cán bộ quan tâm nhiều'],
      ['Giá điện tăng.'],
    ]);
    expect(found.salient.map(({ value }) => value)).toEqual(['Giá điện tăng.']);
  });

  test('«1. Dự báo …» inside a section is no section where numerals are roman', () => {
    const { found } = report([...front, ...overview, ['1. Dự báo nhu cầu'], section, header, housing]);
    expect(found.overview).toHaveLength(2);
    expect(found.forecast).toEqual([]);
  });

  test('counters in a table with their units, without a heading of their own', () => {
    const { found, strays } = report([
      ...front,
      ['V. Đề xuất, kiến nghị'],
      ['1. Sớm công bố lộ trình.'],
      ['Chỉ tiêu', 'Đơn vị tính', 'Số lượng'],
      ['Số báo cáo', 'báo cáo', 1],
      ['Số vấn đề nổi cộm', 'vấn đề', 2],
      ['Số vụ việc đã xử lý', 'vụ', '0'],
    ]);
    expect(found.proposals.map(({ text }) => text.value)).toEqual(['1. Sớm công bố lộ trình.']);
    expect(found.counters).toMatchObject({
      reports: { row: 12, column: 3, value: 1 },
      salientIssues: { row: 13, column: 3, value: 2 },
      handledCases: { row: 14, column: 3, value: 0 },
    });
    expect(strays).toEqual([]);
  });

  test('every text of a table of salient issues; a note further off belongs to nothing', () => {
    const { found, strays } = report([
      ...front,
      ['III. Vấn đề nổi cộm'],
      ['STT', 'Vấn đề', 'Diễn biến', 'Nguyên nhân', 'Hướng xử lý'],
      [1, 'Giải ngân chậm', 'Kéo dài', 'Thủ tục', 'Đôn đốc', null, 'xem lại'],
    ]);
    expect(found.salient.map(({ value }) => value)).toEqual(['Giải ngân chậm', 'Kéo dài', 'Thủ tục', 'Đôn đốc']);
    expect(strays).toEqual(['G11']);
  });

  test('counters in a section and as labels', () => {
    const { found, strays } = report([
      ...front,
      ['Số báo cáo trong kỳ', 1],
      ...overview,
      ['VI. SỐ LIỆU'],
      ['Số vấn đề nổi cộm', '02'],
      ['Số vụ việc đã xử lý: không'],
    ]);
    expect(found.counters).toMatchObject({
      reports: { row: 9, column: 2, value: 1 },
      salientIssues: { row: 13, column: 2, value: 2 },
      handledCases: { row: 14, column: 1, value: 0 },
    });
    expect(strays).toEqual([]);
  });

  test.each([
    ['Trong tháng không phát sinh vấn đề dư luận nổi cộm.'],
    ['Không có vấn đề phát sinh'],
    ['Không có dư luận nổi cộm.'],
    ['KHÔNG CÓ'],
    ['Chưa phát hiện vấn đề phức tạp, nổi cộm.'],
    ['Tháng này không có phản ánh gì.'],
    ['Không có biến động.'],
    ['Trong tháng 11, Đảng ủy không nhận được phản ánh, kiến nghị nào của cán bộ, đảng viên.'],
    ['Đảng ủy không nhận được phản ánh nào.'],
    ['Không có thông tin phản ánh từ các chi bộ.'],
    ['Trong kỳ, các chi bộ không có báo cáo về dư luận phát sinh.'],
    ['Chưa tiếp nhận ý kiến, kiến nghị của cán bộ, đảng viên.'],
    ['Tính đến ngày 20/11/2023, các chi bộ chưa nhận được thêm ý kiến nào.'],
    ['Không có chi bộ nào phản ánh vấn đề phát sinh.'],
    ['Cán bộ, đảng viên không có ý kiến gì.'],
    ['Tháng này Đảng bộ không có luồng dư luận xã hội nào nổi lên.'],
  ])('nil: %s', (text) => {
    const { found } = report([...front, ...overview, section, [text], ...rest]);
    expect(found.nil).toMatchObject({ row: 12, column: 1, value: text });
    expect(found.streams).toEqual([]);
  });

  test.each<[string, Value[], number | null]>([
    ['ticked', ['Không phát sinh:', 'x'], 9],
    ['not ticked', ['Không phát sinh:', 'chưa rõ'], null],
    ['asked and denied', ['Có phát sinh vấn đề dư luận:', 'Không'], 9],
    ['asked and affirmed', ['Có phát sinh vấn đề dư luận:', 'Có'], null],
  ])('nil on a form, %s', (_, row, at) => {
    const { found } = report([...front, row, section, header, [1], [2]]);
    expect(found.nil?.row ?? null).toBe(at);
  });

  test('nil behind a label', () => {
    const { found } = report([...front, ...overview, section, ['Nội dung: Không có.'], ...rest]);
    expect([found.nil !== null, found.streams.length]).toEqual([true, 0]);
  });

  test('a field with the count of its issues in brackets', () => {
    const { streams } = report([
      ...front,
      section,
      ['TT', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      ['I. KINH TẾ - XÃ HỘI (02 vấn đề)'],
      [1, ...housing.slice(2)],
    ]);
    expect(streams[0]?.[0]).toBe('KINH TẾ - XÃ HỘI');
  });

  test('an opinion that there is no such thing is no nil statement', () => {
    const { streams, found } = report([
      ...front,
      ...overview,
      section,
      ['Dư luận quan tâm việc sửa Luật Đất đai, cho rằng chưa có nội dung rõ về giá đất.'],
      ['Một số ý kiến cho rằng không có vấn đề bức xúc nào ở địa bàn.'],
      ...rest,
    ]);
    expect(streams).toHaveLength(2);
    expect(found.nil).toBeNull();
  });

  test.each([
    ['Không có ý kiến phản đối về giá điện.'],
    ['Không có ý kiến nào trái chiều về việc sắp xếp bộ máy.'],
    ['Người dân phản ánh chưa nhận được hỗ trợ.'],
    ['Người lao động chưa nhận được ý kiến trả lời về chế độ.'],
    ['Công nhân chưa nhận được báo cáo lương hằng tháng.'],
    ['Chi bộ chưa nhận được ý kiến phản hồi của cấp trên về kiến nghị tháng trước.'],
    ['Nhân dân bức xúc vì không có vụ việc nào được xử lý dứt điểm.'],
    ['Cử tri phản ánh không có báo cáo về tình hình dư luận ở khu dân cư.'],
    ['Chưa nhận được hướng dẫn về vị trí việc làm.'],
  ])('no nil statement: %s', (text) => {
    const { found, streams } = report([...front, ...overview, section, [text], ...rest]);
    expect(found.nil).toBeNull();
    expect(streams.map((stream) => stream[2])).toEqual([text]);
  });

  test.each([
    'Cán bộ, đảng viên không có ý kiến khác với chủ trương.',
    'Người dân không có ý kiến gì thêm, chỉ mong sớm triển khai.',
    'Chưa có ý kiến thống nhất về mức đóng.',
    'Không có vấn đề gì về thủ tục, người dân hài lòng.',
    'Cơ bản thống nhất, không có dư luận trái chiều về nội dung này.',
  ])('«%s» among opinions is one', (text) => {
    const { found, streams } = report([
      ...front,
      section,
      ['1. Giá điện'],
      ['- Đa số đồng tình.'],
      [`- ${text}`],
      ...rest,
    ]);
    expect(found.nil).toBeNull();
    expect(streams.map((stream) => [stream[1], stream[2]])).toEqual([
      ['Giá điện', 'Đa số đồng tình.'],
      ['Giá điện', text],
    ]);
  });

  test.each([
    ['Trong tháng không phát sinh vấn đề mới; tuy nhiên, một số ý kiến tiếp tục lo lắng về giá cả.', false],
    ['Trong tháng, Đảng bộ không có vấn đề nổi cộm, bức xúc trong dư luận xã hội.', true],
    ['Đảng ủy không nhận được phản ánh nào của cán bộ, đảng viên trong tháng.', true],
  ])('«%s» alone: nil %s', (text, nil) => {
    const { found } = report([...front, section, [text], ...rest]);
    expect([found.nil !== null, found.streams.length]).toEqual([nil, nil ? 0 : 1]);
  });

  test('a field of which there is nothing is no issue', () => {
    const none = [3, 'Đối ngoại', 'Không có', '-', '-', '-'];
    expect(report([...front, section, header, housing, pace, none, ...rest]).streams).toEqual(both);
    const all = report([...front, section, header, [1, 'Kinh tế - xã hội', 'Không phát sinh'], none, ...rest]);
    expect(all.found).toMatchObject({ streams: [], nil: { row: 11, column: 3 } });
  });

  test.each([
    'Trên đây là báo cáo tình hình dư luận xã hội tháng 11/2023 của Đảng ủy Bộ Tư pháp.',
    'Đảng ủy Bộ Tư pháp trân trọng báo cáo./.',
  ])('«%s» ends the report and proposes nothing', (closing) => {
    const { found, strays } = report([...front, ['V. ĐỀ XUẤT, KIẾN NGHỊ'], ['- Tăng cường tập huấn.'], [closing]]);
    expect(found.proposals.map(({ text }) => text.value)).toEqual(['- Tăng cường tập huấn.']);
    expect(strays).toEqual([]);
  });

  test.each([
    ['1. Với Trung ương', '2. Đề nghị Đảng ủy Khối', 'Trung ương', 'Đảng ủy Khối'],
    ['a) Chính phủ', 'b) Về công tác cán bộ:', 'Chính phủ', null],
  ])('«%s» and «%s» head the proposals below them', (first, second, one, other) => {
    const { found } = report([
      ...front,
      ['V. ĐỀ XUẤT, KIẾN NGHỊ'],
      [first],
      ['- Sớm ban hành nghị định.'],
      ['- Có lộ trình rõ ràng.'],
      [second],
      ['- Tăng cường tập huấn.'],
    ]);
    expect(found.proposals.map(({ text, recipient }) => [text.value, recipient?.value ?? null])).toEqual([
      ['- Sớm ban hành nghị định.', one],
      ['- Có lộ trình rõ ràng.', one],
      ['- Tăng cường tập huấn.', other],
    ]);
  });

  test('a numbered proposal over its details stays one', () => {
    const { found } = report([
      ...front,
      ['V. ĐỀ XUẤT, KIẾN NGHỊ'],
      ['1. Đề nghị Chính phủ sớm ban hành nghị định'],
      ['- Có lộ trình rõ ràng.'],
    ]);
    expect(found.proposals).toHaveLength(2);
  });

  test('a report made on request belongs to the month it is dated in', () => {
    const dated = (type: string): string | undefined =>
      report([
        ['ĐẢNG ỦY BỘ TƯ PHÁP', null, null, 'Hà Nội, ngày 24 tháng 11 năm 2023'],
        [`BÁO CÁO ${type}`],
        ['Về dư luận xã hội đối với việc điều chỉnh giá điện'],
        section,
        header,
        housing,
      ]).found.period?.value;
    expect(dated('ĐỘT XUẤT')).toBe('2023-11');
    expect(dated('')).toBeUndefined();
  });

  test('nil in the table', () => {
    const merged = report([...front, section, header, ['Không phát sinh'], ...rest], { merges: ['A11:F11'] });
    expect(merged.found).toMatchObject({ streams: [], nil: { row: 11, column: 1 } });
    const inStream = report([...front, section, header, [1, null, null, 'Không phát sinh'], ...rest]);
    expect(inStream.found).toMatchObject({ streams: [], nil: { row: 11, column: 4 } });
    const alone = report([...front, section, header, [null, 'Không phát sinh'], ...rest]);
    expect(alone).toMatchObject({ found: { streams: [], nil: { row: 11, column: 2 } }, strays: [] });
    const everywhere = report([...front, section, header, [1, 'Không', 'Không có', 'Không', '-'], ...rest]);
    expect(everywhere.found).toMatchObject({ streams: [], nil: { row: 11, column: 2 } });
  });

  test('a breadth for all streams listed in one cell, which keep their cell', () => {
    const { found } = report([header, [...housing.slice(0, 3), '+ Đồng tình.\n+ Ủng hộ.\n', ...housing.slice(4)]]);
    expect(found.streams.map(({ row, text, breadth }) => [row, text, breadth?.value])).toEqual([
      [2, { sheet: 'Sheet1', row: 2, column: 4, value: 'Đồng tình.' }, 'Đa số'],
      [2, { sheet: 'Sheet1', row: 2, column: 4, value: 'Ủng hộ.' }, 'Đa số'],
    ]);
  });

  test('breadth and attitude in one column', () => {
    const { streams, structure } = report([
      ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ, khuynh hướng'],
      [1, 'Kinh tế - xã hội', 'Giá điện', 'Hợp lý.', 'Đa số; tán thành'],
      [2, 'Kinh tế - xã hội', 'Giá điện', 'Quá cao.', 'khó nói'],
    ]);
    expect(streams.map(([, , , ...words]) => words)).toEqual([
      ['Đa số', 'tán thành'],
      ['khó nói', null],
    ]);
    expect(structure.missingColumns).toEqual([]);
  });

  test('a total of the opinions is none', () => {
    const total = ['Tổng cộng', null, '01 vấn đề', '02 luồng ý kiến'];
    expect(report([header, housing, pace, total]).streams).toEqual(both);
    const opinion = [null, null, null, 'Tổng số vốn giải ngân còn thấp.', 'Đa số', 'chưa rõ'];
    expect(report([header, housing, opinion]).streams).toHaveLength(2);
  });

  test('a table of salient issues holds no streams', () => {
    const salient = [
      ['III. VẤN ĐỀ NỔI CỘM'],
      ['STT', 'Lĩnh vực', 'Vấn đề', 'Nội dung'],
      [1, 'Khác', 'Đất đai', 'Kéo dài.'],
    ];
    expect(report([...front, ...overview, section, header, housing, pace, ...salient]).streams).toEqual(both);
  });

  test('ticks under the words of a divided header', () => {
    const { streams, strays } = report(
      [
        header,
        [null, null, null, null, null, 'Tán thành', 'Phản đối'],
        [1, 'Kinh tế - xã hội', 'Giá điện', 'Hợp lý.', 'Đa số', 'x'],
        [2, 'Kinh tế - xã hội', 'Giá điện', 'Quá cao.', 'Một số ý kiến', null, 'X'],
      ],
      { merges: ['F1:G1'] },
    );
    expect(streams.map(([, , , , attitude]) => attitude)).toEqual(['Tán thành', 'Phản đối']);
    expect(strays).toEqual([]);
  });

  test('the subject under the title is no stream of a report without sections', () => {
    const { streams } = report([
      ['BÁO CÁO NHANH'],
      ['về tình hình dư luận xã hội'],
      ['- Đa số ý kiến đồng tình với mức giá mới.'],
    ]);
    expect(streams.map(([, , text]) => text)).toEqual(['Đa số ý kiến đồng tình với mức giá mới.']);
  });

  test('a stream that says something did not arise is no nil statement', () => {
    const { found } = report([
      ...front,
      section,
      header,
      housing,
      [2, 'Đối ngoại', 'Biển Đông', 'Không phát sinh vấn đề phức tạp.', 'Đa số', 'tán thành'],
    ]);
    expect(found.streams).toHaveLength(2);
    expect(found.nil).toBeNull();
  });
});

describe('section II written as lines', () => {
  const lines = (...texts: (string | Value[])[]) =>
    report([
      ...front,
      ...overview,
      section,
      ...texts.map((text) => (typeof text === 'string' ? [text] : text)),
      ...rest,
    ]);
  const electricity = 'Đa số ý kiến đồng tình với việc điều chỉnh giá.';
  const timing = 'Một số ý kiến băn khoăn về thời điểm điều chỉnh.';
  const houses = 'Nhiều ý kiến mong muốn đẩy nhanh tiến độ.';
  const issues = [
    ['Kinh tế - xã hội', 'Giá điện', electricity],
    ['Kinh tế - xã hội', 'Giá điện', timing],
    ['Kinh tế - xã hội', 'Nhà ở xã hội', houses],
  ];

  test.each<[string, (string | Value[])[]]>([
    ...['-', '–', '+', '*', '•', '➢', '✓', '▪', '\uF0D8'].map((bullet): [string, string[]] => [
      `bullets ${bullet}`,
      ['1. Giá điện', `${bullet} ${electricity}`, `${bullet} ${timing}`, '2. Nhà ở xã hội', `${bullet}${houses}`],
    ]),
    ['bullets of several kinds', ['1. Giá điện', `• ${electricity}`, `✓ ${timing}`, '2. Nhà ở xã hội', `➢ ${houses}`]],
    ['no bullets', ['1. Giá điện', electricity, timing, '2. Nhà ở xã hội', houses]],
    ['no bullets under decimal numbers', ['1.1. Giá điện', electricity, timing, '1.2. Nhà ở xã hội', houses]],
    ['Word’s second bullet', ['1. Giá điện', `o ${electricity}`, `o ${timing}`, '2. Nhà ở xã hội', `o ${houses}`]],
    [
      'headings with a full stop',
      ['1. Giá điện.', `- ${electricity}`, `- ${timing}`, '2. Nhà ở xã hội.', `- ${houses}`],
    ],
    [
      'numbered sentences with a full stop over numbers',
      ['1. Giá điện.', `1.1. ${electricity}`, `1.2. ${timing}`, '2. Nhà ở xã hội.', `2.1. ${houses}`],
    ],
    ['bullets over bullets', ['* Giá điện', `- ${electricity}`, `– ${timing}`, '* Nhà ở xã hội', `- ${houses}`]],
    [
      'bullets with a colon over bullets',
      ['- Giá điện:', `+ ${electricity}`, `+ ${timing}`, '– Nhà ở xã hội:', `+ ${houses}`],
    ],
    ['bare names, no bullets', ['Giá điện', electricity, timing, 'Nhà ở xã hội', houses]],
    ['names with a colon', ['Giá điện:', `- ${electricity}`, `- ${timing}`, 'Nhà ở xã hội:', `- ${houses}`]],
    [
      'a name with a colon above an introduction',
      ['Giá điện:', 'Có hai luồng ý kiến:', `- ${electricity}`, `- ${timing}`, 'Nhà ở xã hội:', `- ${houses}`],
    ],
    [
      'numbers of three parts',
      ['2.1.1. Giá điện', `- ${electricity}`, `- ${timing}`, '2.1.2. Nhà ở xã hội', `- ${houses}`],
    ],
    [
      'numbers that begin with the section’s',
      ['II.1.1. Giá điện', `- ${electricity}`, `- ${timing}`, 'II.1.2. Nhà ở xã hội', `- ${houses}`],
    ],
    ['bare names over bullets', ['Giá điện', `- ${electricity}`, `- ${timing}`, 'Nhà ở xã hội', `- ${houses}`]],
    ['no numbers', ['Về Giá điện', `- ${electricity}`, `- ${timing}`, 'Vấn đề Nhà ở xã hội:', `- ${houses}`]],
    [
      'numbers and bullets in a column of their own',
      [
        [1, 'Giá điện'],
        ['-', electricity],
        ['➢', timing],
        ['2.', 'Nhà ở xã hội'],
        ['-', houses],
      ],
    ],
    [
      'numbers in a column of their own, no bullets',
      [
        ['1.1', 'Giá điện'],
        [null, electricity],
        [null, timing],
        ['1.2', 'Nhà ở xã hội'],
        [null, houses],
      ],
    ],
  ])('issues as headings: %s', (_, texts) => {
    const { streams } = lines('Lĩnh vực kinh tế - xã hội', ...texts);
    const unled = streams.map(([field, issue, text]) => [
      field,
      issue?.replace(/^(Về|Vấn đề) /, '') ?? null,
      text?.replace(/^\d\.\d\. /, '') ?? null,
    ]);
    expect(unled.map(([field]) => field?.toLowerCase())).toEqual(issues.map(([field]) => field?.toLowerCase()));
    expect(unled.map(([, ...said]) => said)).toEqual(issues.map(([, ...said]) => said));
  });

  const law = 'Nhân dân quan tâm việc Quốc hội thông qua Luật Đất đai (sửa đổi)';
  test.each<[string, string[]]>([
    ['numbered', [`1.1. ${law}`, `- ${electricity}`]],
    ['numbered, with a full stop', [`1.1. ${law}.`, `- ${electricity}`]],
    ['lettered, with a full stop', [`a) ${law}.`, `- ${electricity}`]],
    ['over letters', [`1.1. ${law}.`, `a) ${electricity}`]],
    ['bulleted', [`* ${law}`, `- ${electricity}`]],
    ['over bullets', [law, `- ${electricity}`]],
    ['with a colon', [`${law}:`, `- ${electricity}`]],
  ])('an issue that is a sentence: %s', (_, texts) => {
    const { streams } = lines('1. Lĩnh vực kinh tế - xã hội', ...texts);
    expect(streams.map(([, issue, text]) => [issue, text?.replace(/^a\) /, '')])).toEqual([[law, electricity]]);
  });

  test('headings with a count of what they head', () => {
    const counted = ['1. Kinh tế - xã hội: 01 vấn đề, 02 luồng ý kiến', '1.1. Giá điện: 02 luồng ý kiến'];
    const { streams } = lines(...counted, `- ${electricity}`, `- ${timing}`);
    expect(streams.map((stream) => stream.slice(0, 3))).toEqual([
      ['Kinh tế - xã hội', 'Giá điện', electricity],
      ['Kinh tế - xã hội', 'Giá điện', timing],
    ]);
  });

  test.each(['Không có gì mới', 'Không có gì đặc biệt.', 'Tháng 11/2023: không.', 'Trong tháng này: Không có'])(
    '«%s» says that nothing arose',
    (text) => {
      expect(report([...front, ...overview, section, [text], ...rest]).found.nil?.value).toBe(text);
    },
  );

  test.each(['(Nguồn: tổng hợp từ 12 chi bộ)', 'Nguồn tin: báo cáo của các chi bộ.'])(
    '«%s» is no opinion',
    (source) => {
      expect(lines('1. Kinh tế - xã hội', '1.1. Giá điện', `- ${electricity}`, source).streams).toHaveLength(1);
    },
  );

  test('a source that is spoken of is one', () => {
    const water = 'Nguồn nước sinh hoạt ô nhiễm: cần xử lý.';
    expect(lines('1. Kinh tế - xã hội', '1.1. Giá điện', `- ${electricity}`, `- ${water}`).streams).toHaveLength(2);
  });

  test('an issue with an abbreviation', () => {
    const { streams } = lines('1. Kinh tế - xã hội', '1.1. Ngập úng tại TP. Hồ Chí Minh.', `- ${electricity}`);
    expect(streams.map(([, issue]) => issue)).toEqual(['Ngập úng tại TP. Hồ Chí Minh']);
  });

  test.each(['* Cải cách tiền lương từ 01/7/2024', '1.1. Lương chưa tăng', '* Lương khối hành chính', 'Tiền lương:'])(
    '«%s» names an issue: pay is no stream',
    (heading) => {
      const { streams } = lines('1. Kinh tế - xã hội', heading, `- ${electricity}`, `- ${timing}`);
      const issue = heading.replace(/^\S+ (?=\p{Lu})|:$/gu, '');
      expect(streams.map(([, ...said]) => said.slice(0, 2))).toEqual([
        [issue, electricity],
        [issue, timing],
      ]);
    },
  );

  test.each(['* Luồng thứ nhất', '* Có hai luồng khác nhau', 'Các luồng chính:'])('«%s» names none', (heading) => {
    const { streams } = lines('1. Kinh tế - xã hội', '1.1. Giá điện', heading, `- ${electricity}`);
    expect(streams.map(([, issue]) => issue)).not.toContain(heading.replace(/^\* /, ''));
  });

  test('an issue that names what is proposed, numbered as others are', () => {
    const { streams } = lines('1.1. Giá điện', electricity, '1.2. Đề xuất tăng lương tối thiểu', 'Lương còn thấp.');
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual([
      ['Giá điện', electricity],
      ['Đề xuất tăng lương tối thiểu', 'Lương còn thấp.'],
    ]);
  });

  test.each<[string, string[]]>([
    ['an opinion divided', ['1. Đa số ý kiến đồng tình với giá mới.', '- Giá hợp lý.']],
    ['an opinion of several sentences', ['1. Giá điện tăng nhanh. Đời sống khó khăn.', '- Giá gạo cũng tăng.']],
    ['bullets of several kinds', ['- Giá điện tăng nhanh', '+ Nhất là ở khu nhà trọ.', '- Giá gạo ổn định.']],
    ['bullets of several kinds, in sentences', ['- Giá điện tăng nhanh.', '+ Nhiều ý kiến đề nghị giảm.']],
    ['a sentence', ['Dư luận phấn khởi trước kết quả kỳ họp', '- Nhiều ý kiến mong sớm triển khai.']],
    ['a sentence with a full stop', ['Nhân dân quan tâm giá điện.', '- Nhiều ý kiến đề nghị giảm.']],
    ['no bullets', ['Giá điện tăng nhanh', 'Người dân lo lắng.']],
    ['no bullets nor full stops', ['Giá điện tăng nhanh', 'Nhiều ý kiến đề nghị giảm']],
    ['no bullets, in sentences', ['Giá điện tăng nhanh.', 'Nhiều ý kiến đề nghị giảm.']],
    ['bullets of one kind', ['- Giá điện tăng nhanh', '– Nhiều ý kiến đề nghị giảm.']],
  ])('opinions over others are no headings: %s', (_, texts) => {
    const { streams } = lines('Kinh tế - xã hội', ...texts);
    const said = texts.map((text) => [null, text.replace(/^[-–+] /, '')]);
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual(said);
  });

  test('an opinion described on the next line is no heading', () => {
    const { streams } = lines('Kinh tế - xã hội', '1. Giá điện tăng nhanh.', '- Mức độ: đa số');
    expect(streams).toEqual([['Kinh tế - xã hội', null, '1. Giá điện tăng nhanh.', 'đa số', null]]);
  });

  test.each([
    'Nguyên nhân:',
    'Đời sống người lao động:',
    '- Cán bộ, đảng viên:',
    'Nhân dân có ý kiến như sau:',
    '- Về mức giá:',
  ])('«%s» below a numbered issue is another’s', (lead) => {
    const { streams } = lines('Kinh tế - xã hội', '1. Giá điện', lead, `+ ${electricity}`);
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual([['Giá điện', electricity]]);
  });

  test.each(['Cán bộ, đảng viên:', '- Đối với người lao động:', 'Nhân dân quan tâm ba vấn đề:', 'Nguyên nhân:'])(
    '«%s» names no issue',
    (lead) => {
      const { streams } = lines('Kinh tế - xã hội', lead, `+ ${electricity}`);
      expect(streams.map(([, issue, text]) => [issue, text])).toEqual([[null, electricity]]);
    },
  );

  test('a field no profile knows, by the bulleted issues below it', () => {
    const { streams } = lines('1. Nông nghiệp, nông thôn', '* Giá lúa', `- ${houses}`, '* Giá phân bón', `- ${timing}`);
    expect(streams.map(([field, issue, text]) => [field, issue, text])).toEqual([
      ['Nông nghiệp, nông thôn', 'Giá lúa', houses],
      ['Nông nghiệp, nông thôn', 'Giá phân bón', timing],
    ]);
  });

  test('fields numbered with the section’s number', () => {
    const { streams } = lines(
      'II.1. Kinh tế - xã hội',
      'II.1.1. Giá điện',
      `- ${electricity}`,
      'II.2. Đối ngoại',
      houses,
    );
    expect(streams.map(([field, issue]) => [field, issue])).toEqual([
      ['Kinh tế - xã hội', 'Giá điện'],
      ['Đối ngoại', null],
    ]);
  });

  test.each([
    '(Tổng số: 02 vấn đề, 04 luồng ý kiến)',
    'Tổng cộng: 02 vấn đề, 04 luồng ý kiến.',
    'Cộng: 04 luồng ý kiến',
    'Ghi chú: Số liệu tính đến ngày 22/11/2023.',
    '* Ghi chú: Mức độ phổ biến theo đánh giá của cấp ủy.',
    '(Có phụ lục kèm theo)',
    '(Chi tiết tại Phụ lục 1)',
    'Chi tiết tại Phụ lục 1.',
    '(Chi tiết tại các biểu theo lĩnh vực)',
  ])('«%s» below the opinions is none', (text) => {
    const { streams, strays } = lines('1. Giá điện', `- ${electricity}`, text);
    expect(streams.map(([, issue, said]) => [issue, said])).toEqual([['Giá điện', electricity]]);
    expect(strays).toEqual([]);
  });

  test.each([
    'Tổng số vốn giải ngân còn thấp.',
    'Tổng số 02 dự án chậm tiến độ.',
    'Cộng tác viên đề nghị tăng phụ cấp.',
    'Ghi chú trên tờ khai khó hiểu.',
    'Chi tiết tại biểu giá điện chưa rõ.',
    '(Có ý kiến đề nghị công bố danh sách).',
  ])('«%s» is one', (text) => {
    const { streams } = lines('1. Giá điện', `- ${electricity}`, text);
    expect(streams.map(([, , said]) => said)).toEqual([electricity, text]);
  });

  test('lettered opinions keep their text and tell their breadth', () => {
    const { streams } = lines('1. Kinh tế - xã hội', '1.1. Giá điện', `a) ${electricity}`, `b) ${timing}`);
    expect(streams).toEqual([
      ['Kinh tế - xã hội', 'Giá điện', `a) ${electricity}`, 'Đa số', 'đồng tình'],
      ['Kinh tế - xã hội', 'Giá điện', `b) ${timing}`, 'Một số ý kiến', 'băn khoăn'],
    ]);
  });

  test.each<[string, string[]]>([
    [
      'numbered opinions',
      ['1. Đa số ý kiến đồng tình với giá mới', '2. Một số ý kiến còn băn khoăn', 'Mong sớm công bố.'],
    ],
    ['a sentence numbered', ['1. Dư luận phấn khởi trước kết quả kỳ họp', 'Cán bộ mong nghị quyết sớm có hiệu lực.']],
    ['numbered sentences', ['1. Giá điện tăng nhanh.', '2. Giá vàng giảm.']],
    ['plain sentences', ['Giá điện tăng nhanh.', 'Giá vàng giảm.']],
    ['a sentence over bullets', ['Dư luận phấn khởi trước kết quả kỳ họp.', 'Cán bộ mong nghị quyết sớm có hiệu lực.']],
    ['an introduction', ['Dư luận tập trung vào các nội dung sau', 'Cán bộ mong nghị quyết sớm có hiệu lực.']],
  ])('no headings: %s', (_, texts) => {
    const { streams } = lines(...texts);
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual(texts.map((text) => [null, text]));
  });

  test.each<[string, string[]]>([
    [
      'lettered, with a colon',
      ['a) Ý kiến đồng tình:', '- Giá hợp lý.', 'b) Ý kiến còn băn khoăn:', '- Giá tăng nhanh.'],
    ],
    ['lettered', ['a) Ý kiến đồng tình', '- Giá hợp lý.', 'b) Ý kiến còn băn khoăn', '- Giá tăng nhanh.']],
    ['in a word', ['Đồng tình:', '- Giá hợp lý.', 'Băn khoăn:', '- Giá tăng nhanh.']],
    ['bulleted', ['- Ý kiến đồng tình:', '+ Giá hợp lý.', '- Ý kiến còn băn khoăn:', '+ Giá tăng nhanh.']],
  ])('headings that describe the opinions below: %s', (_, texts) => {
    const { streams } = lines('1. Giá điện', ...texts, '2. Giá vàng', '- Ổn định.');
    expect(streams.map(([, issue, text, , attitude]) => [issue, text, attitude?.toLowerCase()])).toEqual([
      ['Giá điện', 'Giá hợp lý.', 'đồng tình'],
      ['Giá điện', 'Giá tăng nhanh.', 'băn khoăn'],
      ['Giá vàng', 'Ổn định.', undefined],
    ]);
  });

  test('a description holds down to the next bullet of its kind', () => {
    const { streams } = lines('1. Giá điện', '- Đa số ý kiến đồng tình:', '+ Giá hợp lý.', '- Còn ý kiến khác.');
    expect(streams.map(([, , ...said]) => said)).toEqual([
      ['Giá hợp lý.', 'Đa số', 'đồng tình'],
      ['Còn ý kiến khác.', null, null],
    ]);
  });

  test('a table with a column of contents only is no table of proposals', () => {
    const { found, streams, strays } = lines(
      ['STT', 'Nội dung'],
      ['I', 'Kinh tế - xã hội'],
      [1, 'Giá điện'],
      ['-', electricity],
      ['-', timing],
    );
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual([
      ['Giá điện', electricity],
      ['Giá điện', timing],
    ]);
    expect(found.proposals).toHaveLength(1);
    expect(strays).toEqual([]);
  });

  test('an issue of which nothing is said', () => {
    const { streams } = lines(
      '1. Kinh tế - xã hội',
      '1.1. Giá điện',
      `- ${electricity}`,
      '1.2. Giá vàng',
      '2. Đối ngoại',
      '2.1. Chuyến thăm cấp cao',
      `- ${houses}`,
      '2.2. Biển Đông',
    );
    expect(streams.map(([field, issue, text]) => [field, issue, text])).toEqual([
      ['Kinh tế - xã hội', 'Giá điện', electricity],
      ['Kinh tế - xã hội', 'Giá vàng', null],
      ['Đối ngoại', 'Chuyến thăm cấp cao', houses],
      ['Đối ngoại', 'Biển Đông', null],
    ]);
  });

  test('an issue with a statement that there is no opinion is not one without any', () => {
    const { streams } = lines('Vấn đề: Giá điện', `- ${electricity}`, 'Vấn đề: Giá vàng', '- Không có.');
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual([['Giá điện', electricity]]);
  });

  test('a field no profile knows, by the issues numbered below it', () => {
    const { streams } = lines(
      '1. Nông nghiệp, nông thôn',
      '1.1. Giá lúa',
      `- ${houses}`,
      '2. Kinh tế - xã hội',
      'a) Thị trường',
      '- Ổn định trong tháng.',
    );
    expect(streams.map(([field, issue, text]) => [field, issue, text])).toEqual([
      ['Nông nghiệp, nông thôn', 'Giá lúa', houses],
      ['Kinh tế - xã hội', 'Thị trường', 'Ổn định trong tháng.'],
    ]);
  });

  test.each([
    ['Một số ý kiến chưa đồng tình với mức giá mới.', null],
    ['Một số ý kiến không hoàn toàn tán thành mức giá mới.', null],
    ['Một số ý kiến không đồng tình với mức giá mới.', 'không đồng tình'],
    ['Một số ý kiến chưa đồng tình, còn băn khoăn về mức giá mới.', 'băn khoăn'],
  ])('the attitude of «%s»', (text, attitude) => {
    expect(lines(`- ${text}`).streams.map((stream) => stream[4])).toEqual([attitude]);
  });
});

describe('one row for each issue, its opinions in columns', () => {
  const agree = 'Đánh giá cao sự chỉ đạo kịp thời.';
  const doubt = 'Còn lo ngại về tiến độ triển khai.';
  const object = 'Cho rằng mức giá quá cao.';
  const named = ['STT', 'Lĩnh vực', 'Vấn đề'];
  const gold = [1, 'Kinh tế - xã hội', 'Giá vàng', agree, doubt];
  const power = [2, 'Kinh tế - xã hội', 'Giá điện', null, doubt, object];

  test.each<[string, Value[][], SheetOptions, (string | null)[][], string[]]>([
    [
      'attitudes under one group',
      [
        [...named, 'Luồng ý kiến'],
        [null, null, null, 'Tán thành', 'Băn khoăn, lưỡng lự', 'Phản đối'],
      ],
      { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'] },
      [
        [null, 'Tán thành'],
        [null, 'Băn khoăn, lưỡng lự'],
        [null, 'Băn khoăn, lưỡng lự'],
        [null, 'Phản đối'],
      ],
      [],
    ],
    [
      'attitudes in the headers',
      [[...named, 'Ý kiến đồng tình', 'Ý kiến còn băn khoăn', 'Ý kiến chưa đồng tình']],
      {},
      [
        [null, 'đồng tình'],
        [null, 'băn khoăn'],
        [null, 'băn khoăn'],
        [null, null],
      ],
      [],
    ],
    [
      'attitudes under public opinion',
      [
        [...named, 'Dư luận xã hội'],
        [null, null, null, 'Đồng tình', 'Băn khoăn', 'Không đồng tình'],
      ],
      { merges: ['D1:F1'] },
      [
        [null, 'Đồng tình'],
        [null, 'Băn khoăn'],
        [null, 'Băn khoăn'],
        [null, 'Không đồng tình'],
      ],
      [],
    ],
    [
      'breadths in the headers',
      [[...named, 'Đa số ý kiến', 'Nhiều ý kiến', 'Một số ý kiến']],
      {},
      [
        ['Đa số', null],
        ['Nhiều ý kiến', null],
        ['Nhiều ý kiến', null],
        ['Một số ý kiến', null],
      ],
      [],
    ],
    [
      'numbered',
      [[...named, 'Luồng ý kiến 1', 'Luồng ý kiến 2', 'Luồng ý kiến 3']],
      {},
      [
        [null, null],
        [null, null],
        [null, null],
        [null, null],
      ],
      ['breadth', 'attitude'],
    ],
    [
      'numbered in words, with a breadth and an attitude for all',
      [[...named, 'Luồng ý kiến thứ nhất', 'Luồng ý kiến thứ hai', 'Luồng ý kiến thứ ba', 'Mức độ', 'Khuynh hướng']],
      {},
      [
        ['Đa số', 'chưa rõ'],
        ['Đa số', 'chưa rõ'],
        ['Đa số', 'chưa rõ'],
        ['Đa số', 'chưa rõ'],
      ],
      [],
    ],
  ])('%s', (_, head, options, words, missing) => {
    const tail = head[0]?.includes('Mức độ') ? ['Đa số', 'chưa rõ'] : [];
    const rows = [
      [...gold, null, ...tail],
      [...power, ...tail],
    ];
    const { found, streams, structure, strays } = report([...head, ...rows], { name: 'BC T11-2023', ...options });
    const first = head.length + 1;
    expect(found.streams.map(({ row, text }) => [row, text?.column, text?.value])).toEqual([
      [first, 4, agree],
      [first, 5, doubt],
      [first + 1, 5, doubt],
      [first + 1, 6, object],
    ]);
    expect(streams.map(([, issue]) => issue)).toEqual(['Giá vàng', 'Giá vàng', 'Giá điện', 'Giá điện']);
    expect(streams.map(([, , , ...one]) => one)).toEqual(words);
    expect(structure.missingColumns.map(({ id }) => id)).toEqual(missing);
    expect(structure.unexpectedColumns).toEqual([]);
    expect(strays).toEqual([]);
  });

  const attitudes = [...named, 'Ý kiến tán thành', 'Ý kiến phản đối'];

  test('an attitude is located at its header, a breadth told by the opinion at the opinion', () => {
    const { found } = report([attitudes, [1, 'Kinh tế - xã hội', 'Giá vàng', 'Đa số mong ổn định giá.', object]]);
    expect(found.streams).toMatchObject([
      { breadth: { row: 2, column: 4, value: 'Đa số' }, attitude: { row: 1, column: 4, value: 'tán thành' } },
      { breadth: null, attitude: { row: 1, column: 5, value: 'phản đối' } },
    ]);
  });

  test('«Không» in one of them is no opinion, blanks in all of them an issue without any', () => {
    const rows = [attitudes, [...gold.slice(0, 4), 'Không có'], [2, 'Đối ngoại', 'Biển Đông']];
    expect(report(rows).streams.map(([, issue, text]) => [issue, text])).toEqual([
      ['Giá vàng', agree],
      ['Biển Đông', null],
    ]);
  });

  test('an opinion merged over several is nobody’s alone', () => {
    const { streams } = report([attitudes, [...gold.slice(0, 4)]], { merges: ['D2:E2'] });
    expect(streams).toEqual([['Kinh tế - xã hội', 'Giá vàng', agree, null, null]]);
  });

  test('a breadth between two opinions is that of the first', () => {
    const { streams } = report([
      [...named, 'Luồng ý kiến 1', 'Mức độ', 'Luồng ý kiến 2'],
      [...gold.slice(0, 4), 'Đa số', doubt],
    ]);
    expect(streams.map(([, , , breadth]) => breadth)).toEqual(['Đa số', null]);
  });

  test.each<[string, Value[][], SheetOptions]>([
    [
      'ticks under breadths and attitudes worded as opinions',
      [
        [...named, 'Luồng ý kiến', 'Mức độ', null, 'Khuynh hướng', null],
        [null, null, null, null, 'Đa số ý kiến', 'Một số ý kiến', 'Ý kiến tán thành', 'Ý kiến phản đối'],
        [...gold.slice(0, 4), 'x', null, null, 'x'],
      ],
      { merges: ['E1:F1', 'G1:H1'] },
    ],
    [
      'opinions and notes under one group',
      [
        [...named, 'Luồng ý kiến', null, 'Mức độ', 'Khuynh hướng'],
        [null, null, null, 'Nội dung', 'Ghi chú'],
        [...gold.slice(0, 4), 'bổ sung', 'Đa số', 'tán thành'],
      ],
      { merges: ['D1:E1'] },
    ],
  ])('one opinion: %s', (_, rows, options) => {
    expect(report(rows, options).streams).toHaveLength(1);
  });
});

test('each of several opinions has the breadth and attitude beside it', () => {
  const { streams, structure } = report([
    [...header.slice(0, 3), 'Luồng ý kiến 1', 'Mức độ', 'Khuynh hướng', 'Luồng ý kiến 2', 'Mức độ', 'Khuynh hướng'],
    [...housing, ...pace.slice(3)],
  ]);
  expect(streams).toEqual(both);
  expect(structure.unexpectedColumns).toEqual([]);
});

describe('fields, issues and opinions in one column', () => {
  const opinions = [
    ['Đánh giá cao sự chỉ đạo kịp thời.', 'Đa số', 'tán thành'],
    ['Còn lo ngại về tiến độ triển khai.', 'Một số ý kiến', 'băn khoăn'],
    ['Mong muốn có giải pháp căn cơ.', 'Nhiều ý kiến', 'chưa rõ'],
  ];
  const marked = (marks: readonly Value[]): Value[][] => {
    const rows = [
      ['Kinh tế - xã hội'],
      ['Giá điện'],
      ...opinions.slice(0, 2),
      ['Đối ngoại'],
      ['Chuyến thăm cấp cao'],
      ...opinions.slice(2),
    ];
    return rows.map((row, at) => [marks[at] ?? null, ...row]);
  };
  const expected = [
    ['Kinh tế - xã hội', 'Giá điện', ...(opinions[0] ?? [])],
    ['Kinh tế - xã hội', 'Giá điện', ...(opinions[1] ?? [])],
    ['Đối ngoại', 'Chuyến thăm cấp cao', ...(opinions[2] ?? [])],
  ];

  test.each<[string, string, Value[]]>([
    ['roman, arabic, bullet', 'Nội dung dư luận', ['I', 1, '-', '-', 'II', 1, '-']],
    ['roman, arabic, blank', 'Nội dung dư luận', ['I', 1, null, null, 'II', 2, null]],
    ['decimals and letters', 'Lĩnh vực/vấn đề/luồng ý kiến', ['1', '1.1', 'a', 'b', '2', '2.1', 'a']],
    ['decimals three deep', 'Lĩnh vực, vấn đề, luồng ý kiến', [1, 1.1, '1.1.1', '1.1.2', 2, 2.1, '2.1.1']],
    ['capital letters', 'Diễn biến dư luận', ['A', 1, '+', '+', 'B', 1, '+']],
    ['issues and streams of opinion', 'Vấn đề, luồng dư luận', ['I', 1, '-', '-', 'II', 1, '-']],
    ['issues and opinions', 'Vấn đề và các ý kiến', ['I', 1, null, null, 'II', 1, null]],
  ])('%s', (_, content, marks) => {
    const { streams, structure, strays } = report([
      ...front,
      ...overview,
      section,
      ['STT', content, 'Mức độ', 'Khuynh hướng'],
      ...marked(marks),
      ...rest,
    ]);
    expect(streams).toEqual(expected);
    expect(structure.missingColumns).toEqual([]);
    expect(strays).toEqual([]);
  });

  test.each(['Vấn đề dư luận quan tâm', 'Vấn đề có nhiều ý kiến'])('«%s» is a column of issues', (issues) => {
    const { streams } = report([header.map((word) => (word === 'Vấn đề' ? issues : word)), housing, pace]);
    expect(streams).toEqual(both);
  });

  test('issues beside their fields', () => {
    const { streams, structure } = report([
      ['STT', 'Lĩnh vực', 'Vấn đề/luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
      [1, 'Kinh tế - xã hội', 'Giá điện'],
      [null, null, ...(opinions[0] ?? [])],
      [null, null, ...(opinions[1] ?? [])],
      [2, 'Đối ngoại', 'Chuyến thăm cấp cao'],
      [null, null, ...(opinions[2] ?? [])],
    ]);
    expect(streams).toEqual(expected);
    expect(structure.missingColumns).toEqual([]);
  });

  test('fields of their own column, issues above their opinions', () => {
    const { streams, structure } = report([
      ['STT', 'Lĩnh vực', 'Nội dung dư luận', 'Mức độ', 'Khuynh hướng'],
      [1, 'Kinh tế - xã hội'],
      ['1.1', null, 'Giá điện'],
      [null, null, ...(opinions[0] ?? [])],
    ]);
    expect(streams).toEqual(expected.slice(0, 1));
    expect(structure.missingColumns).toEqual([]);
  });

  test('an issue of which nothing is said', () => {
    const { streams } = report([
      ['STT', 'Nội dung dư luận', 'Mức độ', 'Khuynh hướng'],
      ...marked(['I', 1, '-', '-', 'II', 1, '-']),
      [2, 'Biển Đông'],
    ]);
    expect(streams.at(-1)).toEqual(['Đối ngoại', 'Biển Đông', null, null, null]);
  });

  test('opinions numbered one after the other are none of it, though one lacks its breadth', () => {
    const rows = [
      [1, 'Giá điện tăng nhanh', 'Đa số', 'phản đối'],
      [2, 'Giá vàng giảm'],
      [3, 'Giá xăng ổn định', 'Đa số', 'tán thành'],
      [4, 'Ủng hộ bình ổn giá'],
      [null, 'Chưa rõ lộ trình', 'Một số ý kiến', 'chưa rõ'],
    ];
    const { streams } = report([...front, section, ['STT', 'Nội dung dư luận', 'Mức độ', 'Khuynh hướng'], ...rows]);
    expect(streams.map(([, issue, text]) => [issue, text])).toEqual(rows.map(([, text]) => [null, text]));
  });
});

describe('rows of the opinion table', () => {
  test.each<[string, Value[]]>([
    ['a subtotal', [null, 'Cộng lĩnh vực', null, '02 luồng ý kiến']],
    ['a subtotal of a named field', [null, 'Cộng lĩnh vực Kinh tế - xã hội', '01 vấn đề', '02 luồng ý kiến']],
    ['a subtotal in numbers', [null, 'Cộng theo lĩnh vực', 1, 2]],
    ['a note beside its label', ['*', 'Ghi chú', null, 'Chưa gồm ý kiến của chi bộ ngoài nước.']],
    ['a note under its label’s column', [null, null, 'Lưu ý:', 'Số liệu đến ngày 22/11/2023.']],
    ['a note numbered with its label', ['Ghi chú', null, null, 'Chưa gồm ý kiến của chi bộ ngoài nước.']],
  ])('%s is no opinion', (_, row) => {
    const { streams, strays } = report([header, housing, row, pace]);
    expect(streams).toEqual(both);
    expect(strays).toEqual([]);
  });

  test.each<[string, Value[]]>([
    ['public anger', [3, 'Sự kiện trong tháng', 'Công phẫn trước vụ việc', 'Đề nghị xử lý nghiêm.']],
    ['a total that is spoken of', [3, 'Kinh tế - xã hội', 'Tổng số vốn giải ngân', '02 dự án còn chậm.']],
    ['notes of banks', [3, 'Kinh tế - xã hội', 'Ghi chú trên tờ khai', 'Còn khó hiểu.']],
  ])('%s is one', (_, row) => {
    expect(report([header, housing, row]).streams.map((stream) => stream.slice(1, 3))).toEqual([
      housing.slice(2, 4),
      row.slice(2, 4),
    ]);
  });

  test.each<[string, Value[]]>([
    ['with a letter', ['C', null, 'CÁC LĨNH VỰC KHÁC', 'Không phát sinh']],
    ['with a number', [3, null, 'Các vấn đề khác', 'Không có ý kiến.']],
    ['in a field', [3, 'Đối ngoại', 'Biển Đông', 'Không có vấn đề phát sinh trong tháng']],
  ])('nothing told of an issue is no opinion: %s', (_, row) => {
    const { found, streams } = report([header, housing, row, pace]);
    expect(streams).toEqual(both);
    expect(found.nil).toBeNull();
  });

  test.each<[string, Value[]]>([
    ['going on', [3, 'Đối ngoại', 'Biển Đông', 'Không có ý kiến gì thêm, chỉ mong sớm đàm phán.']],
    ['with its breadth', [3, 'Đối ngoại', 'Biển Đông', 'Không có ý kiến', 'Một số ý kiến']],
    ['of those who object', [3, 'Đối ngoại', 'Biển Đông', 'Không có ý kiến phản đối.']],
  ])('but an opinion it is: %s', (_, row) => {
    expect(report([header, housing, pace, row]).streams).toHaveLength(3);
  });

  test.each(['-nt-', 'nt', 'NT', '"', '”', '″', "''", '〃', 'như trên', '(như trên)', '- nt -', '-"-', 'n/t'])(
    '%s repeats the row above',
    (ditto) => {
      const { found, streams } = report([
        header,
        housing,
        [2, ditto, ditto, pace[3] ?? null, ditto, ditto],
        [3, 'Đối ngoại', 'Biển Đông', ditto, 'một số ý kiến', ditto],
      ]);
      expect(streams).toEqual([
        housing.slice(1),
        ['Kinh tế - xã hội', 'Nhà ở xã hội', pace[3], 'Đa số', 'tán thành'],
        ['Đối ngoại', 'Biển Đông', pace[3], 'một số ý kiến', 'tán thành'],
      ]);
      expect(found.streams[1]?.breadth).toMatchObject({ row: 3, column: 5 });
    },
  );

  const narrow = header.filter((word) => word !== 'Lĩnh vực');
  const without = (row: readonly Value[]): Value[] => row.filter((_, at) => at !== 1);
  test.each([
    ['1. Lĩnh vực kinh tế - xã hội', '2. Lĩnh vực đối ngoại'],
    ['Lĩnh vực: Kinh tế - xã hội', 'Lĩnh vực: Đối ngoại'],
    ['a) Về kinh tế - xã hội', 'b) Về đối ngoại'],
    ['Về lĩnh vực kinh tế - xã hội', 'Về lĩnh vực đối ngoại'],
    ['Biểu 1. Lĩnh vực kinh tế - xã hội', 'Biểu 2. Lĩnh vực đối ngoại'],
    ['1. Lĩnh vực kinh tế - xã hội:', '2. Lĩnh vực đối ngoại:'],
  ])('two tables under «%s» and «%s»', (first, second) => {
    const tables: Value[][] = [[first], narrow, without(housing), [second], narrow, without(pace)];
    const { streams, structure } = report([...front, ...overview, section, ...tables, ...rest]);
    expect(streams.map(([field]) => field?.toLowerCase())).toEqual(['kinh tế - xã hội', 'đối ngoại']);
    expect(structure.missingColumns).toEqual([]);
  });

  test('a table of other columns right below', () => {
    const others = ['STT', 'Luồng ý kiến', 'Vấn đề', 'Khuynh hướng', 'Mức độ'];
    const row = [1, pace[3] ?? null, pace[2] ?? null, pace[5] ?? null, pace[4] ?? null];
    const { streams } = report([header, housing, ['2. Đối ngoại'], others, row]);
    expect(streams).toEqual([housing.slice(1), ['Đối ngoại', ...pace.slice(2)]]);
  });

  test.each([
    ['of attitudes', ['STT', 'Khuynh hướng', 'Số luồng ý kiến', 'Tỷ lệ']],
    ['of fields', ['TT', 'Lĩnh vực', 'Số vấn đề', 'Số luồng ý kiến']],
    ['of units', ['TT', 'Đơn vị', 'Số báo cáo', 'Ghi chú']],
  ])('a table right below that counts opinions: %s', (_, counts) => {
    const counted: Value[][] = [['Tổng hợp'], counts, [1, 'Tán thành', 2, '50%'], [2, 'Chưa rõ', 2, '50%']];
    expect(report([header, housing, pace, ...counted]).streams).toEqual(both);
  });

  test('what only looks like a ditto mark stays', () => {
    const { streams } = report([
      header,
      housing,
      [2, 'NTM', 'Xây dựng NTM', 'Như trên đã nêu, còn chậm.', 'Đa số', '-'],
    ]);
    expect(streams[1]).toEqual(['NTM', 'Xây dựng NTM', 'Như trên đã nêu, còn chậm.', 'Đa số', '-']);
  });

  test.each(['Diễn biến dư luận', 'Tóm tắt nội dung dư luận', 'Nội dung phản ánh của dư luận', 'Tóm tắt luồng ý kiến'])(
    'opinions under «%s»',
    (content) => {
      const { streams, structure } = report([[...header.slice(0, 3), content, ...header.slice(4)], housing, pace]);
      expect(streams).toEqual(both);
      expect(structure.missingColumns).toEqual([]);
    },
  );
});

describe('the recipient of a proposal', () => {
  const recipients = (...lines: Value[][]) =>
    report([...front, ['V. Đề xuất, kiến nghị'], ...lines]).found.proposals.map(({ text, recipient }) => [
      text.value,
      recipient?.value ?? null,
    ]);

  test.each([
    ['1. Đối với Chính phủ: Sớm ban hành nghị định.', 'Chính phủ'],
    ['- Đối với Đảng ủy Khối các cơ quan Trung ương: tăng cường tập huấn.', 'Đảng ủy Khối các cơ quan Trung ương'],
    ['Đề nghị Bộ Nội vụ: công bố lộ trình.', 'Bộ Nội vụ'],
    ['Kiến nghị với Ban Tổ chức Trung ương: sớm hướng dẫn.', 'Ban Tổ chức Trung ương'],
    ['Đề nghị các bộ, ngành: rà soát thủ tục.', 'bộ, ngành'],
  ])('is named before a colon: «%s»', (text, body) => {
    expect(recipients([text])).toEqual([[text, body]]);
  });

  test.each([
    ['Đề nghị Bộ Nội vụ sớm công bố lộ trình.'],
    ['Đề nghị Bộ Nội vụ sớm làm rõ: ai được nâng lương.'],
    ['Đối với cán bộ cơ sở: nâng phụ cấp.'],
    ['Đối với giá điện: công khai cách tính.'],
    ['Đề nghị: Bộ Nội vụ công bố lộ trình.'],
    ['Đề nghị đồng chí Trưởng ban: trả lời.'],
    ['Tăng cường thông tin: báo chí, truyền hình.'],
  ])('is not taken from «%s»', (text) => {
    expect(recipients([text])).toEqual([[text, null]]);
  });

  test.each<[string, Value[][]]>([
    ['in lines', [['1. Đối với Chính phủ:'], ['- Việc một.'], ['- Việc hai.'], ['2. Đối với Bộ Y tế'], ['- Việc ba.']]],
    ['in one cell', [['1. Đối với Chính phủ:\n- Việc một.\n- Việc hai.\n2. Đối với Bộ Y tế:\n- Việc ba.']]],
  ])('heads the proposals below it, %s', (_, rows) => {
    expect(recipients(...rows)).toEqual([
      ['- Việc một.', 'Chính phủ'],
      ['- Việc hai.', 'Chính phủ'],
      ['- Việc ba.', 'Bộ Y tế'],
    ]);
  });

  test('a body is asked no more after the next number', () => {
    expect(recipients(['1. Đối với Chính phủ:'], ['- Việc một.'], ['2. Tăng cường thông tin.'])).toEqual([
      ['- Việc một.', 'Chính phủ'],
      ['2. Tăng cường thông tin.', null],
    ]);
  });

  test('beside the proposal it is read from there; a ditto mark repeats it', () => {
    expect(recipients(['1. Đối với Chính phủ: việc một.', 'Văn phòng Chính phủ'])[0]?.[1]).toBe('Văn phòng Chính phủ');
    const table = [
      ['STT', 'Nội dung kiến nghị', 'Nơi nhận'],
      [1, 'Việc một.', 'Bộ Y tế'],
      [2, 'Việc hai.', '-nt-'],
    ];
    expect(recipients(...table).map(([, body]) => body)).toEqual(['Bộ Y tế', 'Bộ Y tế']);
  });
});

describe('header', () => {
  test('label and value in cells beside', () => {
    const { found } = report([...front, ...overview]);
    expect(found.number).toEqual({ sheet: 'Sheet1', row: 5, column: 2, value: '112-BC/ĐU' });
    expect(found.date).toMatchObject({ row: 6, column: 2, value: { iso: '2023-11-24', asText: false } });
    expect(found.type).toMatchObject({ row: 7, column: 2, value: 'periodic' });
    expect(found.addressee).toMatchObject({ row: 8, column: 2 });
    expect(found.period).toMatchObject({ value: '2023-11' });
    expect(found.title).toMatchObject({ row: 3, value: 'BÁO CÁO tình hình dư luận xã hội tháng 11 năm 2023' });
    expect(found.organisation).toBe('tu-phap');
  });

  test.each([
    ['ĐẢNG ỦY CƠ QUAN ỦY BAN DÂN TỘC', 'uy-ban-dan-toc'],
    // A committee of its own, below the ministry's.
    ['ĐẢNG ỦY CƠ QUAN BỘ TƯ PHÁP', null],
    ['Đ.U BỘ TƯ PHÁP', 'tu-phap'],
    ['ĐẢNG ỦY CƠ QUAN BỘ HÀNG KHÔNG', null],
  ])('«%s» is of %s', (name, id) => {
    expect(report([[name], ...front.slice(2), section, header, housing, pace]).found.organisation).toBe(id);
  });

  test('a long line that opens like a request again and again is looked through once', () => {
    // Looked through behind each of them, it would outlast the test's time limit many times.
    const line = 'Theo công văn '.repeat(5_000);
    expect(report([...front, [line], section, header, housing, pace]).found.request).toBeNull();
  });

  test.each([
    ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI T.11/2023', '2023-11'],
    ['BÁO CÁO DƯ LUẬN XÃ HỘI THÁNG 11 (KỲ 25/11/2023)', '2023-11'],
    ['BÁO CÁO DƯ LUẬN XÃ HỘI THÁNG 11', undefined],
  ])('«%s» is of %s', (line, period) => {
    expect(report([['ĐẢNG ỦY BỘ TƯ PHÁP'], [line], section, header, housing, pace]).found.period?.value).toBe(period);
  });

  test('the request of an ad-hoc report, and a label of the form beside it', () => {
    const { found, strays } = report([
      ...front.slice(0, 6),
      ['Loại báo cáo', 'đột xuất'],
      ['Theo yêu cầu tại văn bản:', 'Công văn số 702-CV/BTGĐUK ngày 20/11/2023'],
      ['Độ mật:', 'Không'],
      section,
      header,
      housing,
      pace,
    ]);
    expect(found.request?.value).toMatchObject({ date: { iso: '2023-11-20' } });
    expect(strays).toEqual([]);
  });

  test('a two-column letterhead', () => {
    const { found, strays } = report([
      ['ĐẢNG ỦY KHỐI CÁC CƠ QUAN TRUNG ƯƠNG', null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM'],
      ['ĐẢNG ỦY BỘ TƯ PHÁP'],
      ['*', null, null, 'Hà Nội, ngày 24 tháng 11 năm 2023'],
      ['Số 58-BC/ĐU'],
      ['BÁO CÁO'],
      ['Tình hình dư luận xã hội tháng 11/2023'],
      ['-----'],
      ['Kính gửi: Ban Thường vụ Đảng ủy Khối'],
      ...overview,
    ]);
    expect(found).toMatchObject({
      organisation: 'tu-phap',
      number: { row: 4, column: 1, value: '58-BC/ĐU' },
      date: { row: 3, column: 4, value: { iso: '2023-11-24', asText: false } },
      period: { row: 6, value: '2023-11' },
      addressee: { row: 8, value: 'Ban Thường vụ Đảng ủy Khối' },
    });
    expect(strays).toEqual([]);
  });

  test.each<[string, Value[][]]>([
    ['in one cell', [['Kính gửi:\n- Ban Thường vụ Đảng ủy Khối;\n- Ban Tuyên giáo Đảng ủy Khối.']]],
    ['below the label', [['Kính gửi:'], ['- Ban Thường vụ Đảng ủy Khối;'], ['- Ban Tuyên giáo Đảng ủy Khối.']]],
    ['from the label on', [['Kính gửi: - Ban Thường vụ Đảng ủy Khối;'], ['- Ban Tuyên giáo Đảng ủy Khối.']]],
  ])('recipients listed %s', (_, lines) => {
    const { found } = report([['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ...lines, ...overview]);
    expect(found.addressee?.value).toBe('- Ban Thường vụ Đảng ủy Khối; - Ban Tuyên giáo Đảng ủy Khối.');
  });

  test('recipients: the label, not the list of copies beside the signature', () => {
    const bureau = 'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo)';
    const labelled = report([['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['Nơi nhận:', bureau], ...overview]);
    expect(labelled.found.addressee).toMatchObject({ row: 2, column: 2, value: bureau });
    const letter = report([
      ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
      ['Trong tháng không phát sinh vấn đề dư luận nổi cộm.'],
      ['Nơi nhận:', null, null, 'T/M BAN THƯỜNG VỤ'],
    ]);
    expect(letter.found.addressee).toBeNull();
  });

  test('labels in one cell, two pairs on a row, values below', () => {
    const inline = report([
      ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
      ['Số: 58-BC/ĐU\nNgày: 24/11/2023'],
      ['Kỳ báo cáo: tháng 11 năm 2023'],
      ...overview,
    ]);
    expect(inline.found).toMatchObject({
      number: { value: '58-BC/ĐU' },
      date: { value: { iso: '2023-11-24', asText: false } },
      period: { value: '2023-11' },
    });
    const pairs = report([
      ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
      ['Số, ký hiệu', '58-BC/ĐU', 'Ngày báo cáo', '24/11/2023'],
      ['Tổ chức', 'Đảng ủy Bộ Tư pháp', 'Hình thức gửi', 'văn bản'],
      ...overview,
    ]);
    expect(pairs.found).toMatchObject({
      number: { column: 2 },
      date: { column: 4, value: { asText: true, iso: '2023-11-24' } },
      organisation: 'tu-phap',
      channel: { column: 4, value: 'văn bản' },
    });
    const below = report([
      ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
      ['Số, ký hiệu', 'Ngày báo cáo'],
      ['58-BC/ĐU', day('2023-11-24')],
      ...overview,
    ]);
    expect(below.found).toMatchObject({ number: { row: 3, column: 1 }, date: { row: 3, column: 2 } });
  });

  test.each<[string, Value[][], SheetOptions, string | null]>([
    ['in the title', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 9 NĂM 2023']], {}, '2023-09'],
    ['as «11/2023»', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['Kỳ báo cáo', '11/2023']], {}, '2023-11'],
    [
      'as a date cell',
      [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['Kỳ báo cáo', day('2023-11-01', 'mm/yyyy')]],
      {},
      '2023-11',
    ],
    ['as month and year apart', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['Tháng', 11], ['Năm', 2023]], {}, '2023-11'],
    [
      'as a month without a year',
      [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 11'], ['Ngày báo cáo', day('2023-11-24')]],
      {},
      '2023-11',
    ],
    ['in the sheet name', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI']], { name: 'T11-2023' }, '2023-11'],
    [
      'before the tasks of the next',
      [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 11, NHIỆM VỤ THÁNG 12/2023']],
      {},
      '2023-11',
    ],
    [
      'before the tasks of the next year',
      [['BÁO CÁO'], ['tình hình dư luận xã hội tháng 12 và nhiệm vụ tháng 01 năm 2024']],
      {},
      '2023-12',
    ],
    ['of several months', [['BÁO CÁO'], ['tình hình dư luận xã hội từ tháng 9 đến tháng 11 năm 2023']], {}, '2023-11'],
    [
      'between two days',
      [['BÁO CÁO'], ['tình hình dư luận xã hội (từ ngày 25/10/2023 đến ngày 24/11/2023)']],
      {},
      '2023-11',
    ],
    [
      'between two days, as a label',
      [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI'], ['Kỳ báo cáo', 'từ 25/10/2023 đến hết 24/11/2023']],
      {},
      '2023-11',
    ],
    ['nowhere', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI']], {}, null],
    ['an impossible month', [['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 13 NĂM 2023']], {}, null],
  ])('period %s', (_, rows, options, period) => {
    expect(report([...rows, ...overview, section, header, housing], options).found.period?.value ?? null).toBe(period);
  });

  test.each([
    ['BÁO CÁO NHANH TÌNH HÌNH DƯ LUẬN XÃ HỘI', 'quick'],
    ['BÁO CÁO ĐỘT XUẤT', 'adHoc'],
    ['BÁO CÁO ĐỊNH KỲ TÌNH HÌNH DƯ LUẬN XÃ HỘI', 'periodic'],
    ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI', null],
    ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI\nLoại báo cáo: ☒ Định kỳ ☐ Đột xuất ☐ Nhanh', 'periodic'],
    ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI\nLoại báo cáo: [ ] Định kỳ [x] Đột xuất', 'adHoc'],
  ])('type of «%s»', (title, type) => {
    expect(report([[title], ...overview, section, header, housing]).found.type?.value ?? null).toBe(type);
  });

  test('the request an ad-hoc report answers', () => {
    const { found } = report([
      ['BÁO CÁO ĐỘT XUẤT TÌNH HÌNH DƯ LUẬN XÃ HỘI'],
      ['(theo yêu cầu tại Công văn số 311-CV/ĐUK ngày 07/12/2023)'],
      ...overview,
    ]);
    expect(found.request).toMatchObject({ row: 2, value: { number: '311-CV/ĐUK', date: { iso: '2023-12-07' } } });
    const label = report([
      ['BÁO CÁO ĐỘT XUẤT'],
      ['Theo yêu cầu tại', 'Công văn số 12-CV/ĐUK ngày 01/3/2023'],
      ...overview,
    ]).found;
    expect(label.request).toMatchObject({ column: 2, value: { number: '12-CV/ĐUK', date: { iso: '2023-03-01' } } });
  });
});

describe('structure', () => {
  test('missing columns; a column for who said it is refused', () => {
    const { structure } = report([
      ['STT', 'Vấn đề', 'Luồng ý kiến', 'Người phản ánh', 'Khuynh hướng'],
      [1, 'Nhà ở xã hội', 'Đồng tình.', 'x', 'tán thành'],
    ]);
    expect(structure.missingColumns).toEqual([
      { id: 'field', label: 'Lĩnh vực' },
      { id: 'breadth', label: 'Mức độ' },
    ]);
    expect(structure.refusedColumns.map((column) => column.value)).toEqual(['Người phản ánh']);
  });

  test.each<[string, Record<string, Value>, string[]]>([
    ['far below', { C80: 'x' }, ['C80']],
    ['beside the table', { J13: 'kiểm tra lại' }, ['J13']],
    ['a number beside a section', { H10: 5 }, ['H10']],
  ])('stray cells %s', (_, also, expected) => {
    expect(report([...front, ...overview, section, header, housing, pace, ...rest], { also }).strays).toEqual(expected);
  });
});

function reorder(row: readonly Value[], extra: Value): Value[] {
  const [order = null, field = null, issue = null, stream = null, breadth = null, attitude = null] = row;
  return [attitude, stream, extra, issue, field, breadth, order];
}
