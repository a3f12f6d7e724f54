import { historySchema } from '../../core/api.ts';
import { findStanding, submissionView } from '../submissions/receipt.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

export const submissionHistory = defineRoute({
  id: 'submission-history',
  method: 'GET',
  path: 'submissions/{submission}/history',
  summary: { vi: 'Mọi phiên bản cùng loại, cùng kỳ', en: 'All versions of the same kind and period' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: historySchema },
  handle: async (request, services) => {
    const { all } = await findStanding(services, parameter(request, 'submission'));
    return json({ submissions: all.map(submissionView) });
  },
});
