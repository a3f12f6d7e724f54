import type { DocumentReference, Located } from '../document.ts';
import { latin } from '../text/latin.ts';

const denied = latin(
  String.raw`^\s*(?:chưa|không|sẽ|chờ|dự kiến|đang (?:trong quá trình )?(?:xây dựng|soạn|dự thảo|hoàn thiện|chỉnh sửa|lấy ý kiến|trình|xin ý kiến|nghiên cứu|chuẩn bị))(?!\p{L})`,
  'iu',
);

/** True when a document is cited; «chưa có», «đang xây dựng», «dự kiến quý II» and the like cite none yet. */
export function citesDocument(reference: Located<DocumentReference> | null): boolean {
  if (!reference) return false;
  const { number, date, text } = reference.value;
  return number !== null || date !== null || !denied.test(text.normalize('NFC'));
}
