/**
 * The local host under load: `node bench-load.js COMMITTEES VERSIONS CLIENTS` starts the built host over a folder of
 * its own, sends every committee's report in so many versions from so many clients at once, each as that committee's
 * staff, then merges as the Bloc. Prints one line of JSON. Clients and host share the machine's processors.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { receiptSchema, summaryStatusSchema, type Role } from '../../core/api.ts';
import type { Figures } from '../../core/merge/summary.ts';
import type { Organisation } from '../../core/profile.ts';
import { organisationsAt } from '../../core/profile.ts';
import { periodEnd } from '../../core/period.ts';
import { defaultProfileId, profiles } from '../../core/profiles/index.ts';
import { benchReport, ordinarySize } from './inputs.ts';

/** Times in seconds, submits in milliseconds, sizes in MiB. */
export interface LoadMeasured {
  readonly submits: number;
  readonly sent: number;
  /** Answers 429 and 503, after which the client sent the same again. */
  readonly retries: number;
  readonly wall: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  readonly merge: number;
  /** Null where the system does not tell. */
  readonly idlePeak: number | null;
  readonly submitPeak: number | null;
  readonly mergePeak: number | null;
}

interface Upload {
  readonly organisation: string;
  readonly token: string;
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface Host {
  readonly origin: string;
  readonly child: ChildProcess;
}

const period = '2023-11';
const readToken = z.object({ token: z.string() });
const readReceipt = z.object({ status: receiptSchema.shape.status, repeated: z.boolean() });
const readSummary = z.object({ figures: z.object({ submitted: z.number(), streams: z.number() }) });

async function startHost(data: string): Promise<Host> {
  const program = fileURLToPath(new URL('./host.js', import.meta.url));
  const child = spawn(process.execPath, [program, '--port', '0', '--data', data], {
    env: { ...process.env, AUTH_MODE: 'dev' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  // Read to the end: a full pipe would stop the host.
  child.stderr.on('data', (part: Buffer) => (errors = (errors + part.toString()).slice(-2000)));
  const origin = await new Promise<string>((found, fail) => {
    child.stdout.on('data', (part: Buffer) => {
      output += part.toString();
      const address = /API: +(http:\S+)\/api\/\n/.exec(output)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', (code) => fail(new Error(`The host ended with ${String(code)}: ${errors}`)));
  });
  return { origin, child };
}

async function stopHost({ child }: Host): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The most memory the host has had in hand so far, in MiB. */
function peakOf({ child }: Host): number | null {
  const path = `/proc/${String(child.pid)}/status`;
  if (!existsSync(path)) return null;
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(path, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

async function signIn({ origin }: Host, role: Role, organisation: string | null): Promise<string> {
  const response = await fetch(`${origin}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ role, organisation }),
  });
  return readToken.parse(await answerOf(response)).token;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} from ${new URL(response.url).pathname}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** All first versions, then all second ones, and so on. */
async function uploadsOf(host: Host, committees: readonly Organisation[], versions: number): Promise<Upload[]> {
  const tokens: string[] = [];
  for (const { id } of committees) tokens.push(await signIn(host, 'staff', id));
  return Array.from({ length: versions }, (_, version) =>
    committees.map(({ id, name }, index) => ({
      organisation: id,
      token: tokens[index] ?? '',
      file: `bao-cao_${id}_${version + 1}.xlsx`,
      bytes: new Uint8Array(benchReport(index, ordinarySize.streams, name, version + 1)),
    })),
  ).flat();
}

/** Sends until it is answered; answers how often it had to be sent again. Throws when a version was not new or not acceptable. */
async function send({ origin }: Host, { organisation, token, file, bytes }: Upload): Promise<number> {
  for (let retries = 0; ; retries += 1) {
    const response = await fetch(`${origin}/api/submissions?organisation=${organisation}&period=${period}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'x-file-name': encodeURIComponent(file) },
      body: bytes,
    });
    if ((response.status === 429 || response.status === 503) && retries < 20) {
      await response.text();
      await pause(250);
      continue;
    }
    const { status, repeated } = readReceipt.parse(await answerOf(response));
    if (repeated || !/^accepted/.test(status)) throw new Error(`${file}: ${status}${repeated ? ', repeated' : ''}`);
    return retries;
  }
}

/** Clients take the next upload as soon as the last one is answered. */
async function sendAll(host: Host, uploads: readonly Upload[], clients: number) {
  const times: number[] = [];
  let retries = 0;
  let next = 0;
  const client = async (): Promise<void> => {
    for (let upload = uploads[next++]; upload; upload = uploads[next++]) {
      const started = performance.now();
      retries += await send(host, upload);
      times.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  return { wall: (performance.now() - started) / 1000, times: times.sort((a, b) => a - b), retries };
}

/** Seconds from asking to the published summary, which must hold every committee's last version and nothing else. */
async function merge({ origin }: Host, token: string, committees: number): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const started = performance.now();
  const asked = await fetch(`${origin}/api/summaries`, { method: 'POST', headers, body: JSON.stringify({ period }) });
  let status = summaryStatusSchema.parse(await answerOf(asked));
  while (status.state === 'waiting' || status.state === 'running') {
    await pause(100);
    status = summaryStatusSchema.parse(
      await answerOf(await fetch(`${origin}/api/summaries/${status.id}`, { headers })),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  if (status.state !== 'published') throw new Error(`the merge ended as ${status.state}`);
  const content = await answerOf(await fetch(`${origin}/api/summaries/${status.id}/content`, { headers }));
  checkFigures(readSummary.parse(content).figures, committees);
  return seconds;
}

function checkFigures({ submitted, streams }: Pick<Figures, 'submitted' | 'streams'>, committees: number): void {
  if (submitted !== committees || streams !== committees * ordinarySize.streams)
    throw new Error(`the summary holds ${streams} streams of ${submitted} committees`);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function measure(host: Host, most: number, versions: number, clients: number): Promise<LoadMeasured> {
  const profile = profiles.get(defaultProfileId);
  if (!profile) throw new Error('the profile is gone');
  const committees = organisationsAt(profile, periodEnd(period)).slice(0, most);
  const uploads = await uploadsOf(host, committees, versions);
  const idlePeak = peakOf(host);
  const { wall, times, retries } = await sendAll(host, uploads, clients);
  const submitPeak = peakOf(host);
  const merged = await merge(host, await signIn(host, 'bloc', null), committees.length);
  return {
    submits: times.length,
    sent: uploads.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1_048_576,
    retries,
    wall,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    slowest: quantile(times, 1),
    merge: merged,
    idlePeak,
    submitPeak,
    mergePeak: peakOf(host),
  };
}

const [most = 61, versions = 3, clients = 16] = process.argv.slice(2).map(Number);
const data = mkdtempSync(join(tmpdir(), 'bloc-rollup-load-'));
let host: Host | null = null;
try {
  host = await startHost(data);
  process.stdout.write(JSON.stringify(await measure(host, most, versions, clients)));
} finally {
  if (host) await stopHost(host);
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
