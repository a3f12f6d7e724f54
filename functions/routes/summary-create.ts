import type * as z from 'zod';
import { newSummarySchema, summaryStatusSchema } from '../../core/api.ts';
import { requestSummary } from '../summaries/request.ts';
import { defineRoute, noQuery, type NoQuery } from './define-route.ts';

export const summaryCreate = defineRoute<NoQuery, z.infer<typeof newSummarySchema>>({
  id: 'summary-create',
  method: 'POST',
  path: 'summaries',
  summary: { vi: 'Tổng hợp một kỳ', en: 'Merge a period' },
  access: { bloc: 'all' },
  query: noQuery,
  body: newSummarySchema,
  responses: { 202: summaryStatusSchema },
  handle: async ({ body, principal }, services) => {
    const status = await requestSummary(services, principal, body.period);
    return { status: 202, json: status, headers: { location: `/api/summaries/${status.id}` } };
  },
});
