import * as z from 'zod';
import { rehearsalSchema } from '../../core/api.ts';
import { rehearse } from '../summaries/rehearse.ts';
import { defineRoute, json, month } from './define-route.ts';

const query = z.strictObject({ period: month });

export const rehearsalRead = defineRoute<z.infer<typeof query>, undefined>({
  id: 'rehearsal-read',
  method: 'GET',
  path: 'summaries/rehearsal',
  summary: {
    vi: 'Tổng hợp thử, không công bố, kèm các vướng mắc',
    en: 'A merge without publishing, with what stands in its way',
  },
  access: { bloc: 'all' },
  query,
  body: 'none',
  responses: { 200: rehearsalSchema },
  handle: async ({ query: { period } }, services) => json(await rehearse(services, period)),
});
