/** Errors of the Excel API → what the user is told. */
import type { Message } from '../../core/message.ts';
import { HostProblem } from '../host.ts';

const reasons = {
  'sheet-protected': {
    vi: 'Trang tính đang được bảo vệ nên không ghi được. Mở Xem lại → Bỏ bảo vệ trang tính rồi thử lại.',
    en: 'The sheet is protected, so nothing can be written. Choose Review → Unprotect Sheet, then try again.',
  },
  'read-only': {
    vi: 'Tệp đang mở ở chế độ chỉ đọc. Bấm «Cho phép sửa» hoặc lưu thành bản khác rồi thử lại.',
    en: 'The workbook is open for reading only. Choose Enable Editing or save a copy, then try again.',
  },
  editing: {
    vi: 'Excel đang chờ nhập xong một ô. Bấm Enter hoặc Esc trong trang tính rồi thử lại.',
    en: 'Excel is waiting for a cell to be finished. Press Enter or Esc in the sheet, then try again.',
  },
  busy: {
    vi: 'Excel đang bận, chưa trả lời. Chờ một chút rồi thử lại.',
    en: 'Excel is busy and did not answer. Wait a moment, then try again.',
  },
  'not-found': {
    vi: 'Trang tính hoặc ô này không còn trong tệp. Hãy kiểm tra lại tệp.',
    en: 'This sheet or cell is no longer in the workbook. Check the workbook again.',
  },
  'sheet-hidden': {
    vi: 'Trang tính này đang ẩn. Bỏ ẩn trang tính rồi thử lại.',
    en: 'This sheet is hidden. Unhide it, then try again.',
  },
  'not-supported': {
    vi: 'Phiên bản Excel này chưa có chức năng cần dùng. Hãy cập nhật Excel hoặc dùng Excel trên web.',
    en: 'This version of Excel lacks what is needed. Update Excel or use Excel on the web.',
  },
  'too-large': {
    vi: 'Nội dung quá lớn để Excel chuyển sang ngăn kiểm tra. Hãy tách bớt trang tính hoặc xóa phần thừa.',
    en: 'There is too much content for Excel to hand over. Split the workbook or delete what is not needed.',
  },
  failed: {
    vi: 'Excel không làm được việc này. Lưu tệp, mở lại rồi thử lần nữa.',
    en: 'Excel could not do this. Save the workbook, open it again and try once more.',
  },
} as const satisfies Record<string, Message>;

export type ProblemCode = keyof typeof reasons;

export function problem(code: ProblemCode, cause?: unknown): HostProblem {
  return new HostProblem(code, reasons[code], cause === undefined ? undefined : { cause });
}

const codes: Readonly<Record<string, ProblemCode>> = {
  AccessDenied: 'read-only',
  ActivityLimitReached: 'busy',
  ApiNotFound: 'not-supported',
  GeneralException: 'busy',
  InvalidOperationInCellEditMode: 'editing',
  InvalidReference: 'not-found',
  ItemNotFound: 'not-found',
  NotImplemented: 'not-supported',
  RequestAborted: 'busy',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
  UnsupportedOperation: 'not-supported',
};

/** What is thrown to the pane for whatever Excel threw. */
export function asProblem(error: unknown): HostProblem {
  if (error instanceof HostProblem) return error;
  // Given up by the user: the caller knows.
  if (error instanceof DOMException && error.name === 'AbortError') throw error;
  const code = codeOf(error);
  return problem((code === null ? undefined : codes[code]) ?? 'failed', error);
}

/** The code of an Excel error; null for anything else. */
function codeOf(error: unknown): string | null {
  return error instanceof OfficeExtension.Error ? error.code : null;
}

export function isTooLarge(error: unknown): boolean {
  return codeOf(error)?.endsWith('PayloadSizeLimitExceeded') === true;
}
