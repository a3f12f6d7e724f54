/** A line to Azurite that breaks in the ways a network and a busy service do. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type Break =
  /** The service answers this, and does nothing. */
  | { readonly status: number; readonly code: string }
  /** The line is cut before the request arrives. */
  | 'cutBefore'
  /** The request is performed; the line is cut before the answer. */
  | 'cutAfter'
  /** The request is performed; no answer comes. */
  | 'silentAfter';

export interface Line {
  readonly endpoint: string;
  /** Requests since the last `breakWith`, as `METHOD path`. */
  readonly requests: string[];
  /** Breaks the next `times` requests (all, unless told) in this way; null mends the line. */
  breakWith: (way: Break | null, times?: number) => void;
  close: () => void;
}

export async function brokenLine(target: string): Promise<Line> {
  const { hostname, port, pathname } = new URL(target);
  let way: Break | null = null;
  let left = 0;
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    requests.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const now = left-- > 0 ? way : null;
    if (now === 'cutBefore') {
      incoming.socket.destroy();
    } else if (now !== null && typeof now === 'object') {
      incoming.resume();
      outgoing.writeHead(now.status, { 'x-ms-error-code': now.code, 'content-type': 'application/json' });
      outgoing.end(JSON.stringify({ 'odata.error': { code: now.code, message: { lang: 'en', value: 'broken' } } }));
    } else {
      forward(incoming, outgoing, now).catch(() => outgoing.destroy());
    }
  });
  async function forward(incoming: IncomingMessage, outgoing: ServerResponse, now: Break | null): Promise<void> {
    const onward = request({
      hostname,
      port,
      method: incoming.method,
      path: incoming.url,
      headers: incoming.headers,
    });
    incoming.pipe(onward);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      onward.once('response', resolve).once('error', reject);
    });
    if (now === null) {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
      return;
    }
    await text(answer);
    if (now === 'cutAfter') incoming.socket.destroy();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    requests,
    breakWith: (next, times = Infinity) => {
      way = next;
      left = next === null ? 0 : times;
      requests.length = 0;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
