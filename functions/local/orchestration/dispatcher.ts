/**
 * Carries orchestrations on: turn by turn, one turn of an instance at a time. Every turn is written before anything it
 * started begins, and what was started is started again after a kill, so activities run at least once and an
 * orchestration sees the result of each exactly once.
 */
import { StoreUnavailable } from '../../store/store.ts';
import { eventType, pendingTasks, type Completion, type HistoryEvent, type TaskEvent } from './history.ts';
import { InstanceConflict, type InstanceStore, type Kept, type KeptCommand } from './instance-store.ts';
import { checkInstanceId, isOver, type Command, type Instance, type Status } from './instance.ts';
import { isFresh, takeTurn, type Replay } from './turn.ts';

export interface DispatcherParts {
  readonly instances: InstanceStore;
  readonly replay: Replay;
  /** Runs an activity on JSON and answers JSON. */
  readonly runActivity: (name: string, input: string, instance: string) => Promise<string>;
  readonly now: () => Date;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
  /** Activities at a time. */
  readonly activities?: number;
}

/** A completion that waits for a turn, with the command that brought it, if one did. */
interface Waiting {
  readonly completion: Completion;
  readonly command: string | null;
}

interface Execution {
  kept: Kept;
  history: HistoryEvent[];
  waiting: Waiting[];
  commands: KeptCommand[];
  /** Tasks under way, by number. */
  readonly started: Set<number>;
  readonly timers: Map<number, NodeJS.Timeout>;
  cancelled: ReadonlySet<number>;
  busy: boolean;
}

/** The longest wait that Node's timers take, in ms. */
const longestWait = 0x7fffffff;
/** How long a finished orchestration can be asked about, in ms. */
const keepFinished = 30 * 24 * 60 * 60 * 1000;

