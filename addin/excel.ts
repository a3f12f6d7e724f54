/** Excel as the pane's host. Only this file and those in `excel/` name Excel. */
import type { OpenWorkbook, WorkbookHost } from './host.ts';
import { onChange } from './excel/changes.ts';
import { applyFixes, undo } from './excel/edits.ts';
import { completeWorkbook, fileBytes } from './excel/file.ts';
import { annotate, clear } from './excel/marks.ts';
import { readOpenWorkbook } from './excel/read.ts';
import { rereadWorkbook } from './excel/reread.ts';
import { select } from './excel/select.ts';
import { insertSheets, insertTemplate } from './excel/template.ts';
import { appearance, onAppearance } from './excel/theme.ts';

export interface ExcelPaneHost extends WorkbookHost {
  readonly kind: 'excel';
  /**
   * Adds what the API does not show and only the file tells (notes, fonts within a text, links, embedded objects): asked
   * for after the first findings are shown. Throws HostProblem.
   */
  completeWorkbook(previous: OpenWorkbook, signal?: AbortSignal): Promise<OpenWorkbook>;
  /** Throws HostProblem. */
  insertSheets(bytes: Uint8Array): Promise<boolean>;
}

export const excelHost: ExcelPaneHost = {
  kind: 'excel',
  readOpenWorkbook,
  rereadWorkbook,
  completeWorkbook,
  select,
  applyFixes,
  undo,
  annotate,
  clear,
  onChange,
  fileBytes,
  insertTemplate,
  insertSheets,
  appearance,
  onAppearance,
};
