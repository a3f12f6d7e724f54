/**
 * An orchestration's history, event by event, in the form that `durable-functions` replays. Fields that only this host
 * reads (`Leaf`, `Retry`, `RetryOf`) ride along: the library ignores what it does not know.
 */

/** The library's numbers of event types; those that it reads and those that this host keeps to find what is pending. */
export const eventType = {
  executionStarted: 0,
  taskScheduled: 4,
  taskCompleted: 5,
  taskFailed: 6,
  subOrchestrationCreated: 7,
  subOrchestrationCompleted: 8,
  subOrchestrationFailed: 9,
  timerCreated: 10,
  timerFired: 11,
  orchestratorStarted: 12,
  eventRaised: 15,
} as const;

/** How a failed task is tried again: intervals in ms; `attempt` counts from 1. */
export interface Retry {
  readonly attempt: number;
  readonly attempts: number;
  readonly first: number;
  readonly coefficient: number;
  readonly longest: number;
}

interface Common {
  /** The task's number for scheduled tasks and timers, otherwise -1. */
  readonly EventId: number;
  /** ISO instant. */
  readonly Timestamp: string;
}

/** Texts named Input and Result are JSON. */
export type HistoryEvent = Common &
  (
    | { readonly EventType: typeof eventType.executionStarted; readonly Name: string; readonly Input: string }
    | {
        readonly EventType: typeof eventType.taskScheduled;
        readonly Name: string;
        readonly Input: string;
        readonly Leaf: number;
        readonly Retry?: Retry;
      }
    | {
        readonly EventType: typeof eventType.subOrchestrationCreated;
        readonly Name: string;
        readonly InstanceId: string;
        readonly Input: string;
        readonly Leaf: number;
        readonly Retry?: Retry;
      }
    | {
        readonly EventType: typeof eventType.timerCreated;
        readonly FireAt: string;
        /** -1 for the pause before another attempt. */
        readonly Leaf: number;
        /** The task that failed and is tried again when the timer fires. */
        readonly RetryOf?: number;
      }
    | { readonly EventType: typeof eventType.orchestratorStarted }
    | Completion
  );

/** What ends a task, or an external event. */
export type Completion =
  | {
      readonly EventType: typeof eventType.taskCompleted | typeof eventType.subOrchestrationCompleted;
      readonly TaskScheduledId: number;
      readonly Result: string;
    }
  | {
      readonly EventType: typeof eventType.taskFailed | typeof eventType.subOrchestrationFailed;
      readonly TaskScheduledId: number;
      readonly Reason: string;
      readonly Details: string;
    }
  | { readonly EventType: typeof eventType.timerFired; readonly TimerId: number; readonly FireAt: string }
  | { readonly EventType: typeof eventType.eventRaised; readonly Name: string; readonly Input: string };

export type TaskEvent = Extract<
  HistoryEvent,
  { EventType: typeof eventType.taskScheduled | typeof eventType.subOrchestrationCreated }
>;
export type TimerEvent = Extract<HistoryEvent, { EventType: typeof eventType.timerCreated }>;

/** The number of the task that a completion ends; null for an external event. */
export function completedTask(event: Completion): number | null {
  switch (event.EventType) {
    case eventType.timerFired:
      return event.TimerId;
    case eventType.eventRaised:
      return null;
    default:
      return event.TaskScheduledId;
  }
}

/** Tasks and timers that were scheduled and have not ended, by number. */
export function pendingTasks(history: readonly HistoryEvent[]): Map<number, TaskEvent | TimerEvent> {
  const pending = new Map<number, TaskEvent | TimerEvent>();
  for (const event of history) {
    switch (event.EventType) {
      case eventType.taskScheduled:
      case eventType.subOrchestrationCreated:
      case eventType.timerCreated:
        pending.set(event.EventId, event);
        break;
      case eventType.taskCompleted:
      case eventType.taskFailed:
      case eventType.subOrchestrationCompleted:
      case eventType.subOrchestrationFailed:
      case eventType.timerFired:
        pending.delete(completedTask(event) ?? -1);
        break;
      default:
        break;
    }
  }
  return pending;
}

/** The pause before the attempt after `retry.attempt`, in ms. */
export function retryPause(retry: Retry): number {
  return Math.min(retry.longest, retry.first * Math.pow(retry.coefficient, retry.attempt - 1));
}
