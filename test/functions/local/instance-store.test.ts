/** Orchestrations as they are kept: long texts come back whole, and go when their instance goes. */
import { beforeEach, expect, test } from 'vitest';
import { eventType, type HistoryEvent } from '../../../functions/local/orchestration/history.ts';
import { InstanceStore } from '../../../functions/local/orchestration/instance-store.ts';
import type { Instance } from '../../../functions/local/orchestration/instance.ts';
import { StoreUnavailable, type Store } from '../../../functions/store/store.ts';
import { emptyMemory, openMemoryStore, type Memory } from '../store/memory.ts';

/** Longer than a record; quotes, line ends and a pair of surrogates stand where it may be cut. */
const long = (mark: string): string => JSON.stringify(`${mark}${'"\n😀ế'.repeat(12_000)}`);
const id = '2023-11~20231126T031500000~3f9a1c20';

let memory: Memory;
let instances: InstanceStore;

beforeEach(() => {
  memory = emptyMemory();
  instances = new InstanceStore(openMemoryStore(memory));
});

function instance(overrides: Partial<Instance> = {}): Instance {
  return {
    id,
    name: 'merge',
    status: 'Running',
    createdAt: '2023-11-26T00:00:00.000Z',
    updatedAt: '2023-11-26T00:00:00.000Z',
    generation: 1,
    input: long('input'),
    customStatus: null,
    output: null,
    parent: null,
    leaves: 0,
    sequence: 0,
    chunks: 0,
    ...overrides,
  };
}

function completed(number: number, text: string): HistoryEvent {
  const Timestamp = '2023-11-26T00:00:00.000Z';
  return { EventType: eventType.taskCompleted, EventId: -1, Timestamp, TaskScheduledId: number, Result: text };
}

function keys(prefix = ''): string[] {
  return [...(memory.partitions.get('host')?.keys() ?? [])].filter((key) => key.startsWith(prefix));
}

async function run(generation = 1, status: Instance['status'] = 'Completed') {
  await instances.create(instance({ generation }), await instances.get(id));
  const kept = await instances.get(id);
  if (!kept) throw new Error('it was created');
  const events = [completed(0, long(`a${generation}`)), completed(1, long(`b${generation}`))];
  return instances.save(kept, { ...kept.instance, status, output: long(`output${generation}`) }, events, []);
}

test('long texts of an instance, its history and its commands come back as they were', async () => {
  const { instance: kept } = await run(1, 'Running');
  expect([kept.input, kept.output]).toEqual([long('input'), long('output1')]);
  expect(await instances.history(kept)).toEqual([completed(0, long('a1')), completed(1, long('b1'))]);
  await instances.addCommand(id, { type: 'raise', name: 'x', input: long('command') }, new Date(0));
  expect((await instances.commands(id)).map(({ command }) => command)).toEqual([
    { type: 'raise', name: 'x', input: long('command') },
  ]);
  expect(memory.blobs.size).toBe(0);
});

test('nothing is left of an instance that was removed', async () => {
  await run();
  const added = await instances.addCommand(id, { type: 'raise', name: 'x', input: long('command') }, new Date(0));
  await instances.removeCommands([added.key]);
  expect(keys('text/').length).toBeGreaterThan(20);
  await instances.clear(id, null);
  expect(keys()).toEqual([]);
});

test('beginning anew removes the texts of the time before and keeps its own', async () => {
  await run(1);
  await run(2);
  await instances.clear(id, 1);
  expect(keys(`text/${id}/000001/`)).toEqual([]);
  const kept = await instances.get(id);
  expect(kept?.instance.output).toBe(long('output2'));
  expect(kept && (await instances.history(kept.instance))).toHaveLength(2);
});

test('another instance whose id begins alike keeps its texts', async () => {
  await instances.create(instance({ id: `${id}0` }), null);
  await run();
  await instances.clear(id, null);
  expect((await instances.get(`${id}0`))?.instance.input).toBe(long('input'));
});

/** Does so many batches and then fails for good, as a killed host would. */
function dying(store: Store, batches: number): Store {
  let left = batches;
  return {
    ...store,
    putBlob: (...args) => store.putBlob(...args),
    getBlob: (name) => store.getBlob(name),
    get: (...args) => store.get(...args),
    query: (...args) => store.query(...args),
    close: () => store.close(),
    batch: (...args) => {
      if (left === 0) throw new StoreUnavailable('killed', false);
      left -= 1;
      return store.batch(...args);
    },
  };
}

test('a removal that was interrupted anywhere is found again and finished', async () => {
  // Enough for several batches.
  const texts = Array.from({ length: 12 }, (_, number) => completed(number, long(`t${number}`)));
  let interrupted = 0;
  for (let batches = 0; ; batches += 1) {
    memory = emptyMemory();
    instances = new InstanceStore(openMemoryStore(memory));
    const kept = await run();
    await instances.save(kept, kept.instance, texts, []);
    const outcome = await new InstanceStore(dying(openMemoryStore(memory), batches)).clear(id, null).then(
      () => 'done',
      () => 'interrupted',
    );
    if (outcome === 'done') break;
    interrupted += 1;
    const [left] = await instances.list();
    expect([left?.status, [long('output1'), 'null'].includes(left?.output ?? '')]).toEqual(['Completed', true]);
    await instances.clear(id, null);
    expect(keys()).toEqual([]);
  }
  expect(interrupted).toBeGreaterThan(1);
});

test('a text that an instance under way needs is missed, not made up', async () => {
  await run(1, 'Running');
  for (const key of keys('text/')) memory.partitions.get('host')?.delete(key);
  await expect(instances.get(id)).rejects.toThrow('A text of an orchestration is missing');
});
