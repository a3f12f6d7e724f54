import { expect, it } from 'vitest';
import { unknownWorkbook } from '../../../core/rules/unknown-workbook.ts';
import { brief, report, roster, run, year } from './build.ts';
import { parsedOf, sheetOf, workbookOf, type Contents } from './workbook.ts';

it.each([
  ['roster', roster()],
  ['report', report()],
  ['year', year()],
])('unknown-workbook accepts a %s', (_kind, document) => {
  expect(run(unknownWorkbook, parsedOf(document))).toEqual([]);
});

const nothing = [
  'Không nhận ra tệp: không có tiêu đề, phần mục hay cột nào của danh sách, báo cáo hoặc sổ công tác năm.',
  'The workbook is not recognised: it has no title, section or column of a roster, report or year record.',
] as const;

it.each<[string, Contents, string, string]>([
  ['an empty workbook', {}, ...nothing],
  ['another table', { A1: 'Mã hàng', B1: 'Giá', A2: 12 }, ...nothing],
  [
    'a header where no document starts any more',
    { ...Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`A${at + 1}`, at])), A401: 'Họ và tên' },
    ...nothing,
  ],
  [
    'a list of names',
    { A1: 'Họ và tên', B1: 'Chức vụ' },
    'Không nhận ra tệp. Gần nhất là danh sách cộng tác viên, nhưng thiếu: «DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI», «Đơn vị/chi bộ đại diện», «Vai trò».',
    'The workbook is not recognised. It comes nearest to a roster but lacks: «DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI», «Đơn vị/chi bộ đại diện», «Vai trò».',
  ],
  [
    'parts of a report',
    { A1: 'BÁO CÁO', A3: 'IV. DỰ BÁO', A4: 'V. ĐỀ XUẤT, KIẾN NGHỊ', A5: 'I. KHÁI QUÁT TÌNH HÌNH' },
    'Không nhận ra tệp. Gần nhất là báo cáo tháng, nhưng thiếu: «NỘI DUNG DƯ LUẬN», «VẤN ĐỀ NỔI CỘM», «Vấn đề», «Luồng ý kiến».',
    'The workbook is not recognised. It comes nearest to a monthly report but lacks: «NỘI DUNG DƯ LUẬN», «VẤN ĐỀ NỔI CỘM», «Vấn đề», «Luồng ý kiến».',
  ],
])('unknown-workbook finds %s', (_name, contents, vi, en) => {
  expect(brief(run(unknownWorkbook, parsedOf(null, contents)))).toEqual([{ severity: 'error', cell: null, vi, en }]);
});

it('unknown-workbook tells a summary of this program', () => {
  const sheets = ['Tổng quan', 'Tình hình nộp', 'Đối soát', 'Nguồn'].map((name) =>
    sheetOf({ A1: 'BÁO CÁO' }, { name }),
  );
  const told = (of: typeof sheets): string | undefined =>
    run(unknownWorkbook, parsedOf(null, workbookOf(of)))[0]?.message.vi;
  expect(told(sheets)).toBe('Đây là báo cáo tổng hợp của Khối do phần mềm này lập, không phải tệp của một đảng ủy.');
  expect(told(sheets.slice(1))).toMatch(/^Không nhận ra tệp/);
});

it('unknown-workbook says so where only the layout is wrong', () => {
  const scattered = {
    A1: 'DANH SÁCH CỘNG TÁC VIÊN DƯ LUẬN XÃ HỘI',
    A3: 'Họ và tên',
    A5: 'Chức vụ',
    A7: 'Chi bộ',
    A9: 'Vai trò',
  };
  expect(run(unknownWorkbook, parsedOf(null, scattered))[0]?.message).toEqual({
    vi: 'Không nhận ra tệp. Gần nhất là danh sách cộng tác viên, nhưng bảng không đúng mẫu.',
    en: 'The workbook is not recognised. It comes nearest to a roster, but its table is not laid out as one.',
  });
});
