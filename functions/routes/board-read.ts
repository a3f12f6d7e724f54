import * as z from 'zod';
import { boardSchema } from '../../core/api.ts';
import { boardOf } from '../tracking/board.ts';
import { defineRoute, json, mine, month, parameter } from './define-route.ts';

const query = z.strictObject({ asOf: z.iso.datetime().optional() });

export const boardRead = defineRoute<z.infer<typeof query>, undefined>({
  id: 'board-read',
  method: 'GET',
  path: 'periods/{period}',
  summary: { vi: 'Bảng theo dõi của một kỳ', en: 'The tracking board of a period' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: boardSchema },
  handle: async (request, services) => {
    const asOf = request.query.asOf === undefined ? null : new Date(request.query.asOf).toISOString();
    const options = { asOf, organisations: mine(request.principal) };
    return json(await boardOf(services, parameter(request, 'period', month), options));
  },
});
