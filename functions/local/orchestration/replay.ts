/** Runs an orchestrator function of the app over a history. */
import { triggerOf, type FunctionApp } from '../function-app.ts';
import { readDecision, readFailure } from './actions.ts';
import { eventType, type HistoryEvent } from './history.ts';
import type { Replay } from './turn.ts';

/** The library's second protocol: later ones add what this host leaves out (cut-up timers, locks on entities). */
const schema = 1;

export function replayer(app: FunctionApp): Replay {
  return async (instance, history) => {
    const registration = app.functions.get(instance.name);
    if (!registration) return failure(`No orchestrator ${instance.name}`);
    const { name, binding } = triggerOf(registration);
    if (binding.type !== 'orchestrationTrigger') return failure(`${instance.name} is no orchestrator`);
    const replayed = history.map((event) => event.EventType).lastIndexOf(eventType.orchestratorStarted);
    const ordered = inOrder(history.map((event, index) => ({ ...event, IsPlayed: index < replayed })));
    const state = {
      history: ordered,
      input: JSON.parse(instance.input) as unknown,
      instanceId: instance.id,
      isReplaying: replayed > 0,
      parentInstanceId: instance.parent?.instance ?? null,
      upperSchemaVersion: schema,
      upperSchemaVersionNew: schema,
    };
    try {
      const { result } = await app.invoke(instance.name, [{ name, data: { string: JSON.stringify(state) } }]);
      return readDecision(result);
    } catch (error) {
      return readFailure(error);
    }
  };
}

/** Events carried over from the generation before come ahead of the start: the orchestrator gets them after it. */
function inOrder<Event extends HistoryEvent>(history: readonly Event[]): Event[] {
  const start = history.findIndex((event) => event.EventType === eventType.orchestratorStarted);
  return [...history.slice(start, start + 2), ...history.slice(0, start), ...history.slice(start + 2)];
}

function failure(reason: string): ReturnType<typeof readFailure> {
  return { leaves: [], customStatus: null, end: { type: 'failed', reason } };
}
