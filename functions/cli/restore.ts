/** `restore FILE --data DIR`: a backup becomes a data folder again; `--check` only looks whether it could. */
import { existsSync } from 'node:fs';
import { readArguments, required, UsageError } from './arguments.ts';
import { asUsage } from './backup.ts';
import type { Command } from './command.ts';

export const restore: Command = {
  usage: 'restore FILE.tar --data DIR | restore FILE.tar --check',
  about: { vi: 'kiểm tra và khôi phục bản sao lưu', en: 'check and restore a backup' },
  run: async (args, { print, language, signal }) => {
    const { values, positionals } = readArguments(args, {
      data: { type: 'string' },
      check: { type: 'boolean', default: false },
    });
    const file = required(positionals[0], 'FILE');
    if (!existsSync(file)) throw new UsageError(`Không có tệp ${file}.`, `No file ${file}.`);
    const data = values.check ? null : required(values.data, '--data');
    // SQLite is loaded for this command only.
    const { restore: restoreFile } = await import('../backup/restore.ts');
    try {
      const { createdAt, blobs, records } = await restoreFile({ file, data, signal });
      const what =
        language === 'vi' ? `${records} bản ghi, ${blobs} tệp nội dung` : `${records} records, ${blobs} blobs`;
      const done =
        language === 'vi'
          ? `${data === null ? 'Bản sao lưu tốt' : `Đã khôi phục vào ${data}`}: ${what}, sao lưu lúc ${createdAt}`
          : `${data === null ? 'The backup is good' : `Restored to ${data}`}: ${what}, made at ${createdAt}`;
      print(done);
      return 0;
    } catch (error) {
      throw asUsage(error);
    }
  },
};
