/**
 * People named in running text. A capitalised Vietnamese name counts when an honorific stands before it, or an office,
 * or when it begins with a frequent surname; streets, schools and places that bear a name do not count.
 */
import { eachMatch } from './each-match.ts';
import { hint, mayHold } from './hints.ts';
import { latin } from './latin.ts';

export interface FoundPerson {
  /** `officeHolder`: named with a public office, such as «Bộ trưởng …». */
  readonly type: 'namedPerson' | 'officeHolder';
  readonly index: number;
  readonly length: number;
}

/** Surnames frequent enough, and no words of organisations, to tell a name without any honorific. */
const frequentSurnames =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Đinh Trịnh Trương Phùng Lưu Tạ Hồ Đào Mai Lý Đoàn Vương Quách'.split(
    ' ',
  );
const otherSurnames = [
  'Âu An Ân Bạch Bành Bế Cao Cấn Cầm Chu Châu Chử Cù Cung Danh Diệp Doãn Đàm Đan Đậu Điêu Đồng Đổng Đường Giáp Giàng Giang Hà Hạ',
  'Hàn Hầu Hoa Hứa Hờ Kha Khổng Khuất Khúc Khương Kiều Kim La Lã Lại Lâm Lầu Liêu Lò Lỗ Lộc Lù Lục Lương Lường Lữ Lưỡng Ma Mã Mạc',
  'Mạch Mẫn Mùa Nghiêm Ngụy Nhâm Nhan Nhữ Ninh Nông Ôn Phí Phù Quản Quan Sầm Sùng Sử Tào Tăng Tất Thạch Thái Thân Thào Thẩm',
  'Thi Thiều Tiêu Tòng Tô Tôn Tống Trà Tráng Trang Trầm Triệu Trình Tưởng Từ Uông Ung Ứng Vàng Văn Vi Viên Vừ Xa Y Yên Ksor Siu Nay',
]
  .join(' ')
  .split(' ');
const surname = `(?:${[...frequentSurnames, ...otherSurnames].join('|')})`;
/** A rare surname may be the end of a longer name: «Hưng Yên». */
const openingSurname = String.raw`(?:${frequentSurnames.join('|')}|(?<!\p{Lu}\p{Ll}{1,8} )(?:${otherSurnames.join('|')}))`;

const edge = String.raw`(?<![\p{L}\p{N}])`;
const word = String.raw`(?:\p{Lu}[\p{Ll}’']+|\p{Lu}(?![\p{L}]))`;

const degrees = String.raw`(?:pgs|gs|tskh|ts|ths|bs|ks|ls|kts|ds|cn|nsưt|nsnd|ngưt|ngnd)\.?`;
const honorifics = String.raw`đồng chí|đ\s?[/.]\s?c|ông|bà|anh|chị|cô|chú|thầy|em|cháu|bạn|${degrees}|giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ]|bác s[ĩỹ]|luật sư|nhà báo`;
/** «Anh» with a capital is a country as well, «chị Hai năm tấn» a movement, «chị Dậu» of a novel. */
const plainHonorifics = String.raw`[đĐ]ồng chí|[đĐ]/[cC]|[ôÔ]ng|[bB]à|anh|[cC]hị(?! (?:Hai năm|Dậu|Út Tịch)(?![\p{L}]))`;

