/**
 * Opinion streams written as text instead of a table: «1. Kinh tế - xã hội», «Vấn đề: Nhà ở xã hội», «- Đa số tán thành …».
 */
import type { Located, Stream } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { bulletSigns, withoutBullet, type ContentLine } from './content.ts';
import { fieldName } from './field-name.ts';
import { bulletDepth, bulletOf, depthOf, headingText, isBulleted, withoutColon } from './line-marks.ts';
import { isNothing, isPlainNil } from './signature.ts';
import { describedBy, opinionsTold, spokenOf } from './spoken.ts';
import { describing, headingsOf, type Line } from './stream-headings.ts';

const streamLabel = String.raw`(?:[${bulletSigns}]\s*)?(?:\(?\d{0,2}[.)]?\s*)?(lĩnh vực|vấn đề|luồng ý kiến|luồng|ý kiến|mức độ|phạm vi|khuynh hướng|thái độ|xu hướng)\s*(?:thứ\s+\p{L}+|\d{1,2})?\s*`;

const labelled = latin(String.raw`^${streamLabel}(?:\(([^)]{2,90})\)\s*)?[:：]\s*(.+)$`, 'iu');

const labelAlone = latin(String.raw`^${streamLabel}[:：]?$`, 'iu');

/** «Luồng ý kiến 1» in a cell of its own, with the opinion in the next. */
export function isStreamLabel(text: string): boolean {
  return labelAlone.test(normalise(text));
}

/**
 * What a line of a card is about, folded: «Mức độ: đa số», «Luồng ý kiến 1» or «3 | Khuynh hướng» with the value beside;
 * null for any other line. `plain` is its first text folded.
 */
export function cardLabel(text: string, plain: string): string | null {
  if (!cardWord.test(plain)) return null;
  const line = normalise(text);
  const [, label] = labelAlone.exec(line) ?? labelled.exec(line) ?? [];
  return label === undefined ? null : foldPlain(label);
}

const cardWord = /^(?:\d{1,2} )?(?:linh vuc|van de|luong|y kien|muc do|pham vi|khuynh huong|thai do|xu huong)\b/;

/** The streams of section II, written as lines. Lines that only introduce («… như sau:») hold none. */
export function streamsFromLines(lines: readonly ContentLine[], profile: Profile): Stream[] {
  const streams: Stream[] = [];
  const split = withoutNotes(lines.flatMap(textLines).flatMap((line) => opinionLinesOf(line, profile)));
  const headings = headingsOf(split, profile);
  let field: Located<string> | null = null;
  let issue: Located<string> | null = null;
  let manner: Manner | null = null;
  let silentAt: number | null = null;
  const closeIssue = (): void => {
    // «1.2. Giá vàng» right above the next heading: nothing is said of it.
    if (silentAt !== null && issue)
      streams.push({ row: issue.row, field, issue, text: null, breadth: null, attitude: null });
    silentAt = null;
  };
  split.forEach(({ located, text, marked, label }, at) => {
    const place = (value: string): Located<string> => ({ ...located, value });
    const kind = foldPlain(label?.[1] ?? '');
    const value = label?.[3] ?? '';
    const heading = headings[at];
    const sign = signOf(marked);
    if (manner && ((sign !== null && sign === manner.sign) || (heading && heading !== 'manner'))) manner = null;
    if (heading === 'manner') {
      const said = describedBy(text, profile);
      const worded = (words: string | null): Located<string> | null => (words === null ? null : place(words));
      manner = { sign, breadth: worded(said.breadth), attitude: worded(said.attitude) };
    } else if (heading) {
      const depth = depthOf(marked) ?? (isBulleted(marked) ? bulletDepth : 0);
      // An issue divided into others is no issue without opinions.
      if (heading === 'issue' && silentAt !== null && depth > silentAt) silentAt = null;
      closeIssue();
      if (heading === 'field') [field, issue] = [place(kind === '' ? fieldName(headingText(text)) : value), null];
      else if (heading === 'issue') issue = place(kind === '' ? headingText(text) : withoutColon(value));
      if (heading === 'issue' && !isNothing(foldPlain(value))) silentAt = depth;
    } else if (describing.test(kind)) {
      const last = streams.pop();
      if (last)
        streams.push({
          ...last,
          ...(describingBreadth.test(kind) ? { breadth: place(value) } : { attitude: place(value) }),
        });
    } else if (kind !== '') {
      const described = label?.[2] === undefined ? '' : ` (${label[2]})`;
      if (isNothing(foldPlain(value))) return;
      silentAt = null;
      streams.push(streamOf(located, value + described, { field, issue, manner }, profile));
    } else if (isPlainNil(foldPlain(text))) silentAt = null;
    else if (!/:$/.test(text)) {
      silentAt = null;
      streams.push(streamOf(located, withoutBullet(text), { field, issue, manner }, profile));
    }
  });
  closeIssue();
  return streams;
}

/** «a) Ý kiến đồng tình:» describes the opinions below it, down to the next line with a number or bullet like its own. */
interface Manner extends Pick<Stream, 'breadth' | 'attitude'> {
  readonly sign: string | null;
}

/** The bullet of a line or the depth of its number; lines with neither are unlike each other. */
function signOf(marked: string): string | null {
  const depth = depthOf(marked);
  return depth === null ? bulletOf(marked) : String(depth);
}

