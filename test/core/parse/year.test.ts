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
