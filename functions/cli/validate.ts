/** `validate FILES… [--profile ID] [--as-of ISO] [--json]`: checks workbooks and prints what was found. */
import type { Judged } from '../batch/judge-file.ts';
import { judgeFiles } from '../batch/judge-files.ts';
import { expandFiles, readArguments, readAsOf, readProfile, readReceived } from './arguments.ts';
import { startProgress } from './progress.ts';
import { showJudged, type Language } from './report.ts';
import type { Command } from './command.ts';

export const validate: Command = {
  usage: 'validate FILES… [--profile ID] [--as-of ISO] [--received FILE.json] [--json]',
  about: { vi: 'kiểm tra danh sách, báo cáo, công tác năm', en: 'check rosters, reports and year records' },
  run: async (args, { print, language, now, signal }) => {
    const { values, positionals } = readArguments(args, {
      profile: { type: 'string' },
      'as-of': { type: 'string' },
      received: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const profile = readProfile(values.profile);
    const paths = expandFiles(positionals);
    const progress = startProgress(language === 'vi' ? 'Kiểm tra' : 'Checking');
    const judged = await judgeFiles(paths, {
      profile,
      asOf: readAsOf(values['as-of'], profile, now),
      received: readReceived(values.received),
      onProgress: progress.update,
      signal,
    });
    progress.end();
    print(values.json ? JSON.stringify(judged.map(asJson), null, 2) : asText(judged, language));
    return exitCode(judged);
  },
};

/** 0 no errors, 1 errors found, 2 a file could not be read. */
function exitCode(judged: readonly Judged[]): number {
  if (judged.some((one) => 'refusal' in one)) return 2;
  return judged.some((one) => 'extract' in one && one.extract.findings.some(({ severity }) => severity === 'error'))
    ? 1
    : 0;
}

function asText(judged: readonly Judged[], language: Language): string {
  const refused = judged.filter((one) => 'refusal' in one).length;
  const failing = judged.filter((one) => 'extract' in one && one.extract.findings[0]?.severity === 'error').length;
  const passing = judged.length - refused - failing;
  const total =
    language === 'vi'
      ? `${judged.length} tệp: ${passing} đạt, ${failing} có lỗi, ${refused} không đọc được`
      : `${judged.length} files: ${passing} pass, ${failing} with errors, ${refused} not readable`;
  return [...judged.map((one) => showJudged(one, language)), '', total].join('\n');
}

/** One entry of the JSON array; fields that do not apply are null. */
function asJson(judged: Judged): Record<string, unknown> {
  if ('refusal' in judged) {
    const { code, reason } = judged.refusal;
    const finding = { rule: 'unreadable-file', severity: 'error', sheet: null, cell: null, message: reason, cites: [] };
    const absent = { organisation: null, period: null, nil: null, members: null, streams: null };
    return { file: judged.path, kind: 'unknown', ...absent, refused: code ?? null, findings: [finding] };
  }
  const { kind, organisation, period, document, findings } = judged.extract;
  return {
    file: judged.path,
    kind,
    organisation,
    period,
    nil: document?.kind === 'report' ? document.nil !== null : null,
    members: document?.kind === 'roster' ? document.members.length : null,
    streams: document?.kind === 'report' ? document.streams.length : null,
    findings,
  };
}
