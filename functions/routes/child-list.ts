import { childrenSchema } from '../../core/api.ts';
import { childrenOf } from '../summaries/children.ts';
import { defineRoute, json, mine, month, noQuery, parameter } from './define-route.ts';

export const childList = defineRoute({
  id: 'child-list',
  method: 'GET',
  path: 'periods/{period}/children',
  summary: { vi: 'Số liệu tổng hợp cấp dưới đã gửi', en: 'Aggregates that children handed up' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: childrenSchema },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    return json({ period, children: await childrenOf(services, period, mine(request.principal)) });
  },
});
