import type * as z from 'zod';
import { extensionSchema, grantedSchema } from '../../core/api.ts';
import { grantExtension } from '../tracking/extensions.ts';
import { defineRoute, json, month, noQuery, organisation, parameter, type NoQuery } from './define-route.ts';

export const extensionPut = defineRoute<NoQuery, z.infer<typeof extensionSchema>>({
  id: 'extension-put',
  method: 'PUT',
  path: 'periods/{period}/extensions/{organisation}',
  summary: { vi: 'Gia hạn báo cáo cho một tổ chức', en: 'Extend the deadline for one committee' },
  access: { bloc: 'all' },
  query: noQuery,
  body: extensionSchema,
  responses: { 200: grantedSchema },
  handle: async (request, services) => {
    const { until, grantor, reason } = await grantExtension(services, request.principal, {
      period: parameter(request, 'period', month),
      organisation: parameter(request, 'organisation', organisation),
      ...request.body,
    });
    return json({ until, grantor, reason });
  },
});
