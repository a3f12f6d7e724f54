/** One job of the benchmark in a process of its own: `node JOBS.js JOB FOLDER COUNT OUT`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the workbooks' paths and where to write; returns how many rows it handled. */
export type Job = (paths: readonly string[], out: string) => Promise<number> | number;

/** Runs the job named on the command line; prints its own CPU time (s) and peak memory (MiB). */
export async function runJob(jobs: Readonly<Record<string, Job>>): Promise<void> {
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
}

export function sum(paths: readonly string[], count: (bytes: Uint8Array) => number): number {
  return paths.reduce((total, path) => total + count(readFileSync(path)), 0);
}
