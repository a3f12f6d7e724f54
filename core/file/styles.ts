import type { CellStyle } from '../sheet.ts';
import { builtInFormat, showsDate } from './number-format.ts';
import { eachChild, eachInside, spreadsheetNamespaces, type Parts } from './parts.ts';
import { FileRefused } from './refused.ts';

/** What a cell looks like in a workbook that says nothing about it. */
const plain: CellStyle = { font: 'Calibri', numberFormat: 'General', date: false };

export interface StyleTable {
  /** By the index cells use; equal formats share one object. */
  readonly styles: readonly CellStyle[];
  /** For cells stored as dates whatever their number format: the same style, with `date` set. */
  asDate(style: CellStyle): CellStyle;
}

/** `part` undefined: a workbook without a styles part, as some writers make. */
export function readStyles(parts: Parts, part: string | undefined): StyleTable {
  const styles = part === undefined ? [] : readCellFormats(parts, part);
  const dated = new Map<CellStyle, CellStyle>();
  return {
    styles: styles.length > 0 ? styles : [plain],
    asDate: (style) => {
      if (style.date) return style;
      let found = dated.get(style);
      if (!found) dated.set(style, (found = { ...style, date: true }));
      return found;
    },
  };
}

function readCellFormats(parts: Parts, part: string): CellStyle[] {
  const { limits } = parts;
  const scanner = parts.scan(part, spreadsheetNamespaces);
  const formats = new Map<number, string>();
  const fonts: string[] = [];
  const records: { font: number; format: number }[] = [];
  const bound = (count: number): void => {
    if (count >= limits.numberFormats) throw new FileRefused('too-many-number-formats', String(limits.numberFormats));
  };
  eachChild(scanner, 'styleSheet', (section) => {
    if (section !== 'numFmts' && section !== 'fonts' && section !== 'cellXfs') {
      scanner.skip();
      return;
    }
    eachInside(scanner, (name) => {
      if (section === 'numFmts' && name === 'numFmt') {
        bound(formats.size);
        formats.set(readIndex(scanner.attribute('numFmtId')), scanner.attribute('formatCode') ?? 'General');
      }
      if (section === 'cellXfs' && name === 'xf') {
        if (records.length >= limits.styles) throw new FileRefused('too-many-styles', String(limits.styles));
        records.push({
          font: readIndex(scanner.attribute('fontId')),
          format: readIndex(scanner.attribute('numFmtId')),
        });
      }
      if (section === 'fonts' && name === 'font') {
        bound(fonts.length);
        let font = plain.font;
        eachInside(scanner, (property) => {
          if (property === 'name') font = scanner.attribute('val') ?? font;
          scanner.skip();
        });
        fonts.push(font);
      } else scanner.skip();
    });
  });
  const shared = new Map<string, CellStyle>();
  return records.map((record) => {
    const font = fonts[record.font] ?? plain.font;
    const numberFormat = formats.get(record.format) ?? builtInFormat(record.format);
    const key = `${numberFormat}\n${font}`;
    let style = shared.get(key);
    if (!style) shared.set(key, (style = { font, numberFormat, date: showsDate(numberFormat) }));
    return style;
  });
}

function readIndex(text: string | null): number {
  const index = text === null ? 0 : Number(text);
  if (!Number.isInteger(index) || index < 0) throw new FileRefused('workbook-structure');
  return index;
}
