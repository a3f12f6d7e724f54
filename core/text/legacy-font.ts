/**
 * Texts typed for the fonts of the time before Unicode. Such a text stores other letters than it shows, and only the
 * font's name tells: `.Vn…` fonts show TCVN3 (ABC), `VNI…` fonts show VNI.
 */

export type LegacyEncoding = 'tcvn3' | 'vni';

/** The encoding a font shows; null for a Unicode font. Every cell is asked, and a workbook has few fonts. */
export function legacyEncoding(font: string): LegacyEncoding | null {
  const told = encodings.get(font);
  if (told !== undefined) return told;
  const encoding = encodingOf(font);
  if (encodings.size < mostFonts) encodings.set(font, encoding);
  return encoding;
}

const encodings = new Map<string, LegacyEncoding | null>();
const mostFonts = 1000;

function encodingOf(font: string): LegacyEncoding | null {
  const start = /^\s*(\.vn|vni)/i.exec(font)?.[1];
  if (start === undefined) return null;
  return start.startsWith('.') ? 'tcvn3' : 'vni';
}

/**
 * What the reader sees, in Unicode (NFC). `text` is as stored: letters such as the soft hyphen are codes here.
 * TCVN3 has no capitals with a tone mark: they are small letters in a font whose name ends in H, so pass the `font`
 * where it is known.
 */
export function toUnicode(text: string, encoding: LegacyEncoding, font = ''): string {
  const stored = text.normalize('NFC');
  if (encoding === 'vni') return fromVni(stored);
  const shown = stored.replace(/[\u0080-\u00FF\u03BC]/g, (code) => tcvn3.get(code) ?? code);
  return font.trim().endsWith('H') ? shown.toUpperCase() : shown;
}

/** Each code, then the letter it shows. µ is also met as the Greek letter after a round trip through other programs. */
const tcvn3: ReadonlyMap<string, string> = new Map(
  (
    'µà μà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ ®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ' +
    'ßò áỏ âõ ãó äọ «ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ \u00ADư õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ ' +
    '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** VNI letters of one code, small ones; the others are a plain letter and a code for its marks. */
const vniLetters: ReadonlyMap<string, string> = new Map(
  'ñđ ôơ öư íí ìì æỉ óĩ òị îỵ'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** None, acute, grave, hook, tilde, dot below. */
const tones = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];
const circumflex = '\u0302';
const breve = '\u0306';

interface VniMarks {
  readonly marks: string;
  /** The letters, after `vniLetters`, they stand behind. */
  readonly behind: string;
}

/** VNI codes for marks. */
const vniMarks: ReadonlyMap<string, VniMarks> = new Map([
  ...marksInToneOrder(' ùøûõï', '', 'aeiouyơư'),
  ...marksInToneOrder('âáàåãä', circumflex, 'aeo'),
  ...marksInToneOrder('êéèúüë', breve, 'a'),
]);

function marksInToneOrder(codes: string, shape: string, behind: string): [string, VniMarks][] {
  return Array.from(codes, (code, at) => [code, { marks: shape + (tones[at] ?? ''), behind }]);
}

/** A mark's case does not matter to what is shown; the letter before it decides. */
function fromVni(stored: string): string {
  return stored.replace(/([aeiouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöíìæóòî]/gi, (found, base?: string, code?: string) => {
    if (base === undefined || code === undefined) return vniLetter(found);
    const letter = vniLetter(base);
    const mark = vniMarks.get(code.toLowerCase());
    return mark?.behind.includes(letter.toLowerCase()) ? (letter + mark.marks).normalize('NFC') : letter + code;
  });
}

function vniLetter(code: string): string {
  const small = code.toLowerCase();
  const letter = vniLetters.get(small) ?? small;
  return code === small ? letter : letter.toUpperCase();
}
