import type * as z from 'zod';
import { reasonSchema, submissionSchema } from '../../core/api.ts';
import { exclude } from '../submissions/decide.ts';
import { defineRoute, json, noQuery, parameter, type NoQuery } from './define-route.ts';

export const submissionExclude = defineRoute<NoQuery, z.infer<typeof reasonSchema>>({
  id: 'submission-exclude',
  method: 'POST',
  path: 'submissions/{submission}/exclude',
  summary: { vi: 'Loại một lần nộp khỏi tổng hợp, có lý do', en: 'Keep a submission out of the merge, with a reason' },
  access: { bloc: 'all' },
  query: noQuery,
  body: reasonSchema,
  responses: { 200: submissionSchema },
  handle: async (request, services) =>
    json(await exclude(services, request.principal, parameter(request, 'submission'), request.body.reason)),
});
