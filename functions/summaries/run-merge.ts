/** Runs activities by name, and a whole merge straight through in this process. */
import type { Message } from '../../core/message.ts';
import { chunkActivity, combineActivity, finishActivity, snapshotActivity, type Working } from './activities.ts';
import { failSummary, publishSummary } from './publish.ts';
import { activityNames, mergeSteps, type ActivityName, type MergeInput } from './steps.ts';

type Activities = Readonly<Record<ActivityName, (services: Working, input: never) => Promise<unknown>>>;

/** What each activity does. Inputs come from `mergeSteps` alone, as JSON. */
const activities = {
  [activityNames.snapshot]: snapshotActivity,
  [activityNames.chunk]: chunkActivity,
  [activityNames.combine]: combineActivity,
  [activityNames.finish]: finishActivity,
  [activityNames.publish]: publishSummary,
  [activityNames.fail]: (services: Working, { id, problem }: { readonly id: string; readonly problem: Message }) =>
    failSummary(services, id, problem),
} as const satisfies Activities;

export function runActivity(services: Working, name: ActivityName, input: unknown): Promise<unknown> {
  return (activities as Activities)[name](services, input as never);
}

/** The merge without an orchestrator; answers the state it ended in. Safe to run again after it was interrupted. */
export async function runMerge(
  services: Working,
  input: MergeInput,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<string> {
  const steps = mergeSteps(input);
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    if (step.type === 'progress') {
      onProgress(step.done, step.total);
      next = steps.next();
      continue;
    }
    const calls = step.type === 'call' ? [step.call] : step.calls;
    const answers: unknown[] = [];
    // One after the other: with the work in one process more at once only takes more memory.
    for (const { activity, input: given } of calls) answers.push(await runActivity(services, activity, given));
    next = steps.next(step.type === 'call' ? answers[0] : answers);
  }
  return next.value;
}
