import { missingSchema } from '../../core/api.ts';
import { boardOf } from '../tracking/board.ts';
import { defineRoute, json, month, noQuery, parameter } from './define-route.ts';

export const missingList = defineRoute({
  id: 'missing-list',
  method: 'GET',
  path: 'periods/{period}/missing',
  summary: { vi: 'Các tổ chức chưa có báo cáo được chấp nhận', en: 'Committees without an accepted report' },
  access: { bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: missingSchema },
  handle: async (request, services) => {
    const { period, asOf, rows } = await boardOf(services, parameter(request, 'period', month));
    const missing = rows.filter(({ timeliness }) => timeliness === 'missing');
    return json({
      period,
      asOf,
      organisations: missing.map(({ organisation, name, status }) => ({ organisation, name, status })),
    });
  },
});
