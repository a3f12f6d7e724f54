/** The OpenAPI 3.1 description of the routes, from the schemas they are checked with. */
import * as z from 'zod';
import { problemSchema } from '../core/api.ts';
import type { Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const problemType = 'application/problem+json';

export function describeApi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = `/api/${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Bloc Rollup (Tổng hợp Khối)', version: '1' },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemSchema, 'output') },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(route: Route): Json {
  const { id, summary, access, path, query, body, responses } = route;
  return {
    operationId: id,
    summary: summary.en,
    description: summary.vi,
    security: access === 'anyone' ? [] : [{ bearer: [] }],
    'x-access': access,
    parameters: [...pathParameters(path), ...queryParameters(query), ...(body === 'bytes' ? [fileName] : [])],
    ...(body === 'none' ? {} : { requestBody: { required: true, content: requestContent(body) } }),
    responses: {
      ...Object.fromEntries(Object.entries(responses).map(([status, schema]) => [status, answer(schema)])),
      default: {
        description: 'Problem details (RFC 9457)',
        content: { [problemType]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType): Json[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Readonly<Record<string, unknown>>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const fileName: Json = {
  name: 'x-file-name',
  in: 'header',
  required: false,
  description: 'The file’s name, percent-encoded in UTF-8',
  schema: { type: 'string' },
};

function requestContent(body: z.ZodType | 'bytes'): Json {
  return body === 'bytes' ? { [workbookType]: {} } : { 'application/json': { schema: schemaOf(body, 'input') } };
}

function answer(schema: z.ZodType | 'bytes' | 'none'): Json {
  if (schema === 'none') return { description: 'Done' };
  const content =
    schema === 'bytes' ? { [workbookType]: {} } : { 'application/json': { schema: schemaOf(schema, 'output') } };
  return { description: 'Done', content };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const described = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  // The dialect is OpenAPI's own.
  return Object.fromEntries(Object.entries(described).filter(([name]) => name !== '$schema'));
}
