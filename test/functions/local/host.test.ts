/** The local host on a tiny app that uses every binding and orchestration feature, in a process of its own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp, buildHost, makeFolder, readPort, removeFolder, runHost, type HostProcess } from './host-process.ts';

interface Status {
  readonly name: string;
  readonly runtimeStatus: string;
  readonly output: unknown;
  readonly customStatus: unknown;
  readonly history?: readonly { readonly EventType: number }[];
}

let folder: string;
let app: string;
let program: string;
let host: HostProcess;
let streaming: HostProcess;
let runs: string;

beforeAll(async () => {
  folder = makeFolder();
  runs = join(folder, 'runs.txt');
  writeFileSync(runs, '');
  const pane = join(folder, 'pane');
  mkdirSync(join(pane, 'assets'), { recursive: true });
  writeFileSync(join(pane, 'index.html'), '<title>pane</title>');
  writeFileSync(join(pane, 'taskpane.html'), '<title>taskpane</title>');
  writeFileSync(join(pane, 'assets', 'main-Ab12Cd34.js'), 'run()');
  writeFileSync(join(pane, 'assets', 'main-Ab12Cd34.js.map'), '{}');
  writeFileSync(join(pane, '.secret.html'), 'no');
  writeFileSync(join(folder, 'outside.html'), 'no');
  [app, program] = await Promise.all([
    buildApp('test/functions/local/tiny-app.ts', folder),
    buildHost('test/functions/local/tiny-host.ts', folder),
  ]);
  const start = (data: string, environment: Record<string, string>): Promise<HostProcess> =>
    runHost(program, [join(folder, data), app, pane], readPort, environment);
  [host, streaming] = await Promise.all([
    start('data', { RUNS_FILE: runs }),
    start('streaming-data', { TINY_STREAM: '1' }),
  ]);
});

afterAll(async () => {
  await Promise.all([host.kill(), streaming.kill()]);
  removeFolder(folder);
});

async function begin(name: string, id: string, input: unknown): Promise<void> {
  const response = await fetch(`${host.url}/api/start/${name}/${id}`, { method: 'POST', body: JSON.stringify(input) });
  expect(response.status).toBe(202);
}

async function statusOf(id: string): Promise<Status> {
  return (await (await fetch(`${host.url}/api/status/${id}`)).json()) as Status;
}

async function until(id: string, ...states: readonly string[]): Promise<Status> {
  for (;;) {
    const status = await statusOf(id);
    if (states.includes(status.runtimeStatus)) return status;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

const over = ['Completed', 'Failed', 'Terminated'];

async function run(name: string, id: string, input: unknown = null): Promise<Status> {
  await begin(name, id, input);
  return until(id, ...over);
}

function command(id: string, what: string, name = 'x', body: unknown = null): Promise<Response> {
  return fetch(`${host.url}/api/command/${id}/${what}/${name}`, { method: 'POST', body: JSON.stringify(body) });
}

describe.each([
  ['whole', () => host],
  ['streamed', () => streaming],
] as const)('HTTP, %s', (_mode, chosen) => {
  test('method, parameters, query, body, headers and cookies reach the function and come back', async () => {
    const response = await fetch(`${chosen().url}/api/echo/t%E1%BB%89nh/x?q=1&q=2`, {
      method: 'POST',
      body: 'nội dung',
      headers: { 'x-custom': 'kept', 'x-ms-client-principal': 'forged', 'content-type': 'text/plain' },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get('x-kind')).toBe('echo');
    expect(response.headers.get('set-cookie')).toBe('a=b%20c; Path=/; HttpOnly; SameSite=Strict');
    expect(await response.json()).toEqual({
      method: 'POST',
      name: 'tỉnh',
      query: [
        ['q', '1'],
        ['q', '2'],
      ],
      body: 'nội dung',
      forwarded: null,
      principal: null,
      custom: 'kept',
    });
  });

  test.each([
    ['GET', '/api/echo/literal', 200, 'literal'],
    ['GET', '/API/echo/literal', 404, null],
    ['GET', '/api/Echo/Literal', 200, 'literal'],
    ['GET', '/api/rest/a/b%20c', 200, '{"path":"a/b c"}'],
    ['DELETE', '/api/empty', 204, ''],
    ['GET', '/api/nothing', 404, null],
    ['GET', '/api/echo', 404, null],
    ['GET', '/api/echo/a/b/c', 404, null],
    ['GET', '/api/echo/%E0%A4%A', 404, null],
  ])('%s %s answers %i', async (method, path, status, body) => {
    const response = await fetch(chosen().url + path, { method });
    expect(response.status).toBe(status);
    if (body !== null) expect(await response.text()).toBe(body);
    else expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  test('a wrong method answers 405 with those allowed', async () => {
    const response = await fetch(`${chosen().url}/api/digest`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    const readable = await fetch(`${chosen().url}/api/bytes`, { method: 'POST' });
    expect(readable.headers.get('allow')).toBe('GET, HEAD');
  });

  test('HEAD is GET without the body', async () => {
    const response = await fetch(`${chosen().url}/api/bytes`, { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(await response.text()).toBe('');
  });

  test('bytes come back as they are', async () => {
    const response = await fetch(`${chosen().url}/api/bytes`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([0, 255, 1, 254]));
  });

  test.each([0, 1, 70_000, 1024 * 1024])('a body of %i bytes arrives whole', async (size) => {
    const bytes = randomBytes(size);
    const response = await fetch(`${chosen().url}/api/digest`, { method: 'POST', body: bytes });
    expect(await response.json()).toEqual({ size, hash: createHash('sha256').update(bytes).digest('hex') });
  });

  test.each([
    [1024 * 1024, 'declared', true, 200],
    [1024 * 1024, 'in chunks', false, 200],
    [1024 * 1024 + 1, 'declared', true, 413],
    [1024 * 1024 + 1, 'in chunks', false, 413],
    [20 * 1024 * 1024, 'declared', true, 413],
    [20 * 1024 * 1024, 'in chunks', false, 413],
  ])('a body of %i bytes, %s, is answered to the end', async (size, _how, declared, status) => {
    expect(await send(chosen().url, size, declared)).toBe(status);
  });

  test('callers who go away in the middle of an upload harm nobody', async () => {
    const uploads = Array.from({ length: 12 }, (_, index) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), index * 3);
      const body = new ReadableStream({
        pull: (stream) =>
          new Promise((resolve) => setTimeout(resolve, 5)).then(() => stream.enqueue(Buffer.alloc(999))),
      });
      const init: RequestInit & { duplex: 'half' } = {
        method: 'POST',
        body,
        duplex: 'half',
        signal: controller.signal,
      };
      return fetch(`${chosen().url}/api/digest`, init).then(
        () => 'answered',
        () => 'aborted',
      );
    });
    expect(new Set(await Promise.all(uploads))).toEqual(new Set(['aborted']));
    expect((await fetch(`${chosen().url}/api/bytes`)).status).toBe(200);
  });

  test('a failing function answers 500, and nothing of it is told or logged', async () => {
    const response = await fetch(`${chosen().url}/api/broken`, { method: 'POST', body: 'canary-7c1' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('canary-7c1');
    // What a process writes may come after what it answers.
    await expect.poll(() => chosen().errors(), { timeout: 20_000 }).toContain('request-failed');
    expect(chosen().errors()).not.toContain('canary-7c1');
  });
});

/** Sends that many bytes; answers the status. A connection that breaks before the answer is a failure. */
function send(url: string, size: number, declared: boolean): Promise<number> {
  const bytes = Buffer.alloc(size);
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = declared ? { 'content-length': String(bytes.length) } : {};
    const sent = request(`${url}/api/digest`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    if (!declared) sent.write(bytes.subarray(0, 1000));
    sent.end(declared ? bytes : bytes.subarray(1000));
  });
}

