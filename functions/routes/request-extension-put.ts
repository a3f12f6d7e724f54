import type * as z from 'zod';
import { extensionSchema, grantedSchema } from '../../core/api.ts';
import { extendRequest } from '../tracking/extensions.ts';
import { defineRoute, json, noQuery, organisation, parameter, type NoQuery } from './define-route.ts';

export const requestExtensionPut = defineRoute<NoQuery, z.infer<typeof extensionSchema>>({
  id: 'request-extension-put',
  method: 'PUT',
  path: 'requests/{request}/extensions/{organisation}',
  summary: { vi: 'Gia hạn trả lời yêu cầu đột xuất cho một tổ chức', en: 'Extend a request for one committee' },
  access: { bloc: 'all' },
  query: noQuery,
  body: extensionSchema,
  responses: { 200: grantedSchema },
  handle: async (request, services) => {
    const { until, grantor, reason } = await extendRequest(services, request.principal, {
      request: parameter(request, 'request'),
      organisation: parameter(request, 'organisation', organisation),
      ...request.body,
    });
    return json({ until, grantor, reason });
  },
});
