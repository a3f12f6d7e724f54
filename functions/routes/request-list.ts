import * as z from 'zod';
import { requestsSchema } from '../../core/api.ts';
import { listRequests } from '../submissions/decisions.ts';
import { requestsFor } from '../tracking/requests.ts';
import { defineRoute, json, mine, month } from './define-route.ts';

const query = z.strictObject({ period: month });

export const requestList = defineRoute<z.infer<typeof query>, undefined>({
  id: 'request-list',
  method: 'GET',
  path: 'requests',
  summary: { vi: 'Các yêu cầu đột xuất của một kỳ', en: 'The ad-hoc requests of a period' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: requestsSchema },
  handle: async ({ query: { period }, principal }, { store }) => {
    return json({ requests: requestsFor(await listRequests(store, period), mine(principal)) });
  },
});
