import { summaryStatusSchema } from '../../core/api.ts';
import { summaryStatus } from '../summaries/request.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

export const summaryRead = defineRoute({
  id: 'summary-read',
  method: 'GET',
  path: 'summaries/{summary}',
  summary: { vi: 'Tiến độ và kết quả của một lần tổng hợp', en: 'How far a merge is, and how it ended' },
  access: { bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: summaryStatusSchema },
  handle: async (request, services) => json(await summaryStatus(services, parameter(request, 'summary'))),
});
