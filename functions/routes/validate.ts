import * as z from 'zod';
import { validationSchema } from '../../core/api.ts';
import { FileRefused } from '../../core/file/refused.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { hashOf } from '../../core/hash.ts';
import { validateWorkbook } from '../../core/validate.ts';
import { rosterNamesOf } from '../submissions/judge-upload.ts';
import { fileRefused } from '../submissions/problems.ts';
import { inflate } from '../zlib.ts';
import { defineRoute, fileNameOf, json, organisation, period } from './define-route.ts';

const query = z.strictObject({
  organisation: organisation.optional(),
  period: period.optional(),
  file: z.string().max(300).optional(),
});

export const validate = defineRoute<z.infer<typeof query>, Uint8Array>({
  id: 'validate',
  method: 'POST',
  path: 'validate',
  summary: { vi: 'Kiểm tra một tệp; không lưu gì', en: 'Check a workbook; nothing is stored' },
  access: { staff: 'own', bloc: 'all' },
  query,
  body: 'bytes',
  responses: { 200: validationSchema },
  handle: async (request, services) => {
    const { profile, ruleset, now } = services;
    const { organisation: expectedOrganisation = null, period: expectedPeriod = null } = request.query;
    const rosterNames = expectedOrganisation === null ? [] : await rosterNamesOf(services, expectedOrganisation);
    try {
      const limits = { workbookBytes: profile.limits.workbookBytes };
      const {
        kind,
        organisation: found,
        period: stated,
        nil,
        members,
        streams,
        findings,
      } = validateWorkbook(readWorkbook(request.body, { inflate, limits }), {
        profile,
        asOf: now().toISOString(),
        fileName: fileNameOf(request, request.query.file),
        expectedOrganisation,
        expectedPeriod,
        rosterNames,
      });
      const hash = hashOf(request.body);
      return json({ kind, organisation: found, period: stated, nil, members, streams, ruleset, hash, findings });
    } catch (error) {
      if (error instanceof FileRefused) throw fileRefused(error);
      throw error;
    }
  },
});
