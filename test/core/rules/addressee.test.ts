import { describe, expect, it } from 'vitest';
import { addressee } from '../../../core/rules/addressee.ts';
import { at, brief, report, run } from './build.ts';

const to = (text: string | null) => report({ addressee: text === null ? null : at('B10', text) });

describe('addressee', () => {
  it.each([
    'Ban Thường vụ Đảng ủy Khối (qua Ban Tuyên giáo Đảng ủy Khối)',
    'Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương (qua Ban Tuyên giáo)',
    '- BAN THƯỜNG VỤ ĐẢNG UỶ KHỐI;\n- Ban Tuyên giáo ĐUK.',
    'BTV ĐUK (qua BTG ĐUK)',
  ])('accepts «%s»', (text) => {
    expect(run(addressee, to(text))).toEqual([]);
  });

  const expected = 'Ban Thường vụ Đảng ủy Khối các cơ quan Trung ương (qua Ban Tuyên giáo)';

  it.each([
    'Ban Thường vụ Đảng ủy Khối',
    'Ban Tuyên giáo Đảng ủy Khối',
    'Ban Thường vụ Thành ủy (qua Ban Tuyên giáo Thành ủy)',
    'Văn phòng',
  ])('warns about «%s»', (text) => {
    expect(brief(run(addressee, to(text)))).toEqual([
      {
        severity: 'warning',
        cell: 'B10',
        vi: `Nơi nhận ghi khác; nơi nhận là ${expected}.`,
        en: `The report is addressed otherwise; it goes to “${expected}”.`,
      },
    ]);
  });

  it('warns about no addressee, at the title', () => {
    expect(brief(run(addressee, to(null)))).toEqual([
      {
        severity: 'warning',
        cell: 'A4',
        vi: `Báo cáo chưa ghi nơi nhận; nơi nhận là ${expected}.`,
        en: `The report names no addressee; it goes to “${expected}”.`,
      },
    ]);
  });
});
