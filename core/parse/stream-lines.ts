/**
 * Opinion streams written as text instead of a table: «1. Kinh tế - xã hội», «Vấn đề: Nhà ở xã hội», «- Đa số tán thành …».
 */
import type { Located, Stream } from '../document.ts';
import type { Profile, VocabularyName } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { bulletSigns, leadingBullet, withoutBullet, type ContentLine } from './content.ts';
import { oneOfStreams } from './headers.ts';
import { splitNumbering } from './match.ts';
import { isNothing, isPlainNil } from './signature.ts';
import { latin } from '../text/latin.ts';

const wordPattern = latin(String.raw`[\p{L}\p{N}]+`, 'gu');

/** A profile word by its folded wordings, longest first. */
interface Word {
  readonly plain: string;
}

const words = new WeakMap<Profile, Map<VocabularyName, readonly Word[]>>();

function wordsOf(profile: Profile, name: VocabularyName): readonly Word[] {
  const known = words.get(profile) ?? new Map<VocabularyName, readonly Word[]>();
  words.set(profile, known);
  const list =
    known.get(name) ??
    profile.vocabularies[name]
      .flatMap(({ label, aliases }) => [label, ...aliases])
      .map((wording) => ({ plain: foldPlain(wording) }))
      .filter(({ plain }) => plain !== '')
      .sort((a, b) => b.plain.length - a.plain.length);
  known.set(name, list);
  return list;
}

/** «1. Kinh tế - xã hội:» names a field of the profile. */
export function isField(text: string, profile: Profile): boolean {
  const plain = foldPlain(headingText(text).replace(/\([^)]*\)/g, ' ')).replace(
    /^((bieu|bang) (so )?\d{1,2} )?(ve |linh vuc |nhom van de |cac van de ve )+/,
    '',
  );
  return wordsOf(profile, 'field').some(
    (word) => plain === word.plain || plain.replace(/^linh vuc /, '') === word.plain,
  );
}

const leadingToField = latin(
  String.raw`^(?:(?:biểu|bảng)\s+(?:số\s+)?\d{1,2}\s*[.:]\s*)?(?:(?:về|lĩnh vực|nhóm vấn đề|các vấn đề về)(?:\s+|\s*[:：]\s*))+`,
  'iu',
);

/** «Về lĩnh vực kinh tế» → «kinh tế»: words that lead to the name of a field. */
export function fieldName(text: string): string {
  return text.normalize('NFC').replace(leadingToField, '');
}

const streamLabel = String.raw`(?:[${bulletSigns}]\s*)?(?:\(?\d{0,2}[.)]?\s*)?(lĩnh vực|vấn đề|luồng ý kiến|luồng|ý kiến|mức độ|phạm vi|khuynh hướng|thái độ|xu hướng)\s*(?:thứ\s+\p{L}+|\d{1,2})?\s*`;
const labelled = latin(String.raw`^${streamLabel}(?:\(([^)]{2,90})\)\s*)?[:：]\s*(.+)$`, 'iu');
const labelAlone = latin(String.raw`^${streamLabel}[:：]?$`, 'iu');

/** «Luồng ý kiến 1» in a cell of its own, with the opinion in the next. */
export function isStreamLabel(text: string): boolean {
  return labelAlone.test(normalise(text));
}

/** A line of section II. */
interface Line {
  readonly located: Located<string>;
  readonly text: string;
  /** With its number or bullet where that stands in a cell of its own. */
  readonly marked: string;
  readonly label: RegExpExecArray | null;
}

