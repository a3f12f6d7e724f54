/** The plan and the review of a year where no section gives them: cited in some sentence or cell of the sheet. */
import type { DateValue, DocumentReference, Located } from '../document.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { findDates } from '../text/date.ts';
import { latin } from '../text/latin.ts';
import { dateInText, dateOfCell, numberInText, referenceOf } from './dates.ts';
import type { Grid } from './grid.ts';
import type { YearSection } from './wording/year.ts';
import { reviewOfYear } from './year-activity.ts';
import { isAbsent, type Entry } from './year-entry.ts';

export type Cited = 'plan' | 'review';

/** A sentence of a cell, and what its row is about and dated. */
export interface Passage {
  readonly located: Located<string>;
  /** The first text of the row where that is another cell: «Tổng kết năm» beside «Số 301-BC/ĐU». */
  readonly label: string;
  readonly rowDate: DateValue | null;
  /** The section its row was read in. */
  readonly section: YearSection | null;
}

const issuer = String.raw`(?:\s*[-–—/]\s*[\p{Lu}\d](?:[\p{L}\d.]*[\p{L}\d])?)*`;
const kinds: Readonly<Record<Cited, RegExp>> = {
  plan: latin(String.raw`\d{1,4}\s*[-–—/]\s*(?:KH|CTr)(?!\p{L})${issuer}`, 'gu'),
  review: latin(String.raw`\d{1,4}\s*[-–—/]\s*BC(?!\p{L})${issuer}`, 'gu'),
};

/** The first number of the kind, one of the committee's own before those of its superiors. */
function numberOf(text: string, cited: Cited): RegExpExecArray | null {
  const all = [...text.matchAll(kinds[cited])];
  return all.find(([number]) => !superiorIssuer.test(number)) ?? all[0] ?? null;
}

/** Symbols of those above a committee: their plans are carried out, not made by it. */
const superiorIssuer = /[-–—/]\s*(?:ĐUK|BTGĐUK|TW|BTGTW|TU|BTGTU|HU)$/u;

/** A plan of one kind of work is not the plan of the year. */
const partialPlan =
  /\b(?:kiem tra|giam sat|tap huan|boi duong|khao sat|dieu tra|tong ket|so ket|hoi nghi|hoi thi|dai hoi|tuyen truyen)\b/;
const partialSections: ReadonlySet<YearSection | null> = new Set([
  'trainings',
  'inspections',
  'surveys',
  'commendations',
]);
const notYet =
  /\b(?:chua|khong|se|du kien|du thao|chuan bi|tham muu xay dung|dang (?:xay dung|soan|hoan thien|trinh|cho|lay y kien|xin y kien)|cho (?:phe duyet|y kien))\b/;

const mostRows = 5000;

/** The sentences of a sheet that have a number in them; `sections` are those of its rows. */
export function passagesOf(grid: Grid, sections: ReadonlyMap<number, YearSection>): Passage[] {
  const passages: Passage[] = [];
  for (let index = 0; index < Math.min(grid.rows.length, mostRows); index += 1) {
    const section = sections.get(grid.rowNumber(index)) ?? null;
    // What is to be done is of the next year.
    if (section === 'tasks') continue;
    const cells = grid.valued(index).filter(({ value }) => typeof value === 'string' && value.length < 10_000);
    const rowDate = dateOfRow(grid, index);
    const first = cells.find((cell) => foldPlain(grid.shown(cell)).length >= 5);
    for (const cell of cells)
      for (const sentence of sentencesOf(grid.shown(cell)))
        if (/\d/.test(sentence))
          passages.push({
            located: grid.at(index, cell.column, sentence),
            label: first && first !== cell ? grid.text(first) : '',
            rowDate,
            section,
          });
  }
  return passages;
}

function dateOfRow(grid: Grid, index: number): DateValue | null {
  const cell = grid.valued(index).find(({ value, style }) => typeof value === 'number' && style.date);
  return dateOfCell(grid, cell);
}

