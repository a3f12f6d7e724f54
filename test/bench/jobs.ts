/**
 * One job of the benchmark in a process of its own: `node jobs.js JOB FOLDER COUNT OUT`. Reading jobs turn every row
 * into an array of values; whole jobs also write one merged, styled workbook. Prints its own CPU time and peak memory.
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Profile } from '../../core/profile.ts';
import type { Extract } from '../../core/submission.ts';

// Every job imports just what it uses, so that no peer pays for another's start.

type Values = unknown[];

const period = '2023-11';

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
  'limit-inflate': async (paths) => {
    const parts = await partsReader();
    return sum(paths, (bytes) => parts(bytes).reduce((total, part) => total + part.length, 0));
  },
  /** The floor of any reader: unpack, decode, find every cell. */
  'limit-scan': async (paths) => {
    const parts = await partsReader();
    const decoder = new TextDecoder();
    return sum(paths, (bytes) => parts(bytes).reduce((total, part) => total + countOf(decoder.decode(part), '<c '), 0));
  },
  'ours-read': async (paths) => {
    const { readWorkbook } = await import('../../core/file/read.ts');
    const { inflate } = await import('../../functions/zlib.ts');
    return sum(
      paths,
      (bytes) =>
        readWorkbook(bytes, { inflate, limits }).sheets.flatMap((sheet) =>
          sheet.rows.map((row) => row.cells.map((cell) => cell.value)),
        ).length,
    );
  },
  'exceljs-read': async (paths) => {
    const exceljsRows = await exceljsReader();
    let rows = 0;
    for (const path of paths) rows += (await exceljsRows(readFileSync(path))).length;
    return rows;
  },
  'sheetjs-read': async (paths) => {
    const sheetjsRows = await sheetjsReader();
    return sum(paths, (bytes) => sheetjsRows(bytes).length);
  },
  'ours-job': async (paths, out) => {
    const { extractWorkbook } = await import('../../core/extract.ts');
    const { inflate } = await import('../../functions/zlib.ts');
    const { hashBytes } = await import('../../functions/hash.ts');
    const { benchProfile } = await import('./inputs.ts');
    const profile = benchProfile(paths.length);
    return writeOurs(
      paths.map((path, index) =>
        extractWorkbook(`${index}.xlsx`, readFileSync(path), { profile, asOf, inflate, limits, hash: hashBytes }),
      ),
      profile,
      out,
    );
  },
  'ours-job-threads': async (paths, out) => {
    const { judgeFiles } = await import('../../functions/batch/judge-files.ts');
    const { benchProfile } = await import('./inputs.ts');
    const profile = benchProfile(paths.length);
    const judged = await judgeFiles(paths, { profile, asOf, received: new Map(), threads: 2 });
    return writeOurs(
      judged.flatMap((one) => ('extract' in one ? [one.extract] : [])),
      profile,
      out,
    );
  },
  'exceljs-job': async (paths, out) => {
    const exceljsRows = await exceljsReader();
    const all: Values[] = [];
    for (const path of paths) all.push(...(await exceljsRows(readFileSync(path))));
    await writeStyled(all, out);
    return all.length;
  },
  /** SheetJS CE writes no styles: its time is for a plainer workbook. */
  'sheetjs-job': async (paths, out) => {
    const sheetjs = await import('xlsx');
    const sheetjsRows = await sheetjsReader();
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

async function partsReader(): Promise<(bytes: Uint8Array) => Uint8Array[]> {
  const { openPackage } = await import('../../core/file/package.ts');
  const { inflate } = await import('../../functions/zlib.ts');
  return (bytes) => {
    const opened = openPackage(bytes, { inflate, limits });
    return opened.names.map((name) => {
      const raw = opened.raw(name);
      const body = raw.subarray(30 + new DataView(raw.buffer, raw.byteOffset).getUint16(26, true) + extraLength(raw));
      return opened.entry(name)?.method === 8 ? inflateRawSync(body) : body;
    });
  };
}

function extraLength(local: Uint8Array): number {
  return new DataView(local.buffer, local.byteOffset).getUint16(28, true);
}

function countOf(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) count += 1;
  return count;
}

async function exceljsReader(): Promise<(bytes: Uint8Array) => Promise<Values[]>> {
  const { default: ExcelJS } = await import('exceljs');
  return async (bytes) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows: Values[] = [];
    workbook.eachSheet((sheet) => sheet.eachRow((row) => void rows.push(row.values as Values)));
    return rows;
  };
}

async function sheetjsReader(): Promise<(bytes: Uint8Array) => Values[]> {
  const sheetjs = await import('xlsx');
  return (bytes) => {
    const book = sheetjs.read(bytes, { type: 'array' });
    return book.SheetNames.flatMap((name) => {
      const sheet = book.Sheets[name];
      return sheet ? sheetjs.utils.sheet_to_json<Values>(sheet, { header: 1 }) : [];
    });
  };
}

async function writeStyled(rows: readonly Values[], out: string): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
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
  const { writeSummaryWorkbook } = await import('../../core/file/summary-workbook.ts');
  const { mergeExtracts } = await import('../../core/merge/merge.ts');
  const { rulesetHash } = await import('../../core/validate.ts');
  const { deflate, inflate } = await import('../../functions/zlib.ts');
  const summary = mergeExtracts({
    profile,
    period,
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