export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #executions = new Map<string, Execution>();
  readonly #work = new Set<Promise<void>>();
  #freeActivities: number;
  readonly #waitingActivities: (() => void)[] = [];
  #stopped = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#freeActivities = parts.activities ?? 4;
  }

  /** Takes up everything that was under way. Answers how much that is. */
  async resume(): Promise<number> {
    for (const { id, status } of await this.#parts.instances.list()) if (!isOver(status)) await this.#take(id);
    const count = this.#executions.size;
    for (const execution of this.#executions.values()) this.#wake(execution);
    return count;
  }

  /** Removes what ended long ago, with all that belongs to it. */
  async forget(): Promise<void> {
    const old = this.#parts.now().getTime() - keepFinished;
    for (const { id, status, updatedAt } of await this.#parts.instances.list())
      if (isOver(status) && Date.parse(updatedAt) < old) await this.purge(id);
  }

  /** Starts an orchestration; answers false when one of that id is under way. `input` is JSON. Durable when it resolves. */
  async start(name: string, id: string, input: string, parent: Instance['parent'] = null): Promise<boolean> {
    checkInstanceId(id);
    const over = await this.#parts.instances.get(id);
    if (over && !isOver(over.instance.status)) {
      // The store may have kept it and not said so.
      await this.#ensureTaken(id);
      return false;
    }
    const at = this.#parts.now().toISOString();
    const instance: Instance = {
      id,
      name,
      status: 'Pending',
      createdAt: at,
      updatedAt: at,
      generation: (over?.instance.generation ?? 0) + 1,
      input,
      customStatus: null,
      output: null,
      parent,
      leaves: 0,
      sequence: 0,
      chunks: 0,
    };
    if (over) await this.#parts.instances.clear(id, over.instance.generation);
    try {
      await this.#parts.instances.create(instance, over);
    } catch (error) {
      if (error instanceof InstanceConflict) return false;
      if (error instanceof StoreUnavailable && error.outcomeUnknown) this.#takeLater(id);
      throw error;
    }
    try {
      await this.#ensureTaken(id);
    } catch {
      this.#takeLater(id);
    }
    return true;
  }

  /** Raises an event, terminates, suspends or resumes. Durable when it resolves; answers whether there was one to ask. */
  async command(id: string, command: Command): Promise<'done' | 'over' | 'unknown'> {
    const kept = await this.#parts.instances.get(id);
    if (!kept) return 'unknown';
    if (isOver(kept.instance.status)) return 'over';
    const added = await this.#parts.instances.addCommand(id, command, this.#parts.now());
    const execution = this.#executions.get(id);
    if (execution) {
      if (!execution.commands.some(({ key }) => key === added.key)) execution.commands.push(added);
      this.#wake(execution);
    }
    return 'done';
  }

  async get(id: string): Promise<Instance | null> {
    return (await this.#parts.instances.get(id))?.instance ?? null;
  }

  async list(): Promise<Instance[]> {
    return this.#parts.instances.list();
  }

  async history(instance: Instance): Promise<HistoryEvent[]> {
    return this.#parts.instances.history(instance);
  }

  /** Forgets an instance that is over; answers whether it did. */
  async purge(id: string): Promise<boolean> {
    const kept = await this.#parts.instances.get(id);
    if (!kept || !isOver(kept.instance.status)) return false;
    await this.#parts.instances.clear(id, null);
    return true;
  }

  /** Begins nothing more and waits for what runs, at most `patience` ms: the rest is taken up at the next start. */
  async stop(patience: number): Promise<void> {
    this.#stopped = true;
    for (const execution of this.#executions.values()) execution.timers.forEach((timer) => clearTimeout(timer));
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([Promise.allSettled(this.#work), enough]);
    clearTimeout(timer);
  }

  /** Takes up an instance that is kept, unless that has been done or there is none. */
  async #ensureTaken(id: string): Promise<void> {
    const execution = await this.#take(id);
    if (execution) this.#wake(execution);
  }

  #takeLater(id: string): void {
    const retry = (): void => this.#takeLater(id);
    setTimeout(() => {
      if (!this.#stopped) this.#track(this.#ensureTaken(id).catch(retry));
    }, 200).unref();
  }

  async #take(id: string): Promise<Execution | null> {
    const kept = await this.#parts.instances.get(id);
    if (!kept || isOver(kept.instance.status)) return null;
    const history = await this.#parts.instances.history(kept.instance);
    const commands = await this.#parts.instances.commands(id);
    if (this.#executions.has(id)) return null;
    const execution: Execution = {
      kept,
      history,
      waiting: [],
      commands,
      started: new Set(),
      timers: new Map(),
      cancelled: new Set(),
      busy: false,
    };
    this.#executions.set(id, execution);
    return execution;
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#work.delete(tracked));
    this.#work.add(tracked);
  }

  #wake(execution: Execution): void {
    if (!execution.busy && !this.#stopped) this.#track(this.#carryOn(execution));
  }

  /** Takes turns until there is nothing to hand over. A store that fails is asked again, from what it holds by then. */
  async #carryOn(execution: Execution): Promise<void> {
    execution.busy = true;
    let failures = 0;
    for (;;) {
      try {
        if (failures > 0) await this.#reread(execution);
        const more = await this.#step(execution);
        failures = 0;
        if (!more || this.#isStopped()) break;
      } catch (error) {
        if (this.#isStopped()) break;
        this.#parts.log('turn-failed', {
          instance: execution.kept.instance.id,
          reason: error instanceof StoreUnavailable ? 'store' : error instanceof Error ? error.name : 'unknown',
        });
        await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 50 * Math.pow(2, failures++))));
      }
    }
    execution.busy = false;
    // Something may have come between the last look and now.
    const { status } = execution.kept.instance;
    const more = execution.commands.length > 0 || (execution.waiting.length > 0 && status !== 'Suspended');
    if (more && !isOver(status)) this.#wake(execution);
  }

  // A method, because it changes while a turn awaits something.
  #isStopped(): boolean {
    return this.#stopped;
  }

  async #reread(execution: Execution): Promise<void> {
    const { id } = execution.kept.instance;
    const kept = await this.#parts.instances.get(id);
    if (!kept) throw new InstanceConflict(id);
    if (kept.instance.generation !== execution.kept.instance.generation) {
      execution.waiting = [];
      this.#forgetTasks(execution);
    }
    execution.kept = kept;
    execution.history = await this.#parts.instances.history(kept.instance);
    execution.commands = await this.#parts.instances.commands(id);
    execution.waiting = execution.waiting.filter(({ command }) => command === null);
  }

  /** Handles the commands, or takes a turn, or ends; answers whether there may be more to do. */
  async #step(execution: Execution): Promise<boolean> {
    const { instance } = execution.kept;
    if (isOver(instance.status)) {
      await this.#finish(execution);
      return false;
    }
    const asked = execution.commands.shift();
    if (asked) {
      await this.#obey(execution, asked);
      return true;
    }
    if (instance.status === 'Suspended') return false;
    if (execution.waiting.length === 0 && !isFresh(execution.history)) {
      this.#startPending(execution);
      return false;
    }
    await this.#turn(execution);
    return true;
  }

  async #obey(execution: Execution, { key, command }: KeptCommand): Promise<void> {
    // Read twice while the store failed, it may have been done by now.
    if (!(await this.#parts.instances.hasCommand(key))) return;
    if (command.type === 'raise') {
      const completion = { EventType: eventType.eventRaised, Name: command.name, Input: command.input };
      execution.waiting.push({ completion, command: key });
      return;
    }
    const { instance } = execution.kept;
    const resumed: Status = isFresh(execution.history) ? 'Pending' : 'Running';
    const changed: Pick<Instance, 'status' | 'output'> =
      command.type === 'terminate'
        ? { status: 'Terminated', output: JSON.stringify(command.reason) }
        : { status: command.type === 'suspend' ? 'Suspended' : resumed, output: null };
    const after: Instance = { ...instance, ...changed, updatedAt: this.#parts.now().toISOString() };
    execution.kept = await this.#parts.instances.save(execution.kept, after, [], [key]);
  }

  async #turn(execution: Execution): Promise<void> {
    const { kept } = execution;
    // More would take the batch beyond what the store holds in one.
    const offered = execution.waiting.slice(0, 40);
    const completions = offered.map(({ completion }) => completion);
    const turn = await takeTurn(kept.instance, execution.history, completions, this.#parts.now(), this.#parts.replay);
    const done = offered.slice(0, turn.handled).flatMap(({ command }) => (command === null ? [] : [command]));
    try {
      execution.kept = await this.#parts.instances.save(kept, turn.instance, turn.events, done);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      const failed: Instance = { ...turn.instance, status: 'Failed', output: JSON.stringify(error.message) };
      execution.kept = await this.#parts.instances.save(
        kept,
        { ...failed, generation: kept.instance.generation },
        [],
        done,
      );
      return;
    }
    execution.waiting.splice(0, turn.handled);
    execution.cancelled = turn.cancelled;
    if (turn.instance.generation === kept.instance.generation) {
      execution.history.push(...turn.events);
    } else {
      execution.history = [...turn.events];
      execution.waiting = execution.waiting.filter(({ command }) => command !== null);
      this.#forgetTasks(execution);
      await this.#parts.instances.clear(kept.instance.id, kept.instance.generation);
    }
  }

  #startPending(execution: Execution): void {
    const { generation } = execution.kept.instance;
    for (const [number, event] of pendingTasks(execution.history)) {
      if (event.EventType === eventType.timerCreated) {
        if (execution.cancelled.has(event.Leaf)) this.#stopTimer(execution, number);
        else if (!execution.timers.has(number)) this.#setTimer(execution, number, event.FireAt);
      } else if (!execution.started.has(number)) {
        execution.started.add(number);
        const run =
          event.EventType === eventType.taskScheduled
            ? this.#activity(execution, event)
            : this.#subOrchestration(execution, event);
        this.#track(
          run.then(
            (completion) => {
              if (completion) this.#complete(execution, generation, number, completion);
            },
            (error: unknown) => {
              // The store failed: the task is still pending, so it is tried again.
              this.#parts.log('task-not-started', { reason: error instanceof Error ? error.name : 'unknown' });
              setTimeout(() => {
                execution.started.delete(number);
                this.#wake(execution);
              }, 500).unref();
            },
          ),
        );
      }
    }
  }

  #complete(execution: Execution, generation: number, number: number, completion: Completion): void {
    if (execution.kept.instance.generation !== generation) return;
    execution.waiting.push({ completion, command: null });
    execution.timers.delete(number);
    this.#wake(execution);
  }

  async #activity(execution: Execution, event: TaskEvent): Promise<Completion | null> {
    await this.#enter();
    const TaskScheduledId = event.EventId;
    try {
      const { id, status } = execution.kept.instance;
      if (this.#isStopped() || isOver(status)) return null;
      const Result = await this.#parts.runActivity(event.Name, event.Input, id);
      return { EventType: eventType.taskCompleted, TaskScheduledId, Result };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const Reason = `Activity function '${event.Name}' failed: ${reason}`;
      return { EventType: eventType.taskFailed, TaskScheduledId, Reason, Details: reason };
    } finally {
      this.#leave();
    }
  }

  /** Starts the child unless it was started; answers its end when it has ended already. */
  async #subOrchestration({ kept }: Execution, event: TaskEvent): Promise<Completion | null> {
    if (event.EventType !== eventType.subOrchestrationCreated) return null;
    const parent = { instance: kept.instance.id, task: event.EventId };
    const child = await this.#parts.instances.get(event.InstanceId);
    const ours = child?.instance.parent?.instance === parent.instance && child.instance.parent.task === parent.task;
    if (child && ours && isOver(child.instance.status)) return childEnd(child.instance, parent.task);
    if (child && ours) {
      await this.#ensureTaken(event.InstanceId);
      return null;
    }
    if (await this.start(event.Name, event.InstanceId, event.Input, parent)) return null;
    return failedChild(event.Name, parent.task, 'An orchestration with this id is running');
  }

  async #finish(execution: Execution): Promise<void> {
    const { instance } = execution.kept;
    if (this.#executions.get(instance.id) === execution) this.#executions.delete(instance.id);
    const children = [...pendingTasks(execution.history).values()].flatMap((event) =>
      event.EventType === eventType.subOrchestrationCreated ? [event.InstanceId] : [],
    );
    this.#forgetTasks(execution);
    if (instance.status === 'Terminated') {
      const reason = 'The orchestration that started this one was terminated';
      for (const child of children) await this.command(child, { type: 'terminate', reason });
    }
    const commands = await this.#parts.instances.commands(instance.id);
    await this.#parts.instances.removeCommands(commands.map(({ key }) => key));
    this.#parts.log('orchestration-ended', { instance: instance.id, status: instance.status });
    if (!instance.parent) return;
    const { instance: waiting, task } = instance.parent;
    const parent = this.#executions.get(waiting);
    if (!parent) return;
    // A parent that has begun anew meanwhile may have another task of this number.
    const event = pendingTasks(parent.history).get(task);
    if (event?.EventType !== eventType.subOrchestrationCreated || event.InstanceId !== instance.id) return;
    this.#complete(parent, parent.kept.instance.generation, task, childEnd(instance, task));
  }

  #forgetTasks(execution: Execution): void {
    execution.timers.forEach((timer) => clearTimeout(timer));
    execution.timers.clear();
    execution.started.clear();
    execution.cancelled = new Set();
  }

  #setTimer(execution: Execution, number: number, fireAt: string): void {
    const { generation } = execution.kept.instance;
    const left = Date.parse(fireAt) - this.#parts.now().getTime();
    const fire = (): void => {
      if (left > longestWait) this.#setTimer(execution, number, fireAt);
      else
        this.#complete(execution, generation, number, {
          EventType: eventType.timerFired,
          TimerId: number,
          FireAt: fireAt,
        });
    };
    execution.timers.set(number, setTimeout(fire, Math.max(0, Math.min(left, longestWait))));
  }

  #stopTimer(execution: Execution, number: number): void {
    clearTimeout(execution.timers.get(number));
    execution.timers.delete(number);
  }

  async #enter(): Promise<void> {
    if (this.#freeActivities > 0) this.#freeActivities--;
    else await new Promise<void>((resolve) => this.#waitingActivities.push(resolve));
  }

  #leave(): void {
    const next = this.#waitingActivities.shift();
    if (next) next();
    else this.#freeActivities++;
  }
}

function childEnd(child: Instance, task: number): Completion {
  if (child.status !== 'Completed') return failedChild(child.name, task, parseReason(child.output));
  return {
    EventType: eventType.subOrchestrationCompleted,
    TaskScheduledId: task,
    Result: child.output ?? 'null',
  };
}

function failedChild(name: string, TaskScheduledId: number, reason: string): Completion {
  const Reason = `The sub-orchestrator function '${name}' failed: ${reason}`;
  return { EventType: eventType.subOrchestrationFailed, TaskScheduledId, Reason, Details: reason };
}

function parseReason(output: string | null): string {
  const reason: unknown = output === null ? '' : JSON.parse(output);
  return typeof reason === 'string' ? reason : JSON.stringify(reason);
}
