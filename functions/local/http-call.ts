/** Hands a request to a function of the app and its answer back, whole or as streams, as the app asked for. */
import { randomUUID } from 'node:crypto';
import { request as sendRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

import { isLoopback } from '../identity/loopback.ts';
import type { FunctionApp } from './function-app.ts';
import type { RouteMatch } from './http-routes.ts';
import type { HttpCookie, HttpData, NamedData, TypedData } from './rpc.ts';

/** The body is longer than this host takes. */
export class BodyTooLong extends Error {}

export interface CallOptions {
  readonly maxBodyBytes: number;
  /** What a function gets besides the request. */
  readonly extraInputs: (functionName: string) => readonly NamedData[];
}

/** Bytes of a body beyond the limit that are still read, to be dropped. */
const maxDropped = 64 * 1024 * 1024;
const withoutBody = new Set([204, 205, 304]);
/** Of the connection rather than the message, or what only the cloud's own front end may say. */
const notForwarded = /^(connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|x-ms-.*|proxy-.*)$/;

/** Answers the request. Throws BodyTooLong, and what the function throws, while nothing has been sent. */
export async function callFunction(
  app: FunctionApp,
  match: RouteMatch,
  request: IncomingMessage,
  response: ServerResponse,
  options: CallOptions,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > options.maxBodyBytes) await readBody(request, 0);
  if (app.streamUrl === null) await callWhole(app, match, request, response, options);
  else await callStreamed(app, app.streamUrl, match, request, response, options);
}

async function callWhole(
  app: FunctionApp,
  { route, parameters }: RouteMatch,
  request: IncomingMessage,
  response: ServerResponse,
  options: CallOptions,
): Promise<void> {
  const body = await readBody(request, options.maxBodyBytes);
  const http: HttpData = {
    // The function answers GET; this host leaves the body out.
    method: request.method === 'HEAD' && !route.methods.includes('HEAD') ? 'GET' : (request.method ?? 'GET'),
    url: urlOf(request),
    headers: headersOf(request),
    params: parameters,
    ...(body.length > 0 && { body: { bytes: body } }),
  };
  const { response: answer } = await app.invoke(route.functionName, [
    { name: route.binding, data: { http } },
    ...options.extraInputs(route.functionName),
  ]);
  sendAnswer(request, response, answer.returnValue ?? httpOutput(answer.outputData ?? []));
}

function httpOutput(outputs: readonly NamedData[]): TypedData | null {
  return outputs.find(({ data }) => data.http)?.data ?? null;
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: TypedData | null): void {
  const http = answer?.http;
  const status = Number(http?.statusCode ?? (http ? 200 : 204));
  const body = Buffer.from(http?.body?.bytes ?? http?.body?.string ?? '');
  for (const [name, value] of Object.entries(http?.headers ?? {})) response.setHeader(name, value);
  const cookies = (http?.cookies ?? []).map(cookieText);
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!withoutBody.has(status)) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(request.method === 'HEAD' || withoutBody.has(status) ? undefined : body);
}

function cookieText({ name, value, path, domain, maxAge, secure, httpOnly, sameSite }: HttpCookie): string {
  const sites = { none: null, lax: 'Lax', strict: 'Strict', explicitNone: 'None' } as const;
  const site = sites[sameSite ?? 'none'];
  return [
    `${name}=${encodeURIComponent(value)}`,
    ...(path ? [`Path=${path.value}`] : []),
    ...(domain ? [`Domain=${domain.value}`] : []),
    ...(maxAge ? [`Max-Age=${maxAge.value}`] : []),
    ...(secure?.value ? ['Secure'] : []),
    ...(httpOnly?.value ? ['HttpOnly'] : []),
    ...(site ? [`SameSite=${site}`] : []),
  ].join('; ');
}

/**
 * The library listens for the requests themselves on an address of its own, and takes only their meaning from the
 * invocation; the two find each other by the invocation's id.
 */
async function callStreamed(
  app: FunctionApp,
  streamUrl: string,
  { route, parameters }: RouteMatch,
  request: IncomingMessage,
  response: ServerResponse,
  options: CallOptions,
): Promise<void> {
  const invocationId = randomUUID();
  const headers = headersOf(request);
  const method = request.method === 'HEAD' && !route.methods.includes('HEAD') ? 'GET' : request.method;
  const url = new URL(urlOf(request));
  const onward = sendRequest(new URL(url.pathname + url.search, streamUrl.replace('localhost', '127.0.0.1')), {
    method,
    headers: {
      ...(request.headers['content-length'] !== undefined && { 'content-length': request.headers['content-length'] }),
      ...(request.headers['transfer-encoding'] !== undefined && { 'transfer-encoding': 'chunked' }),
      'x-forwarded-host': url.host,
      'x-forwarded-proto': 'http',
      'x-ms-invocation-id': invocationId,
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once('response', resolve);
    onward.once('error', reject);
  });
  // A function may answer before it has read everything; then only the answer counts.
  const refused = new Promise<never>((_, reject) => {
    pipeline(capped(request, options.maxBodyBytes), onward).catch((error: unknown) => {
      if (error instanceof BodyTooLong) reject(error);
    });
  });
  refused.catch(() => undefined);
  const inputs = [{ name: route.binding, data: {} }, ...options.extraInputs(route.functionName)];
  const invoked = app.invoke(route.functionName, inputs, {
    invocationId,
    triggerMetadata: {
      ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { string: value }])),
      Headers: { json: JSON.stringify(headers) },
    },
  });
  // The function's own failure is what there is to say, not that the stream then broke off.
  const failed = invoked.then(() => new Promise<never>(() => undefined));
  try {
    const answer = await Promise.race([answered, failed, refused]);
    const status = answer.statusCode ?? 500;
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined && !notForwarded.test(name)) response.setHeader(name, value);
    }
    response.writeHead(status);
    if (request.method === 'HEAD') {
      answer.resume();
      response.end();
    } else {
      await pipeline(answer, response);
    }
    await invoked;
  } catch (error) {
    onward.destroy();
    invoked.catch(() => undefined);
    throw error;
  }
}

/**
 * The body's bytes up to the limit. One that is longer is read on for a while, and dropped, before it fails with
 * BodyTooLong: a caller whose upload is cut off in the middle sees a broken connection, never the answer.
 */
async function* capped(request: IncomingMessage, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  // Destroying the request would take the connection, and the answer, with it.
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= limit) yield part;
    if (size > limit + maxDropped) break;
  }
  if (size > limit) throw new BodyTooLong();
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of capped(request, limit)) parts.push(part);
  return Buffer.concat(parts);
}

function urlOf(request: IncomingMessage): string {
  return new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`).href;
}

/**
 * The request's headers for the app. A caller on another machine is named as a front end in the cloud would name it;
 * one on this machine is not, because its request came through nobody.
 */
function headersOf(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !notForwarded.test(name))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const address = request.socket.remoteAddress ?? '';
  if (!isLoopback(address)) {
    const before = headers['x-forwarded-for'];
    headers['x-forwarded-for'] = before === undefined ? address : `${before}, ${address}`;
  }
  return headers;
}
