import { findingsSchema } from '../../core/api.ts';
import { listAcknowledgements } from '../submissions/decisions.ts';
import { findStanding } from '../submissions/receipt.ts';
import { defineRoute, json, noQuery, parameter } from './define-route.ts';

export const submissionFindings = defineRoute({
  id: 'submission-findings',
  method: 'GET',
  path: 'submissions/{submission}/findings',
  summary: {
    vi: 'Các phát hiện và giải trình của một lần nộp',
    en: 'The findings of a submission and what was answered',
  },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: findingsSchema },
  handle: async (request, services) => {
    const { standing } = await findStanding(services, parameter(request, 'submission'));
    const { record, extract } = standing;
    const asOf = services.now().toISOString();
    const known = new Set(extract.findings.map(({ id }) => id));
    const all = await listAcknowledgements(services.store, record.partition, record.organisation, asOf);
    return json({
      findings: extract.findings,
      acknowledgements: all
        .filter(({ finding }) => known.has(finding))
        .map(({ finding, reason, by, expires }) => ({ finding, reason, by, expires })),
    });
  },
});