/** Beginnings of offices and bodies, which follow an honorific as a name would. */
const notGiven =
  'Bí|Phó|Trưởng|Chủ|Ủy|Uỷ|Thủ|Bộ|Tổng|Giám|Đảng|Thứ|Chánh|Cục|Vụ|Viện|Hiệu|Thường|Cán|Hội|Ban|Thư|Tổ|Tư|Đội|Chi|Lãnh|Cựu|Nhà|Kế|Kiểm|Cấp|Chuyên|Chỉ|Quốc|Phụ|Nữ|Việt|Mặt|Ngoại|Đồng|Bác|Ông|Bà|Anh|Chị|Cô|Em|Giáo|Thạc|Luật|Nông|Cộng|Đối|Các|Những|Trong|Theo|Khi|Đã|Được|Nguyên (?!\\p{Lu})|Đại (?!\\p{Lu})|Công (?!\\p{Lu})|Đoàn (?!\\p{Lu})|Quân (?!\\p{Lu})|Quyền (?!\\p{Lu})|Thành (?:ủy|uỷ|viên|phố)|Trung (?:tá|tướng|úy|uý|ương)|Thượng|Thiếu|Hạ (?:sĩ|sỹ)|Tiến s|Chính (?:trị|phủ|ủy|uỷ)|Kỹ|Trợ|Thanh tra|Thẩm phán|Văn phòng|Đen|Rịa|Nà|Trưng|Triệu|Huyện|Chúa|Hồ|Quốc|Táo(?! \\p{Lu}|\\p{L})|Táo Quân|Ích Khiêm';

/** Public offices; a cell secretary or head of a section is no public figure. */
const offices = [
  'tổng bí thư|chủ tịch(?! (?:công đoàn|hội đồng quản trị|công ty))|phó chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|thống đốc|tổng thanh tra|tổng kiểm toán',
  'bí thư(?! (?:chi bộ|chi đoàn|đoàn))|(?:ủy|uỷ) viên (?:bộ chính trị|ban bí thư|bch|ban chấp hành|trung ương|ban thường vụ|dự khuyết)',
  'trưởng ban|chánh án|viện trưởng|đại biểu quốc hội|đại sứ|tổng thống|giám đốc (?:sở|công an|học viện)|(?:đại|thượng|trung|thiếu) tướng|đại tướng',
].join('|');

/** Between an office and the name of its holder stand only the words of the body. */
const bodyWords = String.raw`(?:[ ](?!(?:đề nghị|cho|nói|phát biểu|yêu cầu|của|với|do|bị|được|là|về|đến|tại|trong|theo|có|thăm|gặp|tiếp|chỉ đạo|bổ nhiệm|kỷ luật|khen|thay|biểu dương|giao|mời|để|khi|và[ ](?:${honorifics}))(?![\p{L}]))[\p{L}&.]+){0,14}`;
const officeBefore = latin(String.raw`${edge}(?:${offices})${bodyWords}[ ]?[:,]?[ ]?(?:(?:${honorifics})[ ])?$`, 'iu');
const officeDirectlyBefore = latin(String.raw`${edge}(?:${offices})[ ](?:(?:${honorifics})[ ])?$`, 'iu');
const officeAfter = latin(
  String.raw`^[ ]?[,–(-][ ]?(?:nguyên |quyền |phó )?(?:đồng chí )?(?:${offices})(?![\p{L}])`,
  'iu',
);

/** Directly before a name: it is a street, a school, a place, a prize. */
const placeBefore = latin(
  String.raw`${edge}(?:đường|phố|ngõ|ngách|hẻm|đại lộ|nút giao(?: thông)?|ngã (?:ba|tư|năm|sáu|bảy)|vòng (?:xuyến|xoay)|tuyến(?: phố| metro)?|trục|khu vực|khu dân cư|khu tập thể|chung cư|quận|huyện|phường|xã|thị trấn|thị xã|thành phố|tp\.?|tỉnh|tỉnh (?:ủy|uỷ)|thành (?:ủy|uỷ)|huyện (?:ủy|uỷ)|quận (?:ủy|uỷ)|trường|thpt|thcs|tiểu học|mầm non|trung học(?: cơ sở| phổ thông)?|phổ thông|chuyên|đại học|cao đẳng|học viện|ctqg|chính trị quốc gia|bệnh viện|công viên|quảng trường|cầu|hầm|sân bay|nhà ga|ga|cảng|hồ|sông|núi|đồi|đèo|đảo|đền|chùa|đình|miếu|lăng|mộ|nghĩa trang|tượng đài|bảo tàng|nhà hát|nhà văn h(?:óa|oá)|vườn hoa|bến xe|bến tàu|tượng|di tích|lễ hội|phủ|lớp học|phong trào|cung|rạp|sân vận động|khu|khu đô thị|khu di tích|làng|thôn|ấp|bản|giải|giải thưởng|học bổng|quỹ|huân chương|mang tên|tư tưởng|cộng sản|thiếu niên tiền phong|tòa nhà|chợ|nhà máy|doanh nghiệp|công ty(?: tnhh| cổ phần| cp)?|tập đoàn|câu lạc bộ)(?: số \d+)?[ ]["“]?$`,
  'iu',
);

