/** The command line's arguments: what each command takes, and plain words when they do not fit. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { waiverFileSchema } from '../../core/api.ts';
import { isIntact } from '../../core/merge/waivers.ts';
import { isPeriod } from '../../core/period.ts';
import { defaultProfileId, loadProfile, profiles } from '../../core/profiles/index.ts';
import type { Profile } from '../../core/profile.ts';
import type { Acknowledgement } from '../../core/submission.ts';

/** Arguments that cannot be used: shown to the user, exit code 2. */
export class UsageError extends Error {
  readonly vi: string;
  readonly en: string;

  constructor(vi: string, en: string) {
    super(en);
    this.name = 'UsageError';
    this.vi = vi;
    this.en = en;
  }
}

/** `parseArgs` whose complaints are UsageErrors. */
type Options = NonNullable<ParseArgsConfig['options']>;
type Read<Allowed extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: Allowed; allowPositionals: true; strict: true }>
>;

export function readArguments<Allowed extends Options>(args: readonly string[], options: Allowed): Read<Allowed> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`Tham số không dùng được: ${reason}`, `Unusable arguments: ${reason}`);
  }
}

/** A shipped profile by id, or a profile file (JSON) by path. */
export function readProfile(choice: string | undefined): Profile {
  const shipped = profiles.get(choice ?? defaultProfileId);
  if (shipped) return shipped;
  if (choice?.endsWith('.json')) {
    try {
      return loadProfile(JSON.parse(readFileSync(choice, 'utf8')));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new UsageError(
        `Không dùng được hồ sơ quy định ${choice}: ${reason}`,
        `Cannot use profile ${choice}: ${reason}`,
      );
    }
  }
  const known = profiles.ids.join(', ');
  throw new UsageError(
    `Không có hồ sơ quy định «${choice ?? ''}». Hãy chọn: ${known}, hoặc một tệp .json.`,
    `No profile "${choice ?? ''}". Choose one of: ${known}, or a .json file.`,
  );
}

/** An ISO day or instant; a day means its last moment on the office's clock. By default now. */
export function readAsOf(text: string | undefined, profile: Profile, now: Date): string {
  if (text === undefined) return now.toISOString();
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59.999Z` : text;
  const instant = Date.parse(whole);
  if (Number.isNaN(instant) || !/^\d{4}-\d{2}-\d{2}/.test(text)) {
    throw new UsageError(`Ngày không đọc được: ${text}. Viết 2023-11-25.`, `Not a date: ${text}. Write 2023-11-25.`);
  }
  return new Date(whole === text ? instant : instant - profile.utcOffsetMinutes * 60_000).toISOString();
}

/** `YYYY-MM`. */
export function readMonth(text: string | undefined): string {
  if (text !== undefined && isPeriod(text) && text.length === 7) return text;
  throw new UsageError(
    `Cần --period YYYY-MM (ví dụ 2023-11), nhận được: ${text ?? 'không có'}.`,
    `--period YYYY-MM is needed (such as 2023-11), got: ${text ?? 'nothing'}.`,
  );
}

export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new UsageError(`Thiếu tham số ${option}.`, `Missing argument ${option}.`);
  return value;
}

/**
 * Files as given; a folder stands for every workbook-like file in it and below, by name. Lock files of an open Excel
 * (`~$…`) and hidden files are left out. A name that does not exist stays: it is reported like any unreadable file.
 */
export function expandFiles(names: readonly string[]): string[] {
  if (names.length === 0)
    throw new UsageError('Hãy nêu ít nhất một tệp hoặc thư mục.', 'Name at least one file or folder.');
  return names.flatMap((name) => (isFolder(name) ? workbooksIn(name) : [name]));
}

function workbooksIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name) && /\.(xls[xmb]?|xltx|ods|csv)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** `{"file name": "ISO instant"}`: when the office received each workbook. */
export function readReceived(path: string | undefined): Map<string, string> {
  if (path === undefined) return new Map();
  const shape = 'ví dụ {"bao-cao.xlsx": "2023-11-24T10:15:00+07:00"}';
  const json = readJson(path, shape);
  if (json === null || typeof json !== 'object' || Array.isArray(json)) {
    throw new UsageError(
      `${path} phải là một bảng tên tệp → thời điểm; ${shape}.`,
      `${path} must map file names to instants.`,
    );
  }
  return new Map(
    Object.entries(json).map(([file, instant]: [string, unknown]) => {
      const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
      if (Number.isNaN(time)) {
        throw new UsageError(
          `Thời điểm nhận của ${file} không đọc được; ${shape}.`,
          `The instant of ${file} is not ISO.`,
        );
      }
      return [file, new Date(time).toISOString()];
    }),
  );
}

/** The waivers a server exported (GET /api/periods/{period}/waivers): of this profile and period, and unchanged. */
export function readWaivers(path: string | undefined, profile: Profile, period: string): readonly Acknowledgement[] {
  if (path === undefined) return [];
  const file = waiverFileSchema.safeParse(readJson(path, 'tệp giải trình xuất từ máy chủ')).data;
  if (!file || !isIntact(file))
    throw new UsageError(
      `${path} không phải tệp giải trình, hoặc đã bị sửa sau khi xuất.`,
      `${path} is no file of waivers, or was changed after it was exported.`,
    );
  if (file.profile !== profile.id || file.period !== period)
    throw new UsageError(
      `${path} thuộc kỳ ${file.period}, hồ sơ ${file.profile}; đang tổng hợp kỳ ${period}, hồ sơ ${profile.id}.`,
      `${path} is of ${file.period} under ${file.profile}; the merge is of ${period} under ${profile.id}.`,
    );
  return file.waivers.map(({ finding, reason, by, expires }) => ({ finding, reason, by, expires }));
}

/** `shape` says in Vietnamese what the file should hold. */
function readJson(path: string, shape: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new UsageError(`Không đọc được ${path}; ${shape}.`, `Cannot read ${path} as JSON.`);
  }
}
