import { recordAccess } from '../protocol/access.ts';
import { readOriginal } from '../submissions/submit.ts';
import { defineRoute, noQuery, parameter, workbook } from './define-route.ts';

export const submissionOriginal = defineRoute({
  id: 'submission-original',
  method: 'GET',
  path: 'submissions/{submission}/original',
  summary: { vi: 'Tệp gốc đã nộp; lượt tải được ghi lại', en: 'The workbook as submitted; the download is logged' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: 'bytes' },
  handle: async (request, services) => {
    const { record, bytes } = await readOriginal(services, parameter(request, 'submission'));
    const { organisation, id: subject, hash: file, partition } = record;
    await recordAccess(services, partition, request.principal, {
      action: 'original-read',
      organisation,
      subject,
      file,
    });
    return workbook(bytes, record.file);
  },
});
