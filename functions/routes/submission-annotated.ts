import { annotateWorkbook } from '../../core/file/annotate.ts';
import { recordAccess } from '../protocol/access.ts';
import { findStanding } from '../submissions/receipt.ts';
import { readOriginal } from '../submissions/submit.ts';
import { deflate, inflate } from '../zlib.ts';
import { defineRoute, noQuery, parameter, workbook } from './define-route.ts';

export const submissionAnnotated = defineRoute({
  id: 'submission-annotated',
  method: 'GET',
  path: 'submissions/{submission}/annotated',
  summary: { vi: 'Bản sao có ghi chú các phát hiện', en: 'A copy with the findings as comments' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: 'bytes' },
  handle: async (request, services) => {
    const id = parameter(request, 'submission');
    const { record, bytes } = await readOriginal(services, id);
    const { standing } = await findStanding(services, id);
    const { organisation, hash: file, partition } = record;
    const access = { action: 'annotated-read', organisation, subject: id, file };
    await recordAccess(services, partition, request.principal, access);
    const annotated = annotateWorkbook(bytes, standing.extract.findings, { inflate, deflate });
    return workbook(annotated, record.file.replace(/(\.xlsx)?$/i, '-ghi-chu.xlsx'));
  },
});
