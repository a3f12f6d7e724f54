/** What an orchestrator asked for, read from the state that `durable-functions` returns. */
import type { Retry } from './history.ts';

/** The library's numbers of actions. */
const actionType = {
  callActivity: 0,
  callActivityWithRetry: 1,
  callSubOrchestrator: 2,
  callSubOrchestratorWithRetry: 3,
  continueAsNew: 4,
  createTimer: 5,
  waitForExternalEvent: 6,
  whenAny: 11,
  whenAll: 12,
} as const;

interface RetryOptions {
  readonly firstRetryIntervalInMilliseconds: number;
  readonly maxNumberOfAttempts: number;
  readonly backoffCoefficient?: number;
  readonly maxRetryIntervalInMilliseconds?: number;
}

interface Action {
  readonly actionType: number;
  readonly functionName?: string;
  readonly instanceId?: string;
  readonly input?: unknown;
  readonly retryOptions?: RetryOptions;
  readonly fireAt?: Date;
  readonly isCanceled?: boolean;
  readonly externalEventName?: string;
  readonly compoundActions?: readonly Action[];
}

/** What the orchestrator's handler returns. */
interface OrchestratorState {
  readonly isDone: boolean;
  readonly actions: readonly (readonly Action[])[];
  readonly output?: unknown;
  readonly customStatus?: unknown;
}

/** Something that the orchestrator started and may wait for. Inputs are JSON texts. */
export type Leaf =
  | { readonly type: 'activity'; readonly name: string; readonly input: string; readonly retry: Retry | null }
  | {
      readonly type: 'subOrchestration';
      readonly name: string;
      readonly instance: string | null;
      readonly input: string;
      readonly retry: Retry | null;
    }
  | { readonly type: 'timer'; readonly fireAt: Date; readonly cancelled: boolean }
  | { readonly type: 'event'; readonly name: string };

/** What one replay came to. */
export interface Decision {
  /** Everything started so far, in the order in which the library numbers it. */
  readonly leaves: readonly Leaf[];
  /** JSON; null when none was set. */
  readonly customStatus: string | null;
  readonly end:
    | null
    | { readonly type: 'completed'; readonly output: string }
    | { readonly type: 'failed'; readonly reason: string }
    | { readonly type: 'again'; readonly input: string };
}

/** An orchestrator asked for what this host does not do. */
class UnsupportedAction extends Error {}

/**
 * Reads the returned state. It must be the object itself, not its JSON: a task that is waited for twice (first in an
 * `any`, then alone or in an `all`) is one action object in two places, and only that tells it from two tasks alike.
 */
export function readDecision(state: unknown): Decision {
  const { isDone, actions, output, customStatus } = state as OrchestratorState;
  const seen = new Set<Action>();
  const leaves: Leaf[] = [];
  const restarts: string[] = [];
  const walk = (action: Action): void => {
    if (action.compoundActions) {
      action.compoundActions.forEach(walk);
    } else if (!seen.has(action)) {
      seen.add(action);
      if (action.actionType === actionType.continueAsNew) restarts.push(activityInput(action.input));
      else leaves.push(readLeaf(action));
    }
  };
  try {
    actions.flat().forEach(walk);
  } catch (error) {
    if (!(error instanceof UnsupportedAction)) throw error;
    return { leaves: [], customStatus: jsonOrNull(customStatus), end: { type: 'failed', reason: error.message } };
  }
  const [again] = restarts;
  const end: Decision['end'] =
    again !== undefined
      ? { type: 'again', input: again }
      : isDone
        ? { type: 'completed', output: JSON.stringify(output ?? null) }
        : null;
  return { leaves, customStatus: jsonOrNull(customStatus), end };
}

/** Reads the error that a failed orchestrator throws: its state follows a label in the message. */
export function readFailure(error: unknown): Decision {
  const message = error instanceof Error ? error.message : String(error);
  const label = '\n\n$OutOfProcData$:';
  const at = message.indexOf(label);
  if (at < 0) return { leaves: [], customStatus: null, end: { type: 'failed', reason: message } };
  const state = JSON.parse(message.slice(at + label.length)) as { error?: string; customStatus?: unknown };
  return {
    leaves: [],
    customStatus: jsonOrNull(state.customStatus),
    end: { type: 'failed', reason: state.error ?? 'The orchestrator failed' },
  };
}

function readLeaf(action: Action): Leaf {
  const name = action.functionName ?? '';
  switch (action.actionType) {
    case actionType.callActivity:
    case actionType.callActivityWithRetry:
      return { type: 'activity', name, input: activityInput(action.input), retry: readRetry(action.retryOptions) };
    case actionType.callSubOrchestrator:
    case actionType.callSubOrchestratorWithRetry:
      return {
        type: 'subOrchestration',
        name,
        instance: action.instanceId ?? null,
        input: JSON.stringify(action.input ?? null),
        retry: readRetry(action.retryOptions),
      };
    case actionType.createTimer:
      return { type: 'timer', fireAt: action.fireAt ?? new Date(0), cancelled: action.isCanceled ?? false };
    case actionType.waitForExternalEvent:
      return { type: 'event', name: action.externalEventName ?? '' };
    default:
      throw new UnsupportedAction(`The local host does not serve durable action ${action.actionType}`);
  }
}

function readRetry(options: RetryOptions | undefined): Retry | null {
  if (!options) return null;
  return {
    attempt: 1,
    attempts: options.maxNumberOfAttempts,
    first: options.firstRetryIntervalInMilliseconds,
    coefficient: options.backoffCoefficient ?? 1,
    longest: options.maxRetryIntervalInMilliseconds ?? Number.MAX_SAFE_INTEGER,
  };
}

/** The library hands texts over as JSON already, and everything else as it is. */
function activityInput(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input ?? null);
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
