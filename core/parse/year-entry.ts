/** The entries of a year record's sections, out of lines of text and table rows. */
import type { DateValue, Located } from '../document.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { listItems, type ContentLine } from './content.ts';
import { dateInText, dateOfCell } from './dates.ts';
import type { Grid } from './grid.ts';
import type { YearSection } from './wording/year.ts';
import { monthNumberInText, monthOf } from './period.ts';
import { isNothing } from './signature.ts';

/** One entry of a section, from a line or a table row. */
export interface Entry {
  readonly row: number;
  readonly text: Located<string> | null;
  readonly date: Located<DateValue> | null;
  readonly topics: Located<string> | null;
  readonly attendees: Located<number> | null;
}

export interface FoundEntry {
  readonly section: YearSection;
  readonly entry: Entry;
}

export type Year = Located<number> | null;

export function entriesOfLine(grid: Grid, { located, shown, beside, index }: ContentLine, year: Year): Entry[] {
  if (/:\s*$/.test(shown)) return [];
  const items = listItems(shown);
  return items.map((item) => {
    const text = items.length === 1 ? located : { ...located, value: item };
    const own = ownDate(grid, index, located.column);
    const date =
      dateInText(normalise(item)) ?? (beside ? dateInText(normalise(beside.value)) : null) ?? monthAlone(item, year);
    return {
      row: located.row,
      text,
      date: own ?? (date ? { ...located, value: date } : null),
      topics: null,
      attendees: attendeesIn(located, `${item} ${beside?.value ?? ''}`),
    };
  });
}

/** A date cell standing beside a line. */
function ownDate(grid: Grid, index: number, column: number): Located<DateValue> | null {
  const cell = grid.valued(index).find((one) => one.column > column && typeof one.value === 'number' && one.style.date);
  const date = dateOfCell(grid, cell);
  return cell && date ? grid.at(index, cell.column, date) : null;
}

/** «Tháng 3: giao ban …» takes its year from the record. */
export function monthAlone(text: string, year: Year): DateValue | null {
  return dateOfMonth(monthNumberInText(text), year);
}

export function dateOfMonth(month: number | null, year: Year): DateValue | null {
  const iso = year && month !== null ? monthOf(year.value, month) : null;
  return iso === null ? null : { iso, asText: false, text: `tháng ${month ?? ''}` };
}

export function attendeesIn(at: Located<string>, text: string): Located<number> | null {
  const count = /(\d{1,6})\s*(?:lượt\s*)?(?:người|đồng chí|đ\/c|đại biểu|học viên|cán bộ|ctv|cộng tác viên)/iu.exec(
    normalise(text),
  )?.[1];
  return count === undefined ? null : { ...at, value: Number(count) };
}

/** «Không có.», «Chưa ban hành», «Trong năm chưa tổ chức lớp nào»: that there is none of it. */
export function isAbsent(text: string): boolean {
  const plain = foldPlain(text);
  return isNothing(plain) || (absent.test(plain) && !instead.test(plain));
}

const absent =
  /^(?:(?:trong|tinh|den|tu|dau|ca|nam|ky|quy|thang|nay|qua|thoi diem|bao cao|dang uy|dang bo|don vi|co quan|ban thuong vu|\d{1,4}) )*(?:chua|khong) (?:co|xay dung|ban hanh|to chuc|thuc hien|tien hanh|trien khai|mo|tong ket|de ra)\b/;
/** «Chưa mở lớp riêng, đã cử 05 đồng chí dự …»: there was something all the same. */
const instead =
  /\b(?:nhung|tuy nhien|song da|(?:da|chi) (?:cu|to chuc|tham gia|tham du|long ghep|ket hop|thuc hien|tien hanh)|cu \d+)\b/;

/** «12 cuộc», «12/12 tháng», «Số cuộc giao ban: 12». */
const often =
  /(?<![\d/.,-]|thứ |lần )(\d{1,3})(?:\s*\/\s*\d{1,3}\s*tháng|\s*(?:\/\s*\d{1,3}\s*)?(?:lớp|cuộc|buổi|kỳ|hội nghị|đợt|lần|đoàn kiểm tra|chuyên đề))(?!\p{L})|^[^:]{3,80}:\s*(\d{1,3})\s*$/iu;

/**
 * How often, where one line tells of several: «Tổ chức 02 lớp …», «Số cuộc giao ban: 12». A line that restates how many
 * `lines` the others are tells of nothing more.
 */
export function statedTimes(text: Located<string> | null, lines: number): { readonly times?: number } {
  const match = often.exec(normalise(text?.value ?? ''));
  const times = Number(match?.[1] ?? match?.[2] ?? 1);
  return times < 2 || (lines > 1 && times === lines - 1) ? {} : { times };
}
