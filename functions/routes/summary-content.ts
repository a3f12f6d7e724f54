import * as z from 'zod';
import { withoutNames } from '../../core/file/summary/without-names.ts';
import { summaryContent as read } from '../summaries/drill.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

/** Core's Summary as JSON. */
export const summaryContent = defineRoute({
  id: 'summary-content',
  method: 'GET',
  path: 'summaries/{summary}/content',
  summary: { vi: 'Nội dung bản tổng hợp', en: 'What a summary holds' },
  access: { bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: z.unknown() },
  handle: async (request, services) => {
    const summary = await read(services, parameter(request, 'summary'));
    return json(request.principal.role === 'bloc' ? summary : withoutNames(summary));
  },
});
