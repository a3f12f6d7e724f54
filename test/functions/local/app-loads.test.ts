/** The compiled app registers itself with a worker and does nothing else while it loads. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outgoing } from '../../../functions/http/serve.ts';
import { routes } from '../../../functions/routes/index.ts';
import { buildHost, builtApp, makeFolder, removeFolder } from './host-process.ts';

interface Loaded {
  readonly registered: readonly {
    readonly name: string;
    readonly bindings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  }[];
  readonly model: string;
  readonly touched: readonly string[];
  readonly logged: readonly string[];
  /** Answers to requests that come while there are no settings. */
  readonly unset: readonly { readonly answer: Outgoing; readonly errors: readonly string[] }[];
}

let folder: string;
let loaded: Loaded;
let errors: string;

beforeAll(async () => {
  folder = makeFolder();
  const program = await buildHost('test/functions/local/load-app.ts', folder);
  const cwd = join(folder, 'empty');
  mkdirSync(cwd);
  // No settings at all: they are read when the first request comes.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [program, builtApp], {
    cwd,
    env: { PATH: process.env.PATH },
    timeout: 20_000,
  });
  loaded = JSON.parse(stdout) as Loaded;
  errors = stderr;
});

afterAll(() => removeFolder(folder));

function triggers(type: string): Readonly<Record<string, unknown>>[] {
  return loaded.registered.flatMap(({ bindings }) => Object.values(bindings).filter((one) => one.type === type));
}

test('loading touches nothing, prints nothing and leaves nothing running', () => {
  expect(loaded.touched).toEqual([]);
  expect(errors).toBe('');
  expect(loaded.logged.filter((line) => !line.startsWith('debug'))).toEqual([]);
  expect(readdirSync(join(folder, 'empty'))).toEqual([]);
});

test('every route is registered, without a function key, under its path and method', () => {
  expect(loaded.model).toBe('@azure/functions');
  const served = triggers('httpTrigger').flatMap(({ route, methods }) =>
    (methods as string[]).map((method) => `${method} ${String(route)}`),
  );
  expect(served).toEqual(
    expect.arrayContaining(routes.map(({ method, path }) => `${method} ${path.replace(/^\//, '')}`)),
  );
  expect(new Set(triggers('httpTrigger').map(({ authLevel }) => authLevel))).toEqual(new Set(['anonymous']));
});

test('the merge is an orchestration with activities', () => {
  const orchestrations = loaded.registered.filter(({ bindings }) =>
    Object.values(bindings).some(({ type }) => type === 'orchestrationTrigger'),
  );
  expect(orchestrations.map(({ name }) => name)).toEqual(['merge']);
  expect(triggers('activityTrigger').length).toBeGreaterThan(0);
});

test('without settings every address answers that nothing is served, and the log says what is missing', () => {
  expect(loaded.unset).toHaveLength(2);
  for (const { answer, errors: logged } of loaded.unset) {
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(JSON.parse(String(answer.body))).toMatchObject({
      type: 'urn:bloc-rollup:problem:not-open',
      title: { vi: 'Máy chủ chưa sẵn sàng phục vụ.', en: 'The server is not ready to serve.' },
    });
    expect(logged).toEqual([expect.stringContaining('AUTH_MODE must be "entra" or "dev"')]);
  }
});
