/** What a report says of itself: number, month, date, type, addressee, request, counts. */
import type { DateValue, DocumentReference, Located, Report, ReportType } from '../document.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { findDates } from '../text/date.ts';
import { leadingBullet, type ContentLine } from './content.ts';
import { dateInText, dateOfCell, isoOfText, referenceOf } from './dates.ts';
import type { Front } from './front.ts';
import type { Grid } from './grid.ts';
import type { LabelValue } from './labels.ts';
import { monthInText, monthNumberInText, monthOf, monthOfRange, monthOfValue, yearInText } from './period.ts';
import type { Label } from './report-labels.ts';
import { isNothing, isSignature } from './signature.ts';

export function countersOf(front: Front<Label>, counters: ReadonlyMap<Label, LabelValue<Label>>): Report['counters'] {
  const read = (id: Label): Located<number> | null => {
    const label = counters.get(id) ?? front.labels.get(id);
    if (!label) return null;
    const text = normalise(label.value.value);
    const count = isNothing(foldPlain(text)) ? 0 : Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
    return Number.isSafeInteger(count) ? { ...label.value, value: count } : null;
  };
  return {
    reports: read('reports') ?? reportCount(counters.get('number') ?? front.labels.get('number')),
    salientIssues: read('salientIssues'),
    handledCases: read('handledCases'),
  };
}

/** «Số báo cáo: 01» is a count, «Số báo cáo: 58-BC/ĐU» a number. */
function reportCount(label: LabelValue<Label> | undefined): Located<number> | null {
  return label && isBareCount(label) ? { ...label.value, value: Number(label.value.value) } : null;
}

function isBareCount(label: LabelValue<Label>): boolean {
  return /^\s*\d{1,3}\s*$/.test(label.value.value) && label.labelPlain === 'so bao cao';
}

export function numberOf(front: Front<Label>): Located<string> | null {
  const label = front.labels.get('number');
  if (label && !isBareCount(label)) return label.value;
  for (const line of front.lines) {
    const number = /^số\s*[:.]?\s*(\d[\d\s]*[-–—/].{2,30})$/iu.exec(normalise(line.value))?.[1];
    if (number !== undefined) return { ...line, value: number.replace(/[\s,]+(?:ngày|ngay).*$/iu, '') };
  }
  return null;
}

export function dateOf(grid: Grid, front: Front<Label>): Located<DateValue> | null {
  const label = front.labels.get('date');
  if (label) {
    const text = label.value.value;
    const own = label.cell ? dateOfCell(grid, label.cell) : null;
    return { ...label.value, value: own ?? dateInText(text) ?? { iso: isoOfText(text), asText: false, text } };
  }
  const placed = front.placeDate ? dateInText(front.placeDate.value) : null;
  if (front.placeDate && placed) return { ...front.placeDate, value: placed };
  for (const line of front.lines) {
    const stamped = /^số\s*[:.]?\s*\d.*ngày/iu.test(line.value) ? dateInText(normalise(line.value)) : null;
    if (stamped) return { ...line, value: stamped };
  }
  return null;
}

export function periodOf(grid: Grid, front: Front<Label>, date: Located<DateValue> | null): Located<string> | null {
  const label = front.labels.get('period');
  if (label) {
    const dated =
      label.cell && typeof label.cell.value === 'number' && label.cell.style.date ? dateOfCell(grid, label.cell) : null;
    const month =
      dated?.iso?.slice(0, 7) ??
      monthOfValue(label.value.value) ??
      monthOf(
        front.labels.get('year')?.value.value ?? date?.value.iso?.slice(0, 4),
        /\d{1,2}/.exec(label.value.value)?.[0],
      );
    if (month && /^\d{4}-\d{2}$/.test(month)) return { ...label.value, value: month };
  }
  const title = front.title ? { ...front.title, value: monthInText(front.title.value) } : null;
  const subject = front.lines.find(
    ({ row, value }) => row >= (front.title?.row ?? 0) && monthInText(value) !== null && !/ngày/iu.test(value),
  );
  if (subject) return { ...subject, value: monthInText(subject.value) ?? '' };
  if (title?.value) return { ...title, value: title.value };
  const spanned = front.lines.find(({ row, value }) => row >= (front.title?.row ?? 0) && monthOfRange(value) !== null);
  if (spanned) return { ...spanned, value: monthOfRange(spanned.value) ?? '' };
  const numbered = front.lines.find(({ value }) => monthNumberInText(value) !== null && !/ngày/iu.test(value));
  const yearText = front.lines
    .map(({ value }) => (/ngày/iu.test(value) ? null : yearInText(value)))
    .find((year) => year !== null);
  const year = yearText ?? date?.value.iso?.slice(0, 4);
  // «tháng 11 (kỳ 25/11/2023)»
  const numberedYear = year ?? findDates(numbered?.value ?? '')[0]?.iso.slice(0, 4);
  const month = numbered ? monthOf(numberedYear, monthNumberInText(numbered.value) ?? undefined) : null;
  if (numbered && month) return { ...numbered, value: month };
  const named = monthOfValue(grid.sheet.name);
  const at = front.title ?? { sheet: grid.sheet.name, row: grid.rowNumber(0) || 1, column: 1 };
  return named === null ? null : { sheet: at.sheet, row: at.row, column: at.column, value: named };
}

