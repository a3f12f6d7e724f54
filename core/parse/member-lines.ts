/** A roster written as numbered lines instead of a table: «1. Đ/c Nguyễn Văn An, Phó Trưởng phòng, Chi bộ 1 - Tổ trưởng». */
import type { Located, Member } from '../document.ts';
import type { Profile } from '../profile.ts';
import { foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';
import { stripTitles } from '../text/name.ts';
import { withoutBullet, type ContentLine } from './content.ts';
import { splitNumbering } from './match.ts';
import { namesUnit } from './unit-name.ts';
import { wordsOf } from './vocabulary-words.ts';

/** One person alone may be a sentence that begins with a name. */
const fewest = 2;
const named = latin(String.raw`^(\p{Lu}[\p{L}’']*(?: \p{Lu}[\p{L}’']*){1,5})(?:\s*[,;:(–—]|\s+-\s|-\s|$)(.*)$`, 'u');
const separator = /\s*[,;:()–—]\s*|\s+-\s+|\s*-\s+/;
/** «Bí thư Chi bộ 1»: an office and the unit it is held in. */
const unitWithin = /\b(chi bo|dang bo|don vi)\b/;

/** The members, when the lines number two or more people from 1 on, or bullet people with a title; otherwise none. */
export function membersFromLines(lines: readonly ContentLine[], profile: Profile): Member[] {
  const roles = wordsOf(profile, 'role').map(({ plain }) => plain);
  const members: Member[] = [];
  for (const { located, shown } of lines)
    for (const line of shown.split(/[\r\n]+/)) {
      const person = personOf(line, members.length + 1);
      const [, name, about] = (person !== null && named.exec(person)) || [];
      if (name !== undefined) members.push(memberOf(located, name, about ?? '', roles));
    }
  return members.length < fewest ? [] : members;
}

/** Those whom lines beside a table of the others name with their role: «Tổ trưởng: Đồng chí Nguyễn Văn An, Phó Bí thư Đảng ủy». */
export function leadersFromLines(lines: readonly ContentLine[], profile: Profile): Member[] {
  const roles = wordsOf(profile, 'role').map(({ plain }) => plain);
  return lines.flatMap(({ located, shown }) =>
    shown.split(/[\r\n]+/).flatMap((line): Member[] => {
      const [, role = '', person = ''] = roleAndPerson.exec(splitNumbering(withoutBullet(line)).rest) ?? [];
      const [, name, about = ''] = named.exec(stripTitles(normalise(person))) ?? [];
      if (name === undefined || !roles.includes(foldPlain(role))) return [];
      return [{ ...memberOf(located, name, about, roles), role: { ...located, value: normalise(role) } }];
    }),
  );
}

const roleAndPerson = /^([^:]{3,30}):(.+)$/;

/** The line from the name on; null when it is neither the next number nor «- Đồng chí …». */
function personOf(line: string, next: number): string | null {
  const { style, ordinal, rest } = splitNumbering(line);
  if (style === 'arabic') return ordinal === next ? stripTitles(rest) : null;
  const bare = normalise(withoutBullet(line));
  const name = stripTitles(bare);
  return bare !== normalise(line) && name !== bare ? name : null;
}

function memberOf(place: Located<string>, name: string, about: string, roles: readonly string[]): Member {
  const pieces = normalise(about)
    .split(separator)
    .map((piece) => piece.replace(/\.$/, ''))
    .filter((piece) => foldPlain(piece) !== '');
  const take = (fits: (piece: string) => boolean): Located<string> | null => {
    const found = pieces.filter(fits);
    return found.length === 0 ? null : { ...place, value: found.join(', ') };
  };
  const isRole = (piece: string): boolean => roles.some((role) => ` ${foldPlain(piece)} `.startsWith(` ${role} `));
  const isUnit = (piece: string): boolean => !isRole(piece) && namesUnit(piece);
  const position = take((piece) => !isRole(piece) && !isUnit(piece));
  return {
    row: place.row,
    name: { ...place, value: name },
    position,
    unit: take(isUnit) ?? (position && unitWithin.test(foldPlain(position.value)) ? position : null),
    role: take(isRole),
    decisionNumber: null,
    decisionDate: null,
    term: null,
    status: null,
    note: null,
    optional: {},
    active: true,
  };
}
