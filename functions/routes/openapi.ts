import * as z from 'zod';
import { describeApi } from '../openapi.ts';
import { defineRoute, json, noQuery } from './define-route.ts';
import { routes } from './index.ts';

export const openapi = defineRoute({
  id: 'openapi',
  method: 'GET',
  path: 'openapi',
  summary: { vi: 'Mô tả OpenAPI của các đường dẫn', en: 'The OpenAPI description of the routes' },
  access: 'anyone',
  query: noQuery,
  body: 'none',
  responses: { 200: z.unknown() },
  handle: () => Promise.resolve(json(describeApi(routes))),
});
