import * as z from 'zod';
import { cellHint, cellsOf } from '../evidence/places.ts';
import { defineRule } from '../rule.ts';
import { a1 } from '../sheet.ts';
import { legacyText } from '../text/legacy-cell.ts';

const names = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const;

/** Text in a .Vn… or VNI… font cannot be read, compared or merged; the font name is the signal. */
export const legacyFont = defineRule({
  id: 'legacy-font',
  on: 'workbook',
  severity: 'error',
  title: { vi: 'Chữ dùng bảng mã Unicode, không dùng TCVN3 hay VNI', en: 'Text is Unicode, not TCVN3 or VNI' },
  parameters: z.strictObject({}),
  *check({ workbook }) {
    for (const { at, cell } of workbook.sheets.flatMap((sheet) => [...cellsOf(sheet, cellHint.legacyFont)])) {
      const legacy = legacyText(cell);
      if (!legacy) continue;
      const edit = { sheet: at.sheet, cell: a1(at), value: legacy.text, font: 'Times New Roman' };
      yield {
        at,
        args: { font: legacy.font, encoding: legacy.encoding },
        group: legacy.encoding,
        ...(cell.formula === undefined ? { fix: [edit] } : {}),
      };
    }
  },
  message: {
    vi: ({ font, encoding }) => `Chữ gõ bằng phông «${font}» theo bảng mã ${names[encoding]}, cần dùng Unicode.`,
    en: ({ font, encoding }) => `Text typed in the font «${font}», encoded in ${names[encoding]}; Unicode is expected.`,
  },
  remedy: {
    vi: () => 'Chuyển sang Unicode (phông Times New Roman), đọc lại rồi lưu.',
    en: () => 'Convert it to Unicode (font Times New Roman), read it through and save.',
  },
  fixLabel: { vi: 'Chuyển sang Unicode', en: 'Convert to Unicode' },
});