function sentencesOf(shown: string): string[] {
  return shown
    .split(/[\r\n]+|;\s+|(?<=[^\d\s]{2})\.\s+/)
    .map((sentence) => normalise(sentence))
    .filter((sentence) => sentence !== '');
}

/** Entries of the plan's or the review's own section, or of its label. */
export function citedBy(entries: readonly Entry[], cited: Cited): Located<DocumentReference> | null {
  let best: Rated | null = null;
  for (const { text, date } of entries) {
    if (!text || isAbsent(text.value)) continue;
    const number = numberOf(normalise(text.value), cited);
    const reference = referenceOf(text.value);
    const value = number
      ? { ...reference, number: number[0], date: dateBeside(reference.text, number) ?? reference.date }
      : reference;
    // «Kế hoạch số 06-KH/ĐU» among what was done in the year is no review.
    if (!number && numberOf(reference.text, cited === 'plan' ? 'review' : 'plan')) continue;
    const found = { ...text, value: { ...value, date: value.date ?? date?.value ?? null } };
    // «Sơ kết 6 tháng» may stand before it.
    const whole = cited === 'review' && reviewOfYear.test(foldPlain(text.value)) ? 1 : 0;
    const own = number !== null && !superiorIssuer.test(number[0]);
    const score = (own ? 8 : 0) + (value.number === null ? 0 : 4) + (found.value.date === null ? 0 : 2);
    if (score === 0 || (value.number === null && isPlanned(text.value))) continue;
    if (score + whole > (best?.score ?? 0)) best = { score: score + whole, found };
  }
  return best?.found ?? null;
}

/** «Dự kiến tổng kết vào tháng 01/2024»: the date is of what is still to come. */
function isPlanned(text: string): boolean {
  const date = findDates(text)[0];
  return notYet.test(foldPlain(date ? text.slice(0, date.index) : text));
}

/** «Đã xây dựng kế hoạch từ đầu năm»: told, but by no number and date. */
export function toldBy(entries: readonly Entry[], cited: Cited): Located<DocumentReference> | null {
  const words = cited === 'plan' ? /\b(?:ke hoach|chuong trinh)\b|^da\b/ : /\b(?:tong ket|danh gia)\b|^da\b/;
  for (const { text } of entries) {
    const plain = foldPlain(text?.value ?? '');
    if (text && !notYet.test(plain) && words.test(plain) && plain.split(' ').length >= 2 && !/\d%?$/.test(plain))
      return { ...text, value: referenceOf(text.value) };
  }
  return null;
}

/** «BÁO CÁO tổng kết …», numbered and dated itself, is the review. */
export function ownReport(
  title: string,
  lines: readonly Located<string>[],
  placeDate: Located<string> | null,
  year: number | null,
): Located<DocumentReference> | null {
  if (!/^bao cao (?:danh gia )?tong ket\b/.test(foldPlain(title))) return null;
  const date = placeDate ? dateInText(placeDate.value) : null;
  if (!date || !ofYear(date, title, year, 'review')) return null;
  const line = lines.find(({ value }) => /^số\s*[:.]?\s*\d/iu.test(value) && numberOf(value, 'review'));
  return line ? { ...line, value: { ...referenceOf(line.value), date } } : null;
}

/** The best of the citations; a number with the year's date before one without. */
export function citedIn(
  passages: readonly Passage[],
  cited: Cited,
  year: number | null,
): Located<DocumentReference> | null {
  let best: Rated | null = null;
  for (const passage of passages) {
    const rated = cited === 'plan' ? planIn(passage, year) : reviewIn(passage, year);
    if (rated && (!best || rated.score > best.score)) best = rated;
  }
  return best?.found ?? null;
}

interface Rated {
  readonly score: number;
  readonly found: Located<DocumentReference>;
}

