/** `merge FILES… -o OUT.xlsx --period YYYY-MM [--received FILE.json] [--waivers FILE.json] [--json]`: checks and merges into the Bloc summary workbook. */
import { resolve } from 'node:path';
import { writeSummaryWorkbook } from '../../core/file/summary-workbook.ts';
import { mergeExtracts, ReconciliationError } from '../../core/merge/merge.ts';
import type { Summary } from '../../core/merge/summary.ts';
import { periodLabel, previousPeriod } from '../../core/period.ts';
import type { Profile } from '../../core/profile.ts';
import type { Acknowledgement } from '../../core/submission.ts';
import { rulesetHash } from '../../core/validate.ts';
import type { Judged } from '../batch/judge-file.ts';
import { judgeFiles } from '../batch/judge-files.ts';
import { deflate, inflate } from '../zlib.ts';
import {
  expandFiles,
  readArguments,
  readAsOf,
  readMonth,
  readProfile,
  readReceived,
  readWaivers,
  required,
} from './arguments.ts';
import type { Command } from './command.ts';
import { startProgress } from './progress.ts';
import { showTable, type Language } from './report.ts';
import { writeWhole } from './write-file.ts';

export const merge: Command = {
  usage:
    'merge FILES… -o OUT.xlsx --period YYYY-MM [--received FILE.json] [--waivers FILE.json] [--profile ID] [--as-of ISO] [--without-members] [--json]',
  about: { vi: 'tổng hợp thành báo cáo của Khối', en: 'merge into the Bloc summary workbook' },
  run: async (args, { print, language, now, signal }) => {
    const { values, positionals } = readArguments(args, {
      output: { type: 'string', short: 'o' },
      period: { type: 'string' },
      received: { type: 'string' },
      waivers: { type: 'string' },
      profile: { type: 'string' },
      'as-of': { type: 'string' },
      'without-members': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    });
    const profile = readProfile(values.profile);
    const output = required(values.output, '-o');
    const period = readMonth(values.period);
    const asOf = readAsOf(values['as-of'], profile, now);
    const acknowledgements = readWaivers(values.waivers, profile, period);
    // A summary written before into the folder of its workbooks is replaced, not merged.
    const paths = expandFiles(positionals).filter((path) => resolve(path) !== resolve(output));
    const progress = startProgress(language === 'vi' ? 'Kiểm tra' : 'Checking');
    // Nothing here holds what was judged: its memory is free again while the workbook is written.
    const judge = async (): Promise<readonly Judged[]> => {
      const judged = await judgeFiles(paths, {
        profile,
        asOf,
        received: readReceived(values.received),
        onProgress: progress.update,
        signal,
      });
      progress.end();
      return judged;
    };
    try {
      const summary = mergeJudged(await judge(), profile, period, asOf, acknowledgements);
      signal.throwIfAborted();
      await writeWhole(output, await summaryWorkbook(summary, !values['without-members'], asOf));
      print(values.json ? JSON.stringify(summary, null, 2) : showSummary(summary, output, language));
      if (summary.figures.filesRefused > 0) return 2;
      return summary.figures.errors > 0 ? 1 : 0;
    } catch (error) {
      if (!(error instanceof ReconciliationError)) throw error;
      print(language === 'vi' ? error.reason.vi : error.reason.en);
      return 1;
    }
  },
};

/** Merges what was judged. Files of the previous month are used for comparison only. */
export function mergeJudged(
  judged: readonly Judged[],
  profile: Profile,
  period: string,
  asOf: string,
  acknowledgements: readonly Acknowledgement[] = [],
): Summary {
  const extracts = judged.flatMap((one) => ('extract' in one ? [one.extract] : []));
  const before = extracts.filter((extract) => extract.kind === 'report' && extract.period === previousPeriod(period));
  return mergeExtracts({
    profile,
    period,
    extracts: extracts.filter((extract) => !before.includes(extract)),
    refusals: judged.flatMap((one) => ('refusal' in one ? [one.refusal] : [])),
    previous: before.length > 0 ? before : null,
    extensions: [],
    previousExtensions: [],
    proposalAnswers: [],
    exclusions: [],
    acknowledgements,
    asOf,
    ruleset: rulesetHash(profile),
    summarisedMonths: null,
  });
}

export function summaryWorkbook(summary: Summary, includeMembers: boolean, createdAt: string): Promise<Uint8Array> {
  return writeSummaryWorkbook(summary, { deflate, inflate, includeMembers, createdAt });
}

/** The figures a leader asks for first. */
export function showSummary(summary: Summary, output: string, language: Language): string {
  const { figures, period, contentHash, submissions } = summary;
  const of = (part: number): string => `${part}/${figures.organisations}`;
  const over = figures.capacity !== null && figures.people > figures.capacity;
  const rows: [string, string, string | number][] = [
    ['Đã nộp báo cáo', 'Reports submitted', of(figures.submitted)],
    ['  đúng hạn', '  on time', figures.onTime],
    ['  trong thời gian gia hạn', '  within grace', figures.inGrace],
    ['  muộn', '  late', figures.late],
    ['  chưa rõ ngày nhận', '  time of receipt not known', figures.receiptUnknown],
    ['  không phát sinh', '  nothing arose', figures.nilReports],
    ['Chưa nộp', 'Missing', figures.missing],
    [
      '  đã gửi nhưng không đạt',
      '  sent but rejected',
      submissions.filter(({ status }) => status === 'rejected').length,
    ],
    [
      'Có đội ngũ hoặc nhóm',
      'With a team or group',
      `${of(figures.teams + figures.groups)} (${figures.teams} + ${figures.groups})`,
    ],
    ['Cộng tác viên', 'Collaborators', figures.people],
    [
      '  tối đa theo quy định',
      '  most the limits allow',
      figures.capacity === null ? '—' : `${figures.capacity}${over ? ' (!)' : ''}`,
    ],
    ['Vấn đề / luồng ý kiến', 'Issues / opinion streams', `${figures.issues} / ${figures.streams}`],
    ['Kiến nghị', 'Proposals', figures.proposals],
    ['Phát hiện: lỗi / cảnh báo', 'Findings: errors / warnings', `${figures.errors} / ${figures.warnings}`],
    ['Tệp không đọc được', 'Files not readable', figures.filesRefused],
  ];
  const title = language === 'vi' ? `Tổng hợp ${periodLabel(period).vi}` : `Summary ${periodLabel(period).en}`;
  const table = showTable(rows.map(([vi, en, value]) => [language === 'vi' ? vi : en, value]));
  return [title, '', table, '', `→ ${output}  (${contentHash.slice(0, 12)})`].join('\n');
}
