import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { profiles } from '../../../core/profiles/index.ts';
import {
  HttpProblem,
  type Access,
  type Principal,
  type Route,
  type RouteResponse,
  type Services,
} from '../../../functions/route.ts';
import type { LogLine } from '../../../functions/http/log.ts';
import type { RateLimits } from '../../../functions/http/rate-limit.ts';
import { Gate, type IncomingRequest, type Outgoing } from '../../../functions/http/serve.ts';
import { StoreUnavailable } from '../../../functions/store/store.ts';

const profile = profiles.get('duk-2021-2025');
if (profile === undefined) throw new Error('the profile is missing');
const origin = 'https://pane.example';
const staffA: Principal = { id: 't.a', name: 'A', role: 'staff', organisations: ['ttxvn'] };
const bloc: Principal = { id: 't.b', name: 'B', role: 'bloc', organisations: null };
const auditor: Principal = { id: 't.c', name: 'C', role: 'auditor', organisations: null };

interface Setting {
  readonly route?: Partial<Route>;
  readonly principal?: Principal | null;
  readonly authenticate?: () => Promise<Principal | null>;
  readonly limits?: RateLimits;
}

interface Trial {
  readonly gate: Gate;
  readonly route: Route;
  readonly lines: LogLine[];
  readonly clock: { now: number };
  readonly send: (request?: Partial<IncomingRequest>) => Promise<Outgoing>;
}

function trial({ route: parts = {}, principal = bloc, authenticate, limits }: Setting = {}): Trial {
  const lines: LogLine[] = [];
  const clock = { now: Date.parse('2023-11-24T01:00:00Z') };
  const route: Route = {
    id: 'thing-read',
    method: 'GET',
    path: 'things/{id}',
    summary: { vi: 'Xem', en: 'Read' },
    access: { staff: 'own', bloc: 'all' },
    query: z.strictObject({}),
    body: 'none',
    responses: {},
    handle: () => Promise.resolve({ status: 200, json: { fine: true } }),
    ...parts,
  };
  const services = { profile, now: () => new Date(clock.now) } as unknown as Services;
  const gate = new Gate({
    authenticate: authenticate ?? (() => Promise.resolve(principal)),
    services,
    origins: new Set([origin]),
    write: (line) => lines.push(line),
    ...(limits === undefined ? {} : { limits }),
  });
  return { gate, route, lines, clock, send: (request = {}) => gate.serve(route, incoming(request)) };
}

function incoming(request: Partial<IncomingRequest> = {}): IncomingRequest {
  return { method: 'GET', headers: new Headers(), query: new URLSearchParams(), params: {}, body: null, ...request };
}

function problemOf({ body }: Outgoing): unknown {
  return JSON.parse(typeof body === 'string' ? body : '');
}

async function* stream(...chunks: (string | Uint8Array)[]): AsyncIterable<Uint8Array> {
  await Promise.resolve();
  for (const chunk of chunks) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
}

