import { describe, expect, it } from 'vitest';
import { findOcrSlips } from '../../../core/text/ocr.ts';

describe('findOcrSlips', () => {
  it.each([
    ['ĐẢNG ỦY KHỎI CÁC CƠ QUAN TW', [['KHỎI', 'KHỐI']]],
    ['Đảng bộ Khỏi các cơ quan Trung ương', [['Khỏi', 'Khối']]],
    ['xây dựng đội ngũ công tác viên dư luận xã hội', [['công', 'cộng']]],
    ['Công tác viên', [['Công', 'Cộng']]],
    ['phân bác các luận điệu xuyên tạc', [['phân', 'phản']]],
    [
      '“tự diễn\n\nbiên”, “tự chuyên hóa” trong nội bộ',
      [
        ['biên', 'biến'],
        ['chuyên', 'chuyển'],
      ],
    ],
    [
      'diễn biên phức tạp; phổ biên, quán triệt',
      [
        ['biên', 'biến'],
        ['biên', 'biến'],
      ],
    ],
    ['công tác viên'.normalize('NFD'), [['công', 'cộng']]],
  ] as const)('%s', (text, expected) => {
    const found = findOcrSlips(text).map(({ index, length, suggestion }) => [
      text.slice(index, index + length).normalize('NFC'),
      suggestion,
    ]);
    expect(found).toEqual(expected);
  });

  it.each([
    'Đảng ủy Khối các cơ quan Trung ương',
    'khai trừ khỏi Đảng',
    'cho rút khỏi đảng ủy các đồng chí',
    'cộng tác viên dư luận xã hội',
    'công tác tư tưởng',
    'phản bác các quan điểm sai trái',
    'phân bác sĩ về cơ sở',
    'phổ biến, quán triệt; “tự diễn biến”, “tự chuyển hóa”',
    'chuyển biên chế về xã, biên bản, biên giới, chuyên hóa',
  ])('leaves «%s»', (text) => {
    expect(findOcrSlips(text)).toEqual([]);
  });
});