/** The bullets below «Ghi chú:» are notes too. */
function withoutNotes(lines: readonly Line[]): Line[] {
  let below = false;
  return lines.filter(({ text, marked }) => {
    below = noteLead.test(text) || (below && isBulleted(marked));
    return !below && !isNote(text);
  });
}

const noteWords = 'ghi chú|chú thích|lưu ý|chú ý';
const noteLead = new RegExp(String.raw`^\(?(?:${noteWords})\s*[:：]$`, 'iu');

/** «Ghi chú: …», «(Tổng số: 02 vấn đề, 04 luồng ý kiến)», «(Chi tiết tại Phụ lục 1)» tell of the report, not of opinion. */
export function isNote(text: string): boolean {
  const said = withoutBullet(text);
  if (note.test(said)) return true;
  const plain = foldPlain(said);
  const counted = counting.exec(plain);
  if (counted) return isCount(plain.slice(counted[0].length));
  if (plain.length <= longestReference && onOtherSheets.test(plain)) return true;
  return elsewhere.test(plain) || (/^\(.*\)[.;]?$/.test(said) && elsewhereInBrackets.test(plain));
}

const note = new RegExp(String.raw`^\(?(?:${noteWords}|nguồn(?: tin| số liệu| thông tin)?)\s*[:：]`, 'iu');

const counting = /^(?:tong (?:so|cong)|tong|cong)(?: co)? /;

const elsewhere =
  /^(?:chi tiet|xem|co)(?: (?:chi tiet|xem|tai|theo|o|trong|nhu))* (?:cac )?(?:phu luc|bieu|bang)(?: so)?(?: [\divx]{1,4})?(?: (?:kem theo|dinh kem|theo linh vuc))?$/;

/** «Có 02 chi bộ phản ánh, xem các sheet sau.» */
const onOtherSheets =
  /\b(?:xem|chi tiet)\b.*\b(?:sheet|trang|bieu|phu luc)(?: (?:kem theo|dinh kem|sau|tiep theo|rieng))+$/;
const longestReference = 120;

const elsewhereInBrackets = /^(?:(?:chi tiet|xem|kem|dinh kem)\b.*\b|co (?:cac )?)(?:phu luc|bieu|bang|danh sach)\b/;

/** «02 luồng ý kiến», «4». Given `foldPlain` text. */
export function isCount(plain: string): boolean {
  return /^\d/.test(plain) && plain.split(' ').every((word) => countWord.test(word));
}

const countWord = /^(\d+|luong|y|kien|van|de|linh|vuc|du|luan|va)$/;

const describingBreadth = /^(muc do|pham vi)$/;

function textLines({ located, shown, mark }: ContentLine): Line[] {
  return shown
    .split(/[\r\n]+/)
    .map((line) => normalise(line))
    .filter((line) => line !== '')
    .map((text, at) => ({
      located,
      text,
      marked:
        mark === undefined || at > 0 ? text : `${mark.replace(/[.)\s]+$/, '')}${bare.test(mark) ? '.' : ''} ${text}`,
      label: labelled.exec(text),
    }));
}

/** «Đa số …; một số ý kiến …» in one line, and «1.1. Giá điện: đa số …; một số ý kiến …» with its issue. */
function opinionLinesOf(line: Line, profile: Profile): Line[] {
  const { located, text, marked } = line;
  if (!text.includes(';') || line.label) return [line];
  const lone = opinionsTold(text, profile);
  const plainLine = (said: string): Line => ({ located, text: said, marked: said, label: null });
  if (lone.length > 1)
    return lone.map((said, at) => (at === 0 ? line : plainLine(`${bulletOf(marked) ?? ''} ${said}`.trim())));
  const colon = text.indexOf(':');
  const told = colon > 0 && depthOf(marked) !== null ? opinionsTold(text.slice(colon + 1), profile) : [];
  if (told.length < 2) return [line];
  const issue = { ...line, text: text.slice(0, colon), marked: marked.slice(0, marked.indexOf(':')) };
  return [issue, ...told.map((said) => plainLine(`- ${said}`))];
}

/** A number or letter, not a bullet. */
const bare = latin(String.raw`^[\p{L}\d]`, 'u');

function streamOf(
  located: Located<string>,
  text: string,
  above: Pick<Stream, 'field' | 'issue'> & { readonly manner: Manner | null },
  profile: Profile,
): Stream {
  const { field, issue, manner } = above;
  const place = (value: string | null): Located<string> | null => (value === null ? null : { ...located, value });
  // «… (đa số; tán thành)»: what stands in brackets at the end describes the stream.
  const bracket = /[([]([^()[\]]{2,90})[)\]]\s*[.;]?$/.exec(text);
  const fromBracket = describedBy(bracket?.[1] ?? '', profile);
  const inBracket = fromBracket.breadth !== null || fromBracket.attitude !== null;
  const spoken = spokenOf(text, profile);
  return {
    row: located.row,
    field,
    issue,
    text: place(bracket && inBracket ? text.slice(0, bracket.index).trim() : text),
    breadth: place(fromBracket.breadth ?? spoken.breadth) ?? manner?.breadth ?? null,
    attitude: place(fromBracket.attitude) ?? manner?.attitude ?? place(spoken.attitude),
  };
}
