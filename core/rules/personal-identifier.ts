import * as z from 'zod';
import type { Message } from '../message.ts';
import { defineRule } from '../rule.ts';
import type { IdentifierType } from '../text/identifier.ts';
import { personalPlaces } from '../evidence/personal.ts';

const names: Readonly<Record<IdentifierType, Message>> = {
  phone: { vi: 'số điện thoại', en: 'a phone number' },
  email: { vi: 'địa chỉ e-mail', en: 'an e-mail address' },
  nationalId: { vi: 'số căn cước hoặc chứng minh nhân dân', en: 'a national identity number' },
  plate: { vi: 'biển số xe', en: 'a number plate' },
  account: { vi: 'số tài khoản', en: 'an account number' },
  quote: { vi: 'lời nói ngôi thứ nhất', en: 'a first-person quote' },
  namedPerson: { vi: 'tên người', en: 'a person’s name' },
  officeHolder: { vi: 'tên người giữ chức vụ', en: 'the name of an office-holder' },
};

/** Opinions are reported without the people who hold them. What was found is never repeated, only its kind. */
export const personalIdentifier = defineRule({
  id: 'personal-identifier',
  on: 'workbook',
  severity: 'error',
  title: {
    vi: 'Nội dung không có dữ liệu nhận ra cá nhân (tên, số điện thoại, e-mail, số giấy tờ, lời trích)',
    en: 'Texts identify no person (names, phone numbers, e-mails, identity numbers, quotes)',
  },
  parameters: z.strictObject({}),
  *check(parsed, { profile, rosterNames }) {
    for (const { types, contact, ...place } of personalPlaces(parsed, profile, rosterNames)) {
      const official = types.every((type) => type === 'officeHolder');
      yield {
        at: place.at,
        severity: official || contact ? ('warning' as const) : ('error' as const),
        args: { types, official, contact, kind: place.kind, property: place.property },
      };
    }
  },
  message: {
    vi: ({ types, kind, property }) =>
      `${where(kind, property).vi} có ${types.map((type) => names[type].vi).join(', ')}.`,
    en: ({ types, kind, property }) =>
      `${where(kind, property).en} has ${types.map((type) => names[type].en).join(', ')}.`,
  },
  remedy: {
    vi: ({ official, contact }) => {
      if (contact) return 'Xóa nếu đó là của một cá nhân; nếu là của cơ quan, ghi tên cơ quan ở trước.';
      return official
        ? 'Giữ lại nếu người đó là chủ thể của sự kiện và ghi nhận lý do; nếu không, chỉ nêu chức vụ, cơ quan.'
        : 'Xóa hoặc viết lại để không nhận ra cá nhân, ví dụ «một số ý kiến cho rằng…».';
    },
    en: ({ official, contact }) => {
      if (contact) return 'Remove it if it is a person’s; if it is an office’s, write the office’s name before it.';
      return official
        ? 'Keep it where that person is the subject of the event and record why; otherwise give the office only.'
        : 'Remove it or word it so that nobody can be recognised, such as «một số ý kiến cho rằng…».';
    },
  },
});

function where(kind: string, property: string): Message {
  if (kind === 'comment') return { vi: 'Ghi chú của ô', en: 'The cell comment' };
  if (kind === 'property') return { vi: `Thuộc tính tệp «${property}»`, en: `The document property «${property}»` };
  return { vi: 'Nội dung ô', en: 'The cell' };
}
