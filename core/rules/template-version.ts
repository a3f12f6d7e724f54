import * as z from 'zod';
import { defineRule, documentCell } from '../rule.ts';

/** Older templates are still read; a newer one may hold what this version does not know. */
export const templateVersion = defineRule({
  id: 'template-version',
  on: 'workbook',
  severity: 'warning',
  title: { vi: 'Tệp dùng phiên bản mẫu hiện hành', en: 'The workbook uses the current template version' },
  parameters: z.strictObject({}),
  *check({ document, structure: { template, header } }, { profile }) {
    const current = profile.templateVersion;
    if (!template || template.version === current) return;
    const newer = template.version > current;
    yield {
      at: (document && documentCell(document)) ?? header,
      severity: newer ? ('error' as const) : ('warning' as const),
      args: { kind: template.kind, version: template.version, current, newer },
    };
  },
  message: {
    vi: ({ kind, version, current }) =>
      `Tệp lập theo mẫu ${kind}/${version}; phiên bản hiện hành là ${kind}/${current}.`,
    en: ({ kind, version, current }) =>
      `Made from template ${kind}/${version}; the current version is ${kind}/${current}.`,
  },
  remedy: {
    vi: ({ newer }) =>
      newer
        ? 'Cập nhật công cụ này, hoặc tải mẫu hiện hành và chuyển nội dung sang.'
        : 'Tải mẫu hiện hành và chuyển nội dung sang; tệp này vẫn được đọc.',
    en: ({ newer }) =>
      newer
        ? 'Update this tool, or get the current template and move the content over.'
        : 'Get the current template and move the content over; this workbook is still read.',
  },
});