/** «các phố Hàng Bài, Trần Hưng Đạo»: one of a list of places. */
const placeListBefore = latin(
  String.raw`${edge}(?:[đĐ]ường|[pP]hố|[tT]uyến|[tT]rục|[nN]út giao|[nN]gã (?:ba|tư|năm|sáu)|[qQ]uận|[hH]uyện|[pP]hường|[xX]ã|[tT]rường|[bB]ệnh viện|[cC]hợ|[cC]ầu|[kK]hu)(?: số \d+)?(?: ${word}){1,4}(?:(?:, | - | – | và )(?:${word} ){0,3}${word}){0,6}(?:, | - | – | và )$`,
  'u',
);

/** Provinces and bodies that begin as a surname does, and names that belong to everybody. */
const noPerson = latin(
  String.raw`^(?:Hồ Chí Minh|Hoa Kỳ|Đan Mạch|Châu (?:Âu|Á|Phi|Mỹ)|Nguyễn Ái Quốc|Nguyễn Tất Thành|Hồ (?:Gươm|Tây|Hoàn)|Hoàng (?:Sa|Liên|Thành|Anh Gia)|Hà (?:Nội|Nam|Giang|Tĩnh|Đông|Tiên|Tây|Lan(?! \p{Lu}))|Cao (?:Bằng|Đẳng)|Thái (?:Bình|Nguyên|Lan)|Lâm Đồng|Ninh (?:Bình|Thuận)|An (?:Giang|Ninh|Toàn)|Đồng (?:Nai|Tháp|Chí)|Yên Bái|Tô Lịch|Kim Ngạch|Đào Tạo|Đoàn (?:Thanh|Kiểm|Giám|Công|Đại)|Văn (?:Phòng|Hóa|Hoá|Lâm|Giang)|Công An|Trung Quốc|Hàn Quốc|Mai Châu|Dương Kinh|Lý (?:Luận|Sơn)|Phan (?:Rang|Thiết)|Võ Nhai|Lê[ -]?Nin)(?![\p{L}])`,
  'u',
);

