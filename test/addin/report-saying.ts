import { applyEdits } from '../../core/file/apply-edits.ts';
import { deflate, inflate } from '../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { parseWorkbook } from '../../core/parse/workbook.ts';
import type { Profile } from '../../core/profile.ts';
import { a1 } from '../../core/sheet.ts';

/** The report with this as its first stream of opinion. */
export function reportSaying(report: Uint8Array, text: string, profile: Profile): Uint8Array {
  const { document } = parseWorkbook(readWorkbook(report, { inflate }), profile);
  const at = document?.kind === 'report' ? document.streams[0]?.text : undefined;
  if (!at) throw new Error('the report has no stream');
  return applyEdits(report, [{ sheet: at.sheet, cell: a1(at), value: text }], { inflate, deflate });
}
