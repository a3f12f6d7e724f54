/**
 * The Functions app. Loading it registers functions and does nothing else; the first call reads the settings and opens
 * the store.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import {
  app,
  type HttpMethod,
  type HttpRequest,
  type HttpResponseInit,
  type InvocationContext,
} from '@azure/functions';
import * as df from 'durable-functions';
import { createLog, logText, type LogLine } from './http/log.ts';
import { paneRoute, readPane, servePane } from './http/pane.ts';
import { notOpen, problemAnswer } from './http/problem.ts';
import type { Gate, IncomingRequest, Outgoing } from './http/serve.ts';
import { matches } from './http/match.ts';
import type { Services } from './route.ts';
import { routes } from './routes/index.ts';
import { openServing, type Serving } from './serving.ts';
import { durableOrchestrations } from './summaries/durable.ts';
import { mergeOrchestration } from './summaries/orchestration.ts';
import { runActivity } from './summaries/run-merge.ts';
import { activityNames } from './summaries/steps.ts';
import { deliverOutbox } from './tracking/outbox.ts';
import { remind } from './tracking/reminders.ts';

/** The invocation under way: its log, and its durable client. */
const invocation = new AsyncLocalStorage<InvocationContext>();
let opened: Promise<Serving> | null = null;
let pane: ReturnType<typeof readPane> | null = null;

function serving(): Promise<Serving> {
  opened ??= openServing(process.env, durableOrchestrations(currentClient), write).catch((error: unknown) => {
    // Settings may be corrected, the store may come back: the next call tries again.
    opened = null;
    throw error;
  });
  return opened;
}

function currentClient(): df.DurableClient {
  const context = invocation.getStore();
  if (!context) throw new Error('No invocation is under way');
  return df.getClient(context);
}

function write(line: LogLine): void {
  const context = invocation.getStore();
  if (context) context.log(logText(line));
  else console.log(logText(line));
}

/** Timers and activities log in the same form as requests. */
async function services(): Promise<Services> {
  return { ...(await serving()).services, log: createLog(write) };
}

function incoming(request: HttpRequest): IncomingRequest {
  return {
    method: request.method,
    headers: request.headers,
    query: request.query,
    params: request.params,
    body: request.body as AsyncIterable<Uint8Array> | null,
  };
}

function outgoing({ status, headers, body }: Outgoing): HttpResponseInit {
  return { status, headers, ...(body === undefined ? {} : { body }) };
}

/**
 * Answers through the gate. While the app cannot open, the caller is told so and the reason goes to the log, which can
 * name a setting but nothing of a workbook; the pane then says more than that the server failed.
 */
async function throughGate(context: InvocationContext, answer: (gate: Gate) => Promise<Outgoing>) {
  return invocation.run(context, async () => {
    let gate: Gate;
    try {
      ({ gate } = await serving());
    } catch (error) {
      context.error(error);
      return outgoing(problemAnswer(notOpen()));
    }
    return outgoing(await answer(gate));
  });
}

const durableClient = df.input.durableClient();

app.setup({ enableHttpStream: true });

for (const route of routes)
  app.http(route.id, {
    methods: [route.method],
    route: route.path,
    authLevel: 'anonymous',
    extraInputs: [durableClient],
    handler: (request, context) => throughGate(context, (gate) => gate.serve(route, incoming(request))),
  });

const everyMethod: HttpMethod[] = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

app.http('pane', {
  methods: ['GET', 'HEAD'],
  route: paneRoute,
  authLevel: 'anonymous',
  handler: (request) => {
    pane ??= readPane(process.env);
    return outgoing(servePane(pane, incoming(request)));
  },
});

app.http('unlisted', {
  methods: everyMethod,
  route: '{*path}',
  authLevel: 'anonymous',
  handler: (request, context) => {
    const path = request.params.path ?? '';
    const allow = routes.filter((route) => matches(route.path, path)).map(({ method }) => method);
    return throughGate(context, (gate) => gate.serveUnlisted(incoming(request), [...new Set(allow)]));
  },
});

df.app.orchestration('merge', mergeOrchestration);

for (const name of Object.values(activityNames))
  df.app.activity(name, {
    handler: (input: unknown, context) =>
      invocation.run(context, async () => runActivity(await services(), name, input)),
  });

app.timer('outbox', {
  schedule: '0 * * * * *',
  extraInputs: [durableClient],
  handler: (_timer, context) =>
    invocation.run(context, async () => {
      await deliverOutbox(await services());
    }),
});

/** Eight in the morning in Việt Nam. */
app.timer('reminders', {
  schedule: '0 0 1 * * *',
  handler: (_timer, context) =>
    invocation.run(context, async () => {
      await remind(await services());
    }),
});
