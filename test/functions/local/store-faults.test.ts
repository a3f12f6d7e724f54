/** Orchestrations over a store that fails: before it writes, after it has written, for a while. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, triggerOf, type FunctionApp } from '../../../functions/local/function-app.ts';
import { Dispatcher } from '../../../functions/local/orchestration/dispatcher.ts';
import { InstanceStore } from '../../../functions/local/orchestration/instance-store.ts';
import { isOver } from '../../../functions/local/orchestration/instance.ts';
import { replayer } from '../../../functions/local/orchestration/replay.ts';
import { openLocalStore } from '../../../functions/store/local.ts';
import { StoreUnavailable, type Store } from '../../../functions/store/store.ts';
import { buildApp, makeFolder, removeFolder } from './host-process.ts';
import { random } from './random.ts';

let folder: string;
let app: FunctionApp;

beforeAll(async () => {
  folder = makeFolder();
  app = await startApp(await buildApp('test/functions/local/tiny-app.ts', folder), () => undefined);
});

afterAll(() => removeFolder(folder));

/** Fails one call in eight, half of the writes after they have happened. */
function faulty(store: Store, next: () => number): Store & { failures: number } {
  const wrapped = {
    failures: 0,
    around: async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
      const chance = next();
      if (chance < 1 / 16) {
        wrapped.failures++;
        throw new StoreUnavailable('before', false);
      }
      const answer = await call();
      if (chance > 15 / 16) {
        wrapped.failures++;
        throw new StoreUnavailable('after', true);
      }
      return answer;
    },
    putBlob: (name: string, bytes: Uint8Array) => wrapped.around(() => store.putBlob(name, bytes)),
    getBlob: (name: string) => wrapped.around(() => store.getBlob(name)),
    get: (partition: string, key: string) => wrapped.around(() => store.get(partition, key)),
    query: (partition: string, prefix: string) => wrapped.around(() => store.query(partition, prefix)),
    batch: (...args: Parameters<Store['batch']>) => wrapped.around(() => store.batch(...args)),
    close: () => store.close(),
  };
  return wrapped;
}

async function runActivity(name: string, input: string): Promise<string> {
  const registration = app.functions.get(name);
  if (!registration) throw new Error(name);
  const { result } = await app.invoke(name, [{ name: triggerOf(registration).name, data: { string: input } }]);
  return JSON.stringify(result ?? null);
}

test.each([1, 2, 3])('seed %i', async (seed) => {
  const real = openLocalStore(join(folder, `data-${seed}`));
  const store = faulty(real, random(seed));
  const dispatcher = new Dispatcher({
    instances: new InstanceStore(store),
    replay: replayer(app),
    runActivity,
    now: () => new Date(),
    log: () => undefined,
  });
  const jobs = [
    ['sequence', { steps: 6 }, 21],
    ['fan', { count: 8 }, { total: 36, sums: [1, 2, 3, 4, 5, 6, 7, 8] }],
    ['parent', null, { totals: [1, 3, 6], named: 3, failed: true }],
    ['again', { round: 1, total: 0 }, { sum: 10, kept: 'x' }],
  ] as const;
  // As a caller does: asks again until it is acknowledged or finds it under way.
  const insist = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  };
  for (const [name, input] of jobs) await insist(() => dispatcher.start(name, name, JSON.stringify(input)));
  await insist(() => dispatcher.command('again', { type: 'raise', name: 'kept', input: '"x"' }));
  const check = new InstanceStore(real);
  for (const [name, , output] of jobs) {
    await expect
      .poll(async () => isOver((await check.get(name))?.instance.status ?? 'Pending'), { timeout: 15_000 })
      .toBe(true);
    const instance = (await check.get(name))?.instance;
    expect([instance?.status, JSON.parse(instance?.output ?? 'null')], name).toEqual(['Completed', output]);
  }
  expect(store.failures).toBeGreaterThan(5);
  await dispatcher.stop(1000);
  await real.close();
});
