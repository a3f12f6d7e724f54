import { removeRequest } from '../tracking/requests.ts';
import { defineRoute, noQuery, parameter } from './define-route.ts';

export const requestDelete = defineRoute({
  id: 'request-delete',
  method: 'DELETE',
  path: 'requests/{request}',
  summary: { vi: 'Bỏ một yêu cầu đột xuất', en: 'Take an ad-hoc request back' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 204: 'none' },
  handle: async (request, services) => {
    await removeRequest(services, request.principal, parameter(request, 'request'));
    return { status: 204 };
  },
});
