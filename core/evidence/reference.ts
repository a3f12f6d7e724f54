import type { DocumentReference, Located } from '../document.ts';
import { latin } from '../text/latin.ts';

const denied = latin(String.raw`^\s*(?:chưa|không)(?!\p{L})`, 'iu');
/** «Quy chế đang xây dựng», «Chưa có, dự kiến ban hành ngày 20/7/2023»: a date there is of what is still to come. */
const toCome = latin(
  String.raw`^(?!.*đã (?:ban hành|có)(?!\p{L}))[^\d.;]{0,40}?(?<!\p{L})(?:sẽ|chờ|dự kiến|chưa (?:có|ban hành|xây dựng|thông qua|phê duyệt|được ban hành)|đang (?:trong quá trình )?(?:xây dựng|soạn|dự thảo|hoàn thiện|chỉnh sửa|lấy ý kiến|trình|xin ý kiến|nghiên cứu|chuẩn bị))(?!\p{L})`,
  'iu',
);

/** True when a document is cited; «chưa có», «đang xây dựng», «dự kiến quý II» and the like cite none yet. */
export function citesDocument(reference: Located<DocumentReference> | null): boolean {
  if (!reference) return false;
  const { number, date, text } = reference.value;
  const said = text.normalize('NFC');
  return number !== null || (!toCome.test(said) && (date !== null || !denied.test(said)));
}