/** A report made on request or in haste belongs to the month it is dated in. */
export function monthOfDate(type: Located<ReportType> | null, date: Located<DateValue> | null): Located<string> | null {
  const iso = date?.value.iso;
  return date && iso && iso.length === 10 && type && type.value !== 'periodic'
    ? { ...date, value: iso.slice(0, 7) }
    : null;
}

export function typeOf(front: Front<Label>): Located<ReportType> | null {
  const label = front.labels.get('type');
  const value = label ? typeIn(foldPlain(ticked(label.value.value))) : null;
  if (label && value) return { ...label.value, value };
  const title = front.title;
  const stated = title ? typeIn(foldPlain(title.value)) : null;
  return title && stated ? { ...title, value: stated } : null;
}

/** Of «☒ Định kỳ ☐ Đột xuất» what is ticked; the whole text where nothing is. */
function ticked(text: string): string {
  return /(?:[☑☒✓✔▣■]|\[\s*[xX]\s*\])([^☐□☑☒✓✔▣■[]+)/u.exec(text)?.[1] ?? text;
}

function typeIn(plain: string): ReportType | null {
  if (/\bdot xuat\b/.test(plain)) return 'adHoc';
  if (/\bnhanh\b/.test(plain)) return 'quick';
  return /\bdinh ky\b|\bthuong ky\b|\bhang thang\b/.test(plain) ? 'periodic' : null;
}

export function addresseeOf(grid: Grid, front: Front<Label>): Located<string> | null {
  const label = front.labels.get('addressee');
  // «Nơi nhận:» beside the signer is the list of copies.
  if (label && !(label.cell && isSignature(grid, label.cell))) return withListBelow(front, label.value);
  for (const line of front.lines) {
    const value = /^kính gửi\s*(?:[:：]\s*(.*)|\s(.+))$/iu.exec(normalise(line.value));
    const addressee = value ? withListBelow(front, { ...line, value: value[1] ?? value[2] ?? '' }) : null;
    if (addressee && addressee.value !== '') return addressee;
  }
  return null;
}

/** «Kính gửi: - Ban Thường vụ …;» goes on with «- Ban Tuyên giáo …» on the lines below. */
function withListBelow(front: Front<Label>, first: Located<string>): Located<string> {
  const at = front.lines.findIndex(({ row, column }) => row === first.row && column === first.column);
  const below = front.lines.slice(at + 1);
  const end = below.findIndex(({ value }) => !leadingBullet.test(value));
  const listed = at < 0 ? [] : below.slice(0, end < 0 ? below.length : end).map(({ value }) => value);
  return listed.length === 0 ? first : { ...first, value: [first.value, ...listed].join(' ').trim() };
}

/** `overview`: its lines may name the request. */
export function requestOf(front: Front<Label>, overview: readonly ContentLine[]): Located<DocumentReference> | null {
  const label = front.labels.get('request');
  if (label && !isNothing(foldPlain(label.value.value)))
    return { ...label.value, value: referenceOf(label.value.value) };
  const lines = [...front.lines, ...overview.map(({ located, shown }) => ({ ...located, value: shown }))];
  for (const line of lines) {
    const text = normalise(line.value);
    const match = /(?:theo|thực hiện)\s+(?:yêu cầu|đề nghị|(?:nội dung\s+)?(?:công văn|điện)\b)[^;()]{0,300}/iu.exec(
      text,
    );
    const reference = match
      ? referenceOf(match[0].replace(/,?\s*(?:đảng ủy|đảng bộ|chi bộ)?\s*[^,]*báo cáo.*$/iu, ''))
      : null;
    if (reference && (reference.number !== null || reference.date !== null || /yêu cầu/iu.test(reference.text)))
      return { ...line, value: reference };
  }
  return null;
}
