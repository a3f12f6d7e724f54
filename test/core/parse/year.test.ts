import { describe, expect, test } from 'vitest';
import type { YearRecord } from '../../../core/document.ts';
import { parseWorkbook } from '../../../core/parse/workbook.ts';
import { a1 } from '../../../core/sheet.ts';
import { profile, day, sheet, workbook, type SheetOptions, type Value } from './neutral.ts';

function year(rows: readonly (readonly Value[])[], options: SheetOptions = {}) {
  const { kind, document, structure } = parseWorkbook(workbook(sheet(rows, options)), profile);
  expect(kind).toBe('year');
  return { found: document as YearRecord, strays: structure.strays.map((stray) => a1(stray)) };
}

const title: Value[][] = [['ĐẢNG ỦY BỘ TƯ PHÁP'], ['TỔNG HỢP CÔNG TÁC DƯ LUẬN XÃ HỘI NĂM 2023']];

const headings: Value[][] = [
  ...title,
  ['I. KẾ HOẠCH CÔNG TÁC NĂM'],
  ['Kế hoạch số 15-KH/ĐU ngày 20/01/2023'],
  ['II. TẬP HUẤN, BỒI DƯỠNG'],
  ['- Lớp tập huấn nghiệp vụ ngày 15/3/2023, 45 người'],
  ['III. KIỂM TRA, GIÁM SÁT'],
  ['Kiểm tra 02 chi bộ, tháng 5/2023'],
  ['IV. ĐÁNH GIÁ, TỔNG KẾT'],
  ['Báo cáo số 98-BC/ĐU ngày 15/12/2023'],
  ['V. NHIỆM VỤ, GIẢI PHÁP'],
  ['- Nâng cao chất lượng báo cáo.'],
  ['- Tăng cường tập huấn.'],
  ['VI. KHEN THƯỞNG'],
  ['Không có.'],
  ['VII. ĐIỀU TRA, KHẢO SÁT DƯ LUẬN'],
  ['Khảo sát về tinh giản biên chế, tháng 9 năm 2023'],
  ['VIII. GIAO BAN'],
  ['Tháng 1: giao ban cộng tác viên'],
  ['Tháng 2: giao ban cộng tác viên'],
];

const tables: Value[][] = [
  ...title,
  ['I. KẾ HOẠCH CÔNG TÁC NĂM'],
  ['STT', 'Nội dung', 'Ngày'],
  [1, 'Kế hoạch số 15-KH/ĐU', day('2023-01-20')],
  ['II. TẬP HUẤN, BỒI DƯỠNG'],
  ['STT', 'Tên lớp tập huấn', 'Ngày tổ chức', 'Chuyên đề', 'Số người tham dự'],
  [1, 'Lớp tập huấn nghiệp vụ', day('2023-03-15'), 'Kỹ năng nắm bắt dư luận', 45],
  ['III. KIỂM TRA, GIÁM SÁT'],
  ['STT', 'Nội dung', 'Ngày'],
  [1, 'Kiểm tra 02 chi bộ', 'tháng 5/2023'],
  ['IV. ĐÁNH GIÁ, TỔNG KẾT'],
  ['STT', 'Nội dung', 'Ngày'],
  [1, 'Báo cáo số 98-BC/ĐU', day('2023-12-15')],
  ['V. NHIỆM VỤ, GIẢI PHÁP'],
  ['- Nâng cao chất lượng báo cáo.'],
  ['- Tăng cường tập huấn.'],
  ['VII. ĐIỀU TRA, KHẢO SÁT DƯ LUẬN'],
  ['STT', 'Nội dung', 'Ngày'],
  [1, 'Khảo sát về tinh giản biên chế', 'tháng 9 năm 2023'],
  ['VIII. GIAO BAN'],
  ['STT', 'Nội dung', 'Ngày'],
  [1, 'Giao ban tháng 1', null],
  [2, 'Giao ban tháng 2', null],
];

const oneTable: Value[][] = [
  ...title,
  ['STT', 'Hoạt động', 'Nội dung', 'Thời gian', 'Số lượng'],
  [1, 'Kế hoạch công tác', 'Kế hoạch số 15-KH/ĐU', day('2023-01-20'), null],
  [2, 'Tập huấn', 'Lớp tập huấn nghiệp vụ', day('2023-03-15'), 45],
  [3, 'Kiểm tra, giám sát', 'Kiểm tra 02 chi bộ', 'tháng 5/2023', null],
  [4, 'Tổng kết', 'Báo cáo số 98-BC/ĐU', day('2023-12-15'), null],
  [5, 'Nhiệm vụ, giải pháp', 'Nâng cao chất lượng báo cáo.', null, null],
  [6, null, 'Tăng cường tập huấn.', null, null],
  [7, 'Khảo sát dư luận', 'Khảo sát về tinh giản biên chế', 'tháng 9 năm 2023', null],
  [8, 'Giao ban', 'Giao ban cộng tác viên', 'Tháng 1', null],
  [9, 'Giao ban', 'Giao ban cộng tác viên', 'Tháng 2', null],
];

describe('year layouts', () => {
  test.each([
    ['numbered headings with lines', headings],
    ['a table in each section', tables],
    ['one table', oneTable],
    [
      'headings without numerals',
      headings.map(([text]) => [typeof text === 'string' ? text.replace(/^[IVX]+\. /, '') : null]),
    ],
  ])('%s', (_, rows) => {
    const { found, strays } = year(rows);
    expect(found.organisation).toBe('tu-phap');
    expect(found.year?.value).toBe(2023);
    expect(found.plan?.value).toMatchObject({ number: '15-KH/ĐU', date: { iso: '2023-01-20' } });
    expect(found.trainings).toHaveLength(1);
    expect(found.trainings[0]).toMatchObject({ date: { value: { iso: '2023-03-15' } }, attendees: { value: 45 } });
    expect(found.inspections.map(({ date }) => date?.value.iso)).toEqual(['2023-05']);
    expect(found.review?.value).toMatchObject({ number: '98-BC/ĐU', date: { iso: '2023-12-15' } });
    expect(found.tasks).toHaveLength(2);
    expect(found.commendations).toEqual([]);
    expect(found.surveys.map(({ date }) => date?.value.iso)).toEqual(['2023-09']);
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01', '2023-02']);
    expect(strays).toEqual([]);
  });
});

