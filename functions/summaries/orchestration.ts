/** The merge as a durable orchestration: replays `mergeSteps`, hands its calls to activities and its progress to callers. */
import * as df from 'durable-functions';
import { mergeSteps, type Call, type MergeInput } from './steps.ts';

/** Every activity may run again: what it has written it finds. */
function retries(): df.RetryOptions {
  const options = new df.RetryOptions(1000, 5);
  options.backoffCoefficient = 2;
  return options;
}

export function* mergeOrchestration(context: df.OrchestrationContext): Generator<df.Task, unknown, unknown> {
  const steps = mergeSteps(context.df.getInput<MergeInput>());
  const task = ({ activity, input }: Call): df.Task => context.df.callActivityWithRetry(activity, retries(), input);
  let next = steps.next();
  while (!next.done) {
    const step = next.value;
    if (step.type === 'progress') {
      context.df.setCustomStatus({ done: step.done, total: step.total });
      next = steps.next();
      continue;
    }
    let answer: unknown;
    try {
      answer = yield step.type === 'call' ? task(step.call) : context.df.Task.all(step.calls.map(task));
    } catch (error) {
      next = steps.throw(error);
      continue;
    }
    next = steps.next(answer);
  }
  return next.value;
}
