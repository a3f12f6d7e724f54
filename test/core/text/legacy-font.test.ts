import { describe, expect, it } from 'vitest';
import { legacyEncoding, toUnicode } from '../../../core/text/legacy-font.ts';

describe('legacyEncoding', () => {
  it.each([
    ['.VnTime', 'tcvn3'],
    ['.VnTimeH', 'tcvn3'],
    ['.VnArial NarrowH', 'tcvn3'],
    ['.VNTIME', 'tcvn3'],
    [' .VnTime', 'tcvn3'],
    ['VNI-Times', 'vni'],
    ['VNI Helve', 'vni'],
    ['vni-times', 'vni'],
    ['VNI', 'vni'],
    ['Times New Roman', null],
    ['VnTime', null],
    ['SVN-Times', null],
    ['Arial Unicode MS', null],
    ['', null],
  ] as const)('%s → %s', (font, encoding) => {
    expect(legacyEncoding(font)).toBe(encoding);
  });
});

/** Every accented small letter with its TCVN3 code and its VNI writing (small, capital). */
const alphabet = [
  ['à', 0xb5, 'aø', 'AØ'],
  ['ả', 0xb6, 'aû', 'AÛ'],
  ['ã', 0xb7, 'aõ', 'AÕ'],
  ['á', 0xb8, 'aù', 'AÙ'],
  ['ạ', 0xb9, 'aï', 'AÏ'],
  ['ă', 0xa8, 'aê', 'AÊ'],
  ['ằ', 0xbb, 'aè', 'AÈ'],
  ['ẳ', 0xbc, 'aú', 'AÚ'],
  ['ẵ', 0xbd, 'aü', 'AÜ'],
  ['ắ', 0xbe, 'aé', 'AÉ'],
  ['ặ', 0xc6, 'aë', 'AË'],
  ['â', 0xa9, 'aâ', 'AÂ'],
  ['ầ', 0xc7, 'aà', 'AÀ'],
  ['ẩ', 0xc8, 'aå', 'AÅ'],
  ['ẫ', 0xc9, 'aã', 'AÃ'],
  ['ấ', 0xca, 'aá', 'AÁ'],
  ['ậ', 0xcb, 'aä', 'AÄ'],
  ['đ', 0xae, 'ñ', 'Ñ'],
  ['è', 0xcc, 'eø', 'EØ'],
  ['ẻ', 0xce, 'eû', 'EÛ'],
  ['ẽ', 0xcf, 'eõ', 'EÕ'],
  ['é', 0xd0, 'eù', 'EÙ'],
  ['ẹ', 0xd1, 'eï', 'EÏ'],
  ['ê', 0xaa, 'eâ', 'EÂ'],
  ['ề', 0xd2, 'eà', 'EÀ'],
  ['ể', 0xd3, 'eå', 'EÅ'],
  ['ễ', 0xd4, 'eã', 'EÃ'],
  ['ế', 0xd5, 'eá', 'EÁ'],
  ['ệ', 0xd6, 'eä', 'EÄ'],
  ['ì', 0xd7, 'ì', 'Ì'],
  ['ỉ', 0xd8, 'æ', 'Æ'],
  ['ĩ', 0xdc, 'ó', 'Ó'],
  ['í', 0xdd, 'í', 'Í'],
  ['ị', 0xde, 'ò', 'Ò'],
  ['ò', 0xdf, 'oø', 'OØ'],
  ['ỏ', 0xe1, 'oû', 'OÛ'],
  ['õ', 0xe2, 'oõ', 'OÕ'],
  ['ó', 0xe3, 'où', 'OÙ'],
  ['ọ', 0xe4, 'oï', 'OÏ'],
  ['ô', 0xab, 'oâ', 'OÂ'],
  ['ồ', 0xe5, 'oà', 'OÀ'],
  ['ổ', 0xe6, 'oå', 'OÅ'],
  ['ỗ', 0xe7, 'oã', 'OÃ'],
  ['ố', 0xe8, 'oá', 'OÁ'],
  ['ộ', 0xe9, 'oä', 'OÄ'],
  ['ơ', 0xac, 'ô', 'Ô'],
  ['ờ', 0xea, 'ôø', 'ÔØ'],
  ['ở', 0xeb, 'ôû', 'ÔÛ'],
  ['ỡ', 0xec, 'ôõ', 'ÔÕ'],
  ['ớ', 0xed, 'ôù', 'ÔÙ'],
  ['ợ', 0xee, 'ôï', 'ÔÏ'],
  ['ù', 0xef, 'uø', 'UØ'],
  ['ủ', 0xf1, 'uû', 'UÛ'],
  ['ũ', 0xf2, 'uõ', 'UÕ'],
  ['ú', 0xf3, 'uù', 'UÙ'],
  ['ụ', 0xf4, 'uï', 'UÏ'],
  ['ư', 0xad, 'ö', 'Ö'],
  ['ừ', 0xf5, 'öø', 'ÖØ'],
  ['ử', 0xf6, 'öû', 'ÖÛ'],
  ['ữ', 0xf7, 'öõ', 'ÖÕ'],
  ['ứ', 0xf8, 'öù', 'ÖÙ'],
  ['ự', 0xf9, 'öï', 'ÖÏ'],
  ['ỳ', 0xfa, 'yø', 'YØ'],
  ['ỷ', 0xfb, 'yû', 'YÛ'],
  ['ỹ', 0xfc, 'yõ', 'YÕ'],
  ['ý', 0xfd, 'yù', 'YÙ'],
  ['ỵ', 0xfe, 'î', 'Î'],
] as const;

