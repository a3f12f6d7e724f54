import { summaryStatusSchema } from '../../core/api.ts';
import { cancel } from '../summaries/request.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

export const summaryCancel = defineRoute({
  id: 'summary-cancel',
  method: 'POST',
  path: 'summaries/{summary}/cancel',
  summary: { vi: 'Dừng một lần tổng hợp đang chạy', en: 'Stop a merge under way' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: summaryStatusSchema },
  handle: async (request, services) => json(await cancel(services, request.principal, parameter(request, 'summary'))),
});
