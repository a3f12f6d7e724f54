/** exceljs, the writer, as its one prebuilt file, which runs in a browser too. The programs for Node are built from its sources: see `build:programs`. */
import type { Workbook } from 'exceljs';
import bundle from 'exceljs/dist/exceljs.bare.min.js';

export function newWorkbook(): Workbook {
  return new bundle.Workbook();
}
