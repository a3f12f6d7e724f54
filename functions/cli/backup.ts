/** `backup --data DIR -o FILE`: one file with everything in a data folder, also while the host runs. */
import { BackupRefused } from '../backup/refused.ts';
import { readArguments, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { startProgress } from './progress.ts';

export const backup: Command = {
  usage: 'backup --data DIR -o FILE.tar',
  about: {
    vi: 'sao lưu thư mục dữ liệu, kể cả khi máy chủ đang chạy',
    en: 'back up a data folder, also while it serves',
  },
  run: async (args, { print, language, now, signal }) => {
    const { values } = readArguments(args, {
      data: { type: 'string', default: '.data' },
      output: { type: 'string', short: 'o' },
    });
    const file = required(values.output, '-o');
    // SQLite is loaded for this command only.
    const { backUp } = await import('../backup/back-up.ts');
    const progress = startProgress(language === 'vi' ? 'Sao lưu' : 'Backing up');
    try {
      const { blobs, bytes } = await backUp({ data: values.data, file, now, onProgress: progress.update, signal });
      progress.end();
      const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
      print(
        language === 'vi' ? `Đã sao lưu ${blobs} tệp nội dung, ${size}: ${file}` : `${blobs} blobs, ${size}: ${file}`,
      );
      return 0;
    } catch (error) {
      progress.end();
      throw asUsage(error);
    }
  },
};

/** What a user can do something about, in plain words. */
export function asUsage(error: unknown): unknown {
  return error instanceof BackupRefused ? new UsageError(error.reason.vi, error.reason.en) : error;
}
