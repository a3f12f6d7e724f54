import { healthSchema } from '../../core/api.ts';
import { StoreUnavailable } from '../store/store.ts';
import { defineRoute, json, noQuery } from './define-route.ts';

export const healthReady = defineRoute({
  id: 'health-ready',
  method: 'GET',
  path: 'health/ready',
  summary: { vi: 'Máy chủ nhận được yêu cầu', en: 'The server can take requests' },
  access: 'anyone',
  query: noQuery,
  body: 'none',
  responses: { 200: healthSchema, 503: healthSchema },
  handle: async (_request, { store }) => {
    try {
      await store.get('host', 'health');
      return json({ status: 'ready' });
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return json({ status: 'unavailable' }, 503);
    }
  },
});