describe('who may call', () => {
  test.each<[string, Access, Principal | null, number]>([
    ['nobody signed in', { bloc: 'all' }, null, 401],
    ['a role that is listed', { bloc: 'all' }, bloc, 200],
    ['a role that is not listed', { bloc: 'all' }, auditor, 403],
    ['a route that lists nobody', {}, bloc, 403],
    ['an open route', 'anyone', null, 200],
  ])('%s', async (_name, access, principal, status) => {
    expect((await trial({ route: { access }, principal }).send()).status).toBe(status);
  });

  test.each<[string, Principal, Partial<IncomingRequest>, number]>([
    ['its own committee', staffA, { params: { organisation: 'ttxvn' } }, 200],
    ['another committee', staffA, { params: { organisation: 'tu-phap' } }, 404],
    ['any committee, as the Bloc', bloc, { params: { organisation: 'tu-phap' } }, 200],
    ['its own submission', staffA, { params: { id: '2023-11~ttxvn~report~0001' } }, 200],
    ['another’s submission', staffA, { params: { id: '2023-11~tu-phap~report~0001' } }, 404],
    ['another’s submission under any name', staffA, { params: { anything: 'roster~tu-phap~roster~0001' } }, 404],
    ['another committee in the query', staffA, { query: new URLSearchParams('organisation=tu-phap') }, 404],
  ])('names %s', async (_name, principal, request, status) => {
    const query = z.strictObject({ organisation: z.string().optional() });
    expect((await trial({ route: { query }, principal }).send(request)).status).toBe(status);
  });

  test('a refusal asks for a bearer token', async () => {
    const { headers, ...answer } = await trial({ principal: null }).send();
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(problemOf({ headers, ...answer })).toEqual({
      type: 'urn:bloc-rollup:problem:not-signed-in',
      status: 401,
      title: {
        vi: 'Chưa đăng nhập hoặc phiên đăng nhập đã hết hạn.',
        en: 'Not signed in, or the sign-in has expired.',
      },
      detail: { vi: 'Hãy đăng nhập lại.', en: 'Sign in again.' },
    });
  });

  test('the handler is not reached, and the body not read, by who may not', async () => {
    let reached = 0;
    let read = 0;
    const body = (async function* (): AsyncIterable<Uint8Array> {
      read++;
      yield await Promise.resolve(new Uint8Array(1));
    })();
    const handle = (): Promise<RouteResponse> => {
      reached++;
      return Promise.resolve({ status: 204 });
    };
    const route = { access: { bloc: 'all' }, method: 'POST', body: 'bytes', handle } as const;
    await trial({ route, principal: null }).send({ body });
    await trial({ route, principal: staffA }).send({ body });
    expect([reached, read]).toEqual([0, 0]);
  });
});

describe('what is sent', () => {
  const json = { method: 'POST' as const, body: z.strictObject({ reason: z.string().min(3) }) };
  const echo = { ...json, handle: ({ body }: { body: unknown }) => Promise.resolve({ status: 200, json: body }) };

  test('a body of the expected form reaches the handler', async () => {
    const { status, body } = await trial({ route: echo }).send({ body: stream('{"reason":', '"đã sửa"}') });
    expect([status, body]).toEqual([200, '{"reason":"đã sửa"}']);
  });

  test.each<[string, Partial<Route>, Partial<IncomingRequest>, number, string, string | null]>([
    ['a field of another form', json, { body: stream('{"reason":"x"}') }, 400, 'unusable-request', 'Check: reason.'],
    ['an unknown field', json, { body: stream('{"reason":"abc","canary":1}') }, 400, 'unusable-request', null],
    ['no JSON', json, { body: stream('{"canary') }, 400, 'not-json', null],
    ['no UTF-8', json, { body: stream(Uint8Array.of(0x22, 0xff, 0x22)) }, 400, 'not-json', null],
    ['no body', json, {}, 400, 'not-json', null],
    ['a body where none is taken', {}, { body: stream('x') }, 400, 'unexpected-body', null],
    ['an unknown query', {}, { query: new URLSearchParams('canary=1') }, 400, 'unusable-request', null],
    ['a query twice', {}, { query: new URLSearchParams('a=1&a=2') }, 400, 'unusable-request', null],
    ['a path upwards', {}, { params: { id: '../canary' } }, 404, 'not-found', null],
    ['a control character', {}, { params: { id: 'a\u0000b' } }, 404, 'not-found', null],
    ['an endless id', {}, { params: { id: 'a'.repeat(201) } }, 404, 'not-found', null],
  ])('%s', async (_name, route, request, status, type, detail) => {
    const answer = await trial({ route }).send(request);
    const problem = problemOf(answer) as { type: string; detail: { en: string } | null };
    expect(answer.status).toBe(status);
    expect(problem.type).toBe(`urn:bloc-rollup:problem:${type}`);
    if (detail !== null) expect(problem.detail?.en).toBe(detail);
    expect(answer.body).not.toContain('canary');
  });

  test('bytes up to the limit, and not one more', async () => {
    const limit = profile.limits.workbookBytes;
    const handle = ({ body }: { body: unknown }): Promise<RouteResponse> =>
      Promise.resolve({ status: 200, json: (body as Uint8Array).byteLength });
    const route = { method: 'POST', body: 'bytes', handle } as const;
    const half = new Uint8Array(limit / 2);
    expect(await trial({ route }).send({ body: stream(half, half) })).toMatchObject({
      status: 200,
      body: String(limit),
    });
    const more = await trial({ route }).send({ body: stream(half, half, new Uint8Array(1)) });
    expect(more.status).toBe(413);
    expect(problemOf(more)).toMatchObject({
      detail: { en: expect.stringMatching(/^At most 5 MiB is accepted\./) as unknown },
    });
  });

  test('a body that goes on is not read on', async () => {
    let sent = 0;
    const endless = (async function* (): AsyncIterable<Uint8Array> {
      for (; sent < 1000; sent++) yield await Promise.resolve(new Uint8Array(1024 * 1024));
    })();
    const { status } = await trial({ route: { method: 'POST', body: 'bytes' } }).send({ body: endless });
    expect(status).toBe(413);
    expect(sent).toBeLessThanOrEqual(profile.limits.workbookBytes / (1024 * 1024) + 1);
  });

  test('a declared length over the limit is refused unread', async () => {
    const route = { method: 'POST', body: 'bytes' } as const;
    const headers = new Headers({ 'content-length': String(profile.limits.workbookBytes + 1) });
    expect((await trial({ route }).send({ headers, body: stream() })).status).toBe(413);
  });
});

