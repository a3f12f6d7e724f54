import * as z from 'zod';
import { historySchema } from '../../core/api.ts';
import { listOrganisations } from '../submissions/list.ts';
import { defineRoute, json, mine, month, organisation } from './define-route.ts';

const query = z.strictObject({ period: month, organisation: organisation.optional() });

export const submissionList = defineRoute<z.infer<typeof query>, undefined>({
  id: 'submission-list',
  method: 'GET',
  path: 'submissions',
  summary: {
    vi: 'Các lần nộp của một kỳ: báo cáo tháng, công tác năm, danh sách',
    en: 'The submissions of a period: the month’s, the year’s, rosters',
  },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: historySchema },
  handle: async ({ query: { period, organisation: one }, principal }, services) => {
    const organisations = one === undefined ? mine(principal) : [one];
    return json({ submissions: await listOrganisations(services, period, organisations) });
  },
});
