import { acknowledgementsSchema } from '../../core/api.ts';
import { acknowledgementsOf } from '../tracking/acknowledgements.ts';
import { defineRoute, json, mine, month, noQuery, parameter } from './define-route.ts';

export const acknowledgementList = defineRoute({
  id: 'acknowledgement-list',
  method: 'GET',
  path: 'periods/{period}/acknowledgements',
  summary: { vi: 'Các phát hiện đã được chấp nhận', en: 'Findings that were acknowledged' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: acknowledgementsSchema },
  handle: async (request, { store, now }) => {
    const period = parameter(request, 'period', month);
    const all = await acknowledgementsOf(store, period, mine(request.principal), now().toISOString());
    return json({
      acknowledgements: all.map(({ finding, reason, by, expires }) => ({ finding, reason, by, expires })),
    });
  },
});
