import { describe, expect, test } from 'vitest';
import type { Decision, Leaf } from '../../../functions/local/orchestration/actions.ts';
import { eventType, type Completion, type HistoryEvent } from '../../../functions/local/orchestration/history.ts';
import type { Instance } from '../../../functions/local/orchestration/instance.ts';
import { takeTurn, type Turn } from '../../../functions/local/orchestration/turn.ts';

const now = new Date('2023-11-25T10:00:00.000Z');
const fresh: Instance = {
  id: 'one',
  name: 'sums',
  status: 'Pending',
  createdAt: now.toISOString(),
  updatedAt: now.toISOString(),
  generation: 1,
  input: 'null',
  customStatus: null,
  output: null,
  parent: null,
  leaves: 0,
  sequence: 0,
  chunks: 0,
};
const retry = { attempt: 1, attempts: 2, first: 1000, coefficient: 2, longest: 60_000 };

function activity(name: string, again: typeof retry | null = null): Leaf {
  return { type: 'activity', name, input: 'null', retry: again };
}

function going(...leaves: readonly Leaf[]): Decision {
  return { leaves, customStatus: null, end: null };
}

/** An orchestration taken through turns, each with the completions that came and what its replay then says. */
async function through(...turns: readonly (readonly [readonly Completion[], Decision])[]) {
  let instance = fresh;
  const history: HistoryEvent[] = [];
  let turn: Turn | null = null;
  for (const [completions, decision] of turns) {
    turn = await takeTurn(instance, history, completions, now, () => Promise.resolve(decision));
    instance = turn.instance;
    history.push(...turn.events);
  }
  const numbered = history.filter(({ EventId }) => EventId >= 0);
  return {
    instance,
    turn,
    numbered: numbered.map((event) => [event.EventId, event.EventType, 'Name' in event && event.Name]),
  };
}

const done = (task: number): Completion => ({
  EventType: eventType.taskCompleted,
  TaskScheduledId: task,
  Result: 'null',
});
const failed = (task: number): Completion => ({
  EventType: eventType.taskFailed,
  TaskScheduledId: task,
  Reason: 'r',
  Details: 'd',
});
const fired = (timer: number): Completion => ({ EventType: eventType.timerFired, TimerId: timer, FireAt: '' });

describe('numbers', () => {
  test('go up in the order in which things start; waiting for an event takes none', async () => {
    const first = going(activity('a'), { type: 'event', name: 'e' }, activity('b'));
    const second = going(...first.leaves, { type: 'timer', fireAt: now, cancelled: false }, activity('c'));
    const { numbered, instance } = await through([[], first], [[done(1), done(0)], second]);
    expect(numbered).toEqual([
      [0, eventType.taskScheduled, 'a'],
      [1, eventType.taskScheduled, 'b'],
      [2, eventType.timerCreated, false],
      [3, eventType.taskScheduled, 'c'],
    ]);
    expect([instance.sequence, instance.leaves]).toEqual([4, 5]);
  });

  test('another attempt takes one for the pause and one for the task, before anything the turn starts', async () => {
    const first = going(activity('a', retry), activity('b'));
    const then = going(...first.leaves, activity('c'));
    const { numbered } = await through([[], first], [[failed(0), done(1)], then], [[fired(2)], then]);
    expect(numbered).toEqual([
      [0, eventType.taskScheduled, 'a'],
      [1, eventType.taskScheduled, 'b'],
      [2, eventType.timerCreated, false],
      [3, eventType.taskScheduled, 'c'],
      [4, eventType.taskScheduled, 'a'],
    ]);
  });

  test('the last attempt is followed by a pause and no task', async () => {
    const first = going(activity('a', retry));
    const { numbered } = await through(
      [[], first],
      [[failed(0)], first],
      [[fired(1)], first],
      [[failed(2)], first],
      [[fired(3)], first],
    );
    expect(numbered.map(([id]) => id)).toEqual([0, 1, 2, 3]);
  });
});

describe('a turn takes', () => {
  test.each([
    ['all completions of plain tasks', [done(1), done(2)], 2],
    ['a failed attempt only when it comes first', [done(1), failed(0), done(2)], 1],
    ['one failed attempt with what follows', [failed(0), done(1), done(2)], 3],
    ['the same end only once', [done(1), done(1)], 2],
    ['nothing for a task that never was', [done(9)], 1],
  ])('%s', async (_what, completions, handled) => {
    const first = going(activity('a', retry), activity('b'), activity('c'));
    const { turn } = await through([[], first], [completions, first]);
    expect(turn?.handled).toBe(handled);
    const ends = turn?.events.filter((event) => 'TaskScheduledId' in event).map((event) => event.TaskScheduledId);
    expect(new Set(ends).size).toBe(ends?.length);
  });
});

describe('an orchestrator whose code changed under its history fails', () => {
  test.each([
    ['another activity', going(activity('x'), activity('b'))],
    ['fewer tasks', going(activity('a'))],
    ['a timer for a task', going({ type: 'timer', fireAt: now, cancelled: false }, activity('b'))],
  ])('%s', async (_what, changed) => {
    const { instance } = await through([[], going(activity('a'), activity('b'))], [[done(0)], changed]);
    expect(instance).toMatchObject({
      status: 'Failed',
      output: '"The orchestrator no longer does what its history says it did"',
    });
  });
});

test('beginning anew starts a history of its own', async () => {
  const { instance, turn } = await through(
    [[], going(activity('a'))],
    [[done(0)], { leaves: [activity('a')], customStatus: '1', end: { type: 'again', input: '2' } }],
  );
  expect(instance).toMatchObject({ generation: 2, input: '2', customStatus: '1', leaves: 0, sequence: 0, chunks: 0 });
  expect(turn?.events).toEqual([]);
});
