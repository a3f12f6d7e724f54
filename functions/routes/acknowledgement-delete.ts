import * as z from 'zod';
import { revokeAcknowledgement } from '../tracking/acknowledgements.ts';
import { defineRoute, noQuery, parameter } from './define-route.ts';

const findingId = z.string().regex(/^[0-9a-f]{16}$/);

export const acknowledgementDelete = defineRoute({
  id: 'acknowledgement-delete',
  method: 'DELETE',
  path: 'submissions/{submission}/acknowledgements/{finding}',
  summary: { vi: 'Thu hồi việc chấp nhận một phát hiện', en: 'Revoke the acknowledgement of a finding' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 204: 'none' },
  handle: async (request, services) => {
    const finding = parameter(request, 'finding', findingId);
    await revokeAcknowledgement(services, request.principal, parameter(request, 'submission'), finding);
    return { status: 204 };
  },
});
