import { align } from './aligned.ts';
import { eachMatch } from './each-match.ts';
import { hint, mayHold } from './hints.ts';
import { latin } from './latin.ts';

export interface FoundClassification {
  readonly mark: 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';
  readonly index: number;
}

const mark = String.raw`(?:tuyệt\s{1,3}|tối\s{1,3})?mật`;

/** A cell or line that holds the mark and nothing else, letters spaced or framed. */
const standAlone = /^[\s([{*_.:•–-]*((?:t\s*u\s*y\s*ệ\s*t\s*|t\s*ố\s*i\s*)?m\s*ậ\s*t)[\s)\]}*_.!–-]*$/imu;

/** «Độ mật: Tối mật», «Dấu chỉ mức độ mật - MẬT» */
const labelled = latin(
  String.raw`(?<![\p{L}])độ\s{1,3}mật\s{0,3}[:=–-]?\s{0,3}[“"«(]?(${mark})(?![\p{L}]|\s{1,3}(?:độ|mã))`,
  'iu',
);

/** The mark as a word in capitals, or with a capital where it can mean nothing else; and as file names spell it. */
const word = latin(
  String.raw`(?<![\p{L}]|(?<![\p{L}])(?:BẢO|BÍ|CƠ|THÂN|KÍN|ONG|ĐƯỜNG|ĐỘ)\s{1,3})(?:(?:(?:TUYỆT|TỐI)[\s_-]{1,3})?MẬT|T(?:uyệt|ối)\s{1,3}mật|(?:TUYET|TOI)[\s_-]MAT)(?![\p{L}]|\s{1,3}(?:THIẾT|ĐỘ|KHẨU|MÃ|ONG|THƯ|VỤ|DANH|ĐÀM|NGHỊ))`,
  'gu',
);

/** «không mang dấu MẬT»: instructions name the marks they forbid. */
const forbidden = latin(
  String.raw`(?<![\p{L}])[Kk]hông\s+(?:được\s+)?(?:mang|có|đóng|chứa|nhập|ghi|dùng|đưa|gửi|tải|nộp)(?![\p{L}])[^.;:!?\n]{0,60}$`,
  'u',
);

/** The first mark of secrecy; null when there is none, which proves nothing about the content. */
export function findClassification(text: string): FoundClassification | null {
  if (!mayHold(text, hint.classification)) return null;
  const aligned = align(text);
  const whole = standAlone.exec(aligned.text) ?? labelled.exec(aligned.text);
  if (whole?.[1]) return found(whole[1], whole.index + whole[0].lastIndexOf(whole[1]));
  for (const match of eachMatch(aligned.text, word))
    if (!forbidden.test(aligned.text.slice(Math.max(0, match.index - 100), match.index)))
      return found(match[0], match.index);
  return null;

  function found(words: string, index: number): FoundClassification {
    const first = words.replace(/\s/g, '').charAt(1).toUpperCase();
    const level = words.replace(/\s/g, '').length <= 3 ? 'MẬT' : first === 'U' ? 'TUYỆT MẬT' : 'TỐI MẬT';
    return { mark: level, index: aligned.locate(index, words.length).index };
  }
}
