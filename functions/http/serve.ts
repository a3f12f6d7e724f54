/**
 * The one way into a handler: sign-in, authorisation by the route table, rate limit, capped body, schema checks; and
 * the one way out: problem details, security headers, one log line.
 */
import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { Authenticate } from '../identity/authenticate.ts';
import { HttpProblem, type Principal, type Route, type RouteResponse, type Services } from '../route.ts';
import { granted, namesForeign } from './authorise.ts';
import { maxJsonBytes, parseJson, readBody } from './body.ts';
import { corsHeaders, preflightHeaders } from './cors.ts';
import { createLog, errorFields, type LogFields, type LogLine } from './log.ts';
import * as problems from './problem.ts';
import { rateLimits, TokenBuckets, type RateLimits } from './rate-limit.ts';
import { apiHeaders } from './security-headers.ts';

/** A request as the Functions library gives it. */
export interface IncomingRequest {
  readonly method: string;
  readonly headers: Headers;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** An answer as the Functions library takes it. */
export interface Outgoing {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array;
}

export interface GateOptions {
  readonly authenticate: Authenticate;
  readonly services: Omit<Services, 'log'>;
  readonly origins: ReadonlySet<string>;
  readonly write: (line: LogLine) => void;
  readonly limits?: RateLimits;
}

/** Stands for whoever calls a route that is open to anyone. */
const nobody: Principal = { id: 'nobody', name: '', role: 'staff', organisations: [] };
/** Longer than any id of ours. */
const maxParameterLength = 200;

export class Gate {
  readonly #options: GateOptions;
  readonly #reads: TokenBuckets;
  readonly #writes: TokenBuckets;
  readonly #open: TokenBuckets;
  readonly #strangers: TokenBuckets;

  constructor(options: GateOptions) {
    this.#options = options;
    const { reads, writes, open, strangers } = options.limits ?? rateLimits;
    this.#reads = new TokenBuckets(reads);
    this.#writes = new TokenBuckets(writes);
    this.#open = new TokenBuckets(open);
    this.#strangers = new TokenBuckets(strangers);
  }

  /** Answers a request for a route; never throws. */
  async serve(route: Route, request: IncomingRequest): Promise<Outgoing> {
    return this.#answer(route.id, request, async (correlation, known) => {
      const principal = await this.#caller(route, request, known);
      const parameters = checkParameters(request.params);
      const query = singleValues(request.query);
      const grant = granted(route.access, principal);
      if (grant === null) throw problems.forbidden();
      this.#limit(route, principal, request);
      if (grant === 'own' && namesForeign({ ...query, ...parameters }, principal)) throw problems.notFound();
      const { services } = this.#options;
      const response = await route.handle(
        {
          parameters,
          query: check(route.query, query),
          body: await readChecked(route, request, services.profile.limits.workbookBytes),
          principal,
          headers: request.headers,
        },
        { ...services, log: createLog(this.#options.write, { correlation }) },
      );
      return toOutgoing(response);
    });
  }

