/** A worker thread of the batch: judges the files it is sent, one after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { profileSchema } from '../../core/profile.ts';
import { judgeFile } from './judge-file.ts';
import type { Job, WorkerReply, WorkerSetup } from './protocol.ts';

const setup = workerData as WorkerSetup;
const profile = profileSchema.parse(setup.profile);

parentPort?.on('message', (job: Job) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  judgeFile(job.path, { profile, asOf: setup.asOf, receivedAt: job.receivedAt, rosterNames: job.rosterNames }).then(
    (judged) => reply({ index: job.index, judged }),
    (error: unknown) =>
      reply({ index: job.index, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
