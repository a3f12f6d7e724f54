/**
 * One job of the benchmark in a process of its own: `node jobs.js JOB FOLDER COUNT OUT`. Reading jobs turn every row
 * into an array of values; whole jobs also write one merged, styled workbook. Prints its own CPU time and peak memory.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import * as sheetjs from 'xlsx';
import { extractWorkbook } from '../../core/extract.ts';
import { openPackage } from '../../core/file/package.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { writeSummaryWorkbook } from '../../core/file/summary-workbook.ts';
import { mergeExtracts } from '../../core/merge/merge.ts';
import type { Profile } from '../../core/profile.ts';
import type { Extract } from '../../core/submission.ts';
import { rulesetHash } from '../../core/validate.ts';
import { judgeFiles } from '../../functions/batch/judge-files.ts';
import { deflate, inflate } from '../../functions/zlib.ts';
import { benchPeriod, benchProfile } from './inputs.ts';

type Values = unknown[];

/** Far above the defaults: the benchmark's long roster is larger than any committee's. */
const limits = {
  workbookBytes: 512 * 1024 * 1024,
  entryBytes: 512 * 1024 * 1024,
  totalBytes: 1024 * 1024 * 1024,
  rows: 1_000_000,
  cells: 10_000_000,
};
const asOf = '2023-11-30T00:00:00.000Z';

const jobs: Readonly<Record<string, (paths: readonly string[], out: string) => Promise<number> | number>> = {
  /** The floor: unpack everything, look at nothing. */
  'limit-inflate': (paths) => sum(paths, (bytes) => parts(bytes).reduce((total, part) => total + part.length, 0)),
  /** The floor of any reader: unpack, decode, find every cell. */
  'limit-scan': (paths) =>
    sum(paths, (bytes) =>
      parts(bytes).reduce((total, part) => total + countOf(new TextDecoder().decode(part), '<c '), 0),
    ),
  'ours-read': (paths) => sum(paths, (bytes) => oursRows(bytes).length),
  'exceljs-read': async (paths) => {
    let rows = 0;
    for (const path of paths) rows += (await exceljsRows(readFileSync(path))).length;
    return rows;
  },
  'sheetjs-read': (paths) => sum(paths, (bytes) => sheetjsRows(bytes).length),
  'ours-job': async (paths, out) => {
    const profile = benchProfile(paths.length);
    return writeOurs(
      paths.map((path, index) =>
        extractWorkbook(`${index}.xlsx`, readFileSync(path), { profile, asOf, inflate, limits }),
      ),
      profile,
      out,
    );
  },
  'ours-job-threads': async (paths, out) => {
    const profile = benchProfile(paths.length);
    const judged = await judgeFiles(paths, { profile, asOf, received: new Map(), threads: 2 });
    return writeOurs(
      judged.flatMap((one) => ('extract' in one ? [one.extract] : [])),
      profile,
      out,
    );
  },
  'exceljs-job': async (paths, out) => {
    const all: Values[] = [];
    for (const path of paths) all.push(...(await exceljsRows(readFileSync(path))));
    await writeStyled(all, out);
    return all.length;
  },
  /** SheetJS CE writes no styles: its time is for a plainer workbook. */
  'sheetjs-job': (paths, out) => {
    const all = paths.flatMap((path) => sheetjsRows(readFileSync(path)));
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(book, sheetjs.utils.aoa_to_sheet(all), 'All');
    writeFileSync(out, sheetjs.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
    return all.length;
  },
};

function sum(paths: readonly string[], count: (bytes: Uint8Array) => number): number {
  return paths.reduce((total, path) => total + count(readFileSync(path)), 0);
}

function parts(bytes: Uint8Array): Uint8Array[] {
  const opened = openPackage(bytes, { inflate, limits });
  return opened.names.map((name) => {
    const { method } = opened.entry(name) ?? {};
    const raw = opened.raw(name);
    const body = raw.subarray(30 + new DataView(raw.buffer, raw.byteOffset).getUint16(26, true) + extraLength(raw));
    return method === 8 ? inflateRawSync(body) : body;
  });
}

function extraLength(local: Uint8Array): number {
  return new DataView(local.buffer, local.byteOffset).getUint16(28, true);
}

function countOf(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count += 1;
  return count;
}

function oursRows(bytes: Uint8Array): Values[] {
  return readWorkbook(bytes, { inflate, limits }).sheets.flatMap((sheet) =>
    sheet.rows.map((row) => row.cells.map((cell) => cell.value)),
  );
}

async function exceljsRows(bytes: Uint8Array): Promise<Values[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: Values[] = [];
  workbook.eachSheet((sheet) => sheet.eachRow((row) => void rows.push(row.values as Values)));
  return rows;
}

function sheetjsRows(bytes: Uint8Array): Values[] {
  const book = sheetjs.read(bytes, { type: 'array' });
  return book.SheetNames.flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? sheetjs.utils.sheet_to_json<Values>(sheet, { header: 1 }) : [];
  });
}

async function writeStyled(rows: readonly Values[], out: string): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('All');
  for (const values of rows) {
    const row = sheet.addRow(values);
    row.font = { name: 'Times New Roman', size: 12 };
    row.alignment = { wrapText: true, vertical: 'top' };
  }
  writeFileSync(out, new Uint8Array(await workbook.xlsx.writeBuffer()));
}

async function writeOurs(extracts: readonly Extract[], profile: Profile, out: string): Promise<number> {
  const summary = mergeExtracts({
    profile,
    period: benchPeriod,
    extracts,
    refusals: [],
    previous: null,
    extensions: [],
    exclusions: [],
    acknowledgements: [],
    asOf,
    ruleset: rulesetHash(profile),
    summarisedMonths: null,
  });
  writeFileSync(out, await writeSummaryWorkbook(summary, { deflate, inflate, includeMembers: true, createdAt: asOf }));
  return summary.streams.length + summary.members.length;
}

const [name = '', folder = '', count = '0', out = ''] = process.argv.slice(2);
const job = jobs[name];
if (!job) throw new Error(`no job ${name}`);
const paths = readdirSync(folder)
  .filter((file) => file.endsWith('.xlsx'))
  .sort()
  .slice(0, Number(count))
  .map((file) => join(folder, file));
const work = await job(paths, out);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
process.stdout.write(JSON.stringify({ work, peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }));
