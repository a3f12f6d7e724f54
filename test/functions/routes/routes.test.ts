import { describe, expect, test } from 'vitest';
import { readdirSync } from 'node:fs';
import { describeApi } from '../../../functions/openapi.ts';
import { matches } from '../../../functions/http/match.ts';
import { routes } from '../../../functions/routes/index.ts';

const folder = new URL('../../../functions/routes/', import.meta.url);

describe('the route table', () => {
  test('lists every route file, each under its own name', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts' && file !== 'define-route.ts');
    expect(routes.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort());
  });
  test('has no two routes of one address and method', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
  test.each(routes.map((route) => [route.id, route] as const))(
    '%s says who may call it, what it is and what it answers',
    (_id, route) => {
      expect(route.summary.vi).not.toBe('');
      expect(Object.keys(route.responses).length).toBeGreaterThan(0);
      if (route.access !== 'anyone') expect(Object.keys(route.access).length).toBeGreaterThan(0);
      // An auditor reads, and nothing else.
      if (route.access !== 'anyone' && route.method !== 'GET') expect(route.access.auditor).toBeUndefined();
      expect(route.id).toMatch(/^[a-z][a-z-]+$/);
    },
  );
});

describe('the OpenAPI description', () => {
  const api = describeApi(routes) as {
    openapi: string;
    paths: Record<
      string,
      Record<
        string,
        { operationId: string; parameters: { name: string; in: string; required: boolean }[]; security: unknown[] }
      >
    >;
  };
  test('has one operation for each route', () => {
    expect(api.openapi).toBe('3.1.0');
    const operations = Object.values(api.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual(routes.map(({ id }) => id).sort());
  });
  test('names parameters of path, query and header', () => {
    const create = api.paths['/api/submissions']?.post;
    expect(create?.parameters.map(({ name, in: place, required }) => [name, place, required])).toEqual([
      ['organisation', 'query', true],
      ['period', 'query', true],
      ['file', 'query', false],
      ['x-file-name', 'header', false],
    ]);
    expect(api.paths['/api/submissions/{submission}']?.get?.parameters).toMatchObject([
      { name: 'submission', in: 'path' },
    ]);
    expect(api.paths['/api/health/live']?.get?.security).toEqual([]);
  });
  test('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(api))).toEqual(api);
  });
});

test.each([
  ['submissions/{submission}', 'submissions/a', true],
  ['submissions/{submission}', 'submissions', false],
  ['summaries/rehearsal', 'Summaries/Rehearsal', true],
])('%s is the address %s: %s', (template, path, expected) => {
  expect(matches(template, path)).toBe(expected);
});
