/** `annotate FILE -o OUT.xlsx`: a copy with the findings as comments and on a sheet of their own. */
import { readFile } from 'node:fs/promises';
import { annotateWorkbook } from '../../core/file/annotate.ts';
import { judgeFile } from '../batch/judge-file.ts';
import { deflate, inflate } from '../zlib.ts';
import { readArguments, readAsOf, readProfile, required, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { showJudged } from './report.ts';
import { writeWhole } from './write-file.ts';

export const annotate: Command = {
  usage: 'annotate FILE -o OUT.xlsx [--profile ID] [--as-of ISO]',
  about: { vi: 'ghi phát hiện vào bản sao của tệp', en: 'write the findings into a copy' },
  run: async (args, { print, language, now }) => {
    const { values, positionals } = readArguments(args, {
      output: { type: 'string', short: 'o' },
      profile: { type: 'string' },
      'as-of': { type: 'string' },
    });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) {
      throw new UsageError('Hãy nêu đúng một tệp.', 'Name exactly one file.');
    }
    const profile = readProfile(values.profile);
    const output = required(values.output, '-o');
    const judged = await judgeFile(path, { profile, asOf: readAsOf(values['as-of'], profile, now) });
    if ('refusal' in judged) {
      print(showJudged(judged, language));
      return 2;
    }
    const { findings } = judged.extract;
    await writeWhole(output, annotateWorkbook(await readFile(path), findings, { inflate, deflate }));
    print(
      language === 'vi'
        ? `Đã ghi ${findings.length} phát hiện vào ${output}`
        : `Wrote ${findings.length} findings into ${output}`,
    );
    return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
  },
};