describe('how often', () => {
  const limits: RateLimits = {
    reads: { burst: 2, perSecond: 0.5 },
    writes: { burst: 1, perSecond: 1 },
    open: { burst: 1, perSecond: 1 },
    strangers: { burst: 2, perSecond: 1 },
  };

  test('a burst, then as the bucket fills again', async () => {
    const { send, clock } = trial({ limits });
    const statuses = async (count: number): Promise<number[]> => {
      const all: number[] = [];
      for (let index = 0; index < count; index++) all.push((await send()).status);
      return all;
    };
    expect(await statuses(3)).toEqual([200, 200, 429]);
    const refused = await send();
    expect(refused.headers['retry-after']).toBe('2');
    expect(problemOf(refused)).toMatchObject({ detail: { vi: 'Hãy thử lại sau 2 giây.' } });
    clock.now += 1_999;
    expect(await statuses(1)).toEqual([429]);
    clock.now += 1;
    expect(await statuses(2)).toEqual([200, 429]);
    clock.now += 3_600_000;
    expect(await statuses(3)).toEqual([200, 200, 429]);
    clock.now -= 7_200_000;
    expect(await statuses(1)).toEqual([429]);
  });

  test('each caller has its own', async () => {
    let principal = bloc;
    const { send } = trial({ limits, authenticate: () => Promise.resolve(principal), route: { method: 'POST' } });
    expect([(await send()).status, (await send()).status]).toEqual([200, 429]);
    principal = staffA;
    expect((await send()).status).toBe(200);
  });

  test('failed sign-ins count for the address that the last proxy saw, and never keep a member out', async () => {
    let principal: Principal | null = null;
    const { send } = trial({ limits, authenticate: () => Promise.resolve(principal) });
    const from = (address: string): Partial<IncomingRequest> => ({
      headers: new Headers({ 'x-forwarded-for': address }),
    });
    const statuses = [];
    for (const spoofed of ['1.1.1.1', '2.2.2.2', '3.3.3.3'])
      statuses.push((await send(from(`${spoofed}, 10.0.0.7`))).status);
    expect(statuses).toEqual([401, 401, 429]);
    expect((await send(from('10.0.0.8'))).status).toBe(401);
    principal = bloc;
    expect((await send(from('10.0.0.7'))).status).toBe(200);
  });

  test.each([
    ['with another port each time', ['203.0.113.7:50001', '203.0.113.7:50002', '203.0.113.7'], [401, 401, 429]],
    ['in IPv6 with another port', ['[2001:db8::7]:1', '[2001:db8::7]:2', '2001:db8::7'], [401, 401, 429]],
    ['that differ', ['2001:db8::1', '2001:db8::2', '203.0.113.1'], [401, 401, 401]],
  ])('addresses %s', async (_name, addresses, expected) => {
    const { send } = trial({ limits, authenticate: () => Promise.resolve(null) });
    const statuses = [];
    for (const address of addresses)
      statuses.push((await send({ headers: new Headers({ 'x-forwarded-for': address }) })).status);
    expect(statuses).toEqual(expected);
  });
});

