import { aggregateFileSchema } from '../../core/api.ts';
import { recordAccess } from '../protocol/access.ts';
import { aggregateFile } from '../summaries/children.ts';
import { defineRoute, noQuery, parameter } from './define-route.ts';

export const summaryAggregate = defineRoute({
  id: 'summary-aggregate',
  method: 'GET',
  path: 'summaries/{summary}/aggregate',
  summary: {
    vi: 'Số liệu tổng hợp để gửi cấp trên; lượt tải được ghi lại',
    en: 'What a summary hands up to the superior; the download is logged',
  },
  access: { bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: aggregateFileSchema },
  handle: async (request, services) => {
    const file = await aggregateFile(services, parameter(request, 'summary'));
    const { period, summary, hash } = file;
    await recordAccess(services, period, request.principal, {
      action: 'aggregate-read',
      organisation: null,
      subject: summary,
      file: hash,
    });
    const name = `so-lieu-${period}.json`;
    return { status: 200, json: file, headers: { 'content-disposition': `attachment; filename="${name}"` } };
  },
});
