import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

/** A workbook of another committee is stopped before it is filed under the wrong name. */
export const wrongOrganisation = defineRule({
  id: 'wrong-organisation',
  on: 'workbook',
  severity: 'error',
  title: { vi: 'Tổ chức trong tệp là tổ chức nộp', en: 'The organisation in the workbook is the one submitting' },
  parameters: z.strictObject({}),
  *check({ document }, { profile, expectedOrganisation }) {
    if (!document || expectedOrganisation === null || document.organisation === expectedOrganisation) return;
    const nameOf = (id: string | null): string | null =>
      profile.organisations.find((organisation) => organisation.id === id)?.name ?? id;
    yield {
      at: document.organisationText ?? documentCell(document),
      args: {
        found: nameOf(document.organisation) ?? document.organisationText?.value ?? null,
        expected: nameOf(expectedOrganisation) ?? expectedOrganisation,
      },
    };
  },
  message: {
    vi: ({ found, expected }) =>
      found === null
        ? `Tệp không ghi tên tổ chức; nơi nộp đang chọn là «${expected}».`
        : `Tệp ghi tổ chức «${found}», nhưng nơi nộp đang chọn là «${expected}».`,
    en: ({ found, expected }) =>
      found === null
        ? `The workbook names no organisation; the one selected is «${expected}».`
        : `The workbook names «${found}», but the organisation selected is «${expected}».`,
  },
  remedy: {
    vi: ({ expected }) => `Chọn lại tổ chức nộp, hoặc sửa tên trong tệp thành «${expected}».`,
    en: ({ expected }) => `Select the right organisation, or correct the name in the workbook to «${expected}».`,
  },
});