describe('the pane', () => {
  test.each([
    ['/', '<title>pane</title>', 'no-cache', "frame-ancestors 'none'"],
    ['/index.html', '<title>pane</title>', 'no-cache', "frame-ancestors 'none'"],
    ['/taskpane.html', '<title>taskpane</title>', 'no-cache', "frame-ancestors 'self' https://"],
    ['/assets/main-Ab12Cd34.js', 'run()', 'public, max-age=31536000, immutable', "default-src 'none'"],
  ])('%s', async (path, body, cache, policy) => {
    const response = await fetch(host.url + path);
    expect([response.status, await response.text()]).toEqual([200, body]);
    expect(response.headers.get('cache-control')).toBe(cache);
    expect(response.headers.get('content-security-policy')).toContain(policy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch(host.url + path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test.each([
    '/assets',
    '/assets/main-Ab12Cd34.js.map',
    '/.secret.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/..%5c..%5coutside.html',
    '/x',
  ])('%s is not there', async (path) => {
    expect((await fetch(host.url + path)).status).toBe(404);
  });

  test.each([
    ['GET // HTTP/1.1', 'localhost'],
    ['GET /api/echo/a HTTP/1.1', 'a b'],
  ])('%s of the host «%s» is a bad request', async (line, name) => {
    const { hostname, port } = new URL(host.url);
    const socket = connect(Number(port), hostname);
    socket.end(`${line}\r\nhost: ${name}\r\nconnection: close\r\n\r\n`);
    let answer = '';
    for await (const part of socket as AsyncIterable<Buffer>) answer += part.toString();
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('urn:bloc-rollup:problem:unusable-request');
  });

  test('only reading is allowed', async () => {
    const response = await fetch(host.url, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('orchestrations', () => {
  test.each([
    ['sequence', { steps: 5 }, 15, { step: 5, steps: 5 }],
    ['fan', { count: 4 }, { total: 10, sums: [1, 2, 3, 4] }, null],
    [
      'echoes',
      null,
      [
        { said: 'text', type: 'string' },
        { said: '7', type: 'string' },
        { said: 7, type: 'number' },
        { said: { a: [1] }, type: 'object' },
        { said: null, type: 'object' },
        { said: true, type: 'boolean' },
        null,
      ],
      null,
    ],
    ['large', 'ấ'.repeat(20_000), { length: 30_000, input: 20_000 }, null],
    ['retries', null, [['done after 2', 3, 'done after 3', 7], 11, true, true, 'done after 1'], null],
    ['race', null, { alarmFirst: true, both: [42, 2], again: 42, lateLost: true }, null],
    ['parent', null, { totals: [1, 3, 6], named: 3, failed: true }, null],
  ])('%s', async (name, input, output, customStatus) => {
    const status = await run(name, `one-${name}`, input);
    expect([status.runtimeStatus, status.output, status.customStatus]).toEqual(['Completed', output, customStatus]);
  });

  test('a task that is waited for twice runs once', async () => {
    await run('race', 'two-race');
    const lines = readFileSync(runs, 'utf8').split('\n');
    const races = lines.filter((line) => line === 'add 40 2').length;
    expect(races).toBe(['one-race', 'two-race'].length);
  });

  test('a fan of 300 tasks', async () => {
    const { output } = await run('fan', 'wide', { count: 300 });
    expect(output).toMatchObject({ total: 45_150 });
  });

  test('a failure is told, with the custom status so far', async () => {
    const status = await run('fails', 'failing', 'this');
    expect(status).toMatchObject({
      runtimeStatus: 'Failed',
      output: 'it went wrong with this',
      customStatus: 'about to fail',
    });
  });

  test('what the host does not serve fails loudly', async () => {
    expect(await run('unsupported', 'unsupported')).toMatchObject({
      runtimeStatus: 'Failed',
      output: 'The local host does not serve durable action 7',
    });
    expect(await run('unheard-of', 'unheard')).toMatchObject({ runtimeStatus: 'Failed' });
  });

  test('events come before or after they are waited for', async () => {
    await begin('events', 'events', null);
    await command('events', 'raise', 'late', { n: 2 });
    await command('events', 'raise', 'early', 'first');
    const status = await until('events', ...over);
    expect(status.output).toEqual({ early: 'first', late: { n: 2 }, won: true });
  });

  test('an orchestration that begins anew keeps events that it has not used', async () => {
    await begin('again', 'again', { round: 1, total: 0 });
    await command('again', 'raise', 'kept', 'still here');
    const status = await until('again', ...over);
    expect(status.output).toEqual({ sum: 10, kept: 'still here' });
  });

  test('terminating ends it and what it started', async () => {
    await begin('waits', 'waiting', null);
    await until('waiting-child', 'Running');
    expect((await command('waiting', 'terminate')).status).toBe(202);
    expect(await until('waiting', ...over)).toMatchObject({ runtimeStatus: 'Terminated', output: 'enough of it' });
    expect(await until('waiting-child', ...over)).toMatchObject({ runtimeStatus: 'Terminated' });
    // It is over: commands come to nothing, without an error.
    expect((await command('waiting', 'terminate')).status).toBe(202);
    expect((await command('nobody', 'terminate')).status).toBe(500);
  });

  test('suspending holds it until it is resumed', async () => {
    await begin('sequence', 'held', { steps: 3, wait: 100 });
    await command('held', 'suspend');
    await until('held', 'Suspended');
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await statusOf('held')).runtimeStatus).toBe('Suspended');
    await command('held', 'resume');
    expect((await until('held', ...over)).output).toBe(6);
  });

  test('an id that is under way is not started again; one that is over is', async () => {
    await begin('waits', 'same', null);
    const again = await fetch(`${host.url}/api/start/waits/same`, { method: 'POST' });
    expect(again.status).toBe(409);
    await command('same', 'terminate');
    await until('same', ...over);
    expect((await run('sequence', 'same', { steps: 2 })).output).toBe(3);
  });

  test('history can be read, and forgotten once it is over', async () => {
    const { history } = await run('sequence', 'forgotten', { steps: 1 });
    expect(history?.map(({ EventType }) => EventType)).toEqual([12, 0, 4, 12, 5]);
    await command('forgotten', 'purge');
    expect((await fetch(`${host.url}/api/status/forgotten`)).status).toBe(404);
  });
});

test('hooks run, timers tick', async () => {
  await fetch(`${host.url}/api/echo/literal`);
  await expect
    .poll(() => readFileSync(runs, 'utf8').split('\n'), { timeout: 5000 })
    .toEqual(expect.arrayContaining(['appStart', 'pre literal', 'post literal', 'tick false string']));
});

test('stopping lets requests finish and runs the app’s own clean-up; a second host is refused', async () => {
  const log = join(folder, 'stop-runs.txt');
  writeFileSync(log, '');
  const args = [join(folder, 'stop-data'), app, join(folder, 'none')];
  const one = await runHost(program, args, readPort, { RUNS_FILE: log });
  await expect(runHost(program, args, readPort)).rejects.toThrow('Another host serves this data folder');
  const slow = fetch(`${one.url}/api/slow`).then((response) => response.text());
  await expect.poll(() => readFileSync(log, 'utf8')).toContain('slow begins');
  expect(await one.stop()).toBe(0);
  expect(await slow).toBe('slow');
  expect(readFileSync(log, 'utf8')).toContain('appTerminate');
  const next = await runHost(program, args, readPort);
  await next.kill();
  // Killed, it holds nothing: the next host starts.
  expect(await (await runHost(program, args, readPort)).stop()).toBe(0);
});
