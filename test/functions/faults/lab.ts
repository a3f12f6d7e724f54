/** Runs a scenario with every fault at every call, and with random faults among concurrent clients. */
import { seededRandom } from '../../../functions/demo/random.ts';
import { StoreUnavailable, type Store } from '../../../functions/store/store.ts';
import { copyOf, emptyMemory, openMemoryStore, type Memory } from '../store/memory.ts';
import { faults, faultyClient, type Client, type Fault, type FaultPlan } from './faulty-store.ts';
import { violations, type World } from './invariants.ts';
import { Journal } from './journal.ts';

/** One thing a client does. Tells the journal what it was told; tried again, it does the same thing again. */
export type Work = (store: Store, journal: Journal) => Promise<void>;

export interface Scenario {
  /** What there is before anything goes wrong. */
  readonly prepare: Work;
  /** What the faults are tried on. */
  readonly act: Work;
  /** What another client does meanwhile, between two calls. */
  readonly overtake: Work;
  readonly inspect: (store: Store) => Promise<World>;
}

export interface Outcome {
  readonly runs: number;
  /** Runs in which something did not hold, with the fault and the call it was put at. */
  readonly violated: readonly { readonly fault: string; readonly problems: readonly string[] }[];
}

/** A client gives up after this many attempts, and the run counts as violated. */
const patience = 30;

/** Every call of `act` × every fault: what holds right after, and what holds once the client has tried again.
 * `only` these faults, only at `calls` whose description matches; `worsen` breaks a promise of the store, to see whether the lab notices. */
export async function everyFault(
  scenario: Scenario,
  {
    worsen = (store) => store,
    only = faults,
    calls = /./,
  }: { readonly worsen?: (store: Store) => Store; readonly only?: readonly Fault[]; readonly calls?: RegExp } = {},
): Promise<Outcome> {
  const memory = emptyMemory();
  const journal = new Journal();
  await scenario.prepare(openMemoryStore(memory), journal);
  const start = (): Start => ({ memory: copyOf(memory), journal: journal.copy() });
  const smooth = await runOnce(scenario, start(), { at: () => null }, worsen);
  const violated = smooth.problems.length > 0 ? [{ fault: 'none', problems: smooth.problems }] : [];
  let runs = 1;
  for (const fault of only)
    for (let call = 0; call < smooth.calls.length; call++) {
      if (!calls.test(smooth.calls[call] ?? '')) continue;
      // A read that arrives late changes nothing.
      if (fault === 'timeoutThenLate' && !/^(putBlob|batch) /.test(smooth.calls[call] ?? '')) continue;
      const { problems } = await runOnce(
        scenario,
        start(),
        { at: (number) => (number === call ? fault : null) },
        worsen,
      );
      runs++;
      if (problems.length > 0) violated.push({ fault: `${fault} at ${smooth.calls[call] ?? ''}`, problems });
    }
  return { runs, violated };
}

interface Start {
  readonly memory: Memory;
  readonly journal: Journal;
}

async function runOnce(
  { act, overtake, inspect }: Scenario,
  { memory, journal }: Start,
  plan: Pick<FaultPlan, 'at'>,
  worsen: (store: Store) => Store,
): Promise<{ calls: string[]; problems: string[] }> {
  const store = worsen(openMemoryStore(memory));
  const client = faultyClient(store, { ...plan, overtake: () => overtake(store, journal) });
  const ended = await attempt(client, act, journal);
  const early = await look(inspect, journal, store);
  const problems = early.map((problem) => `at once: ${problem}`);
  if (ended === 'failed' || ended === 'killed')
    await persist(() => faultyClient(store, { at: () => null }), act, journal, problems);
  else if (ended !== 'done') problems.push(ended.broke);
  problems.push(...(await look(inspect, journal, store)));
  return { calls: client.calls, problems };
}

/**
 * Concurrent clients, each with its own list of work, each call failing with `probability`; a killed client starts
 * again as a new process. Equal seeds give equal runs.
 */
export async function randomFaults(
  { prepare, inspect }: Pick<Scenario, 'prepare' | 'inspect'>,
  clients: readonly (readonly Work[])[],
  { seed, probability }: { seed: number; probability: number },
): Promise<{ faults: number; problems: string[] }> {
  const memory = emptyMemory();
  const journal = new Journal();
  await prepare(openMemoryStore(memory), journal);
  const random = seededRandom(seed);
  const turns = new Turns(random.below);
  const store = openMemoryStore(memory, () => turns.next());
  const some = faults.filter((fault) => fault !== 'overtaken') as [Fault, ...Fault[]];
  const problems: string[] = [];
  let count = 0;
  const at = (): Fault | null => {
    if (random.below(1000) >= probability * 1000) return null;
    count++;
    return random.pick(some);
  };
  await Promise.all(
    clients.map(async (works) => {
      for (const work of works) await persist(() => faultyClient(store, { at }), work, journal, problems);
    }),
  );
  const calm = openMemoryStore(memory);
  problems.push(...(await look(inspect, journal, calm)));
  return { faults: count, problems };
}

/** Tries again, as a new process, until it is done. */
async function persist(start: () => Client, work: Work, journal: Journal, problems: string[]): Promise<void> {
  for (let tries = 0; tries < patience; tries++) {
    const ended = await attempt(start(), work, journal);
    if (ended === 'done') return;
    if (ended !== 'failed' && ended !== 'killed') {
      problems.push(ended.broke);
      return;
    }
  }
  problems.push('never done');
}

type Ended = 'done' | 'failed' | 'killed' | { readonly broke: string };

async function attempt(client: Client, work: Work, journal: Journal): Promise<Ended> {
  const working = work(client.store, journal).then(
    () => 'done' as const,
    (error: unknown) => (error instanceof StoreUnavailable ? ('failed' as const) : { broke: `threw ${String(error)}` }),
  );
  const ended = await Promise.race([working, client.killed]);
  await client.arrive();
  return ended;
}

/** What does not hold; that it cannot even be read, for one. */
async function look(inspect: Scenario['inspect'], journal: Journal, store: Store): Promise<string[]> {
  try {
    return await violations(await inspect(store), journal, store);
  } catch (error) {
    return [`cannot be read: ${String(error)}`];
  }
}

/** Lets waiting calls through one at a time, in an order of its own. */
class Turns {
  readonly #below: (bound: number) => number;
  #waiting: (() => void)[] = [];

  constructor(below: (bound: number) => number) {
    this.#below = below;
  }

  next(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#letThrough());
      this.#waiting.push(resolve);
    });
  }

  #letThrough(): void {
    const [through] = this.#waiting.splice(this.#below(this.#waiting.length), 1);
    if (this.#waiting.length > 0) setImmediate(() => this.#letThrough());
    through?.();
  }
}
