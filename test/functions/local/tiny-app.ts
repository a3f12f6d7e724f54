/** An app that uses every binding and orchestration feature the local host serves. Bundled by the tests. */
import { appendFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { app, type HttpRequest, type HttpResponseInit, type InvocationContext } from '@azure/functions';
import * as df from 'durable-functions';

const note = (line: string): void => {
  if (process.env.RUNS_FILE) appendFileSync(process.env.RUNS_FILE, `${line}\n`);
};

if (process.env.TINY_STREAM === '1') app.setup({ enableHttpStream: true });

const clientInput = df.input.durableClient();
const durable = (
  name: string,
  options: {
    methods: ('GET' | 'POST')[];
    route: string;
    handler: (request: HttpRequest, client: df.DurableClient) => Promise<HttpResponseInit>;
  },
): void =>
  app.http(name, {
    methods: options.methods,
    route: options.route,
    authLevel: 'anonymous',
    extraInputs: [clientInput],
    handler: (request: HttpRequest, context: InvocationContext) => options.handler(request, df.getClient(context)),
  });

app.http('echo', {
  methods: ['GET', 'POST'],
  route: 'echo/{name}/{other?}',
  authLevel: 'anonymous',
  handler: async (request) => ({
    status: 201,
    headers: { 'x-kind': 'echo' },
    cookies: [{ name: 'a', value: 'b c', path: '/', httpOnly: true, sameSite: 'Strict' }],
    jsonBody: {
      method: request.method,
      name: request.params.name,
      query: [...request.query],
      body: await request.text(),
      forwarded: request.headers.get('x-forwarded-for'),
      principal: request.headers.get('x-ms-client-principal'),
      custom: request.headers.get('x-custom'),
    },
  }),
});
app.http('literal', {
  methods: ['GET'],
  route: 'echo/literal',
  authLevel: 'anonymous',
  handler: () => ({ body: 'literal' }),
});
app.http('digest', {
  methods: ['POST'],
  route: 'digest',
  authLevel: 'anonymous',
  handler: async (request) => {
    const hash = createHash('sha256');
    let size = 0;
    for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      hash.update(part);
      size += part.byteLength;
    }
    return { jsonBody: { size, hash: hash.digest('hex') } };
  },
});
app.http('bytes', {
  methods: ['GET'],
  route: 'bytes',
  authLevel: 'anonymous',
  handler: () => ({ body: new Uint8Array([0, 255, 1, 254]), headers: { 'content-type': 'application/octet-stream' } }),
});
app.http('empty', {
  methods: ['DELETE'],
  route: 'empty',
  authLevel: 'anonymous',
  handler: () => ({ status: 204 }),
});
app.http('rest', {
  methods: ['GET'],
  route: 'rest/{*path}',
  authLevel: 'anonymous',
  handler: (request) => ({ jsonBody: { path: request.params.path } }),
});
app.http('slow', {
  methods: ['GET'],
  route: 'slow',
  authLevel: 'anonymous',
  handler: async () => {
    note('slow begins');
    await new Promise((resolve) => setTimeout(resolve, 400));
    return { body: 'slow' };
  },
});
app.http('broken', {
  methods: ['GET', 'POST'],
  route: 'broken',
  authLevel: 'anonymous',
  handler: async (request) => {
    throw new Error(`secret ${await request.text()}`);
  },
});

app.timer('tick', {
  schedule: '* * * * * *',
  handler: (timer) => note(`tick ${timer.isPastDue} ${typeof timer.scheduleStatus.next}`),
});

app.hook.appStart(() => note('appStart'));
app.hook.appTerminate(() => note('appTerminate'));
app.hook.preInvocation((context) => {
  if (context.invocationContext.functionName === 'literal') note('pre literal');
});
app.hook.postInvocation((context) => {
  if (context.invocationContext.functionName === 'literal') note('post literal');
});