describe('what is answered', () => {
  test('carries the security headers and an id, also with a problem', async () => {
    for (const principal of [bloc, null]) {
      const { headers } = await trial({ principal }).send();
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        vary: 'Origin',
      });
      expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  test.each([
    [origin, origin],
    ['https://pane.example.evil', undefined],
    ['http://pane.example', undefined],
    ['null', undefined],
  ])('may be read by a page of %s: %s', async (asking, granted) => {
    const { gate, send } = trial();
    const headers = new Headers({ origin: asking });
    expect((await send({ headers })).headers['access-control-allow-origin']).toBe(granted);
    const preflight = await gate.serveUnlisted(incoming({ method: 'OPTIONS', headers }));
    expect(preflight.status).toBe(204);
    expect(preflight.headers['access-control-allow-origin']).toBe(granted);
    expect(preflight.headers['access-control-allow-methods']).toBe(granted && 'GET, POST, PUT, DELETE');
    expect(preflight.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  test('unlisted addresses and methods', async () => {
    const { gate } = trial();
    expect(await gate.serveUnlisted(incoming())).toMatchObject({ status: 404 });
    const wrong = await gate.serveUnlisted(incoming({ method: 'POST' }), ['GET', 'PUT']);
    expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, PUT']);
  });

  test.each<[string, Error, number, string]>([
    ['a problem', new HttpProblem(409, 'moved-on', { vi: 'Đã đổi.', en: 'Changed.' }), 409, 'moved-on'],
    ['a store that is away', new StoreUnavailable('canary', false), 503, 'store-unavailable'],
    ['an unknown outcome', new StoreUnavailable('canary', true), 503, 'outcome-unknown'],
    ['anything else', new TypeError('canary\n    at canary (/canary.ts:1:1)'), 500, 'unexpected'],
  ])('%s thrown by a handler', async (_name, error, status, type) => {
    const { send, lines } = trial({ route: { handle: () => Promise.reject(error) } });
    const answer = await send();
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['retry-after']).toBe(status === 503 ? '5' : undefined);
    expect(problemOf(answer)).toMatchObject({ type: `urn:bloc-rollup:problem:${type}`, status });
    expect(answer.body).not.toContain('canary');
    expect(JSON.stringify(lines)).not.toContain('canary');
    expect(lines.at(-1)?.fields).toMatchObject({ status, outcome: type });
  });

  test('an unexpected error is logged by its class and place under the id the caller sees', async () => {
    const { send, lines } = trial({ route: { handle: () => Promise.reject(new RangeError('canary')) } });
    const { headers } = await send();
    expect(lines.map(({ event }) => event)).toEqual(['unexpected-error', 'request']);
    expect(lines[0]?.fields).toMatchObject({
      correlation: headers['x-correlation-id'],
      error: 'RangeError',
      place: expect.stringMatching(/^gate\.test\.ts:\d+:\d+$/) as unknown,
    });
  });
});