function planIn({ located, label, rowDate, section }: Passage, year: number | null): Rated | null {
  const text = located.value;
  const number = numberOf(text, 'plan');
  if (!number || superiorIssuer.test(number[0])) return null;
  const before = foldPlain(text.slice(0, number.index));
  const after = foldPlain(text.slice(number.index + number[0].length));
  if (notYet.test(before) || /^.{0,60}\bcua (?:ban .{0,30})?(?:dang uy khoi|trung uong|bo chinh tri)\b/.test(after))
    return null;
  const yearly =
    /\b(?:cong tac|hoat dong)\b.*\bnam\b/.test(after) || /\bke hoach (?:cong tac|hoat dong|nam)\b/.test(before);
  if (!yearly && (partialSections.has(section) || partialPlan.test(`${foldPlain(label)} ${after}`))) return null;
  const date = dateBeside(text, number) ?? rowDate;
  if (!ofYear(date, text, year, 'plan')) return null;
  return rate(located, number[0], date, (yearly ? 2 : 0) + (/\bke hoach\b/.test(before) ? 1 : 0));
}

function reviewIn({ located, label, rowDate }: Passage, year: number | null): Rated | null {
  const text = located.value;
  const plain = foldPlain(text);
  const own = reviewOfYear.exec(plain);
  const labelled = !own && reviewOfYear.test(foldPlain(label));
  if ((!own && !labelled) || notYet.test(plain.slice(0, own?.index ?? plain.length))) return null;
  const number = numberOf(text, 'review');
  const date = number ? (dateBeside(text, number) ?? rowDate) : dateAfter(text, 'tổng kết');
  if ((!number && (date === null || !own)) || !ofYear(date, text, year, 'review')) return null;
  return rate(located, number?.[0] ?? null, date, /\bbao cao\b/.test(plain) ? 1 : 0);
}

function rate(located: Located<string>, number: string | null, date: DateValue | null, extra: number): Rated {
  return {
    score: (number === null ? 0 : 8) + (date === null ? 0 : 4) + extra,
    found: { ...located, value: { text: located.value, number, date } },
  };
}

/** The date that follows the number, else the nearest before it that is not another document's. */
function dateBeside(text: string, number: RegExpExecArray): DateValue | null {
  const end = number.index + number[0].length;
  const after = text.slice(end);
  const next = numberInText(after);
  const following = dateInText(next === null ? after : after.slice(0, after.indexOf(next)));
  if (following) return following;
  const before = text.slice(0, number.index);
  const last = findDates(before).at(-1);
  if (!last || numberInText(before.slice(0, last.index)) !== null) return null;
  return { iso: last.iso, asText: false, text: before.slice(last.index, last.index + last.length) };
}

function dateAfter(text: string, word: string): DateValue | null {
  const at = text.toLowerCase().indexOf(word);
  return dateInText(at < 0 ? text : text.slice(at)) ?? dateInText(text);
}

/** A plan may be issued late in the year before, a review early in the year after. Undated ones must name no other year. */
function ofYear(date: DateValue | null, text: string, year: number | null, cited: Cited): boolean {
  if (year === null) return true;
  const named = yearsNamed(text);
  if (date?.iso) {
    const own = Number(date.iso.slice(0, 4));
    const month = Number(date.iso.slice(5, 7));
    if (own === year) return !named.some((one) => one !== year) || named.includes(year);
    if (!named.includes(year)) return false;
    return cited === 'plan' ? own === year - 1 && month >= 10 : own === year + 1 && month <= 3;
  }
  return named.length === 0 || named.includes(year);
}

/** The years of «năm 2023», those of dates left out. */
function yearsNamed(text: string): number[] {
  const undated = findDates(text).reduceRight(
    (rest, { index, length }) => rest.slice(0, index) + rest.slice(index + length),
    text,
  );
  return [...undated.matchAll(/năm\s+(20\d{2})(?!\d)/giu)].map((match) => Number(match[1]));
}
