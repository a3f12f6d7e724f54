import * as z from 'zod';
import { auditSchema } from '../../core/api.ts';
import { readAudit } from '../protocol/audit.ts';
import { isPartition } from '../protocol/partitions.ts';
import { defineRoute, json } from './define-route.ts';

/** A month, a year, or `roster`: each has a log of its own. */
const query = z.strictObject({ period: z.string().refine(isPartition) });

export const auditRead = defineRoute<z.infer<typeof query>, undefined>({
  id: 'audit-read',
  method: 'GET',
  path: 'audit',
  summary: { vi: 'Nhật ký và kiểm tra chuỗi', en: 'The audit log, with its chain checked' },
  access: { bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: auditSchema },
  handle: async (request, { store, log }) => {
    const { period } = request.query;
    const { rows, whole } = await readAudit(store, period);
    if (!whole) log('audit-chain-broken', { period, count: rows.length });
    return json({
      entries: rows.map(({ sequence, at, by, account, action, organisation, subject, file, hash }) => {
        return { sequence, at, by, account, action, organisation, subject, file, hash };
      }),
      whole,
    });
  },
});
