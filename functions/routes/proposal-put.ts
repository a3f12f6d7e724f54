import type * as z from 'zod';
import { proposalsSchema, proposalStatusSchema } from '../../core/api.ts';
import { answerProposal } from '../tracking/proposals.ts';
import { defineRoute, json, noQuery, parameter, type NoQuery } from './define-route.ts';

export const proposalPut = defineRoute<NoQuery, z.infer<typeof proposalStatusSchema>>({
  id: 'proposal-put',
  method: 'PUT',
  path: 'proposals/{proposal}',
  summary: { vi: 'Trả lời một kiến nghị', en: 'Answer a proposal' },
  access: { bloc: 'all' },
  query: noQuery,
  body: proposalStatusSchema,
  responses: { 200: proposalsSchema.shape.proposals.element },
  handle: async (request, services) => {
    const id = parameter(request, 'proposal');
    return json(await answerProposal(services, request.principal, { id, ...request.body }));
  },
});