/** Vietnamese spelling of one syllable, tone and marks taken off. */
const syllable = /^(?:ngh?|nh|[ptckg]h|gi|tr|qu|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

const afterHonorific = latin(
  String.raw`${edge}(?:${honorifics})(?:[ ]?[:.]?[ ]|[ ])(?:(?:${degrees}|${plainHonorifics})[ ]?){0,3}(?<name>${surname}(?: ${word}){1,4})(?![\p{L}])`,
  'giu',
);
const afterPlainHonorific = latin(
  String.raw`${edge}(?:${plainHonorifics})[ ](?!${notGiven})(?<name>\p{Lu}[\p{Ll}’']+(?: ${word}){0,3}|\p{Lu}(?: ${word}){1,3})(?![\p{L}])`,
  'gu',
);
const bare = latin(String.raw`${edge}(?<name>${openingSurname}(?: ${word}){1,3})(?![\p{L}])`, 'gu');

/** Two words with a capital, or an honorific and one. */
const capitals = latin(String.raw`\p{Lu}[\p{L}’']* \p{Lu}|(?<!\p{L})(?:${plainHonorifics}) \p{Lu}`, 'u');

/** Without an honorific the two long patterns, tens of milliseconds to build, are not needed. */
const anyHonorific = latin(`(?:${honorifics})[ :.]`, 'iu');

/** In a text already aligned (NFC, plain spaces), by place. */
export function findPeople(text: string): FoundPerson[] {
  if (!mayHold(text, hint.person) || !capitals.test(text)) return [];
  const found: FoundPerson[] = [];
  const overlaps = (index: number, length: number): boolean =>
    found.some((other) => index < other.index + other.length && other.index < index + length);
  const add = (index: number, name: string): void => {
    if (overlaps(index, name.length) || noPerson.test(name)) return;
    const before = text.slice(Math.max(0, index - 120), index);
    const after = text.slice(index + name.length, index + name.length + 80);
    const office = officeBefore.test(before) || officeAfter.test(after);
    found.push({ type: office ? 'officeHolder' : 'namedPerson', index, length: name.length });
  };

  if (anyHonorific.test(text)) {
    for (const { index, match, name } of named(text, afterHonorific))
      if (startsCapital(name) && !namesPlace(text.slice(Math.max(0, index - 60), index)))
        add(index + match.lastIndexOf(name), name);
    for (const { index, match, name } of named(text, afterPlainHonorific))
      if (isVietnamese(name) && !namesPlace(text.slice(Math.max(0, index - 60), index)))
        add(index + match.lastIndexOf(name), name);
  }
  for (const { index, name } of bareNames(text)) add(index, name);
  // Named once with the office, a person is that office-holder throughout.
  const nameOf = ({ index, length }: FoundPerson): string => text.slice(index, index + length);
  const holders = new Set(found.filter(({ type }) => type === 'officeHolder').map(nameOf));
  return found
    .map((person) => (holders.has(nameOf(person)) ? { ...person, type: 'officeHolder' as const } : person))
    .sort((a, b) => a.index - b.index);
}

/** Names without an honorific: of three words with a frequent surname, or right after an office. */
function* bareNames(text: string): Iterable<{ index: number; name: string }> {
  let placeEnd = -1;
  let next = 0;
  for (;;) {
    bare.lastIndex = next;
    const match = bare.exec(text);
    if (!match) return;
    const name = match[0];
    next = match.index + name.length;
    const before = text.slice(Math.max(0, match.index - 120), match.index);
    // «đường Nguyễn Văn Linh, Lê Văn Lương»: a list of places goes on.
    const goesOn = placeEnd >= 0 && /^(?:,? |, | và | – | - | đến |; )$/u.test(text.slice(placeEnd, match.index));
    if (goesOn || namesPlace(before) || noPerson.test(name)) {
      placeEnd = match.index + name.length;
      // A person may follow a place without a sign between: «Huyện ủy Văn Lâm Phạm Văn …».
      const [first = '', second = ''] = name.split(' ');
      const third = match.index + first.length + second.length + 2;
      if (opensWithSurname.test(text.slice(third))) next = third;
      continue;
    }
    const words = name.split(' ');
    const frequent = frequentSurnames.includes(words[0] ?? '');
    if ((words.length >= 3 && (frequent || officeBefore.test(before))) || officeDirectlyBefore.test(before))
      yield { index: match.index, name };
    // «Đường Lê Duẩn» opens with a rare surname that is a word here.
    else if (!frequent && opensWithSurname.test(`${words.slice(1).join(' ')} `))
      next = match.index + (words[0]?.length ?? 0) + 1;
  }
}

/** What stands before a name makes it a place's. */
function namesPlace(before: string): boolean {
  return placeBefore.test(before) || placeListBefore.test(before);
}

function* named(text: string, pattern: RegExp): Iterable<{ index: number; match: string; name: string }> {
  for (const found of eachMatch(text, pattern)) {
    const name = found.groups?.['name'];
    if (name !== undefined) yield { index: found.index, match: found[0], name };
  }
}

/** The honorific may be in any case, the name may not. */
function startsCapital(name: string): boolean {
  return name.split(' ').every((one) => capitalFirst.test(one));
}

const capitalFirst = latin(String.raw`^\p{Lu}`, 'u');
const marks = latin(String.raw`\p{M}|[’']`, 'gu');
const opensWithSurname = new RegExp(`^(?:${frequentSurnames.join('|')}) `);

function isVietnamese(name: string): boolean {
  return name.split(' ').every((one) => syllable.test(one.toLowerCase().normalize('NFD').replace(marks, '')));
}
