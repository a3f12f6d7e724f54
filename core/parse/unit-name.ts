/** The names of the bodies people are members of or work in. */
import { normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';

const bodies = [
  'chi bộ|chi ủy|chi uỷ|đảng bộ|đảng ủy|đảng uỷ|công đoàn|đoàn (?:thanh niên|tn|tncs|cơ sở)|hội|liên đoàn|liên hiệp',
  'khối|phòng|ban|vụ|cục|chi cục|tổng cục|viện|học viện|trường|trung tâm|văn phòng|thanh tra|bộ phận|bộ môn|khoa|tổ|nhóm|đội|trạm',
  'cơ quan|đơn vị|công ty|tổng công ty|tập đoàn|xí nghiệp|nhà máy|chi nhánh|ngân hàng|kho bạc|kiểm toán|bảo hiểm|quỹ|sở|ủy ban|uỷ ban|tòa án|toà án',
  'lãnh đạo|thường trực|các (?:đơn vị|chi bộ|đảng bộ|phòng|ban)|tt|vp|vpđu|bql|báo(?! cáo)|tạp chí|nhà xuất bản|nhà khách|nhà hát|bảo tàng|thư viện|bệnh viện|đài|hãng',
].join('|');
/**
 * Units begin with these words, people's names do not; with their marks, for without them «Vũ» is «vụ». «Vụ trưởng» is a
 * person's.
 */
const unitName = latin(
  String.raw`^(?:\(?[IVX\d]{1,5}[.)]\s*|[-–+*•]\s*)?(?:${bodies})(?!\p{L}| (?:trưởng|phó|viên)(?!\p{L}))`,
  'iu',
);
/** The one of those words that is a surname too. */
const ofSurnameBan = latin(String.raw`^Ban (?:Thị|Văn|Đình|Hữu) \p{Lu}`, 'u');

/** True for «Chi bộ Văn phòng», «II. Phòng Tổ chức»: no person, and no office. */
export function namesUnit(text: string): boolean {
  const name = normalise(text);
  return unitName.test(name) && !ofSurnameBan.test(name);
}
