import { z } from 'zod';
import { requestsSchema } from '../../core/api.ts';
import { listRequests } from '../tracking/requests.ts';
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
    const own = mine(principal);
    const requests = await listRequests(store, period);
    const isMine = (asked: readonly string[] | null): boolean =>
      own === null || asked === null || asked.some((organisation) => own.includes(organisation));
    return json({ requests: requests.filter(({ organisations }) => isMine(organisations)) });
  },
});