/** The streams of section II, written as lines. Lines that only introduce («… như sau:») hold none. */
export function streamsFromLines(lines: readonly ContentLine[], profile: Profile): Stream[] {
  const streams: Stream[] = [];
  const split = lines.flatMap(textLines).filter(({ text }) => !isNote(text));
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
      const depth = depthOf(marked) ?? (bulleted.test(marked) ? bulletDepth : 0);
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

/** People type a hyphen where Word puts a dash. */
function bulletOf(marked: string): string | null {
  return bulleted.exec(marked)?.[0].trim().replace(/[–—]/g, '-') ?? null;
}

/** «Ghi chú: …», «(Tổng số: 02 vấn đề, 04 luồng ý kiến)», «(Chi tiết tại Phụ lục 1)» tell of the report, not of opinion. */
function isNote(text: string): boolean {
  const said = withoutBullet(text);
  if (note.test(said)) return true;
  const plain = foldPlain(said);
  const counted = counting.exec(plain);
  if (counted) return isCount(plain.slice(counted[0].length));
  return elsewhere.test(plain) || (/^\(.*\)[.;]?$/.test(said) && elsewhereInBrackets.test(plain));
}

const note = /^\(?(?:ghi chú|chú thích|lưu ý|chú ý|nguồn(?: tin| số liệu| thông tin)?)\s*[:：]/iu;
const counting = /^(?:tong (?:so|cong)|tong|cong)(?: co)? /;
const elsewhere =
  /^(?:chi tiet|xem|co)(?: (?:chi tiet|xem|tai|theo|o|trong|nhu))* (?:cac )?(?:phu luc|bieu|bang)(?: so)?(?: [\divx]{1,4})?(?: (?:kem theo|dinh kem|theo linh vuc))?$/;
const elsewhereInBrackets = /^(?:(?:chi tiet|xem|kem|dinh kem)\b.*\b|co (?:cac )?)(?:phu luc|bieu|bang|danh sach)\b/;

/** «02 luồng ý kiến», «4». Given `foldPlain` text. */
export function isCount(plain: string): boolean {
  return /^\d/.test(plain) && plain.split(' ').every((word) => countWord.test(word));
}

const countWord = /^(\d+|luong|y|kien|van|de|linh|vuc|du|luan|va)$/;

const describingBreadth = /^(muc do|pham vi)$/;
const describing = /^(muc do|pham vi|khuynh huong|thai do|xu huong)$/;

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

/** A number or letter, not a bullet. */
const bare = latin(String.raw`^[\p{L}\d]`, 'u');

/** `part` is a heading between a field and its issues, `manner` one that describes the opinions below. */
type HeadingKind = 'field' | 'issue' | 'part' | 'manner';

/** The last line above that is neither bullet nor introduction: a field, or a number that may well be an issue's. */
type Above = 'field' | 'number' | null;

/** Which lines are headings, by their words and by what stands below them. */
function headingsOf(lines: readonly Line[], profile: Profile): (HeadingKind | null)[] {
  const bullets = bulletsOverBullets(lines);
  let above: Above = null;
  const kinds = lines.map((line, at): HeadingKind | null => {
    const kind = foldPlain(line.label?.[1] ?? '');
    if (kind === 'linh vuc' || (kind === '' && isField(line.text, profile))) {
      above = 'field';
      return 'field';
    }
    if (kind === 'van de') {
      above = 'number';
      return 'issue';
    }
    if (kind !== '') return null;
    if (isManner(line, lines[at + 1], profile)) return 'manner';
    const issue = bulleted.test(line.marked)
      ? isBulletedIssue(lines, at, bullets, above, profile)
      : isIssueHeading(line, nextOf(lines, at), above, profile);
    if (depthOf(line.marked) !== null) above = 'number';
    return issue ? 'issue' : null;
  });
  const depths = new Set(
    lines
      .filter(({ marked }, at) => kinds[at] === 'issue' && !bulleted.test(marked))
      .map(({ marked }) => depthOf(marked)),
  );
  let fieldDepth: number | null = null;
  const parts = lines.map((line, at): HeadingKind | null => {
    if (kinds[at] === 'field') fieldDepth = depthOf(line.marked);
    const below = lines[at + 1];
    if (kinds[at + 1] !== 'issue' || !below || !isName(line, profile)) return null;
    // A number over bullets is taken for an issue, but not where those are issues themselves.
    if (kinds[at] !== null && !(kinds[at] === 'issue' && bulleted.test(below.marked))) return null;
    if (!opensLevelBelow(line, below)) return null;
    return fieldDepth === null || fieldDepth >= (depthOf(line.marked) ?? 0) ? 'field' : 'part';
  });
  parts.forEach((part, at) => (kinds[at] = part ?? kinds[at] ?? null));
  // Numbered as the issues are and right above the next heading: an issue of which nothing is said.
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    const below = kinds[at + 1];
    const last = at === lines.length - 1 || (below !== null && below !== 'manner');
    if (!line || kinds[at] !== null || line.label !== null || !depths.has(depthOf(line.marked))) continue;
    if (last ? isName(line, profile) : isNumberedAlike(line, lines[at + 1], profile)) kinds[at] = 'issue';
  }
  return kinds;
}

/** «1.6. Đề xuất tăng lương tối thiểu», numbered as the issues are, over sentences with neither number nor bullet. */
function isNumberedAlike({ marked }: Line, below: Line | undefined, profile: Profile): boolean {
  if (!below || depthOf(marked) === null || marked.length > longestName || /[.;:!?]$/.test(marked)) return false;
  if (bulleted.test(below.marked) || depthOf(below.marked) !== null || below.label !== null) return false;
  return isSentence(below.text, profile) && isOneSentence(marked, profile);
}

/** The next line that does more than introduce («Có hai luồng ý kiến:»). */
function nextOf(lines: readonly Line[], at: number): Line | undefined {
  return lines.slice(at + 1, at + 3).find(({ text }) => !/:$/.test(text));
}

/**
 * A numbered short line or a line ending in a colon, with opinions below, names an issue. Where a numbered line above does
 * already, «Nguyên nhân:» is said of that.
 */
function isIssueHeading(line: Line, next: Line | undefined, above: Above, profile: Profile): boolean {
  const { marked } = line;
  if (next === undefined || marked.length > longestHeading) return false;
  const depth = depthOf(marked);
  if (bulleted.test(next.marked) || next.label !== null) {
    if (depth !== null && !/[.;]$/.test(marked)) return true;
    if (leading.test(marked) && /:$/.test(marked)) return true;
    // «1. Giá điện tăng nhanh.» stands out from the bullets below unless these only describe it: «- Mức độ: đa số».
    if (depth !== null) return /\.$/.test(marked) && !describes(next) && isOneSentence(marked, profile);
    // So does «Giá điện», or «Giá điện:», alone.
    const name = marked.replace(colonAtEnd, '');
    if (next.label !== null || introducing.test(foldPlain(name))) return false;
    if (name !== marked && (above === 'number' || isLead(name))) return false;
    if (name.length <= shortName && isName({ marked: name }, profile)) return true;
    // Without a colon only the full stops of what is below tell a heading from an opinion.
    const setOff = name !== marked || (above === 'field' && /[.;]$/.test(next.text) && !/[.;!?]$/.test(marked));
    return setOff && opensOpinion(next.text, profile) && isOneSentence(name, profile) && !isLead(name);
  }
  if (depth === null) return above === 'field' && isBareIssue(marked, next, profile);
  const below = depthOf(next.marked);
  // Without bullets an opinion is told by its words, and by its numbers where it has any.
  if (below === null) return isName(line, profile) && isSentence(next.text, profile);
  if (below <= depth || !opensStream(next.text, profile)) return false;
  return isName(line, profile) || (/[^:;!?]$/.test(marked) && isOneSentence(marked, profile));
}

/** «Giá điện» under a field, over a sentence that opens as opinions do: set off by bold letters alone. */
function isBareIssue(marked: string, next: Line, profile: Profile): boolean {
  if (marked.length > shortName || depthOf(next.marked) !== null || !/[.;]$/.test(next.text)) return false;
  const plain = foldPlain(marked);
  return isName({ marked }, profile) && opensStream(next.text, profile) && !introducing.test(plain) && !isLead(marked);
}

/**
 * «* Giá điện» over «- Đa số ý kiến …»: a bullet that others follow names what they tell of. An opinion divided in the same
 * way begins as opinions do or ends in a full stop, and stands below an issue.
 */
function isBulletedIssue(
  lines: readonly Line[],
  at: number,
  headings: ReadonlySet<string>,
  above: Above,
  profile: Profile,
): boolean {
  const line = lines[at];
  const below = lines[at + 1];
  const next = below && bulleted.test(below.marked) ? below : nextOf(lines, at);
  if (!line || !next || line.marked.length > longestHeading || !isOverBullet(line, next) || describes(next))
    return false;
  const name = withoutBullet(line.text).replace(colonAtEnd, '');
  if (/[.;!?]$/.test(name) || introducing.test(foldPlain(name)) || isLead(name)) return false;
  const colon = /[:：]$/.test(line.text);
  const short = name.length <= shortName && isName({ marked: name }, profile);
  if (opensStream(next.text, profile))
    return above === 'number' ? short && !colon : short || isOneSentence(name, profile);
  // Nothing tells that opinions follow but that all the bullets of this kind are over others.
  if (above === 'number' || !short) return false;
  return headings.has(bulletOf(line.marked) ?? '');
}

/** The bullets each of which stands over others of another kind and ends in no full stop. */
function bulletsOverBullets(lines: readonly Line[]): ReadonlySet<string> {
  const over = new Set<string>();
  const others = new Set<string>();
  lines.forEach((line, at) => {
    const sign = bulletOf(line.marked);
    if (sign === null) return;
    const under = lines[at + 1];
    (under && isOverBullet(line, under) && !/[.;!?]$/.test(line.text) ? over : others).add(sign);
  });
  for (const sign of others) over.delete(sign);
  return over;
}

/** Bullets of two kinds, one below the other. */
function isOverBullet(line: Line, next: Line): boolean {
  return bulleted.test(next.marked) && bulletOf(line.marked) !== bulletOf(next.marked);
}

/** «- Mức độ: đa số». */
function describes({ label }: Line): boolean {
  return label !== null && describing.test(foldPlain(label[1] ?? ''));
}

/** One sentence that is not said to be anybody's opinion. */
function isOneSentence(text: string, profile: Profile): boolean {
  return !opensStream(text, profile) && !newSentence.test(headingText(text));
}

function opensStream(text: string, profile: Profile): boolean {
  return opensOpinion(text, profile) || namesStream(headingText(text));
}

/** «Luồng ý kiến thứ nhất», «Một số ý kiến»; «Lương chưa tăng» is of pay, and without marks written alike. */
function namesStream(text: string): boolean {
  return !ofPay.test(text) && oneOfStreams.test(foldPlain(text));
}

const ofPay = latin(String.raw`^lương(?!\p{L})`, 'iu');

/** «Nguyên nhân:», «Cán bộ, đảng viên:», «Nhân dân có ba luồng ý kiến:» lead to what is said of an issue and name none. */
function isLead(name: string): boolean {
  const plain = foldPlain(name);
  return leadingOn.test(plain) || ofStreams.test(name) || speakers.test(plain);
}

/** With its marks: «tiền lương» is what many issues are about. */
const ofStreams = latin(String.raw`(?<!\p{L})luồng(?!\p{L})`, 'iu');

const leadingOn =
  /^(nguyen nhan|ly do|vi du|trong do|mat khac|dong thoi|dac biet|giai phap|ket qua|noi dung|tom tat|dien bien|noi len|tap trung)\b|\b(y kien|noi dung|(cac|nhung|mot so|hai|ba|\d{1,2}) van de|cho rang|de nghi|kien nghi|de xuat|bay to)\b/;
const speakers =
  /^(( ?(doi voi|ve phia|trong|va|can bo|dang vien|cong chuc|vien chuc|cong nhan|nguoi lao dong|nguoi dan|nhan dan|cu tri|doanh nghiep|quan chung))+)$/;
/** Not «TP. Hồ Chí Minh». */
const newSentence = latin(String.raw`(?:\p{Ll}{2}|[)\d”])[.;!?]\s+\p{Lu}`, 'u');
const colonAtEnd = /\s*[:：]\s*$/;
const longestHeading = 160;

/** «Ý kiến đồng tình:», «b) Một số ý kiến băn khoăn» over bullets. */
function isManner({ marked, text }: Line, next: Line | undefined, profile: Profile): boolean {
  if (next === undefined || text.length > longestName || /[.;]$/.test(text)) return false;
  const name = headingText(text);
  if (!/:$/.test(text)) {
    if (bulleted.test(marked) || depthOf(marked) === null || !bulleted.test(next.marked)) return false;
    if (name.split(' ').length > longestManner) return false;
  }
  return namesStream(name) || openingWord(name, 'attitude', profile) === name.normalize('NFC');
}

const longestManner = 8;
const shortName = 60;
/** «Dư luận tập trung vào các nội dung sau» names nothing. */
const introducing =
  /^(du luan|trong (thang|ky|quy)|nhin chung|ve co ban|noi chung|cu the|tinh hinh chung|ben canh|ngoai ra|tuy nhien)\b|\b(sau|sau day|cu the)$/;

const bulleted = leadingBullet;
const leading = latin(String.raw`^(?:về|vấn đề)(?!\p{L})`, 'iu');
const longestName = 100;

/** «1.1.», «2.1.1.», «II.1.»: numbers that repeat the one above. */
const dottedNumber = /^(\d{1,2}|[IVX]{1,4})((?:\.\d{1,2}){1,3})(?![\d/])[.)]?\s*/;

