/**
 * The merge as a sequence of steps, without saying who runs them: the durable orchestration replays this generator, and
 * `runMerge` runs it straight through. It must therefore do the same thing every time: no clock, no store, no chance.
 */
import type { Message } from '../../core/message.ts';
import { fanIn, type Finished } from './activities.ts';

export interface MergeInput {
  readonly id: string;
  readonly period: string;
}

export const activityNames = {
  snapshot: 'mergeSnapshot',
  chunk: 'mergeChunk',
  combine: 'mergeCombine',
  finish: 'mergeFinish',
  publish: 'mergePublish',
  fail: 'mergeFail',
} as const;
export type ActivityName = (typeof activityNames)[keyof typeof activityNames];

export interface Call {
  readonly activity: ActivityName;
  readonly input: unknown;
}

export type Step =
  /** Answered with the activity's answer; with its error thrown in when it failed for good. */
  | { readonly type: 'call'; readonly call: Call }
  /** Answered with all answers, in order. */
  | { readonly type: 'all'; readonly calls: readonly Call[] }
  /** Answered at once. */
  | { readonly type: 'progress'; readonly done: number; readonly total: number };

/** Chunks that are merged at the same time. */
const atOnce = 8;

/** Answers of activities come back as JSON: each step knows what its activity answers. */
export function* mergeSteps({ id, period }: MergeInput): Generator<Step, string, unknown> {
  try {
    const { chunks } = (yield call('snapshot', { id, period })) as { chunks: number };
    const total = chunks + 2;
    yield { type: 'progress', done: 0, total };
    const parts: string[] = [];
    for (let start = 0; start < chunks; start += atOnce) {
      const indexes = Array.from({ length: Math.min(atOnce, chunks - start) }, (_, index) => start + index);
      const calls = indexes.map((index) => callOf('chunk', { id, index }));
      parts.push(...((yield { type: 'all', calls }) as string[]));
      yield { type: 'progress', done: parts.length, total };
    }
    const sum = yield* combineAll(id, parts);
    const finished = (yield call('finish', { id, parts, total: sum })) as Finished;
    if ('problem' in finished) return (yield call('fail', { id, problem: finished.problem })) as string;
    yield { type: 'progress', done: chunks + 1, total };
    const state = (yield call('publish', { id, contentHash: finished.contentHash })) as string;
    yield { type: 'progress', done: total, total };
    return state;
  } catch {
    // Whatever it was is in the host's log; the person who asked is told that nothing was published.
    return (yield call('fail', { id, problem: unexpected })) as string;
  }
}

/** Adds up level by level until one sum is left. */
function* combineAll(id: string, parts: readonly string[]): Generator<Step, string, unknown> {
  let children = parts;
  for (let level = 1; ; level += 1) {
    const groups = Array.from({ length: Math.max(1, Math.ceil(children.length / fanIn)) }, (_, index) =>
      children.slice(index * fanIn, (index + 1) * fanIn),
    );
    const sums: string[] = [];
    for (const [index, group] of groups.entries())
      sums.push((yield call('combine', { id, level, index, children: group })) as string);
    const [only] = sums;
    if (sums.length === 1 && only !== undefined) return only;
    children = sums;
  }
}

function call(name: keyof typeof activityNames, input: unknown): Step {
  return { type: 'call', call: callOf(name, input) };
}

function callOf(name: keyof typeof activityNames, input: unknown): Call {
  return { activity: activityNames[name], input };
}

const unexpected: Message = {
  vi: 'Tổng hợp bị lỗi ngoài dự kiến; chưa công bố gì. Hãy thử lại; nếu vẫn lỗi, báo cho bộ phận kỹ thuật.',
  en: 'The merge met an unexpected error; nothing was published. Try again; if it fails again, tell the technicians.',
};
