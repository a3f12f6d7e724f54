/**
 * `npm run bench [-- quick] [engine] [load] [nation] [pane]`, all four rounds unless some are named.
 *
 * engine: reading alone and the whole job (guard, read, parse, judge, merge, styled summary) over 61, 1,000 and 5,000
 * workbooks and one roster of 200,000 rows, each as a whole process, in turn, in one run. Its peers only read and write:
 * either a workbook of as many rows, columns, styles and links as the summary (`summary`), or every row once on one
 * sheet (`rows`). Medians; ratios to exceljs. load: the local host under 16 clients. nation: up to 10,000 committees
 * merged hierarchically. pane: an edit of a long report in Excel until its findings are shown, in Chromium. No speed is
 * asserted.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { showTable } from '../../functions/cli/report.ts';
import { longSize, ordinarySize, totalBytes, writeBenchInputs, writeLongRoster } from './inputs.ts';
import type { LoadMeasured } from './load.ts';
import type { NationMeasured } from './nation.ts';
import type { PaneMeasured } from './pane.ts';

interface Measured {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly work: number;
}

interface Round {
  readonly title: string;
  readonly folder: string;
  readonly count: number;
  readonly runs: number;
  readonly jobs: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'bloc-rollup-bench-'));
const quick = process.argv.includes('quick');
const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import openpyxl']).status === 0);

const reading = ['limit-inflate', 'limit-scan', 'ours-read', 'sheetjs-read', 'openpyxl-read', 'exceljs-read'];
const whole = ['ours-job', 'sheetjs-summary', 'exceljs-summary', 'sheetjs-rows', 'openpyxl-rows', 'exceljs-rows'];

/** Where it is set, Node reads a list of certificates at every start; no job connects to anything. */
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };

