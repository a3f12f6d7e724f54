/**
 * The server as the pane sees it; the only file that names `fetch` (and, for upload progress, XMLHttpRequest).
 * Every answer is checked against its schema in core/api.ts. Every failure is an ApiProblem in both languages.
 */
import * as z from 'zod';
import { problemSchema } from '../core/api.ts';
import type { Message } from '../core/message.ts';
import { en } from './messages/en.ts';
import { vi } from './messages/vi.ts';

export class ApiProblem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The problem's type, kebab-case; `network`, `cancelled` or `unexpected` when the server named none. */
  readonly type: string;
  readonly title: Message;
  readonly detail: Message | null;

  constructor(status: number, type: string, title: Message, detail: Message | null = null) {
    super(title.en);
    this.name = 'ApiProblem';
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
  }
}

export interface CallOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Left out where null or undefined. */
  readonly query?: Readonly<Record<string, string | null | undefined>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as they are. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** Share of the body sent, 0…1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  /** True where sending it twice does no harm: such calls, and every GET, are tried again after 503 and 429. */
  readonly idempotent?: boolean;
}

export interface Api {
  /** The checked JSON answer of a path below `/api/`. Throws ApiProblem. */
  readonly call: <Body>(schema: z.ZodType<Body>, path: string, options?: CallOptions) => Promise<Body>;
  /** For answers without a body. */
  readonly send: (path: string, options?: CallOptions) => Promise<void>;
  /** For workbooks. */
  readonly bytes: (path: string, options?: CallOptions) => Promise<Uint8Array>;
}

export interface ApiSettings {
  /** Where `/api/` is; the pane's own origin by default. */
  readonly origin?: string;
  /** A fresh bearer token; null sends none. */
  readonly token: () => Promise<string | null>;
  /** Waits between tries, so that tests need not. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: Uint8Array;
}

const attempts = 4;
const longestWait = 20_000;

export function openApi(settings: ApiSettings): Api {
  const wait = settings.wait ?? sleep;
  const request = async (path: string, options: CallOptions): Promise<Answer> => {
    const method = options.method ?? (options.json === undefined && options.bytes === undefined ? 'GET' : 'POST');
    const mayRepeat = method === 'GET' || options.idempotent === true;
    const url = urlOf(settings.origin ?? '', path, options.query ?? {});
    for (let attempt = 1; ; attempt += 1) {
      const token = await settings.token();
      let answer: Answer | null = null;
      try {
        answer = await exchange(url, method, options, token);
      } catch (cause) {
        if (options.signal?.aborted === true) throw cancelled();
        if (!mayRepeat || attempt >= attempts) throw network(cause);
      }
      if (answer && answer.status < 400) return answer;
      const busy = answer === null || answer.status === 503 || answer.status === 429;
      if (answer && !(busy && mayRepeat && attempt < attempts)) throw problemOf(answer);
      await wait(waitFor(attempt, answer?.header('retry-after') ?? null), options.signal);
      if (options.signal?.aborted === true) throw cancelled();
    }
  };
  return {
    call: async (schema, path, options = {}) => {
      const answer = await request(path, options);
      const parsed = schema.safeParse(jsonOf(answer.body));
      if (!parsed.success) throw unexpected(answer.status);
      return parsed.data;
    },
    send: async (path, options = {}) => {
      await request(path, options);
    },
    bytes: async (path, options = {}) => (await request(path, options)).body,
  };
}

/** Milliseconds before the next try: what the server asks for, else doubling from half a second. */
export function waitFor(attempt: number, retryAfter: string | null): number {
  const asked = retryAfter !== null && /^\d{1,4}$/.test(retryAfter) ? Number(retryAfter) * 1000 : null;
  return Math.min(asked ?? 500 * 2 ** (attempt - 1), longestWait);
}

function urlOf(origin: string, path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined) parameters.set(name, value);
  const text = parameters.toString();
  return `${origin}${path.startsWith('/') ? path : `/api/${path}`}${text === '' ? '' : `?${text}`}`;
}

function headersOf(options: CallOptions, token: string | null): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json, */*;q=0.5',
    ...options.headers,
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    ...(options.json === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(options.bytes === undefined
      ? {}
      : { 'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  };
}

async function exchange(url: string, method: string, options: CallOptions, token: string | null): Promise<Answer> {
  const headers = headersOf(options, token);
  if (options.bytes !== undefined && options.onProgress !== undefined && typeof XMLHttpRequest !== 'undefined')
    return upload(url, method, headers, options.bytes, options.onProgress, options.signal);
  const response = await fetch(url, {
    method,
    headers,
    body: options.bytes ? bodyOf(options.bytes) : options.json === undefined ? null : JSON.stringify(options.json),
    credentials: 'omit',
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return {
    status: response.status,
    header: (name) => response.headers.get(name),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** `fetch` tells nothing while it sends. */
function upload(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
  onProgress: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'arraybuffer';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    };
    request.onload = () => {
      resolve({
        status: request.status,
        header: (name) => request.getResponseHeader(name),
        body: new Uint8Array(request.response as ArrayBuffer),
      });
    };
    request.onerror = () => reject(new Error('no answer'));
    request.onabort = () => reject(new Error('cancelled'));
    if (signal?.aborted === true) {
      reject(new Error('cancelled'));
      return;
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(bodyOf(bytes));
  });
}

function bodyOf(bytes: Uint8Array): Blob {
  return new Blob([new Uint8Array(bytes)]);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}

function problemOf(answer: Answer): ApiProblem {
  const parsed = problemSchema.safeParse(jsonOf(answer.body));
  if (parsed.success) return new ApiProblem(answer.status, parsed.data.type, parsed.data.title, parsed.data.detail);
  if (answer.status === 401)
    return new ApiProblem(401, 'signed-out', { vi: vi.problem.signedOut, en: en.problem.signedOut });
  return unexpected(answer.status);
}

function unexpected(status: number): ApiProblem {
  return new ApiProblem(status, 'unexpected', { vi: vi.problem.unexpected, en: en.problem.unexpected });
}

function network(cause: unknown): ApiProblem {
  const problem = new ApiProblem(0, 'network', { vi: vi.problem.network, en: en.problem.network });
  problem.cause = cause;
  return problem;
}

function cancelled(): ApiProblem {
  return new ApiProblem(0, 'cancelled', { vi: vi.problem.cancelled, en: en.problem.cancelled });
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