  /** Answers what no route is registered for: preflights, wrong methods, unknown addresses. `allow` are the address's methods. */
  async serveUnlisted(request: IncomingRequest, allow: readonly string[] = []): Promise<Outgoing> {
    const { origins } = this.#options;
    return this.#answer('unlisted', request, () => {
      if (request.method === 'OPTIONS')
        return { status: 204, headers: { ...preflightHeaders(request.headers.get('origin'), origins) } };
      if (allow.length === 0) throw problems.notFound();
      return problems.problemAnswer(problems.methodNotAllowed(), { allow: allow.join(', ') });
    });
  }

  async #answer(
    route: string,
    request: IncomingRequest,
    answer: (correlation: string, known: (fields: LogFields) => void) => Promise<Outgoing> | Outgoing,
  ): Promise<Outgoing> {
    const { services, origins, write } = this.#options;
    const started = services.now();
    const correlation = randomUUID();
    const log = createLog(write, { correlation, route, method: request.method });
    let known: LogFields = {};
    let outgoing: Outgoing;
    try {
      outgoing = await answer(correlation, (fields) => {
        known = fields;
      });
    } catch (error) {
      const problem = toProblemOrLog(error, log);
      known = { ...known, outcome: problem.type };
      outgoing = problems.problemAnswer(problem);
    }
    const milliseconds = services.now().getTime() - started.getTime();
    log('request', { ...known, status: outgoing.status, milliseconds });
    return {
      ...outgoing,
      headers: {
        ...apiHeaders(),
        ...corsHeaders(request.headers.get('origin'), origins),
        ...outgoing.headers,
        'x-correlation-id': correlation,
      },
    };
  }

  async #caller(route: Route, request: IncomingRequest, known: (fields: LogFields) => void): Promise<Principal> {
    if (route.access === 'anyone') return nobody;
    let principal: Principal | null = null;
    try {
      principal = await this.#options.authenticate(request.headers);
    } finally {
      // Only failed sign-ins count for an address: a whole office may share one.
      if (principal === null) takeToken(this.#strangers, clientAddress(request.headers), this.#options.services.now());
    }
    if (principal === null) throw problems.unauthenticated();
    known({ caller: principal.id, role: principal.role });
    return principal;
  }

  #limit(route: Route, principal: Principal, request: IncomingRequest): void {
    const now = this.#options.services.now();
    if (principal === nobody) takeToken(this.#open, clientAddress(request.headers), now);
    else takeToken(route.method === 'GET' ? this.#reads : this.#writes, principal.id, now);
  }
}

function takeToken(buckets: TokenBuckets, caller: string, now: Date): void {
  const wait = buckets.take(caller, now);
  if (wait > 0) throw new problems.TooManyRequests(wait);
}

/**
 * The last hop's word: everything before it the caller could have written. Without a proxy there is one caller. Azure's
 * front end adds the port, which is another one for every connection.
 */
function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'direct';
  const [, bracketed, plain] = /^(?:\[([^\]]+)\]|([^:]+)):\d+$/.exec(last) ?? [];
  return bracketed ?? plain ?? last;
}

function checkParameters(parameters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const usable = Object.values(parameters).every(
    // Letters, digits and our separators: no id of ours has anything else.
    (value) => value.length <= maxParameterLength && /^[\p{L}\p{N}~._:@-]+$/u.test(value),
  );
  if (!usable) throw problems.notFound();
  return parameters;
}

function singleValues(query: URLSearchParams): Record<string, string> {
  const names = [...query.keys()];
  if (new Set(names).size < names.length) throw problems.unusable([]);
  return Object.fromEntries(query);
}

async function readChecked(route: Route, request: IncomingRequest, workbookBytes: number): Promise<unknown> {
  const declared = request.headers.get('content-length');
  if (route.body === 'bytes') return readBody(request.body, declared, workbookBytes);
  const bytes = await readBody(request.body, declared, route.bodyBytes ?? maxJsonBytes);
  if (route.body !== 'none') return check(route.body, parseJson(bytes));
  if (bytes.byteLength > 0) throw problems.unexpectedBody();
  return undefined;
}

function check<Checked>(schema: z.ZodType<Checked>, value: unknown): Checked {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  // Paths of known fields only: names of unknown ones and all values are the caller's.
  const paths = read.error.issues.map(({ path }) => path.join('.'));
  throw problems.unusable([...new Set(paths.filter((path) => /^[A-Za-z0-9.]{1,60}$/.test(path)))]);
}

function toProblemOrLog(error: unknown, log: (event: string, fields: LogFields) => void): HttpProblem {
  const problem = problems.toProblem(error);
  if (problem !== null) return problem;
  log('unexpected-error', errorFields(error));
  return problems.unexpected();
}

function toOutgoing(response: RouteResponse): Outgoing {
  if ('bytes' in response) return { status: response.status, headers: { ...response.headers }, body: response.bytes };
  if (!('json' in response)) return { status: response.status, headers: {} };
  const headers = { 'content-type': 'application/json; charset=utf-8', ...response.headers };
  return { status: response.status, headers, body: JSON.stringify(response.json) };
}
