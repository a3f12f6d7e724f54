/** The look of the templates: one typeface, three fills, thin borders. Inputs are the only tinted cells. */
import type ExcelJS from 'exceljs';

const typeface = 'Times New Roman';
const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF8EA0B4' } };

export const fonts = {
  plain: { name: typeface, size: 12 },
  bold: { name: typeface, size: 12, bold: true },
  title: { name: typeface, size: 15, bold: true },
  subtitle: { name: typeface, size: 13, italic: true },
  heading: { name: typeface, size: 12, bold: true, color: { argb: 'FF7A1C1C' } },
  emblem: { name: typeface, size: 12, bold: true, underline: true },
  small: { name: typeface, size: 10, italic: true, color: { argb: 'FF5F6B78' } },
} as const satisfies Record<string, Partial<ExcelJS.Font>>;

const solid = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const fills = { header: solid('FFDCE6F1'), input: solid('FFFFF8E1') } as const;

export const border: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin };

/** The library's own name for it is a const enum, which isolated compilation cannot read. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
export const a4 = 9 as ExcelJS.PaperSize;

export const dateFormat = 'dd/mm/yyyy';
export const textFormat = '@';

/** First letter in upper case, as drop-downs and sentences show a vocabulary's label. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
