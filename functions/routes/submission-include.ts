import type * as z from 'zod';
import { reasonSchema, submissionSchema } from '../../core/api.ts';
import { include } from '../submissions/decide.ts';
import { defineRoute, json, noQuery, parameter, type NoQuery } from './define-route.ts';

export const submissionInclude = defineRoute<NoQuery, z.infer<typeof reasonSchema>>({
  id: 'submission-include',
  method: 'POST',
  path: 'submissions/{submission}/include',
  summary: { vi: 'Đưa lại một lần nộp đã loại', en: 'Take an excluded submission back in' },
  access: { bloc: 'all' },
  query: noQuery,
  body: reasonSchema,
  responses: { 200: submissionSchema },
  handle: async (request, services) =>
    json(await include(services, request.principal, parameter(request, 'submission'), request.body.reason)),
});
