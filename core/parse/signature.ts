/** Lines of a document that hold no content: signatures, recipients, totals, rulings, statements that there is nothing. */
import type { Cell } from '../sheet.ts';
import { fold, foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { latin } from '../text/latin.ts';

const letterOrDigit = latin(String.raw`[\p{L}\p{N}]`, '');

/** Matched on `foldPlain`. «T/M ĐẢNG ỦY», «PHÓ BÍ THƯ», «NGƯỜI LẬP BIỂU», «Nơi nhận», «(Ký, ghi rõ họ tên)». */
const signaturePattern =
  /^((t m|tm|k t|kt|t l|tl|t u q|tuq|t t|tt) (dang uy|dang bo|ban|bi thu|chi uy|chi bo|huyen uy|cap uy|thuong truc|to|btv|truong|thu truong|bch)\b|(q |quyen )?(pho )?bi thu\b( (thuong truc|phu trach|dang uy|chi bo|huyen uy))?$|uy vien (ban thuong vu|btv)$|noi nhan$|noi nhan (nhu|bao cao|ban|luu|dang|btv)\b|nguoi (lap|viet|tong hop|thuc hien|ky|bao cao)\b.{0,30}$|lap bieu$|xac nhan\b(?!.*\b(so luong|chat luong|co cau)\b)|ky (va )?(ghi )?(ro )?(ho )?ten|da ky$|ky ten\b|(pho )?truong ban( tuyen giao)?$|chanh van phong$|to truong$|thu truong (co quan|don vi)$|duyet$|nguoi duyet$|luu (vt|van thu|vp|dang uy|ban|ho so|btg)\b)/;

/** «Hà Nội, ngày 24 tháng 11 năm 2023», also with the numbers still to be filled in. */
const placeDatePattern = latin(
  String.raw`^[\p{L}\s.\-]{2,40},?\s*ngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm\s*[\d.…_ ]*$`,
  'iu',
);

export function isPlaceDate(text: string): boolean {
  return text.length < 90 && placeDatePattern.test(text) && !/^(kèm|theo|ban hành|căn cứ)/iu.test(text);
}

export function isSignature(grid: Grid, cell: Cell): boolean {
  if (typeof cell.value !== 'string' || cell.value.length > 400) return false;
  const first =
    grid
      .shown(cell)
      .trim()
      .split(/[\r\n]/)[0] ?? '';
  return signaturePattern.test(foldPlain(first)) || isPlaceDate(grid.text(cell));
}

/** «Phó Bí thư», «Tổ trưởng»: a signer's office, or the position of a member. */
export function isOffice(text: string): boolean {
  return officePattern.test(foldPlain(text));
}

const officePattern = /^(q |quyen )?(pho |to |uy vien )?(bi thu|truong|ban|btv|chanh van phong|thu truong)\b/;

/** What follows a signature mark: a signer's name, a recipient line («- Lưu VP.»), a title; never a lone stray sign. */
export function fitsSignature(grid: Grid, cell: Cell): boolean {
  if (typeof cell.value !== 'string') return false;
  const text = grid.text(cell);
  if (isDecoration(text) || isSignature(grid, cell)) return true;
  return text.length <= 200 && (/^[-–•*+(]/.test(text) || text.split(' ').length >= 2);
}

/** «*», «-----», «(…)», «Trang 2/3»: nothing said. */
export function isDecoration(text: string): boolean {
  if (/^trang \d{1,3}(\s*\/\s*\d{1,3})?$/iu.test(text)) return true;
  return !letterOrDigit.test(text) && (text.length > 1 || /[*\-–—_=]/.test(text));
}

/** «Tổng cộng: 17 đồng chí», «Cộng nhóm I», «Danh sách có 17 người». Diacritics matter: «Tống Công Minh» is a person. */
export function isTotal(text: string): boolean {
  const folded = fold(text).replace(/^[(\s*\-–.]+/u, '');
  return (
    /^(tổng (cộng|số)|(tổng|cộng)\s*[:.]?\s*(\d|$)|cộng (chung|dồn|trang|mục|phần|nhóm|khối|chi bộ|đơn vị)( |[:.]|$)|danh sách (này |trên )?(có|gồm)|ấn định|bằng chữ)/u.test(
      folded,
    ) || /^(tong (cong|so)|cong)\s*[:.]?\s*(\d|$)|^danh sach (nay )?(co|gom) \d/u.test(folded)
  );
}

/** «Không có.», «Không», «Chưa có»: an empty section, not an item. Given `foldPlain` text. */
export function isNothing(plain: string): boolean {
  return /^((noi dung|van de|tinh hinh|du luan)( du luan)?( xa hoi)? )?((trong )?thang (nay|\d{1,2}( (nam )?\d{4})?) )?(khong|khong co|khong co gi( moi| them| dac biet)?|chua co|chua|khong phat sinh|khong co (noi dung|van de|y kien|de xuat|kien nghi|de xuat kien nghi|du bao)( gi)?( them)?|khong co van de (gi )?(noi com|phat sinh)|none|n a)$/.test(
    plain,
  );
}

/** Before the «không» of a sentence that is an opinion all the same. */
const opinionWords =
  /\b(cho rang|de nghi|kien nghi|ban khoan|lo (ngai|lang)|phan nan|quan tam|tuy nhien|da so|phan lon|nhieu y kien|mot (so|bo phan)|buc xuc (vi|khi|ve|do|truoc)|(nguoi dan|nhan dan|cu tri) (phan anh|cho biet))\b/;
/** «Người lao động chưa nhận được …»: those who tell something, not the committee that has been told nothing. */
const tellers =
  /\b(nguoi|nhan dan|ba con|cu tri|can bo|dang vien|cong nhan|nong dan|doanh nghiep|hoc sinh|sinh vien|phu huynh|gia dinh|ho (dan|ngheo)|phan anh)\b/;

/** «không có vấn đề gì phát sinh», «không có dư luận», «chưa phát hiện …»; «không có ý kiến phản đối …» tells of opinions. */
const nothingArose = [
  /\bkhong (co )?(van de |noi dung |luong du luan |du luan |vu viec |y kien |luong y kien |tinh hinh |dien bien )*(xa hoi )?(gi )?(moi |dac biet |nao )*(phat sinh|noi com|noi bat|noi len|dang chu y|buc xuc|phuc tap|xay ra)\b/,
  /\b(khong|chua) (phat sinh|phat hien|ghi nhan|xuat hien|co (van de|du luan|y kien(?! (nao )?(phan doi|bat dong|trai|dong tinh|tan thanh|ung ho|ban khoan|lo |thac mac|phan nan))|vu viec|noi dung|tinh hinh|phan anh|bien dong|dien bien))\b/,
  /\bkhong co (cac |nguon )?(thong tin|bao cao) (nao |gi )?(phan anh|(ve )?(du luan|tinh hinh du luan|van de (noi com|phat sinh|du luan)))\b/,
  /\b(khong|chua) co (chi bo|dang bo|don vi|to chuc( dang)?|cong tac vien) nao (co )?(phan anh|bao cao|y kien|kien nghi)\b/,
];
/** «không nhận được phản ánh, kiến nghị nào», but not «chưa nhận được ý kiến trả lời». */
const nothingReceived =
  /\b(khong|chua) (tiep nhan|nhan|thu nhan|thu thap|nam bat|tiep thu)( duoc)? (them )?(cac |luong |thong tin )*(phan anh|y kien|kien nghi|de xuat|du luan|bao cao)\b(?! (tra loi|phan hoi|chi dao|giai trinh|giai quyet|huong dan|tham gia|thoa dang|cua (bo|cap tren|chinh phu|co quan)))/;

/** The statement that nothing arose. Given `foldPlain` text. */
export function isNil(plain: string): boolean {
  return afterNil(plain) !== null;
}

/**
 * A nil statement that says nothing else, so that beside opinions it is none: «Không có ý kiến gì thêm, chỉ mong sớm
 * triển khai» goes on. Given `foldPlain` text.
 */
export function isPlainNil(plain: string): boolean {
  const after = afterNil(plain);
  return after !== null && nothingMore.test(after);
}

const nothingMore =
  /^(\s+(gi|nao|moi|khac|dac biet|dang (chu y|quan tam)|noi (com|bat|len)|buc xuc|phuc tap|lon|them|can|phai|duoc|phan anh|bao cao|kien nghi|de xuat|y kien|van de|du luan|xa hoi|noi dung|tinh hinh|vu viec|phat sinh|trong|thang|ky|quy|nay|tai|o|don vi|dang bo|chi bo|co quan|truc thuoc|tu|cac|cua|can bo|dang vien|quan chung|cong chuc|vien chuc|nguoi lao dong|va|hoac|cung nhu|ve|linh vuc|nam|\d+))*\s*$/;
/** «…; tuy nhiên, một số ý kiến …»: the sentence goes on with opinions. */
const goesOn = /\b(tuy nhien|mot so y kien|nhieu y kien|da so y kien|phan lon y kien)\b/;

/** What follows the words that say it; null where nothing says so. */
function afterNil(plain: string): string | null {
  if (isNothing(plain)) return '';
  // «Một số ý kiến cho rằng chưa có vấn đề nào …» is an opinion.
  const told = /\b(khong|chua)\b/.exec(plain);
  if (!told || opinionWords.test(plain.slice(0, told.index))) return null;
  const received = nothingReceived.exec(plain);
  const heard = received && !tellers.test(plain.slice(0, received.index)) ? received : null;
  const match = nothingArose.map((pattern) => pattern.exec(plain)).find((found) => found !== null) ?? heard;
  const after = match ? plain.slice(match.index + match[0].length) : null;
  return after !== null && goesOn.test(after) ? null : after;
}

/** «Trên đây là báo cáo …», «Đảng ủy trân trọng báo cáo./.»: the end of a report, none of its content. Given `foldPlain` text. */
export function isClosing(plain: string): boolean {
  return (
    plain.length < 300 &&
    /^tren day la (bao cao|tinh hinh|ket qua|noi dung|tong hop)\b|\b(xin )?(tran trong|kinh) (bao cao|trinh|cam on|de nghi)$/.test(
      plain,
    )
  );
}
