/** A client's view of a store in which one call goes wrong, or any call with some probability. */
import { StoreUnavailable, type Store } from '../../../functions/store/store.ts';

export const faults = [
  /** The process dies before the call reaches the store. */
  'killBefore',
  /** The process dies after the call took effect, before it hears the answer. */
  'killAfter',
  /** Not performed; the client cannot know. */
  'unavailable503',
  /** Not performed, and the client knows. */
  'throttled429',
  /** Performed; the answer is lost. */
  'timeoutAfterSuccess',
  /** No answer in time; it takes effect all the same, two calls later or after the client gave up. */
  'timeoutThenLate',
  /** Delivered twice; the client hears the second answer, a conflict with itself for one. */
  'duplicate',
  /** Another client does all of its work before the call reaches the store. */
  'overtaken',
] as const;
export type Fault = (typeof faults)[number];

/** A process with its store. Dead, its calls neither take effect nor answer: nothing in it goes on, `finally` included. */
export interface Client {
  readonly store: Store;
  /** Resolves when the process dies. */
  readonly killed: Promise<'killed'>;
  /** Calls begun so far, with what they were. */
  readonly calls: string[];
  /** Lets requests arrive that are still under way. */
  readonly arrive: () => Promise<void>;
}

export interface FaultPlan {
  /** The fault of the call of that number, from 0. */
  readonly at: (call: number) => Fault | null;
  readonly overtake?: () => Promise<void>;
}

export function faultyClient(store: Store, plan: FaultPlan): Client {
  const calls: string[] = [];
  let dead = false;
  let late: { readonly due: number; readonly call: () => Promise<unknown> }[] = [];
  const arrive = async (now: number): Promise<void> => {
    const due = late.filter((request) => request.due <= now);
    late = late.filter((request) => request.due > now);
    for (const request of due) await request.call();
  };
  let die: (value: 'killed') => void = () => undefined;
  const killed = new Promise<'killed'>((resolve) => (die = resolve));
  const never = <Answer>(): Promise<Answer> => new Promise<Answer>(() => undefined);
  const isDead = (): boolean => dead;
  const kill = <Answer>(): Promise<Answer> => {
    dead = true;
    die('killed');
    return never();
  };

  const through = async <Answer>(name: string, call: () => Promise<Answer>): Promise<Answer> => {
    if (isDead()) return never();
    const fault = plan.at(calls.length);
    calls.push(name);
    await arrive(calls.length);
    switch (fault) {
      case 'killBefore':
        return kill();
      case 'killAfter':
        await call();
        return kill();
      case 'unavailable503':
        throw new StoreUnavailable('503', true);
      case 'throttled429':
        throw new StoreUnavailable('429', false);
      case 'timeoutAfterSuccess':
        await call();
        throw new StoreUnavailable('timeout', true);
      case 'timeoutThenLate':
        late.push({ due: calls.length + 2, call });
        throw new StoreUnavailable('timeout', true);
      case 'duplicate':
        await call();
        break;
      case 'overtaken':
        await plan.overtake?.();
        break;
      case null:
        break;
    }
    const answer = await call();
    return isDead() ? never() : answer;
  };

  return {
    killed,
    calls,
    arrive: () => arrive(Infinity),
    store: {
      putBlob: (name, bytes) => through(`putBlob ${name}`, () => store.putBlob(name, bytes)),
      getBlob: (name) => through(`getBlob ${name}`, () => store.getBlob(name)),
      get: (partition, key) => through(`get ${partition} ${key}`, () => store.get(partition, key)),
      query: (partition, prefix) => through(`query ${partition} ${prefix}`, () => store.query(partition, prefix)),
      batch: (partition, operations) =>
        through(
          `batch ${partition} ${operations.map((operation) => `${operation.type} ${operation.key}`).join(', ')}`,
          () => store.batch(partition, operations),
        ),
      close: () => store.close(),
    },
  };
}
