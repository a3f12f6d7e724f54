import * as z from 'zod';
import { summariesSchema } from '../../core/api.ts';
import { summaryList as list } from '../summaries/request.ts';
import { defineRoute, json, month } from './define-route.ts';

const query = z.strictObject({ period: month });

export const summaryList = defineRoute<z.infer<typeof query>, undefined>({
  id: 'summary-list',
  method: 'GET',
  path: 'summaries',
  summary: { vi: 'Các bản tổng hợp của một kỳ', en: 'The summaries of a period' },
  access: { bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: summariesSchema },
  handle: async ({ query: { period } }, services) => json({ summaries: await list(services, period) }),
});
