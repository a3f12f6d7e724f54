/**
 * Opinion streams written as text instead of a table: «1. Kinh tế - xã hội», «Vấn đề: Nhà ở xã hội», «- Đa số tán thành …».
 */
import type { Located, Stream } from '../document.ts';
import type { Profile, VocabularyName } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { withoutBullet, type ContentLine } from './content.ts';
import { splitNumbering } from './match.ts';
import { isNothing } from './signature.ts';
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
  const plain = foldPlain(splitNumbering(withoutBullet(text)).rest.replace(/\([^)]*\)/g, ' ')).replace(
    /^(ve |linh vuc |nhom van de |cac van de ve )+/,
    '',
  );
  return wordsOf(profile, 'field').some(
    (word) => plain === word.plain || plain.replace(/^linh vuc /, '') === word.plain,
  );
}

/** «Về lĩnh vực kinh tế» → «kinh tế»: words that lead to the name of a field. */
export function fieldName(text: string): string {
  return text.normalize('NFC').replace(/^(?:(?:về|lĩnh vực|nhóm vấn đề|các vấn đề về)(?:\s+|\s*[:：]\s*))+/iu, '');
}

const streamLabel = String.raw`(?:[-–+*•]\s*)?(?:\(?\d{0,2}[.)]?\s*)?(lĩnh vực|vấn đề|luồng ý kiến|luồng|ý kiến|mức độ|phạm vi|khuynh hướng|thái độ|xu hướng)\s*(?:thứ\s+\p{L}+|\d{1,2})?\s*`;
const labelled = latin(String.raw`^${streamLabel}(?:\(([^)]{2,90})\)\s*)?[:：]\s*(.+)$`, 'iu');
const labelAlone = latin(String.raw`^${streamLabel}[:：]?$`, 'iu');

/** «Luồng ý kiến 1» in a cell of its own, with the opinion in the next. */
export function isStreamLabel(text: string): boolean {
  return labelAlone.test(normalise(text));
}

/** The streams of section II, written as lines. Lines that only introduce («… như sau:») hold none. */
export function streamsFromLines(lines: readonly ContentLine[], profile: Profile): Stream[] {
  const streams: Stream[] = [];
  const split = lines.flatMap(({ located, shown }) =>
    shown
      .split(/[\r\n]+/)
      .map((line) => normalise(line))
      .filter((line) => line !== '')
      .map((text) => ({ located, text })),
  );
  let field: Located<string> | null = null;
  let issue: Located<string> | null = null;
  split.forEach(({ located, text }, at) => {
    const place = (value: string): Located<string> => ({ ...located, value });
    const label = labelled.exec(text);
    const kind = foldPlain(label?.[1] ?? '');
    const value = label?.[3] ?? '';
    const described = label?.[2] === undefined ? '' : ` (${label[2]})`;
    if (kind === 'linh vuc' || (kind === '' && isField(text, profile))) {
      field = place(kind === '' ? fieldName(headingText(text)) : value);
      issue = null;
    } else if (kind === 'van de') issue = place(withoutColon(value));
    else if (/^(muc do|pham vi|khuynh huong|thai do|xu huong)$/.test(kind)) {
      const last = streams.pop();
      if (last)
        streams.push({
          ...last,
          ...(/^(muc do|pham vi)$/.test(kind) ? { breadth: place(value) } : { attitude: place(value) }),
        });
    } else if (kind !== '') streams.push(streamOf(located, value + described, field, issue, profile));
    else if (isIssueHeading(text, nextOf(split, at))) issue = place(headingText(text));
    else if (/:$/.test(text) || isNothing(foldPlain(text))) return;
    else streams.push(streamOf(located, withoutBullet(text), field, issue, profile));
  });
  return streams;
}

/** The text of the next line that does more than introduce («Có hai luồng ý kiến:»). */
function nextOf(lines: readonly { readonly text: string }[], at: number): string | undefined {
  return lines.slice(at + 1, at + 3).find(({ text }) => !/:$/.test(text))?.text;
}

/** A numbered short line or a line ending in a colon, with bulleted lines below, names an issue. */
function isIssueHeading(text: string, next: string | undefined): boolean {
  if (next === undefined || text.length > 160) return false;
  const deeper = /^[-–+*•]/.test(next) && !/^[-–+*•]/.test(text);
  const numbered = splitNumbering(text).style !== null || /^\d{1,2}\.\d{1,2}/.test(text);
  const labelledNext = labelled.test(next);
  return (
    (deeper || labelledNext) &&
    (numbered || (/:$/.test(text) && /^(về|van de|vấn đề)\b/iu.test(text))) &&
    !/[.;]$/.test(text)
  );
}

function headingText(text: string): string {
  return withoutColon(splitNumbering(withoutBullet(text)).rest.replace(/^\d{1,2}\.\d{1,2}\.?\s*/, ''));
}

function withoutColon(text: string): string {
  return text.replace(/\s*[:：.]\s*$/, '').trim();
}

function streamOf(
  located: Located<string>,
  text: string,
  field: Located<string> | null,
  issue: Located<string> | null,
  profile: Profile,
): Stream {
  const place = (value: string | null): Located<string> | null => (value === null ? null : { ...located, value });
  // «… (đa số; tán thành)»: what stands in brackets at the end describes the stream.
  const bracket = /[([]([^()[\]]{2,90})[)\]]\s*[.;]?$/.exec(text);
  const fromBracket = describedBy(bracket?.[1] ?? '', profile);
  const inBracket = fromBracket.breadth !== null || fromBracket.attitude !== null;
  const opening = text.split(' ').slice(0, 14).join(' ');
  return {
    row: located.row,
    field,
    issue,
    text: place(bracket && inBracket ? text.slice(0, bracket.index).trim() : text),
    breadth: place(fromBracket.breadth ?? openingWord(opening, 'breadth', profile)),
    attitude: place(fromBracket.attitude ?? wordIn(opening, 'attitude', profile)),
  };
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
      if (slice.map((token) => token.plain).join(' ') === plain) return cut(text, slice);
    }
  }
  return null;
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
