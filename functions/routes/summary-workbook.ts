import { recordAccess } from '../protocol/access.ts';
import { notFound, totalsOnly } from '../submissions/problems.ts';
import { names } from '../summaries/part-blob.ts';
import { readSummary } from '../summaries/record.ts';
import { defineRoute, noQuery, parameter, workbook } from './define-route.ts';

/** Members' names are for the Bloc alone. */
export const summaryWorkbook = defineRoute({
  id: 'summary-workbook',
  method: 'GET',
  path: 'summaries/{summary}/workbook',
  summary: { vi: 'Tệp tổng hợp; lượt tải được ghi lại', en: 'The summary workbook; the download is logged' },
  access: { bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: 'bytes' },
  handle: async (request, services) => {
    const id = parameter(request, 'summary');
    const found = await readSummary(services.store, id);
    if (found?.record.state !== 'published') throw notFound();
    const { period, contentHash } = found.record;
    const bytes = await services.store.getBlob(names.workbook(id, request.principal.role === 'bloc'));
    if (bytes === null) throw totalsOnly();
    const access = { action: 'summary-read', organisation: null, subject: id, file: contentHash };
    await recordAccess(services, period, request.principal, access);
    return workbook(bytes, `tong-hop-${period}.xlsx`);
  },
});
