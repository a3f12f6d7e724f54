import { healthSchema } from '../../core/api.ts';
import { defineRoute, json, noQuery } from './define-route.ts';

export const healthLive = defineRoute({
  id: 'health-live',
  method: 'GET',
  path: 'health/live',
  summary: { vi: 'Máy chủ đang chạy', en: 'The server runs' },
  access: 'anyone',
  query: noQuery,
  body: 'none',
  responses: { 200: healthSchema },
  handle: () => Promise.resolve(json({ status: 'live' })),
});
