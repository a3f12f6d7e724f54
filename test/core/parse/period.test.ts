import { expect, test } from 'vitest';
import { monthInText, monthNumberInText } from '../../../core/parse/period.ts';

test.each([
  ['Tình hình dư luận xã hội tháng 11 năm 2023', '2023-11'],
  ['tháng mười một năm 2023', '2023-11'],
  ['THÁNG MƯỜI HAI NĂM 2023', '2023-12'],
  ['tháng mười/2023', '2023-10'],
  ['tháng năm năm 2023', '2023-05'],
  ['tháng tư, năm 2023', '2023-04'],
  ['Tháng Giêng năm 2023', '2023-01'],
  ['tháng chạp năm 2023', '2023-12'],
  ['THÁNG XI/2023', '2023-11'],
  ['tháng IX năm 2023', '2023-09'],
  ['tháng 10 và tháng 11 năm 2023', '2023-11'],
  ['tháng 10, tháng 11 năm 2023', '2023-11'],
  ['tháng 10, 11 năm 2023', '2023-11'],
  ['tháng 10 và 11/2023', '2023-11'],
  ['tháng 12 và tháng 01 năm 2024', '2024-01'],
  ['từ tháng 10 đến tháng 11 năm 2023', '2023-11'],
  ['tháng 11 và nhiệm vụ tháng 12 năm 2023', '2023-11'],
  ['tháng 12; dự báo tháng 01 năm 2024', '2023-12'],
  ['tháng XIII năm 2023', null],
  ['tháng năm 2023', null],
  ['tháng ba nhiệm vụ', null],
])('the month of «%s»', (text, month) => {
  expect(monthInText(text)).toBe(month);
});

test.each([
  ['TÌNH HÌNH DƯ LUẬN XÃ HỘI THÁNG MƯỜI MỘT', 11],
  ['Báo cáo tháng tư', 4],
  ['Báo cáo tháng XI', 11],
  ['Báo cáo tháng 11', 11],
  ['Báo cáo hằng tháng, năm', null],
  ['Công tác tháng năm', null],
  ['Chiến thắng mười năm', null],
])('the month without a year of «%s»', (text, month) => {
  expect(monthNumberInText(text)).toBe(month);
});
