/** The merge under every fault at every storage call, and random faults among clients that submit and merge at once. */
import { expect, test, vi } from 'vitest';
import { StoreUnavailable, type Store } from '../../../functions/store/store.ts';
import { withdraw } from '../../../functions/submissions/decide.ts';
import { faults } from './faulty-store.ts';
import { everyFault, randomFaults, type Scenario, type Work } from './lab.ts';
import { asking, inspecting, merging, mergingNow, servicesOver, staffOf, submitting } from './server.ts';
import { withoutWaiting } from './without-waiting.ts';
import { period, report } from './workbooks.ts';

// Writing the workbook touches no store and would be nine tenths of the time.
vi.mock('../../../core/file/summary-workbook.ts', () => ({
  writeSummaryWorkbook: (summary: { contentHash: string }) =>
    Promise.resolve(new TextEncoder().encode(summary.contentHash)),
  SheetFull: class extends Error {},
}));

const first = await report('ttxvn', 1, 'none');
const second = await report('ttxvn', 2);
const failing = await report('ttxvn', 3, 'phoneNumber');
const other = await report('tu-phap', 4);
const otherSecond = await report('tu-phap', 5);
const late = await report('tu-phap', 6);
const inspect = inspecting([first, second, failing, other, otherSecond, late]);

function inOrder(...works: Work[]): Work {
  return async (store, journal) => {
    for (const work of works) await work(store, journal);
  };
}

const withdrawing: Work = async (store) => {
  await withdraw(servicesOver(store), staffOf('ttxvn'), `${period}~ttxvn~report~0002`, 'sent by mistake');
};

const scenarios: Record<string, Omit<Scenario, 'inspect'>> = {
  'the first merge, overtaken by a submission and a newer merge': {
    prepare: inOrder(submitting(first), submitting(failing), submitting(other), asking),
    act: merging,
    overtake: inOrder(submitting(otherSecond), mergingNow),
  },
  'a second merge, overtaken by the very same': {
    prepare: inOrder(submitting(first), asking, merging, submitting(second), submitting(late), asking),
    act: merging,
    overtake: merging,
  },
  'asking for a merge and running it, overtaken by submissions': {
    prepare: inOrder(submitting(first), submitting(other)),
    act: inOrder(asking, merging),
    overtake: inOrder(submitting(second), submitting(late)),
  },
};

/** One scenario meets every fault; the others what leads to other orders of two clients. */
const runs = Object.entries(scenarios).flatMap(([name, scenario]) =>
  faults
    .filter((fault) => name.startsWith('asking') || fault === 'overtaken' || fault === 'killAfter')
    .map((fault) => ({ name, fault, scenario })),
);

test.each(runs)('$name; $fault at every call: each committee once, nothing stale or dangling', async (run) => {
  const outcome = await withoutWaiting(() => everyFault({ ...run.scenario, inspect }, { only: [run.fault] }));
  expect(outcome.violated).toEqual([]);
  expect(outcome.runs).toBeGreaterThan(run.fault === 'timeoutThenLate' ? 6 : 40);
});

/** Mistakes in the way the protocol uses its store. */
const mistakes: Record<string, (work: Work) => Work> = {
  'takes a lost answer for success': (work) => (store, journal) => {
    const batch: Store['batch'] = async (partition, operations) => {
      try {
        return await store.batch(partition, operations);
      } catch (error) {
        if (error instanceof StoreUnavailable && error.outcomeUnknown) return 'done';
        throw error;
      }
    };
    return work({ ...store, batch }, journal);
  },
  'takes a conflict for success': (work) => (store, journal) =>
    work({ ...store, batch: async (...batch) => (await store.batch(...batch), 'done') }, journal),
  'does not look whether a newer summary is published': (work) => (store, journal) => {
    const get: Store['get'] = async (partition, key) => {
      const record = await store.get(partition, key);
      if (record === null || key !== 'published') return record;
      return { ...record, value: { ...record.value, view: { month: 0, year: 0, roster: 0 } } };
    };
    return work({ ...store, get }, journal);
  },
  'writes the audit row by itself': (work) => (store, journal) => {
    const batch: Store['batch'] = async (partition, operations) => {
      const answer = await store.batch(
        partition,
        operations.filter(({ key }) => !key.startsWith('audit')),
      );
      if (answer === 'conflict') return answer;
      return store.batch(
        partition,
        operations.filter(({ key }) => key.startsWith('audit')),
      );
    };
    return work({ ...store, batch }, journal);
  },
  'points at workbooks that it does not store': (work) => (store, journal) => {
    const putBlob: Store['putBlob'] = (name, bytes) =>
      name.endsWith('.xlsx') ? Promise.resolve('created') : store.putBlob(name, bytes);
    return work({ ...store, putBlob }, journal);
  },
};

test.each(Object.entries(mistakes))('sees a merge that %s', async (_name, mistaken) => {
  const prepare = inOrder(submitting(first), submitting(other), asking);
  const scenario = { prepare, act: mistaken(merging), inspect };
  const attempts = [
    { only: ['unavailable503'] as const, overtake: merging },
    { only: ['overtaken'] as const, overtake: submitting(otherSecond) },
    { only: ['overtaken'] as const, overtake: inOrder(submitting(otherSecond), mergingNow) },
  ];
  const violated: unknown[] = [];
  for (const { only, overtake } of attempts)
    violated.push(
      ...(await withoutWaiting(() => everyFault({ ...scenario, overtake }, { only, calls: /published/ }))).violated,
    );
  expect(violated.length).toBeGreaterThan(0);
});

test('clients that submit, withdraw and merge at once under random faults', async () => {
  const violated: string[] = [];
  let count = 0;
  for (let seed = 1; seed <= 10; seed++) {
    const clients = [
      [submitting(first), submitting(second), withdrawing],
      [submitting(other), submitting(otherSecond), submitting(late)],
      [asking, merging],
      [asking, merging, asking, merging],
    ];
    const run = await withoutWaiting(() =>
      randomFaults({ prepare: submitting(failing), inspect }, clients, { seed, probability: 0.02 }),
    );
    count += run.faults;
    violated.push(...run.problems.map((problem) => `seed ${seed}: ${problem}`));
  }
  expect(violated).toEqual([]);
  expect(count).toBeGreaterThan(50);
});
