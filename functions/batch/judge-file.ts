/** Reads one file from disk and judges it. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { extractWorkbook } from '../../core/extract.ts';
import { FileRefused, showBytes } from '../../core/file/refused.ts';
import type { Profile } from '../../core/profile.ts';
import type { Extract, Refusal } from '../../core/submission.ts';
import { inflate } from '../zlib.ts';

export interface JudgeOptions {
  readonly profile: Profile;
  /** ISO instant. */
  readonly asOf: string;
  readonly receivedAt?: string | null;
  readonly rosterNames?: readonly string[];
}

/** What became of a file: its extract, or why it was turned away. */
export type Judged =
  { readonly path: string; readonly extract: Extract } | { readonly path: string; readonly refusal: Refusal };

/** Never throws for a bad file: that is an outcome. The file's size is checked before it is read. */
export async function judgeFile(path: string, options: JudgeOptions): Promise<Judged> {
  const file = basename(path);
  try {
    const { size } = await stat(path);
    const limit = options.profile.limits.workbookBytes;
    if (size > limit) throw new FileRefused('file-too-large', showBytes(limit));
    const bytes = await readFile(path);
    return { path, extract: extractWorkbook(file, bytes, { ...options, inflate }) };
  } catch (error) {
    if (error instanceof FileRefused) {
      return { path, refusal: { file, hash: null, code: error.code, reason: error.reason } };
    }
    if (isSystemError(error)) return { path, refusal: unreadable(file, error.code) };
    throw error;
  }
}

function unreadable(file: string, code: string): Refusal {
  const missing = code === 'ENOENT';
  return {
    file,
    hash: null,
    code: missing ? 'not-found' : 'not-readable',
    reason: missing
      ? { vi: 'Không tìm thấy tệp. Hãy kiểm tra lại đường dẫn.', en: 'No such file. Check the path.' }
      : {
          vi: `Không đọc được tệp (${code}). Hãy kiểm tra quyền đọc hoặc đóng chương trình đang mở tệp.`,
          en: `The file cannot be read (${code}). Check its permissions, or close the program that has it open.`,
        },
  };
}

function isSystemError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
