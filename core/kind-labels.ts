/** What the kinds of documents are called in messages. */
import type { DocumentKind } from './document.ts';
import type { Message } from './message.ts';

export const kindLabels: Readonly<Record<DocumentKind, Message>> = {
  roster: { vi: 'danh sách', en: 'roster' },
  report: { vi: 'báo cáo', en: 'report' },
  year: { vi: 'sổ công tác năm', en: 'year record' },
};
