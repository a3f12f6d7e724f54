/**
 * One turn of an orchestration: hand the orchestrator what has ended, see what it starts, number it.
 *
 * The numbers must be those that the library gives on its side. It numbers what it starts in order, and a task that is
 * tried again takes one number for the pause and one for the next attempt, before the orchestrator's code goes on. So a
 * turn handles any number of completions, but at most one that concerns another attempt, and that one first.
 */
import type { Decision, Leaf } from './actions.ts';
import {
  completedTask,
  eventType,
  pendingTasks,
  retryPause,
  type Completion,
  type HistoryEvent,
  type TaskEvent,
  type TimerEvent,
} from './history.ts';
import type { Instance } from './instance.ts';

export interface Turn {
  readonly instance: Instance;
  /** New in the history of `instance.generation`. */
  readonly events: readonly HistoryEvent[];
  /** How many of the completions were handled: the rest wait for the next turn. */
  readonly handled: number;
  /** Timers that the orchestrator has cancelled, by leaf. */
  readonly cancelled: ReadonlySet<number>;
}

export type Replay = (instance: Instance, history: readonly HistoryEvent[]) => Promise<Decision>;

type Pending = ReadonlyMap<number, TaskEvent | TimerEvent>;

/** True until the orchestrator has run for the first time in this generation. */
export function isFresh(history: readonly HistoryEvent[]): boolean {
  return !history.some((event) => event.EventType === eventType.orchestratorStarted);
}

export async function takeTurn(
  instance: Instance,
  history: readonly HistoryEvent[],
  completions: readonly Completion[],
  now: Date,
  replay: Replay,
): Promise<Turn> {
  const common = { EventId: -1, Timestamp: now.toISOString() };
  const { batch, handled } = takeBatch(completions, pendingTasks(history));
  let sequence = instance.sequence;
  const events: HistoryEvent[] = [{ ...common, EventType: eventType.orchestratorStarted }];
  if (isFresh(history))
    events.push({ ...common, EventType: eventType.executionStarted, Name: instance.name, Input: instance.input });
  events.push(...batch.map((completion): HistoryEvent => ({ ...common, ...completion })));
  const [first] = batch;
  const attempt = first && nextAttempt(first, history, now);
  if (attempt) events.push({ ...attempt, EventId: sequence++, Timestamp: common.Timestamp });

  const decision = await replay(instance, [...history, ...events]);
  const changed: Instance = {
    ...instance,
    status: 'Running',
    updatedAt: common.Timestamp,
    customStatus: decision.customStatus ?? instance.customStatus,
    sequence,
  };
  const none: ReadonlySet<number> = new Set();
  const end = decision.end ?? checkLeaves(decision.leaves, instance, history);
  if (end?.type === 'again') {
    const carried = unconsumed([...history, ...events], decision.leaves);
    const again: Instance = {
      ...changed,
      generation: instance.generation + 1,
      input: end.input,
      leaves: 0,
      sequence: 0,
      chunks: 0,
    };
    return { instance: again, events: carried, handled, cancelled: none };
  }
  if (end?.type === 'completed')
    return { instance: { ...changed, status: 'Completed', output: end.output }, events, handled, cancelled: none };
  if (end?.type === 'failed') {
    const failed: Instance = { ...changed, status: 'Failed', output: JSON.stringify(end.reason) };
    return { instance: failed, events, handled, cancelled: none };
  }
  decision.leaves.forEach((leaf, index) => {
    if (index < instance.leaves || leaf.type === 'event') return;
    const number = sequence++;
    events.push({ ...schedule(leaf, index, number, instance), EventId: number, Timestamp: common.Timestamp });
  });
  const cancelled = decision.leaves.flatMap((leaf, index) => (leaf.type === 'timer' && leaf.cancelled ? [index] : []));
  return {
    instance: { ...changed, leaves: decision.leaves.length, sequence },
    events,
    handled,
    cancelled: new Set(cancelled),
  };
}

