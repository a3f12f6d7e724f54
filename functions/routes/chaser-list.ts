import { chaserPackSchema } from '../../core/api.ts';
import { chaserPack } from '../tracking/chasers.ts';
import { defineRoute, json, month, noQuery, parameter } from './define-route.ts';

export const chaserList = defineRoute({
  id: 'chaser-list',
  method: 'GET',
  path: 'periods/{period}/chasers',
  summary: { vi: 'Thư đôn đốc soạn sẵn cho từng tổ chức', en: 'Draft messages to committees that owe something' },
  access: { bloc: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: chaserPackSchema },
  handle: async (request, services) => json(await chaserPack(services, parameter(request, 'period', month))),
});