/** How deep the numbering of a line puts it: A, I, 1, 1.1, 1.1.1, a; null for a line without. */
export function depthOf(marked: string): number | null {
  const dotted = dottedNumber.exec(marked);
  if (dotted?.[1] !== undefined && dotted[2] !== undefined)
    return numberingDepths[/\d/.test(dotted[1]) ? 'arabic' : 'roman'] + dotted[2].split('.').length - 1;
  const { style } = splitNumbering(marked);
  if (style === null) return null;
  return style === 'letter' && marked.charAt(0) !== marked.charAt(0).toLowerCase() ? 0 : numberingDepths[style];
}

const numberingDepths = { roman: 1, arabic: 2, letter: 6 } as const;
const bulletDepth = 7;

function withoutNumber(text: string): string {
  const rest = text.replace(dottedNumber, '');
  return rest === text ? splitNumbering(text).rest : rest;
}

/** «1. Lĩnh vực nông nghiệp» above «1.1. Giá lúa». */
function opensLevelBelow(line: Line, below: Line): boolean {
  const depth = depthOf(line.marked);
  const next = depthOf(below.marked);
  if (depth !== null && bulleted.test(below.marked)) return true;
  return depth !== null && next !== null && next > depth && firstOfLevel.test(below.marked);
}

const firstOfLevel = /^(?:(?:(?:\d{1,2}|[IVX]{1,4})\.)*0?1|[aA])(?!\d|\.\d)/;