/** The completions of the next turn: those of tasks that have ended already are passed over. */
function takeBatch(completions: readonly Completion[], pending: Pending): { batch: Completion[]; handled: number } {
  const batch: Completion[] = [];
  const ended = new Set<number>();
  let handled = 0;
  for (const completion of completions) {
    const task = completedTask(completion);
    if (task !== null && (ended.has(task) || !pending.has(task))) {
      handled++;
      continue;
    }
    if (batch.length > 0 && concernsAttempts(completion, pending)) break;
    if (task !== null) ended.add(task);
    batch.push(completion);
    handled++;
  }
  return { batch, handled };
}

function concernsAttempts(completion: Completion, pending: Pending): boolean {
  const event = pending.get(completedTask(completion) ?? -1);
  if (!event) return false;
  if (event.EventType === eventType.timerCreated) return event.RetryOf !== undefined;
  const failed =
    completion.EventType === eventType.taskFailed || completion.EventType === eventType.subOrchestrationFailed;
  return failed && event.Retry !== undefined;
}

type Unnumbered<Event> = Event extends unknown ? Omit<Event, 'EventId' | 'Timestamp'> : never;
type Scheduled = Unnumbered<TaskEvent | TimerEvent>;

/** The pause after a failed attempt, or the attempt after a pause; null when the completion calls for neither. */
function nextAttempt(completion: Completion, history: readonly HistoryEvent[], now: Date): Scheduled | null {
  const pending = pendingTasks(history);
  const event = pending.get(completedTask(completion) ?? -1);
  if (!event || !concernsAttempts(completion, pending)) return null;
  if (event.EventType !== eventType.timerCreated) {
    const pause = event.Retry ? retryPause(event.Retry) : 0;
    const FireAt = new Date(now.getTime() + pause).toISOString();
    return { EventType: eventType.timerCreated, FireAt, Leaf: -1, RetryOf: event.EventId };
  }
  const failed = history.find(
    (earlier): earlier is TaskEvent =>
      (earlier.EventType === eventType.taskScheduled || earlier.EventType === eventType.subOrchestrationCreated) &&
      earlier.EventId === event.RetryOf,
  );
  if (!failed?.Retry || failed.Retry.attempt >= failed.Retry.attempts) return null;
  return { ...failed, Retry: { ...failed.Retry, attempt: failed.Retry.attempt + 1 } };
}

function schedule(leaf: Exclude<Leaf, { type: 'event' }>, index: number, number: number, parent: Instance): Scheduled {
  if (leaf.type === 'timer')
    return { EventType: eventType.timerCreated, FireAt: leaf.fireAt.toISOString(), Leaf: index };
  const task = { Name: leaf.name, Input: leaf.input, Leaf: index, ...(leaf.retry && { Retry: leaf.retry }) };
  if (leaf.type === 'activity') return { EventType: eventType.taskScheduled, ...task };
  const InstanceId = leaf.instance ?? `${parent.id}:${parent.generation}:${number}`;
  return { EventType: eventType.subOrchestrationCreated, ...task, InstanceId };
}

/** A replay must start again what its history says it started; otherwise the code has changed under it. */
function checkLeaves(leaves: readonly Leaf[], instance: Instance, history: readonly HistoryEvent[]): Decision['end'] {
  const fits = history.every((event) => {
    switch (event.EventType) {
      case eventType.taskScheduled:
      case eventType.subOrchestrationCreated: {
        const leaf = leaves[event.Leaf];
        return (leaf?.type === 'activity' || leaf?.type === 'subOrchestration') && leaf.name === event.Name;
      }
      case eventType.timerCreated:
        return event.Leaf < 0 || leaves[event.Leaf]?.type === 'timer';
      default:
        return true;
    }
  });
  if (fits && leaves.length >= instance.leaves) return null;
  return { type: 'failed', reason: 'The orchestrator no longer does what its history says it did' };
}

/** External events that came but were not waited for: an orchestration that begins anew keeps them. */
function unconsumed(history: readonly HistoryEvent[], leaves: readonly Leaf[]): HistoryEvent[] {
  const waits = new Map<string, number>();
  for (const leaf of leaves) if (leaf.type === 'event') waits.set(leaf.name, (waits.get(leaf.name) ?? 0) + 1);
  return history.filter((event) => {
    if (event.EventType !== eventType.eventRaised) return false;
    const left = waits.get(event.Name) ?? 0;
    waits.set(event.Name, left - 1);
    return left <= 0;
  });
}