durable('start', {
  methods: ['POST'],
  route: 'start/{orchestrator}/{id}',
  handler: async (request, client) => {
    const input: unknown = JSON.parse((await request.text()) || 'null');
    const { orchestrator = '', id = '' } = request.params;
    try {
      return { status: 202, body: await client.startNew(orchestrator, { instanceId: id, input }) };
    } catch (error) {
      return { status: 409, body: String(error) };
    }
  },
});
durable('status', {
  methods: ['GET'],
  route: 'status/{id}',
  handler: async (request, client) => {
    try {
      return { jsonBody: await client.getStatus(request.params.id ?? '', { showHistory: true }) };
    } catch {
      return { status: 404 };
    }
  },
});
durable('command', {
  methods: ['POST'],
  route: 'command/{id}/{what}/{name?}',
  handler: async (request, client) => {
    const { id = '', what, name = '' } = request.params;
    if (what === 'raise') await client.raiseEvent(id, name, JSON.parse(await request.text()));
    if (what === 'terminate') await client.terminate(id, 'enough of it');
    if (what === 'suspend') await client.suspend(id, 'wait');
    if (what === 'resume') await client.resume(id, 'go');
    if (what === 'purge') return { jsonBody: await client.purgeInstanceHistory(id) };
    return { status: 202 };
  },
});

df.app.activity('add', {
  handler: async (input: { a: number; b: number; wait?: number }) => {
    note(`add ${input.a} ${input.b}`);
    if (input.wait) await new Promise((resolve) => setTimeout(resolve, input.wait));
    return input.a + input.b;
  },
});
df.app.activity('say', { handler: (input: unknown) => ({ said: input, type: typeof input }) });
df.app.activity('fill', { handler: (input: { size: number }) => 'ấ'.repeat(input.size) });
df.app.activity('nothing', { handler: () => undefined });
const failures = new Map<string, number>();
df.app.activity('flaky', {
  handler: (input: { key: string; failures: number }) => {
    const before = failures.get(input.key) ?? 0;
    failures.set(input.key, before + 1);
    note(`flaky ${input.key} ${before}`);
    if (before < input.failures) throw new Error(`failure ${before + 1}`);
    return `done after ${before}`;
  },
});

