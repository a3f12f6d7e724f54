import type * as z from 'zod';
import { newRequestSchema, requestSchema } from '../../core/api.ts';
import { createRequest } from '../tracking/requests.ts';
import { defineRoute, json, noQuery, type NoQuery } from './define-route.ts';

export const requestCreate = defineRoute<NoQuery, z.infer<typeof newRequestSchema>>({
  id: 'request-create',
  method: 'POST',
  path: 'requests',
  summary: { vi: 'Yêu cầu báo cáo đột xuất, có hạn riêng', en: 'Ask for an ad-hoc report with its own deadline' },
  access: { bloc: 'all' },
  query: noQuery,
  body: newRequestSchema,
  responses: { 201: requestSchema },
  handle: async ({ body, principal }, services) => json(await createRequest(services, principal, body), 201),
});
