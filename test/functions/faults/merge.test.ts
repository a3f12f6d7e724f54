/** The merge under every fault at every storage call, and random faults among clients that submit and merge at once. */
import { expect, test, vi } from 'vitest';
import { withdraw } from '../../../functions/submissions/decide.ts';
import { everyFault, randomFaults, type Scenario, type Work } from './lab.ts';
import { asking, inspecting, merging, servicesOver, staffOf, submitting } from './server.ts';
import { withoutWaiting } from './without-waiting.ts';
import { period, report } from './workbooks.ts';

// Writing the workbook touches no store and would be nine tenths of the time.
vi.mock('../../../core/file/summary-workbook.ts', () => ({
  writeSummaryWorkbook: (summary: { contentHash: string }) =>
    Promise.resolve(new TextEncoder().encode(summary.contentHash)),
  SheetFull: class extends Error {},
}));

const first = await report('ttxvn', 1, 'none');
const second = await report('ttxvn', 2, 'none');
const failing = await report('ttxvn', 3, 'phoneNumber');
const other = await report('tu-phap', 4, 'none');
const otherSecond = await report('tu-phap', 5, 'none');
const late = await report('van-phong-tw', 6, 'nil');
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
    overtake: inOrder(submitting(otherSecond), asking, merging),
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

test.each(Object.entries(scenarios))(
  '%s: each committee once, nothing stale, nothing dangling',
  async (_name, scenario) => {
    const { runs, violated } = await withoutWaiting(() => everyFault({ ...scenario, inspect }));
    console.log(runs);
    expect(violated).toEqual([]);
    expect(runs).toBeGreaterThan(200);
  },
);

test('clients that submit, withdraw and merge at once under random faults', async () => {
  const violated: string[] = [];
  let faults = 0;
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
    faults += run.faults;
    violated.push(...run.problems.map((problem) => `seed ${seed}: ${problem}`));
  }
  expect(violated).toEqual([]);
  expect(faults).toBeGreaterThan(50);
});
