/** The submission protocol under every fault at every storage call, and under random faults among concurrent clients. */
import { expect, test } from 'vitest';
import type { Operation, Store } from '../../../functions/store/store.ts';
import { exclude, include, withdraw } from '../../../functions/submissions/decide.ts';
import { faults } from './faulty-store.ts';
import { everyFault, randomFaults, type Scenario, type Work } from './lab.ts';
import { bloc, inspecting, servicesOver, staffOf, submitting } from './server.ts';
import { withoutWaiting } from './without-waiting.ts';
import { period, report } from './workbooks.ts';

const first = await report('ttxvn', 1);
const second = await report('ttxvn', 2);
const third = await report('ttxvn', 3);
const failing = await report('ttxvn', 4, 'phoneNumber');
const other = await report('tu-phap', 5);
const otherSecond = await report('tu-phap', 6);
const inspect = inspecting([first, second, third, failing, other, otherSecond]);
const firstId = `${period}~ttxvn~report~0001`;
const secondId = `${period}~ttxvn~report~0002`;

function inOrder(...works: Work[]): Work {
  return async (store, journal) => {
    for (const work of works) await work(store, journal);
  };
}

const withdrawing =
  (id: string): Work =>
  async (store) => {
    const view = await withdraw(servicesOver(store), staffOf('ttxvn'), id, 'sent by mistake');
    expect(view.withdrawn).not.toBeNull();
  };
const excluding: Work = async (store) => {
  await exclude(servicesOver(store), bloc, secondId, 'wrong file');
};
const including: Work = async (store) => {
  await include(servicesOver(store), bloc, secondId, 'right file after all');
};

const prepare = inOrder(submitting(first), submitting(other));
const scenarios: Record<string, Omit<Scenario, 'inspect'>> = {
  'a first version, overtaken by another committee': {
    prepare: submitting(other),
    act: submitting(first),
    overtake: submitting(otherSecond),
  },
  'a second version, overtaken by a third': { prepare, act: submitting(second), overtake: submitting(third) },
  'a second version sent twice at once': { prepare, act: submitting(second), overtake: submitting(second) },
  'the first version again after a second': {
    prepare: inOrder(prepare, submitting(second)),
    act: submitting(first),
    overtake: submitting(third),
  },
  'a failing version, overtaken by a good one': { prepare, act: submitting(failing), overtake: submitting(second) },
  'a withdrawal, overtaken by a third version': {
    prepare: inOrder(prepare, submitting(second)),
    act: withdrawing(secondId),
    overtake: submitting(third),
  },
  'an exclusion, overtaken by the withdrawal of the other version': {
    prepare: inOrder(prepare, submitting(second)),
    act: excluding,
    overtake: withdrawing(firstId),
  },
  'an inclusion, overtaken by a third version': {
    prepare: inOrder(prepare, submitting(second), excluding),
    act: including,
    overtake: submitting(third),
  },
};

/** Those with every fault; the others with what leads to other orders of two clients. */
const whole = ['a first version', 'a second version,', 'a failing', 'a withdrawal'];
const runs = Object.entries(scenarios).flatMap(([name, scenario]) =>
  faults
    .filter((fault) => whole.some((start) => name.startsWith(start)) || fault === 'overtaken' || fault === 'killAfter')
    .map((fault) => ({ name, fault, scenario })),
);

test.each(runs)('$name; $fault at every call: nothing lost, doubled or altered', async (run) => {
  const outcome = await withoutWaiting(() => everyFault({ ...run.scenario, inspect }, { only: [run.fault] }));
  expect(outcome.violated).toEqual([]);
  expect(outcome.runs).toBeGreaterThan(run.fault === 'timeoutThenLate' ? 1 : 5);
});

/** Stores that break a promise of theirs. */
const worse: Record<string, (store: Store) => Store> = {
  'minds neither tags nor keys that exist': (store) => ({
    ...store,
    batch: async (partition, operations) => {
      const now = operations.map(async (operation): Promise<Operation> => {
        const present = await store.get(partition, operation.key);
        if (operation.type === 'remove' || present === null) return operation;
        return { type: 'update', key: operation.key, value: operation.value, tag: present.tag };
      });
      return store.batch(partition, await Promise.all(now));
    },
  }),
  'writes the records of a batch one by one': (store) => ({
    ...store,
    batch: async (partition, operations) => {
      for (const operation of operations)
        if ((await store.batch(partition, [operation])) === 'conflict') return 'conflict';
      return 'done';
    },
  }),
  'forgets blobs': (store) => ({ ...store, putBlob: () => Promise.resolve('created') }),
  'says done when it was a conflict': (store) => ({
    ...store,
    batch: async (partition, operations) => {
      await store.batch(partition, operations);
      return 'done';
    },
  }),
};

test.each(Object.entries(worse))('sees a store that %s', async (_name, worsen) => {
  const scenario = { prepare, act: submitting(second), overtake: submitting(third), inspect };
  const { violated } = await withoutWaiting(() => everyFault(scenario, { worsen, only: ['overtaken', 'killAfter'] }));
  expect(violated.length).toBeGreaterThan(0);
});

test('concurrent clients with random faults lose nothing', async () => {
  const violated: string[] = [];
  let count = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const clients = [
      [submitting(first), submitting(second), submitting(first)],
      [submitting(second), submitting(failing), submitting(third)],
      [submitting(other), submitting(otherSecond)],
      [submitting(otherSecond)],
    ];
    const run = await withoutWaiting(() =>
      randomFaults({ prepare: () => Promise.resolve(), inspect }, clients, { seed, probability: 0.05 }),
    );
    count += run.faults;
    violated.push(...run.problems.map((problem) => `seed ${seed}: ${problem}`));
  }
  expect(violated).toEqual([]);
  expect(count).toBeGreaterThan(50);
});
