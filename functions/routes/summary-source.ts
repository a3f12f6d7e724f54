import * as z from 'zod';
import { sourceSchema } from '../../core/api.ts';
import { sourceOf } from '../summaries/drill.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

const sourceKey = z.string().regex(/^S\d{1,9}$/);

export const summarySource = defineRoute({
  id: 'summary-source',
  method: 'GET',
  path: 'summaries/{summary}/sources/{source}',
  summary: { vi: 'Ô nguồn của một dòng tổng hợp', en: 'The cell a row of the summary came from' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: sourceSchema },
  handle: async (request, services) => {
    const key = parameter(request, 'source', sourceKey);
    return json(await sourceOf(services, parameter(request, 'summary'), key));
  },
});