df.app.orchestration('sequence', function* (context) {
  let total = 0;
  const { steps, wait } = context.df.getInput<{ steps: number; wait?: number }>();
  for (let step = 1; step <= steps; step++) {
    total = (yield context.df.callActivity('add', { a: total, b: step, ...(wait && { wait }) })) as number;
    context.df.setCustomStatus({ step, steps });
  }
  return total;
});
df.app.orchestration('fan', function* (context) {
  const { count, wait } = context.df.getInput<{ count: number; wait?: number }>();
  const tasks = Array.from({ length: count }, (_, index) =>
    context.df.callActivityWithRetry('add', new df.RetryOptions(10, 3), { a: index, b: 1, ...(wait && { wait }) }),
  );
  const sums = (yield context.df.Task.all(tasks)) as number[];
  const total = (yield context.df.callActivity('add', { a: sums.reduce((a, b) => a + b, 0), b: 0 })) as number;
  return { total, sums };
});
df.app.orchestration('echoes', function* (context) {
  const results: unknown[] = [];
  for (const input of ['text', '7', 7, { a: [1] }, null, true])
    results.push(yield context.df.callActivity('say', input));
  results.push(yield context.df.callActivity('nothing'));
  return results;
});
df.app.orchestration('large', function* (context) {
  const first = (yield context.df.callActivity('fill', { size: 30_000 })) as string;
  const second = (yield context.df.callActivity('say', first)) as { said: string };
  return { length: second.said.length, input: context.df.getInput<string>().length };
});
// Retries of two tasks cross each other and other tasks: the numbering has to follow the library's.
df.app.orchestration('retries', function* (context) {
  const key = context.df.instanceId;
  const retry = new df.RetryOptions(20, 4);
  retry.backoffCoefficient = 1.5;
  const results: unknown[] = [];
  results.push(
    yield context.df.Task.all([
      context.df.callActivityWithRetry('flaky', retry, { key: `${key}a`, failures: 2 }),
      context.df.callActivity('add', { a: 1, b: 2 }),
      context.df.callActivityWithRetry('flaky', retry, { key: `${key}b`, failures: 3 }),
      context.df.callActivity('add', { a: 3, b: 4, wait: 60 }),
    ]),
  );
  results.push(yield context.df.callActivity('add', { a: 5, b: 6 }));
  try {
    yield context.df.callActivityWithRetry('flaky', new df.RetryOptions(5, 2), { key: `${key}c`, failures: 9 });
  } catch (error) {
    results.push((error as Error).message.includes('failure 2'));
  }
  try {
    yield context.df.callActivity('flaky', { key: `${key}d`, failures: 1 });
  } catch (error) {
    results.push((error as Error).message.includes("'flaky' failed: failure 1"));
  }
  results.push(
    yield context.df.callSubOrchestratorWithRetry('flakyChild', new df.RetryOptions(5, 3), { key: `${key}e` }),
  );
  return results;
});
df.app.orchestration('flakyChild', function* (context) {
  const { key } = context.df.getInput<{ key: string }>();
  return (yield context.df.callActivity('flaky', { key, failures: 1 })) as string;
});
// A task that lost a race is waited for again, alone and in company: it must run once.
df.app.orchestration('race', function* (context) {
  const at = (ms: number): Date => new Date(context.df.currentUtcDateTime.getTime() + ms);
  const slow = context.df.callActivity('add', { a: 40, b: 2, wait: 150 });
  const alarm = context.df.createTimer(at(20));
  const first = (yield context.df.Task.any([slow, alarm])) as unknown;
  const late = context.df.createTimer(at(60_000));
  const other = context.df.callActivity('add', { a: 1, b: 1 });
  const both = (yield context.df.Task.all([slow, other])) as number[];
  const again = (yield slow) as number;
  const winner = (yield context.df.Task.any([late, context.df.callActivity('add', { a: 2, b: 2 })])) as unknown;
  if (winner !== late) late.cancel();
  return { alarmFirst: first === alarm, both, again, lateLost: winner !== late };
});
df.app.orchestration('events', function* (context) {
  const early = (yield context.df.waitForExternalEvent('early')) as unknown;
  const timer = context.df.createTimer(new Date(context.df.currentUtcDateTime.getTime() + 60_000));
  const wait = context.df.waitForExternalEvent('late');
  const winner = (yield context.df.Task.any([wait, timer])) as df.Task;
  timer.cancel();
  return { early, late: wait.result, won: winner === wait };
});
df.app.orchestration('parent', function* (context) {
  const tasks = [1, 2, 3].map((steps) => context.df.callSubOrchestrator('sequence', { steps, wait: 5 }));
  const totals = (yield context.df.Task.all(tasks)) as number[];
  const named = (yield context.df.callSubOrchestrator(
    'sequence',
    { steps: 2 },
    `${context.df.instanceId}-child`,
  )) as number;
  let failed = '';
  try {
    yield context.df.callSubOrchestrator('fails', 'x');
  } catch (error) {
    failed = (error as Error).message;
  }
  return { totals, named, failed: failed.includes('went wrong with x') };
});
df.app.orchestration('fails', function* (context) {
  context.df.setCustomStatus('about to fail');
  yield context.df.callActivity('nothing');
  throw new Error(`it went wrong with ${String(context.df.getInput())}`);
});
df.app.orchestration('again', function* (context) {
  const { round, total } = context.df.getInput<{ round: number; total: number }>();
  const sum = (yield context.df.callActivity('add', { a: total, b: round })) as number;
  if (round < 4) {
    context.df.continueAsNew({ round: round + 1, total: sum });
    return undefined;
  }
  const kept = (yield context.df.waitForExternalEvent('kept')) as string;
  return { sum, kept };
});
df.app.orchestration('unsupported', function* (context) {
  yield context.df.callEntity(new df.EntityId('counter', 'one'), 'add', 1);
});
df.app.orchestration('waits', function* (context) {
  yield context.df.callSubOrchestrator('waitsChild', null, `${context.df.instanceId}-child`);
});
df.app.orchestration('waitsChild', function* (context) {
  yield context.df.waitForExternalEvent('never');
});