/** Capitals TCVN3 has codes of its own for. */
const tcvn3Capitals = [
  ['Ă', 0xa1],
  ['Â', 0xa2],
  ['Ê', 0xa3],
  ['Ô', 0xa4],
  ['Ơ', 0xa5],
  ['Ư', 0xa6],
  ['Đ', 0xa7],
] as const;

/** Ordinary text into a legacy encoding, letter by letter. */
function encode(text: string, codes: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => codes.get(letter) ?? letter).join('');
}

const intoTcvn3 = new Map<string, string>([
  ...alphabet.map(([letter, code]) => [letter, String.fromCharCode(code)] as const),
  ...tcvn3Capitals.map(([letter, code]) => [letter, String.fromCharCode(code)] as const),
]);
const intoVni = new Map<string, string>(
  alphabet.flatMap(
    ([letter, , small, capital]) =>
      [
        [letter, small],
        [letter.toUpperCase(), capital],
      ] as const,
  ),
);

describe('toUnicode', () => {
  it('covers the 134 accented letters of the alphabet', () => {
    expect(new Set(alphabet.flatMap(([letter]) => [letter, letter.toUpperCase()])).size).toBe(134);
    expect(intoVni.size).toBe(134);
  });

  it.each(alphabet)('%s', (letter, code, small, capital) => {
    const stored = String.fromCharCode(code);
    expect(toUnicode(stored, 'tcvn3')).toBe(letter);
    expect(toUnicode(stored, 'tcvn3', '.VnTimeH')).toBe(letter.toUpperCase());
    expect(toUnicode(small, 'vni')).toBe(letter);
    expect(toUnicode(capital, 'vni')).toBe(letter.toUpperCase());
    expect(toUnicode(`x${small}n`, 'vni')).toBe(`x${letter}n`);
  });

  it.each(tcvn3Capitals)('%s has a TCVN3 code', (letter, code) => {
    expect(toUnicode(String.fromCharCode(code), 'tcvn3')).toBe(letter);
  });

  it.each([
    ['TiÕng ViÖt rÊt hay', 'tcvn3', '.VnTime', 'Tiếng Việt rất hay'],
    ['T×nh h×nh d\u00ADluËn æn ®Þnh', 'tcvn3', '.VnTime', 'Tình hình dưluận ổn định'],
    ['T×nh h×nh d\u00AD luËn æn ®Þnh', 'tcvn3', '.VnTime', 'Tình hình dư luận ổn định'],
    ['§¶ng ñy Khèi', 'tcvn3', '.VnTime', 'Đảng ủy Khối'],
    ['®¶ng ñy khèi 12', 'tcvn3', '.VnTimeH', 'ĐẢNG ỦY KHỐI 12'],
    ['§¶ng ñy', 'tcvn3', '.VnArial NarrowH', 'ĐẢNG ỦY'],
    ['§¶ng ñy'.normalize('NFD'), 'tcvn3', '.VnTime', 'Đảng ủy'],
    ['b\u03BCi', 'tcvn3', '.VnTime', 'bài'],
    ['Tieáng Vieät raát hay', 'vni', 'VNI-Times', 'Tiếng Việt rất hay'],
    ['ÑAÛNG UÛY KHOÁI', 'vni', 'VNI-Times', 'ĐẢNG ỦY KHỐI'],
    [
      'Ñaûng uûy Khoái ñöôïc uûng hoä, luùc ñaàu luoân thöôøng xuyeân',
      'vni',
      'VNI-Times',
      'Đảng ủy Khối được ủng hộ, lúc đầu luôn thường xuyên',
    ],
    ['nghóa vuï, chò Mî, ñôn vò; khoeû, thuyû, quyù', 'vni', 'VNI-Times', 'nghĩa vụ, chị Mỵ, đơn vị; khoẻ, thuỷ, quý'],
    ['Ñoâng AÂu', 'vni', 'VNI-Times', 'Đông Âu'],
    ['plain text 123', 'vni', 'VNI-Times', 'plain text 123'],
    ['plain text 123', 'tcvn3', '.VnTime', 'plain text 123'],
    ['', 'vni', 'VNI-Times', ''],
  ] as const)('«%s» (%s)', (stored, encoding, font, shown) => {
    expect(toUnicode(stored, encoding, font)).toBe(shown);
  });

  it.each([
    'Đảng ủy Khối các cơ quan Trung ương',
    'Kết luận này đã được phổ biến, quán triệt đến từng chi bộ',
    'những vấn đề bức xúc, phức tạp được đông đảo quần chúng nhân dân quan tâm',
    'kỹ năng, ý kiến, quyết nghị; yếu tố, lưỡng lự, khuỷu, giặt giũ',
  ])('gives back «%s»', (text) => {
    expect(toUnicode(encode(text, intoTcvn3), 'tcvn3', '.VnTime')).toBe(text);
    expect(toUnicode(encode(text, intoVni), 'vni', 'VNI-Times')).toBe(text);
    expect(toUnicode(encode(text.toLowerCase(), intoTcvn3), 'tcvn3', '.VnTimeH')).toBe(text.toUpperCase());
    expect(toUnicode(encode(text.toUpperCase(), intoVni), 'vni', 'VNI-Times')).toBe(text.toUpperCase());
  });
});
