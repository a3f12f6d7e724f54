/** To whom a proposal is addressed in its own words: «1. Đối với Chính phủ: …», «Đề nghị Bộ Nội vụ: …». */
import { normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { bulletSigns } from './content.ts';

export interface Address {
  readonly body: string;
  /** True when the line says nothing else: it heads the proposals below it. */
  readonly heading: boolean;
}

const longestLead = 160;

const number = String.raw`\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[a-zđ])[.)]\s*`;
const lead = String.raw`^(?:[${bulletSigns}]\s*|${number})?`;
const asks = '(?:kính )?(?:đề nghị|kiến nghị|đề xuất)(?: (?:với|đối với))?|đối với|với';
const toBody = latin(`${lead}(?:${asks}|kính gửi) (?:các )?([^:;.!?]{3,90}?)\\s*(?::\\s*(.*))?$`, 'iu');
/** Without a colon only these words head a list: «Đề nghị Bộ Nội vụ …» goes on as a sentence. */
const heads = latin(`${lead}(?:đối với|(?:đề nghị|kiến nghị|đề xuất) (?:đối )?với) `, 'iu');

const body =
  /^(?:Đảng|Trung ương|Ban|Bộ|Quốc hội|Chính phủ|Thủ tướng|Ủy ban|Uỷ ban|UBND|HĐND|Hội|Văn phòng|Tỉnh|Thành|Huyện|Quận|Ngân hàng|Tổng|Viện|Học viện|Mặt trận|Tòa án|Toà án|Sở|Cục|Vụ|Nhà nước|Thường trực|Thường vụ|Công đoàn|Đoàn|Kho bạc|Bảo hiểm|Thanh tra|Kiểm toán|Cấp ủy|Cấp uỷ|cấp ủy|cấp uỷ|cấp trên|[Bb]ộ, ngành|[Cc]ơ quan|[Đđ]ịa phương)(?= |,|$)/;

/** A verb in small letters («Ban Chỉ đạo» is a body): the sentence has begun, and where is for a reader to say. */
const goesOn = latin(
  String.raw` (?:sớm|cần|có|tiếp tục|tăng cường|quan tâm|chỉ đạo|xem xét|ban hành|nghiên cứu|bổ sung|sửa đổi|đẩy mạnh|tổ chức|thực hiện|giải quyết|làm rõ|hướng dẫn|công bố|kịp thời|về|như|những|một số|nội dung|trong|được|đã|để|nên|phải)(?![\p{L}])`,
  'u',
);

const numbering = new RegExp(`^${number}`, 'iu');
const bulleted = new RegExp(String.raw`^\s*[${bulletSigns}]\s*\S`, 'u');
const leadWords = new RegExp(`^(?:${asks}) `, 'iu');
const longestHeading = 90;

/**
 * «2. Với các bộ, ngành» over «- …»: the list it heads tells that it is no proposal itself. `body` is null where it
 * names a subject. Null for a line that heads nothing.
 */
export function headingOver(shown: string, below: string | undefined): { readonly body: string | null } | null {
  const line = normalise(shown);
  if (below === undefined || !bulleted.test(below) || line.length > longestHeading) return null;
  if (!numbering.test(line) || /[.;!?]$/.test(line)) return null;
  const named = line.replace(numbering, '').replace(/\s*:$/, '').replace(leadWords, '');
  if (goesOn.test(named)) return null;
  return { body: body.test(named.replace(/^các /u, '')) ? named : null };
}

/** Null for a proposal that names no body, or not before a colon. */
export function addressOf(shown: string): Address | null {
  const first = normalise(shown.split(/[\r\n]/, 1)[0] ?? '');
  // The words of the proposal do not matter.
  const colon = first.indexOf(':');
  if (colon < 0 ? first.length > longestLead : colon > longestLead) return null;
  const match = toBody.exec(colon < 0 ? first : first.slice(0, colon + 1));
  const named = match?.[1];
  if (named === undefined || !body.test(named) || goesOn.test(named)) return null;
  if (colon < 0 && !heads.test(first)) return null;
  return { body: named, heading: colon < 0 || normalise(shown).length === colon + 1 };
}
