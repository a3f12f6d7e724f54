import { proposalsSchema } from '../../core/api.ts';
import { proposalsOf } from '../tracking/proposals.ts';
import { defineRoute, json, mine, month, noQuery, parameter } from './define-route.ts';

export const proposalList = defineRoute({
  id: 'proposal-list',
  method: 'GET',
  path: 'periods/{period}/proposals',
  summary: { vi: 'Đề xuất, kiến nghị và kết quả xử lý', en: 'Proposals and what became of them' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: proposalsSchema },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    return json({ proposals: await proposalsOf(services, period, mine(request.principal)) });
  },
});
