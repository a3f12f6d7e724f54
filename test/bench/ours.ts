/** The benchmark's own jobs, bundled as the command line is. Reading jobs turn every row into an array of values; whole jobs also write the summary. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { runJob, sum, type Job } from './run-job.ts';

// Every job imports just what it uses.

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

const jobs: Readonly<Record<string, Job>> = {
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
  'ours-job': async (paths, out) => {
    const { extractWorkbook } = await import('../../core/extract.ts');
    const { inflate } = await import('../../functions/zlib.ts');
    const { benchProfile } = await import('./inputs.ts');
    const profile = benchProfile(paths.length);
    const { mergeExtracts } = await import('../../core/merge/merge.ts');
    const { rulesetHash } = await import('../../core/validate.ts');
    const summary = mergeExtracts({
      profile,
      period,
      extracts: paths.map((path, index) =>
        extractWorkbook(`${index}.xlsx`, readFileSync(path), { profile, asOf, inflate, limits }),
      ),
      refusals: [],
      previous: null,
      extensions: [],
      previousExtensions: [],
      proposalAnswers: [],
      exclusions: [],
      acknowledgements: [],
      asOf,
      ruleset: rulesetHash(profile),
      summarisedMonths: null,
    });
    const { writeSummaryWorkbook } = await import('../../core/file/summary-workbook.ts');
    const { deflate } = await import('../../functions/zlib.ts');
    writeFileSync(
      out,
      await writeSummaryWorkbook(summary, { deflate, inflate, includeMembers: true, createdAt: asOf }),
    );
    return summary.streams.length + summary.members.length;
  },
};

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

void runJob(jobs);
