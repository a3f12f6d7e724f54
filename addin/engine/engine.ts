/** The pane's side of the engine: questions go to a worker, answers come back as promises. */
import { HostProblem } from '../host.ts';
import type { EngineCall, EngineCalls, EngineReply, EngineRequest } from './protocol.ts';

export interface Engine {
  /** Throws HostProblem for what is wrong with a workbook, Error for what is wrong with the program. */
  readonly ask: <Call extends EngineCall>(
    call: Call,
    question: EngineCalls[Call]['question'],
  ) => Promise<EngineCalls[Call]['answer']>;
}

interface Waiting {
  readonly resolve: (answer: EngineCalls[EngineCall]['answer']) => void;
  readonly reject: (problem: Error) => void;
}

/** The worker is started by the first question. */
export function openEngine(start: () => Worker): Engine {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let count = 0;

  function running(): Worker {
    if (worker) return worker;
    const started = start();
    started.onmessage = ({ data }: MessageEvent<EngineReply>) => {
      const asker = waiting.get(data.id);
      waiting.delete(data.id);
      if (!asker) return;
      if ('answer' in data) asker.resolve(data.answer);
      else asker.reject(data.reason ? new HostProblem(data.code, data.reason) : new Error(data.code));
    };
    // A worker that died answers nobody; the next question starts another.
    started.onerror = (event) => {
      event.preventDefault();
      worker = null;
      started.terminate();
      for (const asker of waiting.values()) asker.reject(new Error('the engine stopped'));
      waiting.clear();
    };
    worker = started;
    return started;
  }

  return {
    ask: <Call extends EngineCall>(call: Call, question: EngineCalls[Call]['question']) =>
      new Promise<EngineCalls[Call]['answer']>((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        running().postMessage({ id: count, call, question } satisfies EngineRequest);
      }),
  };
}

export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
