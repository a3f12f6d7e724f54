import * as z from 'zod';
import { writeTemplate } from '../../core/file/template-workbook.ts';
import { inForce } from '../../core/profile.ts';
import { periodEnd } from '../../core/period.ts';
import { notFound, unusableSelection } from '../submissions/problems.ts';
import { defineRoute, organisation, parameter, period, workbook } from './define-route.ts';

const query = z.strictObject({ organisation, period: period.optional() });
const kinds = z.enum(['roster', 'report', 'year']);

export const templateRead = defineRoute<z.infer<typeof query>, undefined>({
  id: 'template-read',
  method: 'GET',
  path: 'templates/{kind}',
  summary: { vi: 'Tệp mẫu để điền', en: 'A workbook to fill in' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query,
  body: 'none',
  responses: { 200: 'bytes' },
  handle: async (request, { profile }) => {
    const kind = kinds.safeParse(parameter(request, 'kind')).data;
    if (kind === undefined) throw notFound();
    const { organisation: id, period: selected = null } = request.query;
    const named = profile.organisations.filter((one) => one.id === id);
    const found = named.find((one) => selected === null || inForce(one, periodEnd(selected))) ?? named[0];
    if (!found) throw notFound();
    const stated = kind === 'roster' ? null : kind === 'year' ? (selected?.slice(0, 4) ?? null) : selected;
    if (kind === 'report' && stated?.length === 4)
      throw unusableSelection({ vi: 'Báo cáo cần kỳ theo tháng.', en: 'A report needs a month.' });
    const bytes = await writeTemplate({ kind, profile, organisation: found, period: stated });
    return workbook(bytes, `mau-${kind}-${id}${stated === null ? '' : `-${stated}`}.xlsx`);
  },
});
