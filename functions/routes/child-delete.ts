import { withdrawChild } from '../summaries/children.ts';
import { defineRoute, month, noQuery, organisation, parameter } from './define-route.ts';

export const childDelete = defineRoute({
  id: 'child-delete',
  method: 'DELETE',
  path: 'periods/{period}/children/{organisation}',
  summary: { vi: 'Bỏ số liệu tổng hợp của một cấp dưới', en: 'Take a child’s aggregate out' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 204: 'none' },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    await withdrawChild(services, request.principal, period, parameter(request, 'organisation', organisation));
    return { status: 204 };
  },
});
