/**
 * How anything is changed: read, decide, write one atomic batch with its audit row; on a conflict or an unknown outcome
 * read and decide again. `decide` must therefore see in the store that its change is already made, and say so.
 */
import type { Principal, Services } from '../route.ts';
import { StoreUnavailable, type Operation, type Store } from '../store/store.ts';
import { appendAudit, type AuditEntry } from './audit.ts';
import { keys } from './partitions.ts';

export type Decision<Answer> =
  /** Nothing to write: the change is made already, or not called for. */
  | { readonly answer: Answer }
  | { readonly answer: Answer; readonly operations: readonly Operation[]; readonly audit: AuditEntry };

/** What a change needs of the services. */
export type Writer = Pick<Services, 'store' | 'now'>;

const attempts = 14;
const longestPause = 1000;
/** A place in the queue is a courtesy, not a lock: nobody waits longer for it, in ms. */
const patience = 2000;

/** Durable when it resolves. Throws StoreUnavailable, `outcomeUnknown` when the change may have been made all the same. */
export async function commit<Answer>(
  { store, now }: Writer,
  partition: string,
  by: Pick<Principal, 'id' | 'name'>,
  decide: () => Promise<Decision<Answer>>,
): Promise<Answer> {
  let unknown = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const made = await inTurn(store, partition, async () => {
        const head = await store.get(partition, keys.auditHead);
        const decision = await decide();
        if (!('operations' in decision)) return decision;
        const audit = appendAudit(head, decision.audit, { by, at: now() });
        const outcome = await store.batch(partition, [...decision.operations, ...audit]);
        return outcome === 'done' ? decision : null;
      });
      if (made) return made.answer;
      if (attempt >= attempts) throw new StoreUnavailable('Too many changes at the same time', unknown);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      unknown ||= error.outcomeUnknown;
      if (attempt >= attempts) throw new StoreUnavailable(error.message, unknown);
    }
    await pause(Math.random() * Math.min(longestPause, 5 * 2 ** attempt));
  }
}

/** Repeats what does no harm when it happens twice, such as a put-if-absent or a read. */
export async function persist<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || attempt >= 5) throw error;
    }
    await pause(Math.random() * Math.min(longestPause, 5 * 2 ** attempt));
  }
}

const queues = new WeakMap<Store, Map<string, Promise<unknown>>>();

/**
 * Changes of one partition by this process go one after the other: they would only conflict with each other. Other
 * processes are kept apart by the batch's conditions alone.
 */
async function inTurn<Answer>(store: Store, partition: string, change: () => Promise<Answer>): Promise<Answer> {
  const queue = queues.get(store) ?? new Map<string, Promise<unknown>>();
  queues.set(store, queue);
  const before = queue.get(partition);
  const running = (async () => {
    if (before !== undefined) await Promise.race([before, pause(patience)]);
    return change();
  })();
  const done = running.catch(() => undefined);
  queue.set(partition, done);
  try {
    return await running;
  } finally {
    if (queue.get(partition) === done) queue.delete(partition);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
