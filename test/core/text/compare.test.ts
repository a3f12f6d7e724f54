import { describe, expect, it } from 'vitest';
import { fold, foldPlain, foldSigns, normalise, repairLetters } from '../../../core/text/compare.ts';

describe('normalise', () => {
  it.each([
    ['NFD', 'Đảng ủy Khối'.normalize('NFD'), 'Đảng ủy Khối'],
    ['no-break spaces', 'Đảng\u00A0ủy\u202FKhối', 'Đảng ủy Khối'],
    ['spaces around and doubled', '  Đảng \t ủy\nKhối ', 'Đảng ủy Khối'],
    ['zero-width characters', 'Đảng\u200B ủy\uFEFF Kh\u200Dối\u2060', 'Đảng ủy Khối'],
    ['direction marks', '\u200EĐảng ủy\u202C', 'Đảng ủy'],
    ['a soft hyphen', 'Đảng\u00AD ủy', 'Đảng ủy'],
    ['an invisible character between a letter and its mark', 'Kho\u0302\u200B\u0301i', 'Khối'],
    ['eth for Đ', '\u00D0ảng và \u00F0ảng', 'Đảng và đảng'],
    ['African Đ', '\u0189ảng và \u0256ảng', 'Đảng và đảng'],
    ['D with a stroke laid over', 'D\u0335ảng và d\u0336ảng', 'Đảng và đảng'],
    ['case and punctuation stay', 'QĐ-TTg, số 5.', 'QĐ-TTg, số 5.'],
    ['tone placement stays', 'hoà, hòa', 'hoà, hòa'],
  ])('%s', (_name, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it('cannot rely on NFD for Đ: it has no decomposition', () => {
    expect('Đ'.normalize('NFD')).toBe('Đ');
    expect(normalise('D')).not.toBe(normalise('Đ'));
  });
});

describe('repairLetters', () => {
  it('keeps spaces and line breaks', () => {
    expect(repairLetters(' \u00D0a\u0301\r\n b\u200B ')).toBe(' Đá\r\n b ');
  });
});

describe('fold', () => {
  it.each([
    ['hoà', 'hòa'],
    ['hoá', 'hóa'],
    ['hoả', 'hỏa'],
    ['toạ', 'tọa'],
    ['xoã', 'xõa'],
    ['khoẻ', 'khỏe'],
    ['loè', 'lòe'],
    ['thuỷ', 'thủy'],
    ['uỷ', 'ủy'],
    ['luỹ', 'lũy'],
    ['tuý', 'túy'],
    ['Uỳnh uỵch', 'uỳnh uỵch'],
    ['ĐẢNG UỶ', 'Đảng ủy'],
    ['cấp uỷ các cấp', 'cấp ủy các cấp'],
    ['hoà'.normalize('NFD'), 'hòa'],
    ['Thoà,', 'thòa,'],
  ])('«%s» equals «%s»', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['quý', 'qúy'],
    ['quỳ', 'qùy'],
    ['quà', 'qùa'],
    ['hoà', 'hoa'],
    ['hoà', 'hoá'],
    ['thuý', 'thúi'],
    ['da', 'đa'],
    ['an', 'ăn'],
  ])('«%s» differs from «%s»', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it.each([
    'quý',
    'quỳ',
    'hoàn',
    'hoài',
    'ngoặc',
    'ngoằn',
    'khuỷu',
    'huỳnh',
    'thuyền',
    'toàn',
    'khoẻn',
    'ngoèo',
    'ngoậy',
  ])('«%s» has one placement and stays', (word) => {
    expect(fold(word)).toBe(word);
  });
});

describe('foldPlain', () => {
  it.each([
    ['Đơn vị/chi bộ đại diện', 'don vi chi bo dai dien'],
    ['  SỐ QĐ: ', 'so qd'],
    ['Ngày QĐ'.normalize('NFD'), 'ngay qd'],
    ['\u00D0ảng uỷ (Khối)', 'dang uy khoi'],
    ['2020-2025', '2020 2025'],
    ['***', ''],
  ])('«%s» → «%s»', (text, expected) => {
    expect(foldPlain(text)).toBe(expected);
  });
});

describe('foldSigns', () => {
  it.each([
    ['Kinh tế – xã hội', 'kinh tế - xã hội'],
    ['Kinh tế-xã hội', 'Kinh tế — xã hội'],
    ['băn khoăn / lưỡng lự', 'Băn khoăn/lưỡng lự'],
    ['hoà  bình', 'hòa bình'],
  ])('«%s» equals «%s»', (a, b) => {
    expect(foldSigns(a)).toBe(foldSigns(b));
  });

  it.each([
    ['Kinh tế xã hội', 'Kinh tế - xã hội'],
    ['bán đất', 'bàn đất'],
    ['tán thành, phản đối', 'tán thành/phản đối'],
  ])('«%s» differs from «%s»', (a, b) => {
    expect(foldSigns(a)).not.toBe(foldSigns(b));
  });
});
