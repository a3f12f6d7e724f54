import * as z from 'zod';
import { acknowledgementSchema, acknowledgementsSchema } from '../../core/api.ts';
import { acknowledge } from '../tracking/acknowledgements.ts';
import { defineRoute, json, noQuery, parameter, type NoQuery } from './define-route.ts';

const findingId = z.string().regex(/^[0-9a-f]{16}$/);

export const acknowledgementPut = defineRoute<NoQuery, z.infer<typeof acknowledgementSchema>>({
  id: 'acknowledgement-put',
  method: 'PUT',
  path: 'submissions/{submission}/acknowledgements/{finding}',
  summary: { vi: 'Chấp nhận một phát hiện, có lý do', en: 'Acknowledge a finding, with a reason' },
  access: { staff: 'own', bloc: 'all' },
  query: noQuery,
  body: acknowledgementSchema,
  responses: { 200: acknowledgementsSchema.shape.acknowledgements.element },
  handle: async (request, services) => {
    const submission = parameter(request, 'submission');
    const finding = parameter(request, 'finding', findingId);
    const made = await acknowledge(services, request.principal, { submission, finding, ...request.body });
    const { reason, by, expires } = made;
    return json({ finding, reason, by, expires });
  },
});