test('a training’s name, topics and cells', () => {
  expect(year(tables).found.trainings).toEqual([
    {
      row: 8,
      name: { sheet: 'Sheet1', row: 8, column: 2, value: 'Lớp tập huấn nghiệp vụ' },
      date: { sheet: 'Sheet1', row: 8, column: 3, value: { iso: '2023-03-15', asText: false, text: '15/03/2023' } },
      topics: { sheet: 'Sheet1', row: 8, column: 4, value: 'Kỹ năng nắm bắt dư luận' },
      attendees: { sheet: 'Sheet1', row: 8, column: 5, value: 45 },
    },
  ]);
});

test('plan and year as labels', () => {
  const { found } = year([
    ['BÁO CÁO TỔNG KẾT CÔNG TÁC DƯ LUẬN XÃ HỘI NĂM 2023'],
    ['Tổ chức', 'Đảng ủy Bộ Tư pháp'],
    ['Năm', 2022],
    ['Kế hoạch công tác năm', 'số 15-KH/ĐU ngày 20/01/2022'],
    ['Báo cáo tổng kết', 'chưa có'],
  ]);
  expect(found).toMatchObject({
    organisation: 'tu-phap',
    year: { row: 3, value: 2022 },
    plan: { value: { number: '15-KH/ĐU' } },
    review: null,
  });
});

test('sections as lettered parts over numbered ones', () => {
  const { found } = year([
    ...title,
    ['A. KẾT QUẢ'],
    ['I. Xây dựng kế hoạch'],
    ['Kế hoạch số 15-KH/ĐU ngày 20/01/2023'],
    ['II. Tập huấn'],
    ['01 lớp, 45 người'],
    ['B. NHIỆM VỤ, GIẢI PHÁP'],
    ['Kiện toàn đội ngũ'],
  ]);
  expect(found).toMatchObject({ plan: { row: 5 }, trainings: [{ row: 7 }], tasks: [{ row: 9 }] });
});

test('sections numbered inside parts of other names', () => {
  const { found, strays } = year([
    ...title,
    ['I. KẾT QUẢ THỰC HIỆN'],
    ['1. Xây dựng kế hoạch'],
    ['Kế hoạch số 15-KH/ĐU ngày 20/01/2023'],
    ['2. Công tác tập huấn, bồi dưỡng'],
    ['- Lớp tập huấn nghiệp vụ ngày 15/3/2023, 45 người'],
    ['II. ĐÁNH GIÁ, TỔNG KẾT'],
    ['Báo cáo số 98-BC/ĐU ngày 15/12/2023'],
    ['III. PHƯƠNG HƯỚNG, NHIỆM VỤ'],
    ['1. Tập huấn cộng tác viên mới'],
  ]);
  expect(found).toMatchObject({
    plan: { row: 5, value: { number: '15-KH/ĐU' } },
    trainings: [{ row: 7 }],
    review: { row: 9 },
    tasks: [{ row: 11 }],
  });
  expect(strays).toEqual([]);
});

const plan = 'Kế hoạch số 15-KH/ĐU ngày 20/01/2023';
const review = 'Báo cáo số 98-BC/ĐU ngày 15/12/2023';
const cites = (number: string, iso: string) => ({ value: { number, date: { iso } } });
const cited = { plan: cites('15-KH/ĐU', '2023-01-20'), review: cites('98-BC/ĐU', '2023-12-15') };

