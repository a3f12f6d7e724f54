import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FunctionApp } from '../../../functions/local/function-app.ts';
import type { NamedData } from '../../../functions/local/rpc.ts';
import { startTimers } from '../../../functions/local/timers.ts';
import { openLocalStore } from '../../../functions/store/local.ts';
import type { Store } from '../../../functions/store/store.ts';
import { makeFolder, removeFolder } from './host-process.ts';

let folder: string;
let store: Store;

beforeAll(() => {
  folder = makeFolder();
  store = openLocalStore(join(folder, 'data'));
});

afterAll(async () => {
  await store.close();
  removeFolder(folder);
});

/** Runs the timers for a moment at a set time; answers what the function was called with. */
async function at(time: string, schedule: string, fails = false): Promise<unknown[]> {
  const calls: unknown[] = [];
  const name = 'remind';
  const metadata = {
    name,
    bindings: { timer: { type: 'timerTrigger', direction: 'in', schedule } as const },
  };
  const app: FunctionApp = {
    functions: new Map([[name, { metadata, callback: () => undefined }]]),
    streamUrl: null,
    invoke: (_name, inputs: readonly NamedData[]) => {
      calls.push(JSON.parse(inputs[0]?.data.json ?? 'null'));
      if (fails) return Promise.reject(new Error('failed'));
      return Promise.resolve({ result: undefined, response: { invocationId: '' } });
    },
    stop: () => Promise.resolve(),
  };
  const begun = Date.now();
  const now = (): Date => new Date(Date.parse(time) + Date.now() - begun);
  const timers = await startTimers({ app, store, extraInputs: () => [], now, log: () => undefined });
  await new Promise((resolve) => setTimeout(resolve, 120));
  await timers.stop(1000);
  return calls;
}

test('runs when due, makes up for a missed run once, and keeps a failed one due', async () => {
  const schedule = '0 0 1 * * *';
  expect(await at('2023-11-20T00:30:00Z', schedule)).toEqual([]);
  // Due while it runs.
  expect(await at('2023-11-20T00:59:59.950Z', schedule)).toMatchObject([
    { IsPastDue: false, ScheduleStatus: { Last: '2023-11-20T01:00:00.000Z', Next: '2023-11-21T01:00:00.000Z' } },
  ]);
  expect(await at('2023-11-20T02:00:00Z', schedule)).toEqual([]);
  // Off for three days: once, not three times. It fails, so it is still due at the next start.
  const missed = {
    IsPastDue: true,
    ScheduleStatus: { Last: '2023-11-21T01:00:00.000Z', Next: '2023-11-24T01:00:00.000Z' },
  };
  expect(await at('2023-11-23T09:00:00Z', schedule, true)).toMatchObject([missed]);
  expect(await at('2023-11-23T09:10:00Z', schedule)).toMatchObject([missed]);
  expect(await at('2023-11-23T09:20:00Z', schedule)).toEqual([]);
});

test('a schedule may be a setting; one that cannot be read stops the start', async () => {
  process.env.TEST_SCHEDULE = '0 0 1 * * *';
  expect(await at('2023-11-23T09:30:00Z', '%TEST_SCHEDULE%')).toEqual([]);
  await expect(at('2023-11-23T09:30:00Z', '%TEST_NO_SCHEDULE%')).rejects.toThrow(RangeError);
});
