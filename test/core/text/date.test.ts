import { describe, expect, it } from 'vitest';
import { findDates, readDate, serialToIso } from '../../../core/text/date.ts';

describe('serialToIso', () => {
  it.each([
    ['before the calendar', 0, null],
    ['a time without a day', 0.5, null],
    ['negative', -1, null],
    ['the first day', 1, '1900-01-01'],
    ['the last second of the first day', 1.99999, '1900-01-01'],
    ['28 February 1900', 59, '1900-02-28'],
    ['29 February 1900, which never was', 60, null],
    ['1 March 1900', 61, '1900-03-01'],
    ['a report', 45_223, '2023-10-24'],
    ['a report at noon', 45_223.5, '2023-10-24'],
    ['29 February 2000', 36_585, '2000-02-29'],
    ['the last day', 2_958_465, '9999-12-31'],
    ['the last second', 2_958_465.99999, '9999-12-31'],
    ['past the calendar', 2_958_466, null],
    ['not a number', Number.NaN, null],
    ['infinite', Number.POSITIVE_INFINITY, null],
  ] as const)('1900 system, %s: %d → %s', (_name, serial, iso) => {
    expect(serialToIso(serial, false)).toBe(iso);
  });

  it.each([
    [-1, null],
    [-0.5, null],
    [0, '1904-01-01'],
    [59, '1904-02-29'],
    [60, '1904-03-01'],
    [43_761, '2023-10-24'],
    [2_957_003, '9999-12-31'],
    [2_957_004, null],
  ] as const)('1904 system: %d → %s', (serial, iso) => {
    expect(serialToIso(serial, true)).toBe(iso);
  });
});

describe('readDate', () => {
  it.each([
    ['25/11/2023', '2023-11-25'],
    ['5/9/2016', '2016-09-05'],
    ['05-9-2016', '2016-09-05'],
    ['05.9.2016', '2016-09-05'],
    ['25 / 11 / 2023', '2023-11-25'],
    [' 25/11/2023 ', '2023-11-25'],
    ['25/11/2023\u00A0', '2023-11-25'],
    ['2023-11-25', '2023-11-25'],
    ['ngày 13/5/2021', '2021-05-13'],
    ['Ngày: 13/5/2021', '2021-05-13'],
    ['ngày 26 tháng 12 năm 2015', '2015-12-26'],
    ['Ngày 1 tháng 9 năm 2016.', '2016-09-01'],
    ['ngày mùng 1 tháng 9 năm 2016', '2016-09-01'],
    ['ngay 26 thang 12 nam 2015', '2015-12-26'],
    ['Hà Nội, ngày 07 tháng 12 năm 2021', '2021-12-07'],
    ['TP. Hồ Chí Minh, ngày 07/12/2021', '2021-12-07'],
    ['Hà Nội, ngày 07 tháng 12 năm 2021'.normalize('NFD'), '2021-12-07'],
    ['tháng 9/2023', '2023-09'],
    ['Tháng 11-2023', '2023-11'],
    ['tháng 11 năm 2023', '2023-11'],
    ['9/2023', '2023-09'],
    ['11-2023', '2023-11'],
    ['2023-11', '2023-11'],
    ['2021', '2021'],
    ['năm 2021', '2021'],
    ['1900', '1900'],
    ['2099', '2099'],
    ['29/02/2000', '2000-02-29'],
    ['25/11/2023 10:30', '2023-11-25'],
    ['25/11/2023 10:30:05', '2023-11-25'],
    ['25/11/2023, lúc 10 giờ 30 phút', '2023-11-25'],
    ['25/11/2023 10h30', '2023-11-25'],
    ['2023-11-25T10:30:00Z', '2023-11-25'],
    ['2023-11-25T10:30:00.000+07:00', '2023-11-25'],
  ])('%s → %s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it.each([
    [''],
    ['11/25/2023'],
    ['31/02/2023'],
    ['29/02/1900'],
    ['29/02/2023'],
    ['31/4/2023'],
    ['0/1/2023'],
    ['1/0/2023'],
    ['32/1/2023'],
    ['1/13/2023'],
    ['2023-02-30'],
    ['2023-25-11'],
    ['ngày 31 tháng 4 năm 2023'],
    ['tháng 13/2023'],
    ['tháng 0/2023'],
    ['13/2023'],
    ['34/61'],
    ['5/9/16'],
    ['05-9-16'],
    ['25/11/23 10:30'],
    ['25/11-2023'],
    ['25/11'],
    ['ngày 25 tháng 11'],
    ['tháng 11'],
    ['1899'],
    ['2100'],
    ['25/11/1899'],
    ['25/11/12023'],
    ['9/2023/NĐ-CP'],
    ['45223'],
    ['25/11/2023 và 26/11/2023'],
    ['đã nộp 25/11/2023'],
    ['2020-2025'],
  ])('«%s» is no date', (text) => {
    expect(readDate(text)).toBeNull();
  });
});

describe('findDates', () => {
  it.each([
    ['Ngày 06/12/2021, Ban Thường vụ ban hành', [['Ngày 06/12/2021', '2021-12-06']]],
    ['tính đến tháng 11/2023, qua rà soát', [['tháng 11/2023', '2023-11']]],
    [
      'từ 9/2023 đến 30.11.2023.',
      [
        ['9/2023', '2023-09'],
        ['30.11.2023', '2023-11-30'],
      ],
    ],
    [
      'từ 01/9/2016-01/9/2021',
      [
        ['01/9/2016', '2016-09-01'],
        ['01/9/2021', '2021-09-01'],
      ],
    ],
    ['Hà Nội, ngày 07 tháng 12 năm 2021', [['ngày 07 tháng 12 năm 2021', '2021-12-07']]],
    ["12:47' 24/7/2019", [['24/7/2019', '2019-07-24']]],
    [
      'từ 2023-11-01 đến 2023-11-25',
      [
        ['2023-11-01', '2023-11-01'],
        ['2023-11-25', '2023-11-25'],
      ],
    ],
  ] as const)('%s', (text, expected) => {
    const found = findDates(text).map(({ index, length, iso }) => [text.slice(index, index + length), iso]);
    expect(found).toEqual(expected);
  });

  it.each([
    ['a number of a law', 'Nghị định 13/2023/NĐ-CP và Luật số 91/2025/QH15'],
    ['a numbered document that looks like a month', 'Thông tư số 5/2023, 5/2023/TT-BTC'],
    ['a fraction', '34/61 đảng bộ'],
    ['a term', 'nhiệm kỳ 2020-2025'],
    ['an impossible day is not read as its month', 'ngày 31 tháng 02 năm 2023, 31/02/2023'],
    ['a day without a year', 'Sáng 29/11, hội nghị'],
    ['an amount', '1.200.2023 đồng'],
  ])('%s', (_name, text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('locates a date in the text as typed', () => {
    const text = 'Đã họp ngày\u00A007 tháng 12 năm 2021, xong.'.normalize('NFD');
    const [date] = findDates(text);
    expect(date && text.slice(date.index, date.index + date.length)).toBe(
      'ngày\u00A007 tháng 12 năm 2021'.normalize('NFD'),
    );
  });
});
