import { describe, expect, it } from 'vitest';
import { compareNames, compareText, stripTitles } from '../../../core/text/name.ts';

describe('stripTitles', () => {
  it.each([
    ['TS. Phạm Thị Mẫu', 'Phạm Thị Mẫu'],
    ['TS Phạm Thị Mẫu', 'Phạm Thị Mẫu'],
    ['PGS.TS. Nguyễn An', 'Nguyễn An'],
    ['PGS, TS Nguyễn An', 'Nguyễn An'],
    ['PGS.,TS. Nguyễn An', 'Nguyễn An'],
    ['GS.TSKH Trần Bình', 'Trần Bình'],
    ['ThS.BS. Lê Cường', 'Lê Cường'],
    ['CN. Lê Cường', 'Lê Cường'],
    ['KS. Lê Cường', 'Lê Cường'],
    ['LS. Lê Cường', 'Lê Cường'],
    ['NGƯT Trần Bình', 'Trần Bình'],
    ['NGƯT. TS. Trần Bình', 'Trần Bình'],
    ['đ/c Nguyễn An', 'Nguyễn An'],
    ['Đ/c: Nguyễn An', 'Nguyễn An'],
    ['Đ/C NGUYỄN AN', 'NGUYỄN AN'],
    ['đ.c Nguyễn An', 'Nguyễn An'],
    ['Đồng chí TS. Nguyễn An', 'Nguyễn An'],
    ['đồng chí\u00A0Nguyễn An'.normalize('NFD'), 'Nguyễn An'],
    ['\u00D0/c Nguyễn An', 'Nguyễn An'],
    ['ông Nguyễn An', 'Nguyễn An'],
    ['Bà Nguyễn An', 'Nguyễn An'],
    ['Thượng tá Lê Cường', 'Lê Cường'],
    ['Nhà giáo ưu tú Lê Cường', 'Lê Cường'],
    ['  Nguyễn   An ', 'Nguyễn An'],
  ])('%s → %s', (name, expected) => {
    expect(stripTitles(name)).toBe(expected);
  });

  it.each([['Nguyễn An'], ['Tsan An'], ['Ksor Phước'], ['Bành Văn An'], ['Công An'], ['Bà'], ['TS.'], ['']])(
    'leaves «%s»',
    (name) => {
      expect(stripTitles(name)).toBe(name);
    },
  );
});

describe('compareNames', () => {
  it('sorts by tên, then họ, then đệm, in Vietnamese order', () => {
    const sorted = [
      'Nguyễn Văn An',
      'Trần Văn An',
      'Đỗ Thị Anh',
      'Lê Văn Ân',
      'Hồ Thanh Dũng',
      'Lê Minh Đức',
      'Lê Văn Đức',
      'TS. Phạm Văn Đức',
      'Bùi Minh Hạnh',
      'Ông Hoàng Ly',
      'Vũ Quang Tâm',
      'y',
    ];
    expect([...sorted].reverse().sort(compareNames)).toEqual(sorted);
  });

  it.each([
    ['Nguyễn Văn Hoà', 'nguyễn văn hòa'],
    ['Nguyễn Văn Hoà'.normalize('NFD'), 'ông NGUYỄN VĂN HÒA'],
    ['An', ' AN '],
  ])('«%s» and «%s» are the same name', (a, b) => {
    expect(compareNames(a, b)).toBe(0);
  });

  it('puts one word before the same tên with a họ', () => {
    expect(compareNames('An', 'Nguyễn An')).toBeLessThan(0);
  });
});

describe('compareText', () => {
  it('follows the Vietnamese alphabet', () => {
    expect(['đá', 'da', 'ơn', 'ôn', 'on', 'ư', 'u', 'ă', 'a', 'â'].sort(compareText)).toEqual([
      'a',
      'ă',
      'â',
      'da',
      'đá',
      'on',
      'ôn',
      'ơn',
      'u',
      'ư',
    ]);
  });

  it('takes NFC and NFD for the same', () => {
    expect(compareText('Đảng ủy', 'Đảng ủy'.normalize('NFD'))).toBe(0);
  });
});
