import { aggregateFileSchema, childSchema, type AggregateFile } from '../../core/api.ts';
import { receiveChild } from '../summaries/children.ts';
import { defineRoute, json, month, noQuery, organisation, parameter, type NoQuery } from './define-route.ts';

export const childPut = defineRoute<NoQuery, AggregateFile>({
  id: 'child-put',
  method: 'PUT',
  path: 'periods/{period}/children/{organisation}',
  summary: { vi: 'Gửi số liệu tổng hợp của một cấp dưới', en: 'Hand a child’s aggregate up' },
  access: { staff: 'own', bloc: 'all' },
  query: noQuery,
  body: aggregateFileSchema,
  bodyBytes: 8 * 1024 * 1024,
  responses: { 200: childSchema },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    const child = parameter(request, 'organisation', organisation);
    return json(await receiveChild(services, request.principal, { period, organisation: child, file: request.body }));
  },
});
