/** What a person said in the first person, which a report of opinions must not repeat. */
import { eachMatch } from './each-match.ts';
import { hint, mayHold } from './hints.ts';
import { latin } from './latin.ts';

export interface FoundQuote {
  readonly index: number;
  readonly length: number;
}

const pronoun = String.raw`(?:(?:bọn |chúng |gia đình |cá nhân |bản thân |theo |vợ chồng )?tôi|(?:bọn |chúng )mình|chúng em|chúng cháu)`;
const edge = String.raw`(?<![\p{L}])`;
const edgeAfter = String.raw`(?![\p{L}])`;

/** Between quotation marks, or on a line that opens as speech does. */
const quoted = latin(String.raw`[“"«„][^”"»\n]{0,600}?${edge}(${pronoun})${edgeAfter}`, 'giu');

/** «Tôi thấy …» without quotation marks; «chúng tôi» may be the committee itself. */
const spoken = latin(
  String.raw`${edge}(?<!chúng |vua |bề |bầy |đầy )tôi (?:cho|nghĩ|thấy|đề nghị|kiến nghị|mong|muốn|xin|lo|sợ|tin|ủng hộ|không|chưa|rất|là|đã|đang|sẽ|có|cũng|được|bị|phải|hy vọng|băn khoăn|đồng tình|phản đối|biết|hiểu|nghe)${edgeAfter}|${edge}(?:(?<!tiếp )theo|cá nhân|bản thân|gia đình|vợ|chồng|con) tôi${edgeAfter}`,
  'giu',
);

/** «cuộc thi “Tôi là chiến sĩ”»: a title. */
const titleBefore =
  /(?:thi|phong trào|chương trình|chủ đề|vận động|bài hát|ca khúc|tác phẩm|phim|diễn đàn|chiến dịch|chuyên mục|sách|bài viết|mô hình|câu lạc bộ|thông điệp|khẩu hiệu|triển lãm|trại hè|tên)[ ,:]*$/iu;

/** «Việt Nam trong tôi», «vua tôi», «tôi luyện»: other words that look the same. */
const otherWord = /^tôi (?:luyện|thép|vôi|tớ)/iu;

/** In a text already aligned, by place; `index` and `length` are those of the words in the first person. */
export function findQuotes(text: string): FoundQuote[] {
  if (!mayHold(text, hint.quote)) return [];
  const found: FoundQuote[] = [];
  for (const match of eachMatch(text, quoted)) {
    const words = match[1] ?? '';
    const index = match.index + match[0].length - words.length;
    if (titleBefore.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    if (!otherWord.test(text.slice(index, index + 12))) found.push({ index, length: words.length });
  }
  for (const match of eachMatch(text, spoken)) {
    if (found.some(({ index, length }) => match.index < index + length && index < match.index + match[0].length))
      continue;
    if (opensTitle(text, match.index)) continue;
    found.push({ index: match.index, length: match[0].length });
  }
  return found.sort((a, b) => a.index - b.index);
}

/** Inside quotation marks that a title opens. */
function opensTitle(text: string, index: number): boolean {
  const open = Math.max(...['“', '«', '„', '"'].map((sign) => text.lastIndexOf(sign, index)));
  return (
    open >= 0 && !/[”»\n]/.test(text.slice(open, index)) && titleBefore.test(text.slice(Math.max(0, open - 30), open))
  );
}
