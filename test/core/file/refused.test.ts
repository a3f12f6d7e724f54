import { describe, expect, test } from 'vitest';
import { FileRefused, refusalCodes, showBytes } from '../../../core/file/refused.ts';

describe('refusals', () => {
  test('every code has its own sentence in both languages', () => {
    const reasons = refusalCodes.map((code) => new FileRefused(code, '7').reason);
    expect(new Set(reasons.map((reason) => reason.vi)).size).toBe(refusalCodes.length);
    expect(new Set(reasons.map((reason) => reason.en)).size).toBe(refusalCodes.length);
  });

  test.each(refusalCodes)('%s says what is wrong and what to do', (code) => {
    const { code: given, reason } = new FileRefused(code, '7');
    expect(given).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(reason.vi).toMatch(/[Hh]ãy |Trong LibreOffice/);
    for (const text of [reason.vi, reason.en]) {
      expect(text).not.toContain('{limit}');
      expect(text.split('. ').length).toBeGreaterThan(1);
      expect(text.endsWith('.')).toBe(true);
    }
  });

  test('sizes are shown in the unit people know', () => {
    expect(new FileRefused('file-too-large', showBytes(5 * 1024 * 1024)).reason).toEqual({
      vi: 'Tệp lớn hơn 5 MB. Hãy bỏ hình ảnh và các trang không cần nộp, lưu lại rồi gửi.',
      en: 'The file is larger than 5 MB. Remove pictures and sheets that need not be submitted, save it and send it again.',
    });
    expect(showBytes(1)).toBe('1 KB');
  });
});
