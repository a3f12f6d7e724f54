/** The engine's thread. */
import { FileRefused } from '../../core/file/refused.ts';
import { HostProblem } from '../host.ts';
import { answer } from './answer.ts';
import type { EngineReply, EngineRequest } from './protocol.ts';

self.onmessage = ({ data }: MessageEvent<EngineRequest>) => {
  answer(data.call, data.question).then(
    (result) => self.postMessage({ id: data.id, answer: result } satisfies EngineReply),
    (problem: unknown) => {
      const known = problem instanceof FileRefused || problem instanceof HostProblem;
      const code = known ? problem.code : problem instanceof Error ? problem.name : 'unknown';
      self.postMessage({ id: data.id, code, reason: known ? problem.reason : null } satisfies EngineReply);
    },
  );
};
