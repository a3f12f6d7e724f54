/**
 * `demo OUT [FOLDER]`: the main job in one go. Writes the workbooks of 61 committees into OUT/dau-vao (or takes the
 * workbooks of FOLDER), checks them, merges the latest month and writes OUT/tong-hop-YYYY-MM.xlsx.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { periodEnd } from '../../core/period.ts';
import type { Judged } from '../batch/judge-file.ts';
import { judgeFiles } from '../batch/judge-files.ts';
import { writeInputs } from '../demo/write-inputs.ts';
import { expandFiles, readArguments, readProfile, readReceived, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { mergeJudged, showSummary, summaryWorkbook } from './merge.ts';
import { startProgress } from './progress.ts';
import { showTable, type Language } from './report.ts';
import { writeWhole } from './write-file.ts';

export const demo: Command = {
  usage: 'demo OUT [FOLDER] [--profile ID]',
  about: {
    vi: 'chạy trọn công việc trên dữ liệu mẫu, hoặc trên một thư mục tệp',
    en: 'run the whole job on sample data, or on a folder of workbooks',
  },
  run: async (args, { print, language, signal }) => {
    const { values, positionals } = readArguments(args, { profile: { type: 'string' } });
    const [out, folder, ...rest] = positionals;
    if (out === undefined || rest.length > 0)
      throw new UsageError('Hãy nêu thư mục kết quả.', 'Name the output folder.');
    const profile = readProfile(values.profile);
    const input = folder ?? join(out, 'dau-vao');
    if (folder === undefined) {
      const writing = startProgress(language === 'vi' ? 'Tạo tệp mẫu' : 'Writing inputs');
      await writeInputs(input, profile, writing.update, signal);
      writing.end();
    }
    const receivedFile = join(input, 'received.json');
    const received = readReceived(existsSync(receivedFile) ? receivedFile : undefined);
    const checking = startProgress(language === 'vi' ? 'Kiểm tra' : 'Checking');
    // Sample data is judged at its own time; a folder of workbooks, as everything with a period is, at its period.
    const judged = await judgeFiles(expandFiles([input]), {
      profile,
      asOf: '2023-11-30T16:59:59.999Z',
      received,
      onProgress: checking.update,
      signal,
    });
    checking.end();
    print(`${frequentFindings(judged, language)}\n`);
    const period = latestPeriod(judged);
    if (period === null) {
      throw new UsageError(`Không có báo cáo nào đọc được trong ${input}.`, `No readable report in ${input}.`);
    }
    const asOf = `${periodEnd(period)}T16:59:59.999Z`;
    const summary = mergeJudged(judged, profile, period, asOf);
    const output = join(out, `tong-hop-${period}.xlsx`);
    await writeWhole(output, await summaryWorkbook(summary, true, asOf));
    print(showSummary(summary, output, language));
    return 0;
  },
};

/** The month of the newest report. */
function latestPeriod(judged: readonly Judged[]): string | null {
  const periods = judged.flatMap((one) =>
    'extract' in one && one.extract.kind === 'report' && one.extract.period !== null ? [one.extract.period] : [],
  );
  return periods.sort().at(-1) ?? null;
}

/** A table of rules by how many files they were found in. */
function frequentFindings(judged: readonly Judged[], language: Language): string {
  const files = new Map<string, { severity: string; files: number }>();
  for (const one of judged) {
    if (!('extract' in one)) continue;
    const seen = new Map(one.extract.findings.map(({ rule, severity }) => [rule, severity]));
    for (const [rule, severity] of seen) files.set(rule, { severity, files: (files.get(rule)?.files ?? 0) + 1 });
  }
  const rows = [...files]
    .sort(([a, first], [b, second]) => second.files - first.files || (a < b ? -1 : 1))
    .map(([rule, { severity, files: count }]) => [rule, severity, count]);
  const head = language === 'vi' ? ['Quy tắc', 'Mức', 'Số tệp'] : ['Rule', 'Severity', 'Files'];
  const refused = judged.filter((one) => 'refusal' in one).length;
  const title =
    language === 'vi'
      ? `Đã kiểm tra ${judged.length} tệp, ${refused} tệp không đọc được`
      : `Checked ${judged.length} files, ${refused} not readable`;
  return `${title}\n\n${showTable([head, ...rows])}`;
}
