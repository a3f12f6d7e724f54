/**
 * Keeps up with the workbook open in Excel: one reading at a time, edits made meanwhile gathered for the next, nothing
 * lost between. What only the saved file tells is added when the edits pause.
 */
import type { OpenWorkbook, WorkbookChange, WorkbookHost } from '../host.ts';

type Reader = Pick<WorkbookHost, 'readOpenWorkbook' | 'rereadWorkbook' | 'completeWorkbook'>;

export interface Listener {
  /** The workbook as it is now; the next reading waits for this. `asked`: the user asked for it. */
  readonly onRead: (read: OpenWorkbook, asked: boolean) => Promise<void>;
  /** Nothing is known of the workbook any more. */
  readonly onFailed: (problem: unknown) => void;
  /** What was read holds, but lacks what only the file tells. */
  readonly onIncomplete: (problem: unknown) => void;
}

export interface Follower {
  /** Reads everything; resolves when all is read that has been asked for. */
  readonly readAll: () => Promise<void>;
  /** Reads what changed; does nothing before the first `readAll`. */
  readonly reread: (changes: readonly WorkbookChange[]) => Promise<void>;
}

export function followWorkbook(host: Reader, listener: Listener): Follower {
  let current: OpenWorkbook | null = null;
  let all = false;
  let pending: WorkbookChange[] = [];
  let running: Promise<void> | null = null;
  let begun = false;
  let filling: AbortController | null = null;
  /** What could not be completed is not tried again until something changes. */
  let givenUp: OpenWorkbook | null = null;

  async function readNext(): Promise<void> {
    const [asked, changes] = [all, pending];
    all = false;
    pending = [];
    try {
      // After a failure nobody knows what was missed.
      current = asked || current === null ? await host.readOpenWorkbook() : await host.rereadWorkbook(current, changes);
    } catch (problem) {
      current = null;
      listener.onFailed(problem);
      return;
    }
    await listener.onRead(current, asked);
  }

  async function complete(read: OpenWorkbook): Promise<void> {
    filling = new AbortController();
    const { signal } = filling;
    try {
      current = (await host.completeWorkbook?.(read, signal)) ?? read;
    } catch (problem) {
      if (signal.aborted) return;
      givenUp = read;
      listener.onIncomplete(problem);
      return;
    } finally {
      filling = null;
    }
    await listener.onRead(current, false);
  }

  async function run(): Promise<void> {
    for (;;) {
      if (all || pending.length > 0) await readNext();
      else if (current && !current.complete && current !== givenUp && host.completeWorkbook) await complete(current);
      else {
        // At once: what is asked for from here on needs another run.
        running = null;
        return;
      }
    }
  }

  function wake(): Promise<void> {
    filling?.abort();
    running ??= run();
    return running;
  }

  return {
    readAll: () => {
      begun = true;
      all = true;
      return wake();
    },
    reread: (changes) => {
      if (!begun || changes.length === 0) return Promise.resolve();
      pending.push(...changes);
      return wake();
    },
  };
}
