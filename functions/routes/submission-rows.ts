import * as z from 'zod';
import { fedRowsSchema } from '../../core/api.ts';
import { parseSubmissionId } from '../protocol/partitions.ts';
import { notFound } from '../submissions/problems.ts';
import { fedRows } from '../summaries/drill.ts';
import { defineRoute, json, month, parameter } from './define-route.ts';

const query = z.strictObject({ period: month.optional() });

/** A roster or year record feeds several months: `period` says which; without it there are no rows to tell. */
export const submissionRows = defineRoute<z.infer<typeof query>, undefined>({
  id: 'submission-rows',
  method: 'GET',
  path: 'submissions/{submission}/rows',
  summary: {
    vi: 'Các dòng của bản tổng hợp lấy từ lần nộp này',
    en: 'The rows of the published summary that this submission fed',
  },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: fedRowsSchema },
  handle: async (request, services) => {
    const id = parameter(request, 'submission');
    const name = parseSubmissionId(id);
    if (name === null) throw notFound();
    const period = request.query.period ?? name.partition;
    if (!month.safeParse(period).success) return json({ summary: null, rows: [] });
    return json(await fedRows(services, id, period));
  },
});