describe('one table of activities and results', () => {
  test.each<[string, Value[][]]>([
    [
      'with units before the results',
      [
        ['STT', 'Nội dung', 'Đơn vị tính', 'Kết quả'],
        [1, 'Kế hoạch công tác năm', 'văn bản', plan],
        [2, 'Số lớp tập huấn', 'lớp', 2],
        [3, 'Số lượt người được tập huấn', 'người', 85],
        [4, 'Kiểm tra, giám sát', 'cuộc', 1],
        [5, 'Khen thưởng', 'người', 0],
        [6, 'Tổng kết năm', 'văn bản', review],
        [7, 'Nhiệm vụ, giải pháp', null, 'Nâng cao chất lượng báo cáo.'],
      ],
    ],
    [
      'with what was planned before what was done',
      [
        ['TT', 'Chỉ tiêu', 'Kế hoạch', 'Thực hiện', 'Tỷ lệ'],
        [1, 'Xây dựng kế hoạch năm', 1, plan, '100%'],
        [2, 'Mở lớp tập huấn', 3, '02 lớp, 85 lượt người', '67%'],
        [3, 'Cuộc kiểm tra', 2, '01 cuộc', '50%'],
        [4, 'Hội nghị tổng kết', 1, review, '100%'],
        [5, 'Nhiệm vụ, giải pháp', null, 'Nâng cao chất lượng báo cáo.', null],
      ],
    ],
    [
      'with quarters',
      [
        ['TT', 'Nhiệm vụ', 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
        [1, 'Xây dựng kế hoạch', plan],
        [2, 'Tập huấn', null, null, '01 lớp, 85 người'],
        [3, 'Kiểm tra', null, '02 chi bộ'],
        [4, 'Tổng kết', null, null, null, review],
        [5, 'Nhiệm vụ, giải pháp', null, null, null, 'Nâng cao chất lượng báo cáo.'],
      ],
    ],
    [
      'with results over the quarters',
      [
        ['TT', 'Nội dung công việc', 'Kết quả'],
        [null, null, 'Quý I', 'Quý II', 'Quý III', 'Quý IV'],
        [1, 'Xây dựng kế hoạch', plan],
        [2, 'Tập huấn', null, null, '01 lớp, 85 người'],
        [3, 'Kiểm tra', null, '02 chi bộ'],
        [4, 'Tổng kết', null, null, null, review],
        [5, 'Nhiệm vụ, giải pháp', null, null, null, 'Nâng cao chất lượng báo cáo.'],
      ],
    ],
  ])('%s', (_, rows) => {
    const { found, strays } = year([...title, ...rows]);
    expect(found).toMatchObject({ ...cited, tasks: [{ value: 'Nâng cao chất lượng báo cáo.' }], commendations: [] });
    expect(found.trainings).toMatchObject([{ attendees: { value: 85 } }]);
    expect(found.inspections).toHaveLength(1);
    expect(strays).toEqual([]);
  });

  test('in groups', () => {
    const { found } = year([
      ...title,
      ['STT', 'Nội dung', 'Kết quả'],
      ['I', 'KẾ HOẠCH'],
      [1, 'Kế hoạch công tác năm', 'số 15-KH/ĐU ngày 20/01/2023'],
      ['II', 'TẬP HUẤN'],
      [1, 'Lớp kỹ năng', '45 người'],
      [2, 'Lớp nghiệp vụ', '40 người'],
      ['III', 'TỔNG KẾT'],
      [1, 'Báo cáo tổng kết', 'số 98-BC/ĐU ngày 15/12/2023'],
    ]);
    expect(found).toMatchObject(cited);
    expect(found.trainings).toMatchObject([
      { name: { value: 'Lớp kỹ năng' }, attendees: { value: 45 } },
      { name: { value: 'Lớp nghiệp vụ' }, attendees: { value: 40 } },
    ]);
  });

  test('of documents by number and day', () => {
    const { found, strays } = year([
      ...title,
      ['TT', 'Tên văn bản', 'Số, ký hiệu', 'Ngày ban hành'],
      [1, 'Kế hoạch công tác năm', '15-KH/ĐU', day('2023-01-20')],
      [2, 'Báo cáo tổng kết năm', '98-BC/ĐU', day('2023-12-15')],
    ]);
    expect(found).toMatchObject(cited);
    expect(strays).toEqual([]);
  });

  test('people counted within the result', () => {
    const { found } = year([
      ...title,
      ['STT', 'Hoạt động', 'Thời gian', 'Kết quả'],
      [1, 'Tập huấn', 'Tháng 3', '01 lớp, 45 người'],
      [2, 'Kiểm tra', 'Tháng 6', 'Chưa thực hiện'],
    ]);
    expect(found.trainings).toMatchObject([{ date: { value: { iso: '2023-03' } }, attendees: { value: 45 } }]);
    expect(found.inspections).toEqual([]);
  });

  test('a count is told with its label', () => {
    const { found } = year([
      ...title,
      ['STT', 'Nội dung', 'Kết quả'],
      [1, 'Số lớp tập huấn', 2],
      [2, 'Số cuộc giao ban', 12],
    ]);
    expect(found.trainings).toMatchObject([{ name: { row: 4, column: 2, value: 'Số lớp tập huấn: 2' } }]);
    expect(found.briefings).toMatchObject([{ text: { row: 5, column: 2, value: 'Số cuộc giao ban: 12' } }]);
  });

  test.each(['văn bản', 'Thực hiện', 'Đạt', '100%', 1])('«%s» is no plan and no review', (value) => {
    const { found } = year([
      ...title,
      ['STT', 'Nội dung', 'Kết quả'],
      [1, 'Kế hoạch công tác năm', value],
      [2, 'Tập huấn', '01 lớp'],
      [3, 'Tổng kết năm', value],
    ]);
    expect(found).toMatchObject({ plan: null, review: null });
  });

  test('months across, under the heading they are for', () => {
    const months = Array.from({ length: 12 }, (_, at) => at + 1);
    const { found, strays } = year([
      ...title,
      ['1. Giao ban định kỳ'],
      ['Tháng', ...months.map((month) => `T${month}`)],
      [
        'Ngày giao ban',
        ...months.map((month) => (month === 6 ? null : day(`2023-${String(month).padStart(2, '0')}-20`))),
      ],
      ['2. Tổng kết'],
      [review],
    ]);
    expect(found.briefings).toHaveLength(11);
    expect(found.briefings[1]).toMatchObject({
      row: 5,
      text: { row: 4, column: 3, value: 'T2' },
      date: { row: 5, column: 3, value: { iso: '2023-02-20' } },
    });
    expect(found).toMatchObject({ review: cited.review });
    expect(strays).toEqual([]);
  });

  test('numbers of months under «Tháng»', () => {
    const { found } = year([
      ...title,
      ['TT', 'Nội dung', 'Tháng'],
      [null, null, 1, 2, 3],
      [1, 'Giao ban', 'x', 'x', null],
      [2, 'Tập huấn', null, null, '01 lớp, 45 người'],
    ]);
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01', '2023-02']);
    expect(found.trainings).toMatchObject([{ date: { value: { iso: '2023-03' } }, attendees: { value: 45 } }]);
  });

  test('marks under months', () => {
    const { found } = year([
      ...title,
      ['STT', 'Nội dung', 'Tháng 1', 'Tháng 2', 'Tháng 3'],
      [1, 'Giao ban', 'x', null, 'x'],
      [2, 'Kiểm tra', null, 'Kiểm tra 02 chi bộ', null],
    ]);
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01', '2023-03']);
    expect(found.inspections).toMatchObject([{ text: { row: 5, column: 4 }, date: { value: { iso: '2023-02' } } }]);
  });
});

describe('a log', () => {
  test('months with several activities in a cell', () => {
    const { found, strays } = year([
      ...title,
      ['Tháng', 'Nội dung hoạt động', 'Kết quả'],
      ['Tháng 1', `Giao ban cộng tác viên\nBan hành ${plan}`, 'Hoàn thành'],
      ['Tháng 2', 'Giao ban cộng tác viên', 'Chưa thực hiện'],
      ['Tháng 3', '- Giao ban cộng tác viên\n- Mở lớp tập huấn ngày 15/3/2023, 45 người', 'Hoàn thành'],
      ['Tháng 12', `Hội nghị tổng kết công tác năm; ${review}`, 'Hoàn thành'],
      [12, 'Đề ra nhiệm vụ, giải pháp năm 2024'],
      [null, 'Sinh hoạt chuyên đề'],
    ]);
    expect(found).toMatchObject({ ...cited, tasks: [{ row: 8 }] });
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01', '2023-03']);
    expect(found.trainings).toMatchObject([
      { row: 6, date: { value: { iso: '2023-03-15' } }, attendees: { value: 45 } },
    ]);
    expect(strays).toEqual([]);
  });

  test('activities across, months down', () => {
    const { found, strays } = year([
      ...title,
      ['TT', 'Tháng', 'Kế hoạch', 'Tập huấn', 'Giao ban', 'Ghi chú'],
      [1, 'Tháng 1', plan, null, 'x', null],
      [2, 'Tháng 2', null, null, day('2023-02-20'), null],
      [3, 'Tháng 3', null, '01 lớp, 45 người', 0, 'Hoãn giao ban'],
    ]);
    expect(found).toMatchObject({ plan: cited.plan, review: null });
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01', '2023-02-20']);
    expect(found.trainings).toMatchObject([{ row: 6, date: { value: { iso: '2023-03' } }, attendees: { value: 45 } }]);
    expect(strays).toEqual([]);
  });

  test('its total is no month, and what stands below it is no row', () => {
    const { found, strays } = year([
      ...title,
      ['Tháng', 'Giao ban', 'Tập huấn', 'Kiểm tra'],
      [1, day('2023-01-20'), null, null],
      [2, day('2023-02-20'), '01 lớp', '01 cuộc'],
      [3],
      ['Cộng', 2, 1, 1],
      ['Nhiệm vụ, giải pháp: Kiện toàn đội ngũ.'],
    ]);
    expect(strays).toEqual([]);
    expect(found).toMatchObject({ trainings: [{ row: 5 }], inspections: [{ row: 5 }], tasks: [{ row: 8 }] });
    expect(found.briefings).toHaveLength(2);
  });

  test('activities across, the whole year in one row', () => {
    const { found, strays } = year([
      ...title,
      ['STT', 'Kế hoạch', 'Tập huấn', 'Kiểm tra, giám sát', 'Tổng kết', 'Nhiệm vụ, giải pháp', 'Khảo sát', 'Giao ban'],
      [1, plan, '02 lớp, 90 người', '01 cuộc', review, 'Kiện toàn đội ngũ', 'Không', '12 cuộc'],
    ]);
    expect(found).toMatchObject({ ...cited, trainings: [{ times: 2 }], inspections: [{ row: 4 }], surveys: [] });
    expect(found).toMatchObject({ tasks: [{ value: 'Kiện toàn đội ngũ' }], briefings: [{ times: 12 }] });
    expect(strays).toEqual([]);
  });

  test('days: each row is what it names, none what the row above was', () => {
    const { found } = year([
      ...title,
      ['Thời gian', 'Hoạt động', 'Nội dung'],
      [day('2023-01-20'), 'Ban hành kế hoạch năm', 'Kế hoạch số 15-KH/ĐU'],
      [day('2023-02-20'), 'Giao ban', 'Tháng 2'],
      [day('2023-03-20'), 'Sinh hoạt chuyên đề', 'Học tập nghị quyết'],
      [day('2023-12-15'), 'Hội nghị tổng kết', 'Báo cáo số 98-BC/ĐU'],
    ]);
    expect(found).toMatchObject(cited);
    expect(found.briefings).toHaveLength(1);
  });
});

describe('labels and values', () => {
  test('counts beside their labels', () => {
    const { found, strays } = year([
      ['ĐẢNG ỦY BỘ TƯ PHÁP'],
      ['BIỂU TỔNG HỢP CÔNG TÁC DƯ LUẬN XÃ HỘI'],
      ['Năm báo cáo:', 2023],
      ['Kế hoạch hoạt động năm:', 'Số 15-KH/ĐU ngày 20/01/2023'],
      ['Số lớp tập huấn:', 1],
      ['Số lượt người tham dự tập huấn:', '85 người'],
      ['Số cuộc kiểm tra, giám sát:', 0],
      ['Báo cáo tổng kết:', 'Số 98-BC/ĐU ngày 15/12/2023'],
      ['Nhiệm vụ, giải pháp:', 'Nâng cao chất lượng báo cáo.'],
    ]);
    expect(found).toMatchObject({
      ...cited,
      organisation: 'tu-phap',
      title: { row: 2 },
      year: { row: 3, value: 2023 },
      trainings: [{ name: { value: 'Số lớp tập huấn: 1' }, attendees: { row: 6, value: 85 } }],
      inspections: [],
      tasks: [{ row: 9 }],
    });
    expect(strays).toEqual([]);
  });

  test('labels and counts in one cell, and units behind counts', () => {
    const { found, strays } = year([
      ...title,
      ['Kế hoạch công tác năm: số 15-KH/ĐU ngày 20/01/2023'],
      ['- Số lớp tập huấn: 02'],
      ['- Số lượt người tham dự tập huấn: 1.085'],
      ['- Số cuộc kiểm tra: 0'],
      ['Số cuộc giao ban:', 12, 'cuộc'],
      ['Báo cáo tổng kết: số 98-BC/ĐU ngày 15/12/2023'],
    ]);
    expect(found).toMatchObject({
      ...cited,
      trainings: [{ name: { value: '- Số lớp tập huấn: 02' }, attendees: { row: 5, value: 1085 } }],
      inspections: [],
      briefings: [{ text: { value: 'Số cuộc giao ban: 12' } }],
    });
    expect(strays).toEqual([]);
  });

  test.each(['-', '•', '✓', '➢', '►', 'o'])('what was done behind «%s»', (bullet) => {
    const { found } = year([
      ...title,
      ['I. ĐÁNH GIÁ KẾT QUẢ NĂM 2023'],
      [`${bullet} Tiến hành kiểm tra 04 chi bộ.`],
      ['II. NHIỆM VỤ, GIẢI PHÁP NĂM 2024'],
      [`${bullet} Tập huấn: mở 02 lớp.`],
    ]);
    expect(found.inspections).toHaveLength(1);
    expect(found.trainings).toEqual([]);
    expect(found.tasks).toHaveLength(1);
  });

  test('a roster with the same title stays a roster', () => {
    const rows: Value[][] = [
      ['BIỂU TỔNG HỢP CÔNG TÁC DƯ LUẬN XÃ HỘI'],
      ['Kiểm tra, giám sát:', 'tháng 5/2023'],
      ['STT', 'Họ và tên', 'Chức vụ', 'Chi bộ', 'Vai trò'],
      [1, 'Nguyễn Văn An', 'Trưởng phòng', 'Chi bộ 1', 'Tổ trưởng'],
    ];
    expect(parseWorkbook(workbook(sheet(rows)), profile).kind).toBe('roster');
  });
});

describe('plan and review wherever they are told', () => {
  test.each<[string, Value[][]]>([
    [
      'under headings of other names',
      [
        ['I. KẾT QUẢ'],
        ['1. Về lãnh đạo, chỉ đạo'],
        ['Ngày 20/01/2023, Đảng ủy ban hành Kế hoạch số 15-KH/ĐU về hoạt động của cộng tác viên năm 2023.'],
        ['2. Về kiểm tra'],
        ['Kiểm tra 02 chi bộ'],
        ['3. Về tổng kết'],
        [review],
      ],
    ],
    [
      'behind headings',
      [
        ['1. Công tác xây dựng kế hoạch: Ngày 20/01/2023, Đảng ủy ban hành Kế hoạch số 15-KH/ĐU.'],
        ['2. Công tác kiểm tra: 01 cuộc'],
        [`3. Công tác tổng kết: ${review}`],
      ],
    ],
    [
      'among what was done',
      [
        ['I. ĐÁNH GIÁ KẾT QUẢ NĂM 2023'],
        [`- Đã ban hành ${plan}.`],
        ['- Đã kiểm tra 04 chi bộ.'],
        ['- Đã tổ chức tổng kết năm; Báo cáo tổng kết số 98-BC/ĐU ngày 15/12/2023.'],
        ['II. NHIỆM VỤ, GIẢI PHÁP NĂM 2024'],
        ['- Về tập huấn: mở 02 lớp.'],
      ],
    ],
    [
      'beside another document',
      [
        ['I. CÔNG TÁC CHỈ ĐẠO'],
        ['Thực hiện Kết luận số 05-KL/ĐUK, ngày 06/12/2021 và Kế hoạch số 30-KH/ĐUK, ngày 10/01/2023.'],
        ['Đảng ủy xây dựng Kế hoạch số 15-KH/ĐU, ngày 20/01/2023 về công tác dư luận xã hội.'],
        ['II. KIỂM TRA, GIÁM SÁT'],
        ['Kế hoạch số 40-KH/ĐU ngày 01/6/2023'],
        ['III. ĐÁNH GIÁ, TỔNG KẾT'],
        ['Sơ kết 6 tháng: Báo cáo số 50-BC/ĐU ngày 30/6/2023'],
        [`Tổng kết năm: ${review}`],
      ],
    ],
  ])('%s', (_, rows) => {
    const { found } = year([...title, ...rows]);
    expect(found).toMatchObject(cited);
    expect(found.inspections).toHaveLength(1);
    expect(found.trainings).toEqual([]);
  });

  test.each([
    'Thực hiện Kế hoạch số 30-KH/ĐUK ngày 10/01/2023.',
    'Thực hiện Kế hoạch số 30-KH/BTG ngày 10/01/2023 của Ban Tuyên giáo Đảng ủy Khối.',
    'Ban hành Kế hoạch số 02-KH/ĐU ngày 05/01/2024.',
    'Ban hành Kế hoạch số 95-KH/ĐU ngày 28/12/2023 về công tác dư luận xã hội năm 2024.',
    'Ban hành Kế hoạch số 40-KH/ĐU ngày 01/6/2023 về kiểm tra việc thực hiện Quy chế.',
    'Dự kiến ban hành Kế hoạch số 15-KH/ĐU ngày 20/01/2023.',
  ])('no plan of the year: «%s»', (text) => {
    expect(year([...title, ['I. KẾT QUẢ'], [text], ['II. TẬP HUẤN'], ['01 lớp']]).found.plan).toBeNull();
  });

  test.each([
    'Hội nghị tổng kết 5 năm thực hiện Quy chế, ngày 15/6/2023.',
    'Tổng kết hội thi ngày 20/11/2023.',
    'Sơ kết 6 tháng: Báo cáo số 50-BC/ĐU ngày 30/6/2023.',
    'Báo cáo tổng kết số 91-BC/ĐU ngày 10/12/2022.',
    'Dự kiến tổng kết ngày 28/12/2023.',
    'Báo cáo số 50-BC/ĐU ngày 30/6/2023 về tình hình dư luận.',
  ])('no review of the year: «%s»', (text) => {
    expect(year([...title, ['I. KẾT QUẢ'], [text], ['II. TẬP HUẤN'], ['01 lớp']]).found.review).toBeNull();
  });

  test('none where the section says that there is none', () => {
    const { found } = year([
      ...title,
      ['I. KẾ HOẠCH CÔNG TÁC NĂM'],
      ['Không xây dựng.'],
      ['II. KIỂM TRA'],
      ['Theo Kế hoạch số 15-KH/ĐU ngày 20/01/2023 về công tác năm'],
      ['III. TẬP HUẤN'],
      ['Chưa tổ chức.'],
      ['IV. ĐÁNH GIÁ, TỔNG KẾT'],
      ['Chưa có.'],
      ['V. KHEN THƯỞNG'],
      ['Khen 02 đồng chí tại Hội nghị tổng kết năm ngày 15/12/2023'],
    ]);
    expect(found).toMatchObject({ plan: null, review: null, trainings: [] });
  });

  test.each(['Đảng ủy chưa ban hành kế hoạch năm.', 'Đang xây dựng', 'Có'])('«%s» is no plan', (text) => {
    expect(year([...title, ['I. KẾ HOẠCH CÔNG TÁC NĂM'], [text]]).found.plan).toBeNull();
  });

  test('a plan told in words only, in its own section', () => {
    const { found } = year([...title, ['I. KẾ HOẠCH CÔNG TÁC NĂM'], ['Đã xây dựng kế hoạch từ đầu năm.']]);
    expect(found.plan).toMatchObject({ row: 4, value: { number: null, date: null } });
  });

  test('what was done, told in sentences', () => {
    const { found } = year([
      ...title,
      ['I. KẾT QUẢ'],
      ['Trong năm, Đảng ủy đã tổ chức 02 lớp tập huấn cho 90 lượt người.'],
      ['Đảng ủy đã quan tâm công tác tập huấn.'],
      ['II. NHIỆM VỤ'],
      ['Kiện toàn đội ngũ.'],
    ]);
    expect(found.trainings).toMatchObject([{ row: 4, attendees: { value: 90 } }]);
  });

  test('parts of other names hold nothing of their own, and faults are nothing done', () => {
    const { found } = year([
      ...title,
      ['I. Tình hình chung'],
      ['Ổn định.'],
      ['II. Kết quả'],
      ['Ban hành 03 văn bản.'],
      ['III. Đánh giá chung'],
      ['1. Ưu điểm'],
      ['- Đã chủ động nắm bắt dư luận.'],
      ['2. Hạn chế'],
      ['- Tập huấn còn ít, mới có 01 lớp.'],
      ['- Kiểm tra chưa thường xuyên.'],
      ['IV. Nhiệm vụ, giải pháp'],
      ['- Kiện toàn đội ngũ.'],
    ]);
    expect(found).toMatchObject({ plan: null, trainings: [], inspections: [], review: null, tasks: [{ row: 14 }] });
  });

  test('a report on the year’s work that is the review itself', () => {
    const letter: Value[][] = [
      ['ĐẢNG ỦY BỘ TƯ PHÁP', null, 'Hà Nội, ngày 15 tháng 12 năm 2023'],
      ['Số 98-BC/ĐU'],
      ['BÁO CÁO'],
      ['tổng kết công tác dư luận xã hội năm 2023'],
      ['I. TẬP HUẤN'],
      ['01 lớp'],
    ];
    expect(year(letter).found.review).toMatchObject({ row: 2, ...cited.review });
    const denied = [...letter, ['II. ĐÁNH GIÁ, TỔNG KẾT'], ['Chưa thực hiện']];
    expect(year(denied).found.review).toBeNull();
  });
});

describe('next year’s tasks', () => {
  test.each<[string, Value[]]>([
    ['a heading with its year', ['Phần thứ hai: NHIỆM VỤ, GIẢI PHÁP NĂM 2024']],
    ['a heading', ['5. Nhiệm vụ, giải pháp']],
  ])('%s: below it nothing counts as done', (_, heading) => {
    const { found } = year([
      ...title,
      ['4. Giao ban: hằng tháng'],
      heading,
      ['- Về tập huấn: mở 02 lớp'],
      ['- Số cuộc kiểm tra:', 4],
      ['- Tổng kết năm 2023 trước ngày 15/12/2023'],
    ]);
    expect(found).toMatchObject({ trainings: [], inspections: [], review: null });
    expect(found.briefings).toHaveLength(1);
    expect(found.tasks).toHaveLength(2);
  });
});

describe('a record on several sheets', () => {
  const first = sheet([...title, ['I. KẾ HOẠCH CÔNG TÁC NĂM'], [plan]], { name: '1. Kế hoạch' });
  const record = (...others: readonly (readonly [name: string, rows: readonly (readonly Value[])[]])[]) => {
    const sheets = [first, ...others.map(([name, rows]) => sheet(rows, { name }))];
    const { kind, document, structure } = parseWorkbook(workbook(sheets), profile);
    expect(kind).toBe('year');
    return { found: document as YearRecord, otherCandidates: structure.otherCandidates };
  };
  const classes: Value[][] = [
    ['STT', 'Tên lớp', 'Ngày tổ chức', 'Chuyên đề', 'Số người dự'],
    [1, 'Lớp tập huấn nghiệp vụ', day('2023-03-15'), 'Kỹ năng nắm bắt dư luận', 45],
  ];
  const briefings: Value[][] = [
    ['STT', 'Ngày', 'Nội dung'],
    [1, day('2023-01-20'), 'Giao ban tháng 1'],
    [2, day('2023-02-20'), 'Giao ban tháng 2'],
  ];

  test.each<[string, readonly (readonly [string, Value[][]])[]]>([
    [
      'under headings',
      [
        ['Biểu 1', [['CÁC LỚP TẬP HUẤN, BỒI DƯỠNG'], ...classes]],
        ['Biểu 2', [['KẾT QUẢ GIAO BAN ĐỊNH KỲ NĂM 2023'], ...briefings]],
        ['Biểu 3', [['ĐÁNH GIÁ, TỔNG KẾT'], [review], ['NHIỆM VỤ, GIẢI PHÁP NĂM 2024'], ['- Kiện toàn đội ngũ.']]],
      ],
    ],
    [
      'told by the names of the sheets',
      [
        ['2. Tập huấn', [['ĐẢNG ỦY BỘ TƯ PHÁP'], ...classes]],
        ['3. Họp giao ban', briefings],
        ['4. Tổng kết', [['Đảng ủy Bộ Tư pháp'], [review], ['V. NHIỆM VỤ, GIẢI PHÁP'], ['- Kiện toàn đội ngũ.']]],
      ],
    ],
    [
      'the tasks too',
      [
        ['2. Tập huấn', classes],
        ['3. Họp giao ban', briefings],
        ['5. Nhiệm vụ', [['- Kiện toàn đội ngũ.']]],
        ['4. Tổng kết', [[review]]],
      ],
    ],
  ])('%s', (_, others) => {
    const { found, otherCandidates } = record(...others);
    expect(found).toMatchObject({ ...cited, sheet: '1. Kế hoạch', organisation: 'tu-phap', year: { value: 2023 } });
    expect(found.trainings).toMatchObject([
      { name: { sheet: others[0]?.[0], value: 'Lớp tập huấn nghiệp vụ' }, attendees: { value: 45 } },
    ]);
    expect(found.briefings.map(({ date }) => date?.value.iso)).toEqual(['2023-01-20', '2023-02-20']);
    expect(found.tasks).toMatchObject([{ sheet: others[2]?.[0], value: '- Kiện toàn đội ngũ.' }]);
    expect(otherCandidates).toEqual([]);
  });

  test.each<[string, string, Value[][]]>([
    ['guidance', 'Cách ghi', [['HƯỚNG DẪN'], ['TẬP HUẤN'], ...classes]],
    ['an example', 'Mẫu tập huấn', classes],
    ['another year', 'Tập huấn', [['TẬP HUẤN'], ['Năm', 2022], ...classes]],
    ['another year by its title', 'Biểu 2', [['CÁC LỚP TẬP HUẤN NĂM 2022'], ...classes]],
    [
      'another year by its dates',
      'Tập huấn',
      classes.map((row) => row.map((value) => (value instanceof Object ? day('2022-03-15') : value))),
    ],
    ['another year by its name', 'Tập huấn 2022', classes],
    ['another organisation', 'Tập huấn', [['ĐẢNG ỦY BỘ NỘI VỤ'], ['KẾT QUẢ TẬP HUẤN'], ...classes]],
    ['a sheet about something else', 'Phụ lục', classes],
    [
      'a list of those who attended',
      'Tập huấn',
      [
        ['STT', 'Họ và tên', 'Đơn vị'],
        [1, 'Nguyễn Văn An', 'Chi bộ 1'],
        [2, 'Trần Thị Bình', 'Chi bộ 2'],
      ],
    ],
  ])('nothing from %s', (_, name, rows) => {
    expect(record([name, rows]).found.trainings).toEqual([]);
  });

  test('a record of its own stays another candidate', () => {
    const without = headings.filter(([text]) => typeof text !== 'string' || !/KHEN|Không|GIAO BAN|Tháng/.test(text));
    const { document, structure } = parseWorkbook(
      workbook([sheet(without, { name: 'Bản 1' }), sheet(headings, { name: 'Bản 2' })]),
      profile,
    );
    expect(document).toMatchObject({ kind: 'year', sheet: 'Bản 1', briefings: [] });
    expect(structure.otherCandidates).toEqual(['Bản 2']);
  });

  test('what the record has itself is not replaced', () => {
    const { found } = record(['Kế hoạch', [['KẾ HOẠCH'], ['Kế hoạch số 77-KH/ĐU ngày 02/02/2023']]]);
    expect(found).toMatchObject({ plan: cited.plan });
  });

  test('a report takes nothing from the sheets of a year record', () => {
    const report = sheet(
      [
        ['BÁO CÁO TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG 11 NĂM 2023'],
        ['STT', 'Lĩnh vực', 'Vấn đề', 'Luồng ý kiến', 'Mức độ', 'Khuynh hướng'],
        [1, 'Đối ngoại', 'Chuyến thăm', 'Đồng tình.', 'Đa số', 'tán thành'],
      ],
      { name: 'Báo cáo' },
    );
    const parsed = parseWorkbook(workbook([report, sheet(briefings, { name: 'Giao ban' })]), profile);
    expect(parsed.kind).toBe('report');
  });
});

describe('columns beside those of its tables', () => {
  const table = (...rows: Value[][]) => {
    const { document, structure } = parseWorkbook(workbook(sheet([...title, ['GIAO BAN'], ...rows])), profile);
    const briefings = document?.kind === 'year' ? document.briefings : [];
    return { days: briefings.map(({ date }) => date?.value.iso), unexpected: structure.unexpectedColumns };
  };

  test.each<[string, Value[][], (string | undefined)[]]>([
    [
      'notes',
      [
        ['STT', 'Ngày', 'Nội dung', 'Ghi chú'],
        [1, day('2023-01-20'), 'Giao ban', 'Trực tuyến'],
      ],
      ['2023-01-20'],
    ],
    [
      'the month beside the day',
      [
        ['Tháng', 'Ngày họp', 'Nội dung'],
        [1, day('2023-01-20'), 'Giao ban'],
        [2, null, 'Giao ban'],
      ],
      ['2023-01-20', '2023-02'],
    ],
    [
      'the month alone',
      [
        ['Tháng', 'Nội dung', 'Ghi chú'],
        ['Tháng 3', 'Giao ban', null],
      ],
      ['2023-03'],
    ],
  ])('%s', (_, rows, days) => {
    expect(table(...rows)).toEqual({ days, unexpected: [] });
  });

  test('what else stands there is told', () => {
    const { unexpected } = table(['STT', 'Ngày', 'Nội dung', 'Mã số'], [1, day('2023-01-20'), 'Giao ban', 'GB1']);
    expect(unexpected).toMatchObject([{ value: 'Mã số' }]);
  });

  test('the number and day of a document', () => {
    const { found, strays } = year([
      ...title,
      ['KẾ HOẠCH'],
      ['STT', 'Số, ký hiệu', 'Ngày ban hành', 'Trích yếu'],
      [1, '15-KH/ĐU', day('2023-01-20'), 'Kế hoạch công tác dư luận xã hội'],
    ]);
    expect(found.plan).toMatchObject({ value: { number: '15-KH/ĐU', date: { iso: '2023-01-20' } } });
    expect(strays).toEqual([]);
  });
});

describe('the year of a record', () => {
  test.each<[string, number | null]>([
    ['(từ ngày 01/01/2023 đến ngày 31/12/2023)', 2023],
    ['Từ 01/01/2023 đến 30/11/2023', 2023],
    ['(từ ngày 01/12/2022 đến ngày 30/11/2023)', null],
    ['Hà Nội, ngày 20 tháng 12 năm 2023', null],
  ])('%s', (line, expected) => {
    const { found } = year([
      ['ĐẢNG ỦY BỘ TƯ PHÁP'],
      ['BÁO CÁO KẾT QUẢ CÔNG TÁC NẮM BẮT DƯ LUẬN XÃ HỘI'],
      [line],
      ['I. KẾ HOẠCH CÔNG TÁC NĂM'],
      ['Đã ban hành.'],
      ['II. TẬP HUẤN'],
      ['01 lớp'],
      ['III. KIỂM TRA, GIÁM SÁT'],
      ['01 cuộc'],
      ['IV. GIAO BAN'],
      ['12 cuộc'],
    ]);
    expect(found.year?.value ?? null).toBe(expected);
  });
});

describe('how often, where one line tells of several', () => {
  const briefed = (...lines: Value[][]): (number | undefined)[] =>
    year([...title, ['GIAO BAN'], ...lines]).found.briefings.map(({ times }) => times);

  test.each<[string, Value[][], (number | undefined)[]]>([
    ['in words', [['Tổ chức 12 cuộc giao ban trong năm.']], [12]],
    ['of so many', [['Thực hiện 11/12 kỳ giao ban.']], [11]],
    ['of the months', [['Giao ban: 12/12 tháng']], [12]],
    ['with a nought before it', [['Đã giao ban 06 kỳ với các chi bộ.']], [6]],
    ['behind a label', [['Số cuộc giao ban: 12']], [12]],
    ['once', [['Giao ban 01 lần trong tháng 3.']], [undefined]],
    ['an ordinal', [['Giao ban lần thứ 3 kỳ họp tháng 3.']], [undefined]],
    ['the number of a document', [['Thông báo số 15/ĐU kỳ giao ban tháng 3.']], [undefined]],
    [
      'restated below its lines',
      [['Tháng 1: giao ban tại cơ quan.'], ['Tháng 2: giao ban trực tuyến.'], ['Cả năm 2 cuộc giao ban.']],
      [undefined, undefined, undefined],
    ],
  ])('%s', (_, lines, times) => {
    expect(briefed(...lines)).toEqual(times);
  });

  test('classes too', () => {
    const { found } = year([...title, ['TẬP HUẤN'], ['Tổ chức 02 lớp tập huấn kỹ năng cho 85 người.']]);
    expect(found.trainings).toMatchObject([{ times: 2, attendees: { value: 85 } }]);
  });
});

describe('headings in words of their own', () => {
  test.each<[string, 'trainings' | 'inspections' | 'commendations' | 'surveys' | 'briefings']>([
    ['2. Hoạt động bồi dưỡng nghiệp vụ', 'trainings'],
    ['2. Kết quả kiểm tra, giám sát', 'inspections'],
    ['2. Hình thức khen thưởng', 'commendations'],
    ['2. Hoạt động khảo sát, thăm dò dư luận', 'surveys'],
    ['2. Chế độ giao ban', 'briefings'],
    ['2. Duy trì chế độ giao ban', 'briefings'],
  ])('%s', (heading, section) => {
    const { found } = year([...title, ['1. Kế hoạch'], ['Số 15-KH/ĐU ngày 20/01/2023'], [heading], ['- Tháng 5/2023']]);
    expect(found[section]).toHaveLength(1);
  });
});

describe('statements that there was none', () => {
  const classes = (line: string): number =>
    year([...title, ['II. TẬP HUẤN, BỒI DƯỠNG'], [line]]).found.trainings.length;

  test.each([
    'Trong năm chưa tổ chức lớp tập huấn nào.',
    'Năm 2023, Đảng ủy chưa mở lớp tập huấn riêng.',
    'Đơn vị chưa triển khai.',
    'Không tổ chức',
  ])('%s', (line) => {
    expect(classes(line)).toBe(0);
  });

  test.each([
    'Chưa mở lớp riêng nhưng đã lồng ghép tập huấn tháng 5/2023.',
    'Trong năm không tổ chức lớp riêng, đã cử 05 đồng chí dự lớp của Đảng ủy Khối.',
    'Tập huấn tháng 5/2023, còn 03 đồng chí chưa có điều kiện dự.',
  ])('but: %s', (line) => {
    expect(classes(line)).toBe(1);
  });
});

describe('what a numbered heading names, numbered below it', () => {
  const plan = ['Số 15-KH/ĐU ngày 20/01/2023'];
  const months = Array.from({ length: 12 }, (_, at) => `Giao ban tháng ${String(at + 1)}`);

  test('as lines', () => {
    const { found } = year([
      ...title,
      ['1. Kế hoạch'],
      plan,
      ['2. Tập huấn'],
      ['1. Tập huấn nghiệp vụ ngày 18/5/2023'],
      ['2. Tập huấn viết báo cáo ngày 19/9/2023'],
      ['3. Giao ban'],
      ...months.map((text, at) => [`${String(at + 1)}. ${text}`]),
      ['4. Khen thưởng'],
      ['Giấy khen cho 02 cá nhân'],
    ]);
    expect(found.trainings).toHaveLength(2);
    expect(found.briefings).toHaveLength(12);
    expect(found.commendations).toHaveLength(1);
  });

  test('as rows of a table', () => {
    const { found } = year([
      ...title,
      ['1. Kế hoạch'],
      plan,
      ['2. Giao ban'],
      ['STT', 'Nội dung', 'Ngày'],
      ...months.map((text, at): Value[] => [at + 1, text, day(`2023-${String(at + 1).padStart(2, '0')}-20`)]),
    ]);
    expect(found.briefings).toHaveLength(12);
  });

  test.each<[string, Value[][]]>([
    [
      'dated',
      [
        [1, 'Kiểm tra Quy chế', day('2023-03-20')],
        [2, 'Giám sát', day('2023-04-20')],
        [3, 'Giao ban', day('2023-05-20')],
      ],
    ],
    [
      'undated',
      [
        [1, 'Kiểm tra Quy chế'],
        [2, 'Kiểm tra hồ sơ'],
        [3, 'Kiểm tra báo cáo'],
      ],
    ],
  ])('as rows of a short table, %s', (_, rows) => {
    const { found } = year([...title, ['1. Kế hoạch'], plan, ['2. Kiểm tra'], ['STT', 'Nội dung', 'Ngày'], ...rows]);
    expect(found.inspections).toHaveLength(3);
  });

  test('the next number without one of its own is a heading of the same section', () => {
    const { found } = year([...title, ['1. Tập huấn'], ['- Tháng 5/2023'], ['2. Bồi dưỡng'], ['- Tháng 6/2023']]);
    expect(found.trainings).toHaveLength(2);
  });
});

describe('what is still to come', () => {
  test.each<['plan' | 'review', string]>([
    ['plan', 'Kế hoạch đang trình Ban Thường vụ phê duyệt.'],
    ['plan', 'Kế hoạch năm 2023 dự kiến ban hành tháng 3/2023'],
    ['review', 'Dự kiến tổ chức tổng kết vào tháng 01/2024'],
    ['review', 'Sẽ tổng kết ngày 10/01/2024'],
  ])('is no %s: %s', (cited, line) => {
    const heading = cited === 'plan' ? 'I. KẾ HOẠCH CÔNG TÁC NĂM' : 'IV. ĐÁNH GIÁ, TỔNG KẾT';
    expect(year([...title, [heading], [line]]).found[cited]).toBeNull();
  });

  test.each<['plan' | 'review', string]>([
    ['plan', 'Kế hoạch ban hành ngày 20/01/2023, không có phụ lục'],
    ['plan', 'Kế hoạch số 15-KH/ĐU, đang trình bổ sung'],
    ['review', 'Tổng kết ngày 22/12/2023, dự kiến khen thưởng 02 cá nhân'],
  ])('but a %s it is: %s', (cited, line) => {
    const heading = cited === 'plan' ? 'I. KẾ HOẠCH CÔNG TÁC NĂM' : 'IV. ĐÁNH GIÁ, TỔNG KẾT';
    expect(year([...title, [heading], [line]]).found[cited]).not.toBeNull();
  });
});
