import * as z from 'zod';
import type { DateValue, Located, ParsedDocument } from '../document.ts';
import { cellAt } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';
import { normalise } from '../text/compare.ts';
import { isoToSerial } from '../text/date-serial.ts';
import { readDate } from '../text/date.ts';

/** A date kept as text is neither sorted nor compared; day and month are never guessed. */
export const textDate = defineRule({
  id: 'text-date',
  on: 'workbook',
  severity: 'warning',
  title: { vi: 'Ngày là giá trị ngày của Excel, không phải chữ', en: 'Dates are Excel dates, not text' },
  parameters: z.strictObject({}),
  *check({ workbook, document }) {
    for (const { value: date, ...at } of document ? dateCells(document) : []) {
      const cell = cellAt(workbook, at);
      if (!date.asText || typeof cell?.value !== 'string') continue;
      const iso = readDate(cell.value);
      // A date within a line of text («Ngày rà soát: …», «Hà Nội, ngày …») or a month alone can be nothing but text.
      if (
        iso === null
          ? date.iso !== null || !isWholeCell(date, cell.value)
          : iso.length < 10 || !/^\s*\d/.test(cell.value)
      )
        continue;
      const text = cell.value.trim();
      if (iso === null || cell.formula !== undefined) yield { at, args: { text, readable: iso !== null } };
      else {
        const value = isoToSerial(iso, workbook.date1904);
        const edit = { sheet: at.sheet, cell: a1(at), value, numberFormat: 'dd/mm/yyyy' };
        yield { at, args: { text, readable: true }, fix: [edit] };
      }
    }
  },
  message: {
    vi: ({ text, readable }) =>
      readable ? `Ngày «${text}» được lưu dưới dạng chữ, không phải ngày của Excel.` : `Không đọc được ngày «${text}».`,
    en: ({ text, readable }) =>
      readable ? `The date «${text}» is stored as text, not as an Excel date.` : `«${text}» cannot be read as a date.`,
  },
  remedy: {
    vi: ({ readable }) =>
      readable
        ? 'Chuyển thành ngày của Excel, hiển thị ngày/tháng/năm.'
        : 'Nhập lại theo dạng ngày/tháng/năm, ví dụ 31/5/2021.',
    en: ({ readable }) =>
      readable
        ? 'Turn it into an Excel date shown as day/month/year.'
        : 'Enter it again as day/month/year, such as 31/5/2021.',
  },
  fixLabel: { vi: 'Chuyển thành ngày', en: 'Turn into a date' },
});

function isWholeCell(date: DateValue, text: string): boolean {
  return normalise(date.text) === normalise(text);
}

function dateCells(document: ParsedDocument): Located<DateValue>[] {
  const dates =
    document.kind === 'report'
      ? [document.date]
      : document.kind === 'roster'
        ? [
            document.reviewedOn,
            document.inspectedOn,
            ...document.members.flatMap(({ decisionDate, leftOn = null }) => [decisionDate, leftOn]),
          ]
        : [document.trainings, document.inspections, document.commendations, document.surveys, document.briefings]
            .flat()
            .map((line) => line.date);
  return dates.filter((date) => date !== null);
}
