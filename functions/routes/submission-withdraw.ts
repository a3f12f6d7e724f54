import type * as z from 'zod';
import { reasonSchema, submissionSchema } from '../../core/api.ts';
import { withdraw } from '../submissions/decide.ts';
import { defineRoute, json, noQuery, parameter, type NoQuery } from './define-route.ts';

export const submissionWithdraw = defineRoute<NoQuery, z.infer<typeof reasonSchema>>({
  id: 'submission-withdraw',
  method: 'POST',
  path: 'submissions/{submission}/withdraw',
  summary: { vi: 'Rút một lần nộp, có lý do', en: 'Withdraw a submission, with a reason' },
  access: { staff: 'own', bloc: 'all' },
  query: noQuery,
  body: reasonSchema,
  responses: { 200: submissionSchema },
  handle: async (request, services) =>
    json(await withdraw(services, request.principal, parameter(request, 'submission'), request.body.reason)),
});
