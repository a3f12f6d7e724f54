/** The host's web server: the app's functions below `/api/`, the pane's files everywhere else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FunctionApp } from './function-app.ts';
import { BodyTooLong, callFunction } from './http-call.ts';
import { methodNotAllowed, notFound, unexpected, unusable } from '../http/problem.ts';
import { HttpProblem } from '../route.ts';
import { sendProblem } from './http-problem.ts';
import { httpRoutes, matchPath, type HttpRoute } from './http-routes.ts';
import type { NamedData } from './rpc.ts';
import { sendFile, type StaticFiles } from './static-files.ts';

export interface WebServerParts {
  readonly app: FunctionApp;
  /** What a function gets besides the request. */
  readonly extraInputs: (functionName: string) => readonly NamedData[];
  readonly pane: StaticFiles;
  /** Security headers of one of the pane's files. */
  readonly paneHeaders: (path: string) => Readonly<Record<string, string>>;
  /** Answers requests of its own, outside the app; false when the request is none of its. */
  readonly aside: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  readonly maxBodyBytes: number;
  readonly log: (event: string, fields: Readonly<Record<string, string | number>>) => void;
}

export interface WebServer {
  readonly port: number;
  /** Takes no more requests and waits for those under way, at most `patience` ms. */
  close(patience: number): Promise<void>;
}

const tooLong = new HttpProblem(413, 'too-large', {
  vi: 'Nội dung gửi lên quá lớn.',
  en: 'What was sent is too large.',
});

/** Port 0 takes any free one. Throws when the address cannot be had. */
export async function serveWeb(parts: WebServerParts, host: string, port: number): Promise<WebServer> {
  const routes = httpRoutes(parts.app.functions.values());
  const server = createServer((request, response) => {
    answer(parts, routes, request, response).catch((error: unknown) => {
      if (error instanceof BodyTooLong) {
        // What is left of the body is not read.
        sendProblem(response, tooLong, { connection: 'close' });
      } else {
        // The error's own words may hold what was sent.
        parts.log('request-failed', { reason: error instanceof Error ? error.name : 'unknown' });
        sendProblem(response, unexpected());
      }
    });
  });
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: (patience) => close(server, patience) };
}

async function answer(
  parts: WebServerParts,
  routes: readonly HttpRoute[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { url = '/', headers } = request;
  // Node lets through what is no address, such as `//` or a host with a space.
  if (!URL.canParse(url, 'http://localhost') || !URL.canParse(url, `http://${headers.host ?? 'localhost'}`)) {
    sendProblem(response, unusable([]));
    return;
  }
  const { pathname } = new URL(url, 'http://localhost');
  if (await parts.aside(request, response)) return;
  const method = request.method ?? 'GET';
  if (pathname.startsWith('/api/')) {
    const matches = matchPath(routes, pathname);
    // HEAD is GET without the body, unless a route takes it itself; the most specific path comes first.
    const match = matches.find(
      ({ route }) => route.methods.includes(method) || (method === 'HEAD' && route.methods.includes('GET')),
    );
    if (match) {
      await callFunction(parts.app, match, request, response, parts);
      return;
    }
    const allowed = [...new Set(matches.flatMap(({ route }) => route.methods))];
    if (allowed.includes('GET') && !allowed.includes('HEAD')) allowed.push('HEAD');
    if (matches.length === 0) sendProblem(response, notFound());
    else sendProblem(response, methodNotAllowed(), { allow: allowed.sort().join(', ') });
    return;
  }
  const file = parts.pane.get(pathname);
  if (!file) sendProblem(response, notFound());
  else if (method !== 'GET' && method !== 'HEAD') sendProblem(response, methodNotAllowed(), { allow: 'GET, HEAD' });
  else sendFile(file, parts.paneHeaders(pathname), request, response);
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), patience);
  // A connection that was busy then is idle once answered, and would be kept alive.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(timer);
  clearInterval(sweep);
}
