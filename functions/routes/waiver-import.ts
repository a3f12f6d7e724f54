import { waiverFileSchema, waiverImportSchema, type WaiverFile } from '../../core/api.ts';
import { importWaivers } from '../tracking/waivers.ts';
import { defineRoute, json, month, noQuery, parameter, type NoQuery } from './define-route.ts';

export const waiverImport = defineRoute<NoQuery, WaiverFile>({
  id: 'waiver-import',
  method: 'POST',
  path: 'periods/{period}/waivers',
  summary: { vi: 'Nhập tệp giải trình của một kỳ', en: 'Take in the waivers of a period' },
  access: { bloc: 'all' },
  query: noQuery,
  body: waiverFileSchema,
  bodyBytes: 4 * 1024 * 1024,
  responses: { 200: waiverImportSchema },
  handle: async (request, services) =>
    json(await importWaivers(services, request.principal, parameter(request, 'period', month), request.body)),
});
