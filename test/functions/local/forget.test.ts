/** Orchestrations that ended are kept for thirty days, then removed with all that belongs to them. */
import { expect, test } from 'vitest';
import { Dispatcher } from '../../../functions/local/orchestration/dispatcher.ts';
import { InstanceStore } from '../../../functions/local/orchestration/instance-store.ts';
import type { Status } from '../../../functions/local/orchestration/instance.ts';
import { emptyMemory, openMemoryStore } from '../store/memory.ts';

const ended = '2023-11-01T00:00:00.000Z';

test.each<[Status, string, boolean]>([
  ['Completed', '2023-12-01T00:00:00.000Z', true],
  ['Completed', '2023-12-01T00:00:00.001Z', false],
  ['Failed', '2023-12-01T00:00:00.001Z', false],
  ['Terminated', '2023-12-01T00:00:00.001Z', false],
  ['Running', '2024-12-01T00:00:00.000Z', true],
  ['Suspended', '2024-12-01T00:00:00.000Z', true],
])('%s, looked at on %s: kept %s', async (status, now, kept) => {
  const memory = emptyMemory();
  const instances = new InstanceStore(openMemoryStore(memory));
  const dispatcher = new Dispatcher({
    instances,
    replay: () => Promise.reject(new Error('nothing is run')),
    runActivity: () => Promise.reject(new Error('nothing is run')),
    now: () => new Date(now),
    log: () => undefined,
  });
  const empty = { customStatus: null, output: null, parent: null, leaves: 0, sequence: 0, chunks: 0 };
  const input = JSON.stringify('x'.repeat(20_000));
  await instances.create(
    { id: 'a', name: 'merge', status, createdAt: ended, updatedAt: ended, generation: 1, input, ...empty },
    null,
  );
  await dispatcher.forget();
  expect(await dispatcher.get('a')).toEqual(kept ? expect.objectContaining({ status, input }) : null);
  expect((memory.partitions.get('host')?.size ?? 0) > 0).toBe(kept);
});
