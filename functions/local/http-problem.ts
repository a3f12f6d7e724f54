/** What the host itself answers when it cannot hand a request to the app. */
import type { ServerResponse } from 'node:http';
import { problemBody } from '../http/problem.ts';
import { apiHeaders } from '../http/security-headers.ts';
import type { HttpProblem } from '../route.ts';

export function sendProblem(
  response: ServerResponse,
  problem: HttpProblem,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) {
    // Too late to say so: the caller sees a broken answer rather than half of one that looks whole.
    response.destroy();
    return;
  }
  response.writeHead(problem.status, {
    ...apiHeaders(),
    'content-type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
  response.end(JSON.stringify(problemBody(problem)));
}