function measure(job: string, round: Round): Measured | null {
  const out = join(folder, 'out.xlsx');
  const rest = [round.folder, String(round.count), out];
  const openpyxl = /^openpyxl-(.*)$/.exec(job)?.[1];
  const command = openpyxl ? (python ?? null) : process.execPath;
  if (command === null) return null;
  const own = /^(?:ours|limit)-/.test(job) ? './bench-ours.js' : './bench-peers.js';
  const script = new URL(openpyxl ? '../test/bench/openpyxl_job.py' : own, import.meta.url).pathname;
  const started = process.hrtime.bigint();
  // Some peers hold everything; where there is room, Node also lets garbage lie, so ours runs as it is installed.
  const flags = job.startsWith('exceljs') || job.startsWith('sheetjs') ? ['--max-old-space-size=12288'] : [];
  const child = spawnSync(command, [...flags, script, openpyxl ?? job, ...rest], { env });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (child.status !== 0) {
    process.stderr.write(`${job}: ${String(child.signal ?? child.status)}\n${child.stderr.toString().slice(-500)}\n`);
    return null;
  }
  return { wall, ...(JSON.parse(child.stdout.toString()) as Omit<Measured, 'wall'>) };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** As the build does for the command line. */
function keepCode(inputs: string): void {
  const program = (name: string): string => new URL(name, import.meta.url).pathname;
  const job = ['ours-job', inputs, '61', join(folder, 'out.xlsx')];
  spawnSync(process.execPath, [program('./keep-code.js'), program('./bench-ours.cjs'), ...job]);
}

/** Jobs take turns, so that a slow minute of the machine falls on all of them. */
function play(round: Round): void {
  const results = new Map<string, Measured[]>();
  for (let run = 0; run < round.runs; run += 1) {
    for (const job of round.jobs) {
      process.stderr.write(`\r${round.title}: ${job} ${run + 1}/${round.runs}          `);
      const measured = measure(job, round);
      if (measured) results.set(job, [...(results.get(job) ?? []), measured]);
    }
  }
  process.stderr.write('\r\x1b[K');
  const of = (job: string, figure: keyof Measured): number =>
    median((results.get(job) ?? []).map((one) => one[figure]));
  const bases = round.jobs.filter((job) => job.startsWith('exceljs') && results.has(job));
  const rows = [...results.keys()].map((job) => [
    job,
    of(job, 'wall').toFixed(2),
    of(job, 'cpu').toFixed(2),
    of(job, 'peak').toFixed(0),
    ...bases.flatMap((base) =>
      (['wall', 'cpu'] as const).map((figure) => (of(job, figure) / of(base, figure)).toFixed(3)),
    ),
  ]);
  const head = ['job', 'wall s', 'CPU s', 'peak MiB', ...bases.flatMap((base) => [`wall/${base}`, `CPU/${base}`])];
  process.stdout.write(`\n${round.title} (median of ${round.runs})\n\n${showTable([head, ...rows])}\n`);
}

/** One round of the engine's for each number of workbooks. */
function playEngine(): void {
  const rounds = [
    { count: 61, size: longSize, runs: 5 },
    { count: 61, size: ordinarySize, runs: 5 },
    // One run of the peers takes ten minutes.
    { count: 1_000, size: longSize, runs: 1 },
    { count: 1_000, size: ordinarySize, runs: 3 },
    // Long ones would be more rows than a sheet holds.
    { count: 5_000, size: ordinarySize, runs: 1 },
  ];
  for (const { count, size, runs } of quick ? rounds.slice(0, 2) : rounds) {
    const inputs = join(folder, `${count}-${size.streams}`);
    const megabytes = totalBytes(writeBenchInputs(inputs, count, size)) / 1_048_576;
    if (count === 61) keepCode(inputs);
    const about = `${count} workbooks of ${size.members} members or ${size.streams} streams, ${megabytes.toFixed(1)} MiB`;
    // Beyond 1,000 the peers take minutes or gigabytes: only the limit and ours go on.
    const peers = count <= 1_000;
    const keep = (job: string): boolean => peers || job.startsWith('ours') || job.startsWith('limit');
    play({ title: `Reading ${about}`, folder: inputs, count, runs, jobs: reading.filter(keep) });
    play({ title: `Whole job over ${about}`, folder: inputs, count, runs, jobs: whole.filter(keep) });
  }
  if (!quick) {
    const inputs = join(folder, 'long');
    mkdirSync(inputs);
    writeLongRoster(join(inputs, 'long.xlsx'), 200_000);
    play({ title: 'Reading one roster of 200,000 rows', folder: inputs, count: 1, runs: 3, jobs: reading });
    play({ title: 'Whole job over one roster of 200,000 rows', folder: inputs, count: 1, runs: 3, jobs: ['ours-job'] });
  }
}

/** A program built beside this one, in a process of its own, which prints what it measured as JSON. */
function runProgram(name: string, args: readonly number[], flags: readonly string[] = []): unknown {
  process.stderr.write(`\r${name} ${args.join(' ')}          `);
  const script = new URL(`./${name}.js`, import.meta.url).pathname;
  const child = spawnSync(process.execPath, [...flags, script, ...args.map(String)]);
  process.stderr.write('\r\x1b[K');
  if (child.status !== 0) throw new Error(`${name}: ${child.stderr.toString().slice(-500)}`);
  return JSON.parse(child.stdout.toString());
}

function playLoad(): void {
  const [committees, versions, clients] = quick ? [10, 2, 16] : [61, 3, 16];
  const measured = runProgram('bench-load', [committees, versions, clients]) as LoadMeasured;
  const megabytes = (size: number | null): string => size?.toFixed(0) ?? '—';
  const rows = [
    ['submits', String(measured.submits)],
    ['sent again after 429 or 503', String(measured.retries)],
    ['sent MiB', measured.sent.toFixed(1)],
    ['wall s', measured.wall.toFixed(2)],
    ['submits a second', (measured.submits / measured.wall).toFixed(1)],
    ['p50 ms', measured.p50.toFixed(0)],
    ['p99 ms', measured.p99.toFixed(0)],
    ['slowest ms', measured.slowest.toFixed(0)],
    ['merge s', measured.merge.toFixed(2)],
    ['host peak MiB, idle', megabytes(measured.idlePeak)],
    ['host peak MiB, submits', megabytes(measured.submitPeak)],
    ['host peak MiB, merge', megabytes(measured.mergePeak)],
  ];
  const about = `${committees} committees × ${versions} versions from ${clients} clients, then a merge`;
  process.stdout.write(`\nLocal host under load: ${about}\n\n${showTable(rows)}\n`);
}

/** One small heap for every size, in MiB: left to itself Node lets garbage lie while there is memory, and a peak tells little. */
const nationHeap = 64;

function playNation(): void {
  const sizes = quick ? [500, 1_000] : [1_000, 2_500, 5_000, 10_000];
  const rows = sizes
    .map(
      (committees) =>
        runProgram('bench-nation', [committees], [`--max-old-space-size=${nationHeap}`]) as NationMeasured,
    )
    .map(({ committees, blocs, streams, unlisted, wall, cpu, peak }) => [
      String(committees),
      String(blocs),
      String(streams),
      String(unlisted),
      wall.toFixed(2),
      ((wall / committees) * 1000).toFixed(2),
      ((cpu / committees) * 1000).toFixed(2),
      peak.toFixed(0),
    ]);
  const head = [
    'committees',
    'Blocs',
    'streams',
    'in issues not listed',
    'wall s',
    'wall ms each',
    'CPU ms each',
    'peak MiB',
  ];
  process.stdout.write(
    `\nA nation merged hierarchically in a heap of ${nationHeap} MiB\n\n${showTable([head, ...rows])}\n`,
  );
}

function playPane(): void {
  const [streams, edits] = [longSize.streams, quick ? 10 : 40];
  const measured = runProgram('bench-pane', [streams, edits]) as PaneMeasured;
  const shown = ({ p50, p95, most }: PaneMeasured['pane']): string[] => [p50, p95, most].map((ms) => ms.toFixed(1));
  const rows = [
    ['an edit of one cell, ms', 'p50', 'p95', 'most'],
    ['main thread: pane, office.js, style, layout', ...shown(measured.pane)],
    ['main thread with the Excel test host in it', ...shown(measured.page)],
    ['edit → findings, the pause of 400 ms in it', ...shown(measured.wall)],
  ];
  const about = `${streams} rows, ${edits} edits, ${measured.editRequests} request(s) an edit, ${measured.firstRequests} before the first finding, one of them to hear of edits`;
  process.stdout.write(`\nThe pane beside a report in Excel: ${about}\n\n${showTable(rows)}\n`);
}

const rounds = { engine: playEngine, load: playLoad, nation: playNation, pane: playPane };
const named = Object.entries(rounds).filter(([name]) => process.argv.includes(name));

try {
  for (const [, playRound] of named.length > 0 ? named : Object.entries(rounds)) playRound();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
