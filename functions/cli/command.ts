import type { Message } from '../../core/message.ts';
import type { Language } from './report.ts';

/** What a command is handed instead of reaching for the process. */
export interface Surroundings {
  readonly print: (text: string) => void;
  readonly language: Language;
  readonly now: Date;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly usage: string;
  readonly about: Message;
  /** Resolves to the exit code. Throws UsageError for arguments it cannot use. */
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<number>;
}
