import * as z from 'zod';
import { receiptSchema } from '../../core/api.ts';
import { submit } from '../submissions/submit.ts';
import { defineRoute, fileNameOf, json, organisation, period } from './define-route.ts';

const query = z.strictObject({ organisation, period, file: z.string().max(300).optional() });

/**
 * The body is the workbook; its name comes percent-encoded in `x-file-name`, or in `file` where no header can be sent:
 * an address may end up in the logs of what stands between.
 */
export const submissionCreate = defineRoute<z.infer<typeof query>, Uint8Array>({
  id: 'submission-create',
  method: 'POST',
  path: 'submissions',
  summary: { vi: 'Nộp một tệp', en: 'Submit a workbook' },
  access: { staff: 'own', bloc: 'all' },
  query,
  body: 'bytes',
  responses: { 200: receiptSchema, 201: receiptSchema },
  handle: async (request, services) => {
    const { organisation: selected, period: month, file } = request.query;
    const receipt = await submit(services, request.principal, {
      organisation: selected,
      period: month,
      file: fileNameOf(request, file),
      bytes: request.body,
    });
    return json(receipt, receipt.repeated ? 200 : 201);
  },
});
