/** Dates and references to documents, out of cells and out of running text. */
import type { DateValue, DocumentReference } from '../document.ts';
import type { Cell, CellStyle } from '../sheet.ts';
import { normalise } from '../text/compare.ts';
import { findDates, readDate, serialToIso } from '../text/date.ts';
import { hasValue, showIso, type Grid } from './grid.ts';
import { latin } from '../text/latin.ts';

/** The date a cell of its own holds. A number without a date format is taken for a serial or a year, as people lose formats. */
export function dateOfCell(grid: Grid, cell: Cell | undefined): DateValue | null {
  if (!cell || !hasValue(cell)) return null;
  if (typeof cell.value === 'number') return dateOfNumber(cell.value, cell, grid);
  const text = grid.text(cell);
  return { iso: isoOfText(text), asText: true, text };
}

/** The last date read in each format: in a roster one decision mostly appoints everybody. */
const lastDates = new WeakMap<
  CellStyle,
  { readonly value: number; readonly date1904: boolean; readonly date: DateValue }
>();

function dateOfNumber(value: number, cell: Cell, grid: Grid): DateValue {
  const last = lastDates.get(cell.style);
  const { date1904 } = grid;
  if (last?.value === value && last.date1904 === date1904) return last.date;
  const date = readSerial(value, cell, grid);
  lastDates.set(cell.style, { value, date1904, date });
  return date;
}

function readSerial(value: number, cell: Cell, grid: Grid): DateValue {
  const text = grid.shown(cell);
  if (!cell.style.date && Number.isInteger(value) && value >= 1900 && value <= 2100)
    return { iso: String(value), asText: false, text };
  const serial = cell.style.date || (value > 20_000 && value < 80_000);
  const iso = serial ? serialToIso(value, grid.date1904) : null;
  return { iso, asText: false, text: iso !== null && !cell.style.date ? showIso(iso) : text };
}

/** A date written as text: the whole text, or the one full date in it. */
export function isoOfText(text: string): string | null {
  const whole = readDate(text);
  if (whole !== null) return whole;
  const found = text.length <= 60 ? findDates(text) : [];
  return found.length === 1 ? (found[0]?.iso ?? null) : null;
}

/**
 * The first date inside a sentence or label line. `asText` is false: the cell holds a sentence, so no date serial
 * could stand in its place.
 */
export function dateInText(text: string): DateValue | null {
  const found = findDates(text)[0];
  return found ? { iso: found.iso, asText: false, text: text.slice(found.index, found.index + found.length) } : null;
}

/** `21-QĐ/ĐU`, `Số 311 - CV/ĐU`, `21/QĐ-ĐU`, `15/KH-BTG`, `167-HDBTGTW`, `35 QĐ/ĐU`. */
const documentNumber = latin(
  String.raw`\d{1,4}(?:\s*[-–—/]\s*|\s(?=\p{Lu}{2,4}\s?[-–—/]\s?\p{Lu}))\p{Lu}\p{L}{0,5}(?:\s*[-–—/]\s*[\p{Lu}\d][\p{L}\d.]*)*(?:/nb)?`,
  'u',
);

export function numberInText(text: string): string | null {
  return documentNumber.exec(normalise(text))?.[0] ?? null;
}

/** A decision, regulation or plan as cited: number and date where they can be told. */
export function referenceOf(text: string): DocumentReference {
  const line = normalise(text);
  return { text: line, number: numberInText(line), date: dateInText(line) };
}
