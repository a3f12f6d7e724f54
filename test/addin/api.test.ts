import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ApiProblem, openApi, waitFor, type Api } from '../../addin/api.ts';

const answerSchema = z.strictObject({ ok: z.boolean() });
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers each call in turn with the next handler. */
async function serve(...turns: ((request: IncomingMessage, response: ServerResponse) => void)[]): Promise<{
  api: Api;
  calls: IncomingMessage[];
  waits: number[];
}> {
  const calls: IncomingMessage[] = [];
  const waits: number[] = [];
  server = createServer((request, response) => {
    const turn = turns[Math.min(calls.length, turns.length - 1)];
    calls.push(request);
    request.resume();
    turn?.(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const api = openApi({
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: () => Promise.resolve('secret'),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  });
  return { api, calls, waits };
}

const good = (_: IncomingMessage, response: ServerResponse): void => void response.end('{"ok":true}');
const busy =
  (status: number, retryAfter?: string) =>
  (_: IncomingMessage, response: ServerResponse): void =>
    void response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end();

describe('openApi', () => {
  it('asks below /api/ with the token and the query', async () => {
    const { api, calls } = await serve(good);
    expect(await api.call(answerSchema, 'periods/2023-11', { query: { a: 'b c', none: null } })).toEqual({ ok: true });
    expect(calls[0]?.url).toBe('/api/periods/2023-11?a=b+c');
    expect(calls[0]?.headers.authorization).toBe('Bearer secret');
    expect(calls[0]?.method).toBe('GET');
  });

  it.each([503, 429])('tries reads again after %d, waiting as asked', async (status) => {
    const { api, calls, waits } = await serve(busy(status, '3'), busy(status), good);
    expect(await api.call(answerSchema, 'x')).toEqual({ ok: true });
    expect(calls).toHaveLength(3);
    expect(waits).toEqual([3000, 1000]);
  });

  it('gives up after four tries', async () => {
    const { api, calls } = await serve(busy(503));
    await expect(api.call(answerSchema, 'x')).rejects.toMatchObject({ status: 503, type: 'unexpected' });
    expect(calls).toHaveLength(4);
  });

  it('never sends twice what is not safe to send twice', async () => {
    const once = await serve(busy(503), good);
    await expect(once.api.call(answerSchema, 'x', { json: {} })).rejects.toBeInstanceOf(ApiProblem);
    expect(once.calls).toHaveLength(1);
  });

  it('sends an idempotent call again', async () => {
    const { api, calls } = await serve(busy(503), good);
    await api.call(answerSchema, 'x', { bytes: new Uint8Array([1]), idempotent: true });
    expect(calls.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });

  it('hands on the problem in both languages', async () => {
    const body = { type: 'wrong-period', status: 409, title: { vi: 'Sai kỳ', en: 'Wrong period' }, detail: null };
    const { api } = await serve((_, response) => void response.writeHead(409).end(JSON.stringify(body)));
    await expect(api.call(answerSchema, 'x')).rejects.toMatchObject({
      status: 409,
      type: 'wrong-period',
      title: body.title,
    });
  });

  it('says plainly that the session ended, that the answer is odd, that nobody answers', async () => {
    const signedOut = await serve(busy(401));
    await expect(signedOut.api.call(answerSchema, 'x')).rejects.toMatchObject({ type: 'signed-out' });
    const odd = await serve((_, response) => void response.end('{"ok":"yes"}'));
    await expect(odd.api.call(answerSchema, 'x')).rejects.toMatchObject({ type: 'unexpected' });
    const nobody = await serve((request) => request.socket.destroy());
    await expect(nobody.api.call(answerSchema, 'x')).rejects.toMatchObject({ type: 'network' });
  });

  it('stops when cancelled', async () => {
    const { api } = await serve(() => undefined);
    const stop = new AbortController();
    const asked = api.call(answerSchema, 'x', { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ type: 'cancelled' });
  });
});

describe('waitFor', () => {
  it.each([
    [1, null, 500],
    [2, null, 1000],
    [3, null, 2000],
    [1, '7', 7000],
    [1, '600', 20_000],
    [1, 'Wed, 21 Oct 2026 07:28:00 GMT', 500],
  ])('try %d, asked %s: %d ms', (attempt, asked, milliseconds) => {
    expect(waitFor(attempt, asked)).toBe(milliseconds);
  });
});
