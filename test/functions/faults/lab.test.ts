/** The lab itself: it finds nothing in a right protocol, and something in each wrong one. */
import { expect, test } from 'vitest';
import { everyFault, randomFaults } from './lab.ts';
import { mistakes, model, type Mistake } from './model.ts';

const organisations = ['a', 'b', 'c', 'd'];

async function manyRandomRuns(mistake: Mistake | null, seeds: number): Promise<{ faults: number; violated: string[] }> {
  const { submit, merge, scenarios } = model(mistake);
  const violated: string[] = [];
  let faults = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const clients = [
      ...organisations.map((organisation) =>
        [1, 2, 3].map((version) => submit(organisation, `${organisation} ${version}`)),
      ),
      // The same committee from two places at once, and one content sent by both.
      [submit('a', 'a 2'), submit('a', 'a, elsewhere')],
      [merge, merge],
      [merge],
    ];
    const run = await randomFaults(scenarios.submit, clients, { seed, probability: 0.06 });
    faults += run.faults;
    violated.push(...run.problems.map((problem) => `seed ${seed}: ${problem}`));
  }
  return { faults, violated };
}

test('finds nothing in the right protocol: every call of submit and of merge × every fault', async () => {
  const { scenarios } = model(null);
  for (const scenario of [scenarios.submit, scenarios.merge]) {
    const { runs, violated } = await everyFault(scenario);
    expect(violated).toEqual([]);
    expect(runs).toBeGreaterThan(30);
  }
});

test('finds nothing in the right protocol under random faults', async () => {
  const { faults, violated } = await manyRandomRuns(null, 60);
  expect(violated).toEqual([]);
  expect(faults).toBeGreaterThan(300);
});

/** Which of the two kinds of run sees it: neither kind sees all. */
const seen: Record<Mistake, 'both' | 'systematic'> = {
  naive: 'both',
  headBeforeOriginal: 'systematic',
  auditOutsideBatch: 'both',
  assumesSuccess: 'both',
  assumesFailure: 'both',
  acknowledgesEarly: 'both',
  conflictIsDone: 'both',
  publishesOlder: 'systematic',
  pointerBeforeSummary: 'systematic',
  marksLate: 'systematic',
  appendsParts: 'both',
};

test.each(mistakes)('catches the protocol that %s', async (mistake) => {
  const { scenarios } = model(mistake);
  const submitted = await everyFault(scenarios.submit);
  const merged = await everyFault(scenarios.merge);
  expect(submitted.violated.length + merged.violated.length).toBeGreaterThan(0);
  const random = await manyRandomRuns(mistake, 20);
  expect(random.violated.length > 0 ? 'both' : 'systematic').toBe(seen[mistake]);
});

test('repeats a random run exactly', async () => {
  expect(await manyRandomRuns('naive', 3)).toEqual(await manyRandomRuns('naive', 3));
});
