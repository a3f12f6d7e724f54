/**
 * The durable client's side: `durable-functions` reaches its host over HTTP, at the `rpcBaseUrl` of the client binding.
 * This serves what its client asks for, on 127.0.0.1, on a port of its own, below a path that only the app is told.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TypedData } from '../rpc.ts';
import type { Dispatcher } from './dispatcher.ts';
import { isOver, type Command, type Instance } from './instance.ts';

export interface Management {
  /** The value of a `durableClient` binding. */
  readonly clientData: TypedData;
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

/** Bytes of an orchestration's input or of an event: references travel here, never workbooks. */
const maxBody = 4 * 1024 * 1024;

export async function serveManagement(dispatcher: () => Dispatcher): Promise<Management> {
  const secret = randomBytes(24).toString('base64url');
  const server = createServer((request, response) => {
    void answer(request, `/${secret}/`, dispatcher()).then(
      ({ status, json }) => send(response, status, json),
      (error: unknown) => send(response, error instanceof RangeError ? 400 : 500, { Message: 'failed' }),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/${secret}/`;
  return { url, clientData: { string: JSON.stringify(clientData(url)) }, close: () => close(server) };
}

function clientData(url: string): unknown {
  const id = 'INSTANCEID';
  const instance = `${url}instances/${id}`;
  return {
    taskHubName: 'local',
    rpcBaseUrl: url,
    baseUrl: url,
    requiredQueryStringParameters: '',
    creationUrls: {
      createNewInstancePostUri: `${url}orchestrators/{functionName}[/{instanceId}]`,
      createAndWaitOnNewInstancePostUri: `${url}orchestrators/{functionName}[/{instanceId}]`,
    },
    managementUrls: {
      id,
      statusQueryGetUri: instance,
      sendEventPostUri: `${instance}/raiseEvent/{eventName}`,
      terminatePostUri: `${instance}/terminate?reason={text}`,
      suspendPostUri: `${instance}/suspend?reason={text}`,
      resumePostUri: `${instance}/resume?reason={text}`,
      rewindPostUri: `${instance}/rewind?reason={text}`,
      purgeHistoryDeleteUri: instance,
    },
  };
}

async function answer(request: IncomingMessage, prefix: string, dispatcher: Dispatcher): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (!url.pathname.startsWith(prefix)) return { status: 404 };
  const [kind, first, second, third] = url.pathname.slice(prefix.length).split('/').map(decodeURIComponent);
  if (kind === 'orchestrators' && first && request.method === 'POST')
    return start(dispatcher, first, second ?? randomUUID(), await readJson(request));
  if (kind !== 'instances') return { status: 404 };
  if (!first) return { status: 200, json: (await dispatcher.list()).map((instance) => statusOf(instance, url)) };
  if (request.method === 'GET') return status(dispatcher, first, url);
  if (request.method === 'DELETE')
    return (await dispatcher.purge(first)) ? { status: 200, json: { instancesDeleted: 1 } } : { status: 404 };
  const command = readCommand(second, third, url.searchParams.get('reason') ?? '', await readJson(request));
  if (!command) return { status: 404 };
  const answers = { done: 202, over: 410, unknown: 404 } as const;
  return { status: answers[await dispatcher.command(first, command)] };
}

async function start(dispatcher: Dispatcher, name: string, id: string, input: string): Promise<Answer> {
  if (await dispatcher.start(name, id, input)) return { status: 202, json: { id } };
  return { status: 409, json: { Message: `An orchestration with the id ${id} is under way` } };
}

async function status(dispatcher: Dispatcher, id: string, url: URL): Promise<Answer> {
  const instance = await dispatcher.get(id);
  if (!instance) return { status: 404 };
  const history = url.searchParams.get('showHistory') === 'true' ? await dispatcher.history(instance) : undefined;
  const json = { ...statusOf(instance, url), ...(history && { historyEvents: history, history }) };
  return { status: isOver(instance.status) ? 200 : 202, json };
}

function statusOf(instance: Instance, url: URL): Record<string, unknown> {
  const parse = (json: string | null): unknown => (json === null ? null : JSON.parse(json));
  return {
    name: instance.name,
    instanceId: instance.id,
    runtimeStatus: instance.status,
    input: url.searchParams.get('showInput') === 'false' ? null : parse(instance.input),
    customStatus: parse(instance.customStatus),
    output: parse(instance.output),
    createdTime: instance.createdAt,
    lastUpdatedTime: instance.updatedAt,
  };
}

function readCommand(kind: string | undefined, name: string | undefined, reason: string, body: string): Command | null {
  switch (kind) {
    case 'raiseEvent':
      return name ? { type: 'raise', name, input: body } : null;
    case 'terminate':
      return { type: 'terminate', reason };
    case 'suspend':
    case 'resume':
      return { type: kind };
    default:
      return null;
  }
}

/** The body as JSON text; `null` when there is none. Throws RangeError when it is no JSON or too long. */
async function readJson(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBody) throw new RangeError('The input is too long');
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString();
  if (text === '') return 'null';
  try {
    JSON.parse(text);
  } catch {
    throw new RangeError('The input is no JSON');
  }
  return text;
}

function send(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(json === undefined ? undefined : JSON.stringify(json));
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
