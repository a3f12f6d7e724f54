/** What the batch and its worker threads say to each other. */
import type { Judged } from './judge-file.ts';

export interface WorkerSetup {
  readonly profile: unknown;
  readonly asOf: string;
}

export interface Job {
  readonly index: number;
  readonly path: string;
  readonly receivedAt: string | null;
  readonly rosterNames: readonly string[];
}

export type WorkerReply =
  | { readonly index: number; readonly judged: Judged }
  /** An error that is ours, not the file's. */
  | { readonly index: number; readonly failure: string };
