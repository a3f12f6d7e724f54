import { receiptSchema } from '../../core/api.ts';
import { receiptOf } from '../submissions/receipt.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

export const submissionRead = defineRoute({
  id: 'submission-read',
  method: 'GET',
  path: 'submissions/{submission}',
  summary: { vi: 'Biên nhận của một lần nộp', en: 'The receipt of a submission' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: receiptSchema },
  handle: async (request, services) => json(await receiptOf(services, parameter(request, 'submission'))),
});
