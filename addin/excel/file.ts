/** The open workbook as the bytes it would be saved as. */
import { FileRefused } from '../../core/file/refused.ts';
import { inflate } from '../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../core/file/read.ts';
import type { Sheet } from '../../core/sheet.ts';
import { HostProblem, type OpenWorkbook } from '../host.ts';
import { problem } from './problem.ts';
import { patiently } from './run.ts';

/** The most one slice may hold is 4 MiB. */
const sliceSize = 1024 * 1024;

export interface FileOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Throws HostProblem; an abort of the signal as it is. */
export async function fileBytes({ onProgress, signal }: FileOptions = {}): Promise<Uint8Array> {
  signal?.throwIfAborted();
  const file = await patiently(openFile);
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const data = await patiently(() => sliceOf(file, index));
      signal?.throwIfAborted();
      bytes.set(data, at);
      at += data.length;
      onProgress?.((index + 1) / file.sliceCount);
    }
    if (at !== file.size) throw problem('busy');
    return bytes;
  } finally {
    // Excel hands out two files at a time: an open one would block the next submission.
    await new Promise<void>((resolve) => {
      file.closeAsync(() => resolve());
    });
  }
}

/** Reads the open workbook through its file, exactly as the server reads a submission. Throws HostProblem. */
export async function readFromFile(signal?: AbortSignal): Promise<OpenWorkbook> {
  const bytes = await fileBytes(signal ? { signal } : {});
  try {
    return { name: documentName(), complete: true, workbook: readWorkbook(bytes, { inflate }) };
  } catch (error) {
    if (error instanceof FileRefused) throw new HostProblem(error.code, error.reason, { cause: error });
    throw error;
  }
}

/**
 * Adds what only the file tells: notes, fonts within a text, links and embedded objects. Values stay those of `previous`,
 * so nothing that was typed in the meantime is lost. Throws HostProblem.
 */
export async function completeWorkbook(previous: OpenWorkbook, signal?: AbortSignal): Promise<OpenWorkbook> {
  const { workbook: filed } = await readFromFile(signal);
  const { workbook } = previous;
  const sheets = workbook.sheets.map((sheet): Sheet => {
    const same = filed.sheets.find(({ name }) => name === sheet.name);
    return same ? { ...sheet, rows: withFonts(sheet, same), comments: same.comments } : sheet;
  });
  return { ...previous, complete: true, workbook: { ...workbook, sheets, features: filed.features } };
}

/** Cells of several fonts come without any from ranges. */
function withFonts(sheet: Sheet, filed: Sheet): Sheet['rows'] {
  const byRow = new Map(filed.rows.map((row) => [row.row, row]));
  return sheet.rows.map((row) => {
    if (row.cells.every(({ style }) => style.font !== '')) return row;
    const cells = row.cells.map((cell) => {
      if (cell.style.font !== '') return cell;
      const same = byRow.get(row.row)?.cells.find(({ column }) => column === cell.column);
      if (!same || same.value !== cell.value) return cell;
      const style = { ...cell.style, font: same.style.font };
      return same.runs ? { ...cell, style, runs: same.runs } : { ...cell, style };
    });
    return { ...row, cells };
  });
}

/** The last part of the document's path or address. */
function documentName(): string {
  const { url } = Office.context.document;
  return url.split(/[\\/]/).at(-1) ?? url;
}

function openFile(): Promise<Office.File> {
  return new Promise((resolve, reject) => {
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize }, (result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(problem('busy', result.error));
    });
  });
}

function sliceOf(file: Office.File, index: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.getSliceAsync(index, ({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(Uint8Array.from(value.data as ArrayLike<number>));
      else reject(problem('busy', error));
    });
  });
}
