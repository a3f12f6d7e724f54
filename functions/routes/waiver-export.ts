import { waiverFileSchema } from '../../core/api.ts';
import { exportWaivers } from '../tracking/waivers.ts';
import { defineRoute, mine, month, noQuery, parameter } from './define-route.ts';

export const waiverExport = defineRoute({
  id: 'waiver-export',
  method: 'GET',
  path: 'periods/{period}/waivers',
  summary: {
    vi: 'Tệp giải trình của một kỳ, để mang sang nơi khác',
    en: 'The waivers of a period, to carry elsewhere',
  },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: waiverFileSchema },
  handle: async (request, services) => {
    const period = parameter(request, 'period', month);
    const file = await exportWaivers(services, request.principal, period, mine(request.principal));
    const name = `giai-trinh-${period}.json`;
    return { status: 200, json: file, headers: { 'content-disposition': `attachment; filename="${name}"` } };
  },
});