/** A line that names something and says nothing of it. `marked` is the line with its number. */
export function isName({ marked }: { readonly marked: string }, profile: Profile): boolean {
  if (marked.length > longestName || /[.;:!?]$/.test(marked) || bulleted.test(marked)) return false;
  return !opinionVerb.test(foldPlain(marked)) && !opensOpinion(marked, profile);
}

const opinionVerb =
  /\b(y kien|cho rang|de nghi|kien nghi|de xuat|danh gia cao|mong muon|mong doi|ky vong|bay to|dong tinh|tan thanh|ung ho|phan doi|ban khoan|lo ngai|lo lang|phan khoi|tin tuong|hoan nghenh|buc xuc|quan tam|phan anh|nhan dinh|ghi nhan|thong nhat|nhat tri|nhan thay|nhan xet)\b/;

/** An opinion written as a sentence of its own. */
function isSentence(text: string, profile: Profile): boolean {
  return /[.;!?]$/.test(text) || opensOpinion(text, profile);
}

function opensOpinion(text: string, profile: Profile): boolean {
  const opening = openingOf(text);
  return openingWord(opening, 'breadth', profile) !== null || openingWord(opening, 'attitude', profile) !== null;
}

/** The first words of an opinion, its number or bullet left out. */
function openingOf(text: string): string {
  return headingText(text).split(' ').slice(0, 14).join(' ');
}

