/** Which lines of the opinions are headings: fields, issues, parts between them and what describes the opinions below. */
import type { Located } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { withoutBullet } from './content.ts';
import { isField } from './field-name.ts';
import { oneOfStreams } from './wording/report.ts';
import { bulletOf, depthOf, headingText, isBulleted } from './line-marks.ts';
import { openingWord, opensOpinion } from './spoken.ts';

/** A line of section II. */
export interface Line {
  readonly located: Located<string>;
  readonly text: string;
  /** With its number or bullet where that stands in a cell of its own. */
  readonly marked: string;
  readonly label: RegExpExecArray | null;
}

export const describing = /^(muc do|pham vi|khuynh huong|thai do|xu huong)$/;

/** `part` is a heading between a field and its issues, `manner` one that describes the opinions below. */
type HeadingKind = 'field' | 'issue' | 'part' | 'manner';

/** The last line above that is neither bullet nor introduction: a field, or a number that may well be an issue's. */
type Above = 'field' | 'number' | null;

/** Which lines are headings, by their words and by what stands below them. */
export function headingsOf(lines: readonly Line[], profile: Profile): (HeadingKind | null)[] {
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
    const issue = isBulleted(line.marked)
      ? isBulletedIssue(lines, at, bullets, above, profile)
      : isIssueHeading(line, nextOf(lines, at), above, profile);
    if (depthOf(line.marked) !== null) above = 'number';
    return issue ? 'issue' : null;
  });
  const depths = new Set(
    lines.filter(({ marked }, at) => kinds[at] === 'issue' && !isBulleted(marked)).map(({ marked }) => depthOf(marked)),
  );
  let fieldDepth: number | null = null;
  const parts = lines.map((line, at): HeadingKind | null => {
    if (kinds[at] === 'field') fieldDepth = depthOf(line.marked);
    const below = lines[at + 1];
    if (kinds[at + 1] !== 'issue' || !below || !isName(line.marked, profile)) return null;
    // A number over bullets is taken for an issue, but not where those are issues themselves.
    if (kinds[at] !== null && !(kinds[at] === 'issue' && isBulleted(below.marked))) return null;
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
    if (last ? isName(line.marked, profile) : isNumberedAlike(line, lines[at + 1], profile)) kinds[at] = 'issue';
  }
  return kinds;
}

/** «1.6. Đề xuất tăng lương tối thiểu», numbered as the issues are, over sentences with neither number nor bullet. */
function isNumberedAlike({ marked }: Line, below: Line | undefined, profile: Profile): boolean {
  if (!below || depthOf(marked) === null || marked.length > longestName || /[.;:!?]$/.test(marked)) return false;
  if (isBulleted(below.marked) || depthOf(below.marked) !== null || below.label !== null) return false;
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
  if (isBulleted(next.marked) || next.label !== null) {
    if (depth !== null && !/[.;]$/.test(marked)) return true;
    if (leading.test(marked) && /:$/.test(marked)) return true;
    // «1. Giá điện tăng nhanh.» stands out from the bullets below unless these only describe it: «- Mức độ: đa số».
    if (depth !== null) return /\.$/.test(marked) && !describes(next) && isOneSentence(marked, profile);
    // So does «Giá điện», or «Giá điện:», alone.
    const name = marked.replace(colonAtEnd, '');
    if (next.label !== null || introducing.test(foldPlain(name))) return false;
    if (name !== marked && (above === 'number' || isLead(name))) return false;
    if (name.length <= shortName && isName(name, profile)) return true;
    // Without a colon only the full stops of what is below tell a heading from an opinion.
    const setOff = name !== marked || (above === 'field' && /[.;]$/.test(next.text) && !/[.;!?]$/.test(marked));
    return setOff && opensOpinion(next.text, profile) && isOneSentence(name, profile) && !isLead(name);
  }
  if (depth === null) return above === 'field' && isBareIssue(marked, next, profile);
  const below = depthOf(next.marked);
  // Without bullets an opinion is told by its words, and by its numbers where it has any.
  if (below === null) return isName(marked, profile) && isSentence(next.text, profile);
  if (below <= depth || !opensStream(next.text, profile)) return false;
  return isName(marked, profile) || (/[^:;!?]$/.test(marked) && isOneSentence(marked, profile));
}

/** «Giá điện» under a field, over a sentence that opens as opinions do: set off by bold letters alone. */
function isBareIssue(marked: string, next: Line, profile: Profile): boolean {
  if (marked.length > shortName || depthOf(next.marked) !== null || !/[.;]$/.test(next.text)) return false;
  const plain = foldPlain(marked);
  return isName(marked, profile) && opensStream(next.text, profile) && !introducing.test(plain) && !isLead(marked);
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
  const next = below && isBulleted(below.marked) ? below : nextOf(lines, at);
  if (!line || !next || line.marked.length > longestHeading || !isOverBullet(line, next) || describes(next))
    return false;
  const name = withoutBullet(line.text).replace(colonAtEnd, '');
  if (/[.;!?]$/.test(name) || introducing.test(foldPlain(name)) || isLead(name)) return false;
  const colon = /[:：]$/.test(line.text);
  const short = name.length <= shortName && isName(name, profile);
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
  return isBulleted(next.marked) && bulletOf(line.marked) !== bulletOf(next.marked);
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
    if (isBulleted(marked) || depthOf(marked) === null || !isBulleted(next.marked)) return false;
    if (name.split(' ').length > longestManner) return false;
  }
  return namesStream(name) || openingWord(name, 'attitude', profile) === name.normalize('NFC');
}

const longestManner = 8;

const shortName = 60;

/** «Dư luận tập trung vào các nội dung sau» names nothing. */
const introducing =
  /^(du luan|trong (thang|ky|quy)|nhin chung|ve co ban|noi chung|cu the|tinh hinh chung|ben canh|ngoai ra|tuy nhien)\b|\b(sau|sau day|cu the)$/;

const leading = latin(String.raw`^(?:về|vấn đề)(?!\p{L})`, 'iu');

const longestName = 100;

/** «1. Lĩnh vực nông nghiệp» above «1.1. Giá lúa». */
function opensLevelBelow(line: Line, below: Line): boolean {
  const depth = depthOf(line.marked);
  const next = depthOf(below.marked);
  if (depth !== null && isBulleted(below.marked)) return true;
  return depth !== null && next !== null && next > depth && firstOfLevel.test(below.marked);
}

const firstOfLevel = /^(?:(?:(?:\d{1,2}|[IVX]{1,4})\.)*0?1|[aA])(?!\d|\.\d)/;

/** A line that names something and says nothing of it. `marked` is the line with its number. */
export function isName(marked: string, profile: Profile): boolean {
  if (marked.length > longestName || /[.;:!?]$/.test(marked) || isBulleted(marked)) return false;
  return !opinionVerb.test(foldPlain(marked)) && !opensOpinion(marked, profile);
}

const opinionVerb =
  /\b(y kien|cho rang|de nghi|kien nghi|de xuat|danh gia cao|mong muon|mong doi|ky vong|bay to|dong tinh|tan thanh|ung ho|phan doi|ban khoan|lo ngai|lo lang|phan khoi|tin tuong|hoan nghenh|buc xuc|quan tam|phan anh|nhan dinh|ghi nhan|thong nhat|nhat tri|nhan thay|nhan xet)\b/;

/** An opinion written as a sentence of its own. */
function isSentence(text: string, profile: Profile): boolean {
  return /[.;!?]$/.test(text) || opensOpinion(text, profile);
}
