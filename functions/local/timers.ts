/**
 * Timer functions. The last run of each is kept (partition `host`, `timer/{name}`), so a run that fell due while the
 * machine was off is made up for, once, at the next start.
 */
import type { Store } from '../store/store.ts';
import { nextTime, readSchedule } from './cron.ts';
import { triggerOf, type FunctionApp } from './function-app.ts';
import type { NamedData } from './rpc.ts';

export interface TimersParts {
  readonly app: FunctionApp;
  readonly store: Store;
  /** What a function gets besides its trigger. */
  readonly extraInputs: (functionName: string) => readonly NamedData[];
  readonly now: () => Date;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

const partition = 'host';
/** Short enough to notice that the clock was set or the machine slept, in ms. */
const look = 60_000;

export interface Timers {
  /** Waits for runs under way, at most `patience` ms. */
  stop(patience: number): Promise<void>;
}

/** Throws RangeError for a schedule it cannot read. */
export async function startTimers(parts: TimersParts): Promise<Timers> {
  const running = new Set<Promise<void>>();
  const waits = new Set<NodeJS.Timeout>();
  let stopped = false;
  for (const registration of parts.app.functions.values()) {
    const { name, binding } = triggerOf(registration);
    if (binding.type.toLowerCase() !== 'timertrigger') continue;
    const functionName = registration.metadata.name;
    const schedule = readSchedule(fromSettings(binding.schedule ?? ''));
    const kept = await parts.store.get(partition, `timer/${functionName}`);
    const lastRun = typeof kept?.value.last === 'string' ? new Date(kept.value.last) : null;
    let due = binding.runOnStartup ? parts.now() : nextTime(schedule, lastRun ?? parts.now());
    if (!lastRun) await keepRun(parts, functionName, parts.now());
    const run = async (): Promise<void> => {
      const now = parts.now();
      const input = {
        Schedule: { AdjustForDST: false },
        ScheduleStatus: {
          Last: due.toISOString(),
          Next: nextTime(schedule, now).toISOString(),
          LastUpdated: due.toISOString(),
        },
        IsPastDue: now.getTime() - due.getTime() > look,
      };
      try {
        await parts.app.invoke(functionName, [
          { name, data: { json: JSON.stringify(input) } },
          ...parts.extraInputs(functionName),
        ]);
        await keepRun(parts, functionName, now);
      } catch (error) {
        parts.log('timer-failed', { timer: functionName, reason: error instanceof Error ? error.name : 'unknown' });
      }
      due = nextTime(schedule, now);
    };
    const wait = (): void => {
      if (stopped) return;
      const left = due.getTime() - parts.now().getTime();
      const timer = setTimeout(
        () => {
          waits.delete(timer);
          if (due.getTime() > parts.now().getTime()) {
            wait();
            return;
          }
          const run_ = run().finally(() => {
            running.delete(run_);
            wait();
          });
          running.add(run_);
        },
        Math.max(0, Math.min(left, look)),
      );
      waits.add(timer);
    };
    wait();
  }
  return {
    stop: async (patience) => {
      stopped = true;
      waits.forEach((timer) => clearTimeout(timer));
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
      await Promise.race([Promise.allSettled(running), enough]);
      clearTimeout(timer);
    },
  };
}

/** A schedule may name a setting, as `%REMINDER_SCHEDULE%`. */
function fromSettings(schedule: string): string {
  const name = /^%(\w+)%$/.exec(schedule)?.[1];
  return name === undefined ? schedule : (process.env[name] ?? '');
}

async function keepRun({ store }: TimersParts, functionName: string, at: Date): Promise<void> {
  const key = `timer/${functionName}`;
  const value = { last: at.toISOString() };
  const kept = await store.get(partition, key);
  await store.batch(partition, [kept ? { type: 'update', key, value, tag: kept.tag } : { type: 'insert', key, value }]);
}
