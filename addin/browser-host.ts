/** A plain browser: no workbook is open; the tabs work on dropped files and give files back. */
import { HostProblem, type WorkbookHost } from './host.ts';
import { saveFile } from './save-file.ts';

const noWorkbook = (): Promise<never> =>
  Promise.reject(
    new HostProblem('no-workbook', {
      vi: 'Chưa mở tệp nào. Hãy kéo thả hoặc chọn tệp Excel.',
      en: 'No workbook is open. Drop or choose an Excel file.',
    }),
  );

export const browserHost: WorkbookHost = {
  kind: 'browser',
  readOpenWorkbook: noWorkbook,
  rereadWorkbook: noWorkbook,
  select: noWorkbook,
  applyFixes: noWorkbook,
  undo: noWorkbook,
  annotate: noWorkbook,
  clear: noWorkbook,
  onChange: () => () => undefined,
  fileBytes: noWorkbook,
  insertTemplate: (bytes, name) => {
    saveFile(bytes, name);
    return Promise.resolve();
  },
  appearance: () => null,
  onAppearance: () => () => undefined,
};
