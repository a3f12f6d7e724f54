import { endExtension } from '../tracking/extensions.ts';
import { defineRoute, month, noQuery, organisation, parameter } from './define-route.ts';

export const extensionDelete = defineRoute({
  id: 'extension-delete',
  method: 'DELETE',
  path: 'periods/{period}/extensions/{organisation}',
  summary: { vi: 'Bỏ gia hạn của một tổ chức', en: 'Take an extension back' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 204: 'none' },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    await endExtension(services, request.principal, period, parameter(request, 'organisation', organisation));
    return { status: 204 };
  },
});
