import type { Message } from '../../core/message.ts';

const reasons = {
  'no-data': {
    vi: 'Thư mục dữ liệu này không có dữ liệu để sao lưu.',
    en: 'There is nothing to back up in this data folder.',
  },
  'file-exists': {
    vi: 'Tệp sao lưu đã có; hãy đặt tên khác.',
    en: 'The backup file exists already; choose another name.',
  },
  changed: {
    vi: 'Một tệp dữ liệu thay đổi trong khi sao lưu; hãy sao lưu lại.',
    en: 'A data file changed during the backup; back up again.',
  },
  'data-exists': {
    vi: 'Thư mục dữ liệu đích không trống; hãy chọn thư mục mới hoặc dời dữ liệu cũ đi trước.',
    en: 'The target data folder is not empty; choose a new one or move the old data away first.',
  },
  'not-a-backup': { vi: 'Tệp này không phải bản sao lưu.', en: 'This file is not a backup.' },
  incomplete: {
    vi: 'Bản sao lưu không đầy đủ; hãy dùng bản khác.',
    en: 'The backup is incomplete; use another one.',
  },
  damaged: {
    vi: 'Bản sao lưu bị hỏng: nội dung không khớp mã kiểm tra; hãy dùng bản khác.',
    en: 'The backup is damaged: its content does not match its checksums; use another one.',
  },
} as const satisfies Record<string, Message>;

/** A backup or a restore that must not go on. Nothing was changed. */
export class BackupRefused extends Error {
  readonly code: keyof typeof reasons;
  readonly reason: Message;

  constructor(code: keyof typeof reasons) {
    super(reasons[code].en);
    this.name = 'BackupRefused';
    this.code = code;
    this.reason = reasons[code];
  }
}
