/**
 * Judges many files: in worker threads when there are enough to be worth starting them, in order of the input whatever
 * order they finish in. A second, short pass looks at reports that name a collaborator of their own committee's roster,
 * because a roster may come after the report it protects.
 */
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Report } from '../../core/document.ts';
import type { Profile } from '../../core/profile.ts';
import { findNames } from '../../core/text/identifier.ts';
import { judgeFile, type Judged } from './judge-file.ts';
import type { Job, WorkerReply, WorkerSetup } from './protocol.ts';

export interface BatchOptions {
  readonly profile: Profile;
  readonly asOf: string;
  /** Time of receipt by base name of the file, ISO. */
  readonly received: ReadonlyMap<string, string>;
  /** Worker threads; 0 judges in this thread. By default one for each core when there are many files. */
  readonly threads?: number;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Below this many files the threads cost more than they save. */
const worthThreads = 200;

/** Rejects with the signal's reason when cancelled; a bad file is an outcome, never a rejection. */
export async function judgeFiles(paths: readonly string[], options: BatchOptions): Promise<Judged[]> {
  const judged = await runJobs(
    paths.map((path, index) => jobFor(path, index, options, [])),
    paths.length,
    options,
  );
  const names = rosterNames(judged);
  const second = judged.flatMap((one, index) => {
    const known = namedIn(one, names);
    return known ? [jobFor(one.path, index, options, known)] : [];
  });
  if (second.length > 0) {
    const again = await runJobs(second, paths.length, { ...options, onProgress: () => undefined });
    for (const job of second) {
      const result = again[job.index];
      if (result) judged[job.index] = result;
    }
  }
  return judged;
}

function jobFor(path: string, index: number, options: BatchOptions, names: readonly string[]): Job {
  return { index, path, receivedAt: options.received.get(basename(path)) ?? null, rosterNames: names };
}

/** The active collaborators' names of each organisation in the batch. */
function rosterNames(judged: readonly Judged[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const one of judged) {
    if (!('extract' in one)) continue;
    const { document, organisation } = one.extract;
    if (document?.kind !== 'roster' || organisation === null) continue;
    const known = names.get(organisation) ?? [];
    known.push(...document.members.flatMap((member) => (member.active && member.name ? [member.name.value] : [])));
    names.set(organisation, known);
  }
  return names;
}

/** The roster names to judge a report with again, when its text holds any of them. */
function namedIn(one: Judged, names: ReadonlyMap<string, string[]>): string[] | null {
  if (!('extract' in one) || one.extract.document?.kind !== 'report') return null;
  const known = names.get(one.extract.organisation ?? '');
  return known && reportTexts(one.extract.document).some((text) => findNames(text, known).length > 0) ? known : null;
}

function reportTexts(report: Report): string[] {
  const located = [
    ...report.overview,
    ...report.salient,
    ...report.forecast,
    ...report.streams.flatMap((stream) => [stream.issue, stream.text]),
    ...report.proposals.map((proposal) => proposal.text),
  ];
  return located.flatMap((one) => (one ? [one.value] : []));
}

/** A result at each job's index. */
async function runJobs(jobs: readonly Job[], total: number, options: BatchOptions): Promise<Judged[]> {
  const results = new Array<Judged>(total);
  let done = 0;
  const finish = (index: number, judged: Judged): void => {
    results[index] = judged;
    done += 1;
    options.onProgress?.(done, jobs.length);
  };
  const threads = options.threads ?? (jobs.length >= worthThreads ? Math.min(8, availableParallelism()) : 0);
  if (threads > 0) await runInThreads(jobs, threads, options, finish);
  else {
    for (const job of jobs) {
      options.signal?.throwIfAborted();
      finish(
        job.index,
        await judgeFile(job.path, { ...options, receivedAt: job.receivedAt, rosterNames: job.rosterNames }),
      );
    }
  }
  return results;
}

async function runInThreads(
  jobs: readonly Job[],
  threads: number,
  options: BatchOptions,
  finish: (index: number, judged: Judged) => void,
): Promise<void> {
  const queue = jobs[Symbol.iterator]();
  const setup: WorkerSetup = { profile: options.profile, asOf: options.asOf };
  const workers = Array.from(
    { length: Math.min(threads, jobs.length) },
    // The bundle puts the worker beside the program.
    () => new Worker(new URL('./worker.js', import.meta.url), { workerData: setup }),
  );
  try {
    await Promise.all(workers.map((worker) => drain(worker, queue, options.signal, finish)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Feeds one worker from the shared queue until it is empty. */
function drain(
  worker: Worker,
  queue: Iterator<Job>,
  signal: AbortSignal | undefined,
  finish: (index: number, judged: Judged) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(asError(signal?.reason));
    const next = (): void => {
      const job = queue.next();
      if (job.done) {
        signal?.removeEventListener('abort', stop);
        resolve();
      } else worker.postMessage(job.value);
    };
    if (signal?.aborted) {
      stop();
      return;
    }
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('error', reject);
    worker.on('message', (reply: WorkerReply) => {
      if ('failure' in reply) reject(new Error(reply.failure));
      else {
        finish(reply.index, reply.judged);
        next();
      }
    });
    next();
  });
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