/** What a heading names, without number, colon and the count of what follows. */
export function headingText(text: string): string {
  return withoutColon(withoutNumber(withoutBullet(text)).replace(countBehind, ''));
}

/** «Kinh tế - xã hội: 03 luồng ý kiến» */
const countBehind = latin(
  String.raw`\s*[:：]\s*\d{1,3} (?:luồng ý kiến|luồng|ý kiến|vấn đề|nội dung)(?:, \d{1,3} (?:luồng ý kiến|luồng|ý kiến))?\s*[.;]?$`,
  'iu',
);

function withoutColon(text: string): string {
  return text.replace(/\s*[:：.]\s*$/, '').trim();
}

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

/** Breadth and attitude as an opinion itself tells them in its first words. */
export function spokenOf(text: string, profile: Profile): { breadth: string | null; attitude: string | null } {
  const opening = openingOf(text);
  return { breadth: openingWord(opening, 'breadth', profile), attitude: wordIn(opening, 'attitude', profile) };
}

/** Breadth and attitude in one description: «đa số; tán thành». */
export function describedBy(text: string, profile: Profile): { breadth: string | null; attitude: string | null } {
  return { breadth: wordIn(text, 'breadth', profile), attitude: wordIn(text, 'attitude', profile) };
}

/** A vocabulary word anywhere in a short text, as written there. */
function wordIn(text: string, name: VocabularyName, profile: Profile): string | null {
  const tokens = tokensOf(text);
  for (const { plain } of wordsOf(profile, name)) {
    const length = plain.split(' ').length;
    for (let at = 0; at + length <= tokens.length; at += 1) {
      const slice = tokens.slice(at, at + length);
      if (slice.map((token) => token.plain).join(' ') === plain && !(name === 'attitude' && isNegated(tokens, at)))
        return cut(text, slice);
    }
  }
  return null;
}

/** «chưa đồng tình», «không hoàn toàn tán thành» say no such thing. */
function isNegated(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && /^(that|thuc|su|hoan|toan|han|he)$/.test(tokens[before]?.plain ?? '')) before -= 1;
  return /^(chua|khong|chang)$/.test(tokens[before]?.plain ?? '');
}

/** A vocabulary word the text begins with. */
function openingWord(text: string, name: VocabularyName, profile: Profile): string | null {
  const tokens = tokensOf(text);
  for (const { plain } of wordsOf(profile, name)) {
    const slice = tokens.slice(0, plain.split(' ').length);
    if (slice.map((token) => token.plain).join(' ') === plain) return cut(text, slice);
  }
  return null;
}

interface Token {
  readonly plain: string;
  readonly start: number;
  readonly end: number;
}

function tokensOf(text: string): Token[] {
  return [...text.normalize('NFC').matchAll(wordPattern)].map((match) => ({
    plain: foldPlain(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function cut(text: string, slice: readonly Token[]): string {
  return text.normalize('NFC').slice(slice[0]?.start ?? 0, slice.at(-1)?.end ?? 0);
}
