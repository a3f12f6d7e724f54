import { endRequestExtension } from '../tracking/extensions.ts';
import { defineRoute, noQuery, organisation, parameter } from './define-route.ts';

export const requestExtensionDelete = defineRoute({
  id: 'request-extension-delete',
  method: 'DELETE',
  path: 'requests/{request}/extensions/{organisation}',
  summary: { vi: 'Bỏ gia hạn trả lời yêu cầu đột xuất của một tổ chức', en: 'Take an extension of a request back' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 204: 'none' },
  handle: async (request, services) => {
    const id = parameter(request, 'request');
    await endRequestExtension(services, request.principal, id, parameter(request, 'organisation', organisation));
    return { status: 204 };
  },
});
