import { describe, expect, it } from 'vitest';
import { findIdentifiers, findNames } from '../../../core/text/identifier.ts';

function found(text: string): string[][] {
  return findIdentifiers(text).map(({ type, index, length }) => [type, text.slice(index, index + length)]);
}

describe('findIdentifiers: numbers and addresses', () => {
  it.each([
    ['0912345678', 'phone', '0912345678'],
    ['gọi 0912.345.678 để', 'phone', '0912.345.678'],
    ['0912 345 678', 'phone', '0912 345 678'],
    ['0912\u00A0345\u00A0678', 'phone', '0912\u00A0345\u00A0678'],
    ['091-234-5678', 'phone', '091-234-5678'],
    ['0912 34 56 78', 'phone', '0912 34 56 78'],
    ['-0912345678', 'phone', '0912345678'],
    ['0912 345 678 25 tuổi', 'phone', '0912 345 678'],
    ['+84 912 345 678', 'phone', '+84 912 345 678'],
    ['(+84) 912345678', 'phone', '(+84) 912345678'],
    ['+84912345678', 'phone', '+84912345678'],
    ['84912345678', 'phone', '84912345678'],
    ['0084912345678', 'phone', '0084912345678'],
    ['01234567890', 'phone', '01234567890'],
    ['ĐT: 024 3825 1234', 'phone', '024 3825 1234'],
    ['Tel (024) 38251234', 'phone', '(024) 38251234'],
    ['điện thoại 04.38251234', 'phone', '04.38251234'],
    ['SĐT 912345678', 'phone', '912345678'],
    ['0330000000', 'phone', '0330000000'],
    ['ten.ho@coquan.gov.vn.', 'email', 'ten.ho@coquan.gov.vn'],
    ['ten(at)gmail.com', 'email', 'ten(at)gmail.com'],
    ['001203012345', 'nationalId', '001203012345'],
    ['096303012345', 'nationalId', '096303012345'],
    ['001 203 012 345', 'nationalId', '001 203 012 345'],
    ['CCCD: 999999999999', 'nationalId', '999999999999'],
    ['CMND số 123456789', 'nationalId', '123456789'],
    ['số BHXH 0123456789', 'nationalId', '0123456789'],
    ['hộ chiếu C1234567', 'nationalId', 'C1234567'],
    ['xe 29A-123.45', 'plate', '29A-123.45'],
    ['30F-12345', 'plate', '30F-12345'],
    ['29-H1 123.45', 'plate', '29-H1 123.45'],
    ['biển số 29A 1234', 'plate', '29A 1234'],
    ['STK 1234567890123', 'account', '1234567890123'],
    ['tài khoản số 19001234567 tại ngân hàng', 'account', '19001234567'],
  ])('«%s» has a %s', (text, type, value) => {
    expect(found(text)).toEqual([[type, value]]);
  });

  it('finds two numbers joined by a slash', () => {
    expect(found('0912345678/0987654321').map(([type]) => type)).toEqual(['phone', 'phone']);
  });

  it.each([
    ['money', '1.200.000.000 đồng, 912345678 đồng, 0912345678 VND'],
    ['wages', 'lương cơ sở từ 1.800.000 đồng lên 2.340.000 đồng'],
    ['prices without a unit', 'giá vàng 88.500.000 - 90.500.000'],
    ['a count', '1 234 567 890 người, 593 đồng chí'],
    ['nine digits without a context', '912345678'],
    ['twelve digits of no province', '003203012345, 100203012345'],
    ['twelve digits of no century', '001903012345'],
    ['a landline without a context', '02438251234'],
    ['percentages', 'tăng 12,5 %, đạt 98.76%'],
    ['a decimal', '0,912345678 và 0.912345678'],
    ['dates and times', 'ngày 09-12-2023 10:30, 09.12.2023'],
    ['a fraction', '34/61 đảng bộ'],
    ['periods', 'giai đoạn 2020 - 2025, 2025 - 2030, năm 2023'],
    ['lists of numbers', '05 10 15 20 25 30'],
    ['laws', 'Nghị định 13/2023/NĐ-CP, Luật số 91/2025/QH15'],
    ['Party documents', 'Quyết định 263-QĐ/ĐUK ngày 13/5/2021, 0912-KL/TW, 51-BC/ĐU'],
    ['a count of accounts', 'kích hoạt tài khoản: 12.345.678 tài khoản'],
    ['cells and rooms', 'Chi bộ 12A, phòng 29A-101'],
    ['an at sign', 'giá @ 25'],
    ['empty', ''],
  ])('%s: «%s»', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('findIdentifiers: people', () => {
  it.each([
    ['Ông Nguyễn Văn Mẫu cho rằng', 'Nguyễn Văn Mẫu'],
    ['bà Trần Thị Lan', 'Trần Thị Lan'],
    ['Trên đường Lê Duẩn ông Nguyễn Văn Mẫu bán hàng', 'Nguyễn Văn Mẫu'],
    ['Tại khu vực chợ, Nguyễn Văn Mẫu bán hàng', 'Nguyễn Văn Mẫu'],
    ['Tô Nguyễn Văn Mẫu phản ánh', 'Nguyễn Văn Mẫu'],
    ['Chị Hoa ở Chi bộ Văn phòng cho biết', 'Hoa'],
    ['đ/c Lê Hùng', 'Lê Hùng'],
    ['Đồng chí: Lê Hùng', 'Lê Hùng'],
    ['đồng chí TS. Nguyễn An', 'Nguyễn An'],
    ['TS. PHẠM THỊ MẪU', 'PHẠM THỊ MẪU'],
    ['bà Vừ A Dính', 'Vừ A Dính'],
    ['ông Hùng nói', 'Hùng'],
    ['bà Hà Lan Anh', 'Hà Lan Anh'],
    ['anh Tuấn', 'Tuấn'],
    ['ông Táo Văn Mẫu', 'Táo Văn Mẫu'],
    ['Nguyễn Văn Mẫu phản ánh', 'Nguyễn Văn Mẫu'],
    ['Nguyễn Văn A phản ánh', 'Nguyễn Văn A'],
    ['Bí thư chi bộ Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
    ['đồng chí Trưởng phòng Trần Văn Mẫu', 'Trần Văn Mẫu'],
    ['Bí thư Đảng ủy đề nghị ông Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
    ['trên đường Nguyễn Văn Linh có ông Lê Văn Mẫu', 'Lê Văn Mẫu'],
  ])('«%s» names a person', (text, name) => {
    expect(found(text)).toEqual([['namedPerson', name]]);
    const decomposed = text.normalize('NFD');
    expect(found(decomposed)).toEqual([['namedPerson', name.normalize('NFD')]]);
  });

  it.each([
    ['Thủ tướng Phạm Văn Mẫu chỉ đạo', 'Phạm Văn Mẫu'],
    ['Bộ trưởng Trương Mẫu', 'Trương Mẫu'],
    ['Bộ trưởng Bộ Giáo dục và Đào tạo Nguyễn Văn Mẫu', 'Nguyễn Văn Mẫu'],
    ['Chủ tịch UBND tỉnh Hưng Yên Trần Văn Mẫu', 'Trần Văn Mẫu'],
    ['Bí thư Huyện ủy Văn Lâm Phạm Văn Mẫu', 'Phạm Văn Mẫu'],
    ['nguyên Bộ trưởng Trương Văn Mẫu', 'Trương Văn Mẫu'],
    ['đồng chí Phạm Văn Mẫu - Phó Bí thư Thường trực Huyện ủy', 'Phạm Văn Mẫu'],
    ['ông Nguyễn Văn Mẫu, Ủy viên Ban Chấp hành Trung ương Đảng', 'Nguyễn Văn Mẫu'],
  ])('«%s» names an office-holder', (text, name) => {
    expect(found(text)).toEqual([['officeHolder', name]]);
  });

  it('keeps an office-holder one when the office is not repeated', () => {
    const types = found('Thủ tướng Phạm Văn Mẫu họp báo. Ông Phạm Văn Mẫu cho biết').map(([type]) => type);
    expect(types).toEqual(['officeHolder', 'officeHolder']);
  });

  it.each([
    'đường Nguyễn Văn Linh',
    'các tuyến đường Nguyễn Văn Linh, Lê Văn Lương và Trần Duy Hưng',
    'Đường Lê Duẩn - Nguyễn Thái Học, nút giao Nguyễn Trãi, Lê Văn Lương; ngã tư Nguyễn Trãi - Khuất Duy Tiến',
    'các phố Hàng Bài, Trần Hưng Đạo, Lý Thường Kiệt; tuyến Nguyễn Văn Cừ - Ngọc Hồi; vòng xuyến Nguyễn Văn Linh',
    'khu vực Nguyễn Chí Thanh, chung cư Nguyễn Thiện Thuật; Chợ Bà Chiểu, Bà Điểm; lễ hội Bà Thiên Hậu',
    'Nhà văn hóa Hồ Xuân Hương, lớp học Lê Hồng Phong, phong trào Trần Văn Ơn, di tích Ông Hoàng Bảy',
    'trường Lê Quý Đôn, Trường THPT chuyên Lê Hồng Phong',
    'Thành phố Hồ Chí Minh, Tư tưởng Hồ Chí Minh, Chủ tịch Hồ Chí Minh',
    'Học viện CTQG Hồ Chí Minh, Học viện Chính trị quốc gia Hồ Chí Minh',
    'Đoàn Thanh niên Cộng sản Hồ Chí Minh, Bí thư Đoàn Thanh niên',
    'Giải thưởng Trần Đại Nghĩa, Công ty TNHH Hoàng Anh, ông A và bà B',
    'Bí thư Thành ủy Hà Nội, Chủ tịch UBND tỉnh Thái Bình',
    'Bộ trưởng Bộ Công an, Phó Bí thư Thường trực Đảng ủy Bộ Tư pháp',
    'đồng chí Bí thư, đồng chí Ủy viên Ban Thường vụ, đồng chí Công an xã',
    'các đồng chí Đảng viên, Đồng chí Thường trực',
    'Chị em phụ nữ, Chị Em, phong trào “Chị Hai năm tấn”, Chị Dậu, Anh Quốc, vua Anh Charles',
    'bà con nhân dân, ông bà, BÀ CON NHÂN DÂN, ĐỒNG CHÍ LÃNH ĐẠO',
    'ông Trump, ông Putin, nước Anh, anh hùng Lao động',
    'Tổng thống Hoa Kỳ, Thủ tướng Hà Lan, Đại sứ Đan Mạch, Chủ tịch Hội đồng Châu Âu',
    'Hoàng Sa, Trường Sa; Hà Nội Mới; hồ Hoàn Kiếm',
    'Ban Bí thư Trung ương Đảng, Đảng ủy Thông tấn xã Việt Nam',
    'Kim ngạch xuất khẩu, Cao đẳng, Đỗ xe',
    'Phong tục cúng Ông Công, ông Táo; lễ Ông Công Ông Táo, ông Công - ông Táo, ông Táo quân, ông Táo Quân; Ông Ích Khiêm',
  ])('«%s» names nobody', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('findIdentifiers: first person', () => {
  it.each([
    ['một ý kiến: “Tôi thấy giá điện tăng nhanh”', 'Tôi'],
    ['có người nói "lương của chúng tôi thấp"', 'chúng tôi'],
    ['Tôi cho rằng cần sửa', 'Tôi cho'],
    ['theo tôi, nên giảm', 'theo tôi'],
    ['gia đình tôi khó khăn', 'gia đình tôi'],
  ])('«%s»', (text, words) => {
    expect(found(text)).toEqual([['quote', words]]);
  });

  it.each([
    'cuộc thi “Tôi là chiến sĩ”',
    'tôi luyện bản lĩnh chính trị',
    'đạo vua tôi',
    'trách nhiệm của mình',
    'Chúng tôi kiến nghị cấp trên xem xét',
    'các “luồng dư luận xã hội” được phản ánh',
  ])('«%s» is no quote', (text) => {
    expect(found(text)).toEqual([]);
  });
});

it('finds everything in one text, in order', () => {
  expect(found('Ông Nguyễn Văn Mẫu, số điện thoại 0912 345 678: “tôi phản đối”')).toEqual([
    ['namedPerson', 'Nguyễn Văn Mẫu'],
    ['phone', '0912 345 678'],
    ['quote', 'tôi'],
  ]);
});

it('is linear on long texts', () => {
  // Searched again from each place, the longest would outlast the test's time limit many times.
  for (const piece of [
    '0',
    '1 ',
    'a',
    'a.',
    '“',
    'Nguyễn ',
    'Nguyễn Văn ',
    'ông ',
    'bí thư ',
    'tôi ',
    ' ',
    '0912-',
    'Ô',
    'mật ',
  ])
    expect(Array.isArray(findIdentifiers(piece.repeat(200_000 / piece.length)))).toBe(true);
});

describe('findNames', () => {
  const names = ['TS. Nguyễn Văn Hòa', 'Lê An', 'Hùng', '', 'đ/c Lê An Bình'];

  it.each([
    ['đồng chí Nguyễn Văn Hòa nói', ['Nguyễn Văn Hòa']],
    ['NGUYỄN VĂN HOÀ', ['NGUYỄN VĂN HOÀ']],
    ['nguyễn  văn\u00A0hoà', ['nguyễn  văn\u00A0hoà']],
    ['Nguyễn Văn Hòa'.normalize('NFD'), ['Nguyễn Văn Hòa'.normalize('NFD')]],
    ['(Lê An)', ['Lê An']],
    ['Lê An Bình và Lê An', ['Lê An Bình', 'Lê An']],
    ['Nguyễn Văn Hoàng', []],
    ['Lê Anh', []],
    ['Tống Lê An', ['Lê An']],
    ['anh Hùng', []],
    ['Lê và An', []],
    ['', []],
  ])('«%s»', (text, expected) => {
    const places = findNames(text, names).map(({ index, length }) => text.slice(index, index + length));
    expect(places).toEqual(expected);
  });

  it('looks for the names of a list of thousands', () => {
    const syllables = Array.from(
      { length: 60 },
      (_, index) => `T${'aeiouy'[index % 6]}${'bcdghklmnpqrstvx'[index >> 2]}`,
    );
    const many = syllables.flatMap((first) => syllables.map((second) => `${first} ${second} An`));
    expect(new Set(many).size).toBeGreaterThan(2_000);
    const last = many.at(-1) ?? '';
    expect(findNames(`gặp ${last.toUpperCase()} hôm qua`, many)).toEqual([{ index: 4, length: last.length }]);
    expect(findNames('gặp Tab Lan hôm qua', many)).toEqual([]);
  });
});
