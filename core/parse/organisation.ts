/** Who a workbook comes from: letterhead lines and names resolved against the profile's register. */
import type { Located } from '../document.ts';
import type { Profile } from '../profile.ts';
import { fold, foldPlain, normalise } from '../text/compare.ts';
import { latin } from '../text/latin.ts';

/** An organisation as written and its id in the register. */
export interface WrittenOrganisation {
  readonly text: Located<string>;
  readonly id: string | null;
}

interface Register {
  readonly byName: ReadonlyMap<string, string | null>;
  readonly bloc: ReadonlySet<string>;
}

/** Bodies of a committee that write in its name. */
const ownBodies =
  /^(ban tuyen giao|van phong|(to|doi ngu|nhom)( cong tac vien)?( du luan xa hoi| dlxh)?)( cua)? (?=(dang uy|dang bo) )/;
/** «Đảng ủy Bộ Y tế - Tổ dư luận xã hội» */
const ownBodyBehind = latin(
  String.raw`\s*[-–—,/]\s*(?:ban tuyên giáo|văn phòng đảng (?:ủy|uỷ)|(?:tổ|nhóm|đội ngũ)(?: cộng tác viên| ctv)?(?: dư luận xã hội| dlxh))\s*$`,
  'iu',
);
const prefixes =
  /^((ban chap hanh|bch|ban thuong vu|btv) )?(dang uy|du|d u|dang bo|dang bo bo phan|chi bo|chi uy|bch dang bo)( truc thuoc| co so)? /;

/**
 * Abbreviations anybody may use in any name, written out in the register's names too, so that «Tư pháp» and «TƯ» may
 * meet in one word. An organisation's own are among its aliases.
 */
const abbreviations: Readonly<Record<string, string>> = {
  tw: 'trung uong',
  tu: 'trung uong',
  cq: 'co quan',
  cqtw: 'co quan trung uong',
  ccqtw: 'cac co quan trung uong',
  vn: 'viet nam',
  nn: 'nha nuoc',
  vp: 'van phong',
  hv: 'hoc vien',
  nxb: 'nha xuat ban',
  bql: 'ban quan ly',
  hcm: 'ho chi minh',
  ctqg: 'chinh tri quoc gia',
  nd: 'nhan dan',
  ndtc: 'nhan dan toi cao',
  ksnd: 'kiem sat nhan dan',
  tand: 'toa an nhan dan',
  vksnd: 'vien kiem sat nhan dan',
  ubtw: 'uy ban trung uong',
  ubkt: 'uy ban kiem tra',
  mttq: 'mat tran to quoc',
  ldvn: 'lao dong viet nam',
  tncs: 'thanh nien cong san',
  lhpn: 'lien hiep phu nu',
  ccb: 'cuu chien binh',
  htx: 'hop tac xa',
  bhxh: 'bao hiem xa hoi',
  csxh: 'chinh sach xa hoi',
  khxh: 'khoa hoc xa hoi',
  vhnt: 'van hoc nghe thuat',
  ptnt: 'phat trien nong thon',
};

/** `foldPlain` with abbreviations written out; «và» goes, as «&» goes in folding. */
function plainName(name: string): string {
  return foldPlain(name)
    .split(' ')
    .filter((word) => word !== 'va')
    .map((word) => abbreviations[word] ?? word)
    .join(' ');
}

const registers = new WeakMap<Profile, Register>();

function registerOf(profile: Profile): Register {
  const known = registers.get(profile);
  if (known) return known;
  const byName = new Map<string, string | null>();
  const add = (key: string, id: string): void => {
    const other = byName.get(key);
    // A key two organisations share names neither.
    if (other === undefined) byName.set(key, id);
    else if (other !== id) byName.set(key, null);
  };
  const bloc = new Set([profile.bloc.name, ...profile.bloc.aliases].flatMap((name) => keysOf(name)));
  for (const { id, name, aliases } of profile.organisations)
    for (const wording of [name, ...aliases]) for (const key of keysOf(wording)) add(key, id);
  const register = { byName, bloc };
  registers.set(profile, register);
  return register;
}

/**
 * From the strictest spelling to the loosest: with diacritics, without, without «Đảng ủy/Đảng bộ», without the signs and
 * spaces in abbreviations («LĐTB&XH», «LĐ-TBXH»), without «Cơ quan» before the elected body it is the office of; that
 * of a ministry is a committee below the ministry's.
 */
function keysOf(name: string): string[] {
  const plain = plainName(name);
  const bare = plain.replace(ownBodies, '').replace(prefixes, '');
  const body = bare.replace(/^co quan (?=(uy ban|trung uong) )/, '');
  return [...new Set([`=${fold(name)}`, plain, `~${bare}`, `~${bare.replaceAll(' ', '')}`, `~${body}`])];
}

/** The id of an organisation by any of its names; null when the register does not have it, or has it twice. */
export function resolveOrganisation(name: string, profile: Profile): string | null {
  const { byName } = registerOf(profile);
  const cleaned = name.replace(/^[\s"“«([]+|[\s"”»)\].;,*]+$/g, '');
  // «Đài Truyền hình Việt Nam (VTV)»
  const bare = normalise(name)
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(ownBodyBehind, '');
  for (const key of [...keysOf(cleaned), ...(bare === name ? [] : keysOf(bare))]) {
    const id = byName.get(key);
    if (id !== undefined && id !== null) return id;
  }
  return null;
}

export function isBlocName(name: string, profile: Profile): boolean {
  const { bloc } = registerOf(profile);
  return keysOf(name).some((key) => bloc.has(key)) && !/^~?$/.test(foldPlain(name));
}

/** Lines of a letterhead that name no organisation. */
const furniture =
  /^(dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc|so( ky hieu)?\b.*|.*\bngay\b.*\bthang\b.*|mat|toi mat|tuyet mat|hoa toc|khan|thuong khan|mau .*|phu luc.*|kem theo.*)$/;
const organisationWords =
  /^(ban chap hanh|bch|dang uy|dang bo|huyen uy|quan uy|thi uy|thanh uy|tinh uy|chi bo|chi uy|ban tuyen giao|btv|ban thuong vu|co quan|van phong|dang doan|ban can su)\b/;

/** The lines above a title: the superior first, then the committee itself. A line may be broken over several cells. */
export function organisationOfLetterhead(
  lines: readonly Located<string>[],
  profile: Profile,
): WrittenOrganisation | null {
  const names = lines
    .flatMap((line) => withoutSuperior(line, profile))
    .filter(({ value }) => {
      const plain = foldPlain(value);
      return plain.length > 1 && !furniture.test(plain);
    });
  let superior: Located<string> | null = null;
  let fallback: WrittenOrganisation | null = null;
  for (let at = 0; at < names.length;) {
    const line = names[at];
    if (!line) break;
    const joined = joinedName(names, at, profile);
    if (joined.bloc) superior = line;
    else if (joined.id !== null) {
      const last = names[at + joined.count - 1] ?? line;
      const below = subordinateBelow(last, names[at + joined.count], profile);
      return below ? { text: below, id: null } : { text: { ...line, value: joined.text }, id: joined.id };
    } else if (!fallback && (superior !== null || organisationWords.test(foldPlain(line.value))))
      fallback = { text: line, id: null };
    at += joined.count;
  }
  if (fallback) return fallback;
  return superior ? { text: superior, id: resolveOrganisation(superior.value, profile) ?? profile.bloc.id } : null;
}

const dashed = /\s{1,3}[-–—]\s{1,3}/;

/** «ĐẢNG BỘ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG - ĐẢNG ỦY BỘ Y TẾ» on one line, as two. */
function withoutSuperior(line: Located<string>, profile: Profile): Located<string>[] {
  const [first = '', ...rest] = line.value.split(dashed);
  if (rest.length === 0 || !isBlocName(first, profile)) return [line];
  return [
    { ...line, value: first },
    { ...line, value: line.value.slice(first.length).replace(dashed, '') },
  ];
}

/** «ĐẢNG ỦY BỆNH VIỆN BẠCH MAI» below «ĐẢNG ỦY BỘ Y TẾ»: the committee is the hospital's, of the ministry's. */
function subordinateBelow(
  line: Located<string>,
  next: Located<string> | undefined,
  profile: Profile,
): Located<string> | null {
  if (!next || next.column !== line.column || next.row > line.row + 2) return null;
  const plain = foldPlain(next.value);
  const own = /^(dang uy|dang bo)( bo phan| co so)? \S+ \S/.test(plain) && !ownBodies.test(plain);
  return own && !isBlocName(next.value, profile) && resolveOrganisation(next.value, profile) === null ? next : null;
}

function joinedName(
  names: readonly Located<string>[],
  at: number,
  profile: Profile,
): { bloc: boolean; id: string | null; count: number; text: string } {
  for (const count of [3, 2, 1]) {
    const parts = names.slice(at, at + count);
    if (parts.length < count) continue;
    const text = parts.map(({ value }) => value.trim()).join(' ');
    if (isBlocName(text, profile)) return { bloc: true, id: null, count, text };
    const id = resolveOrganisation(text, profile);
    if (id !== null) return { bloc: false, id, count, text: count === 1 ? (parts[0]?.value ?? text) : text };
  }
  return { bloc: false, id: null, count: 1, text: names[at]?.value ?? '' };
}

/** The organisation whose name stands inside a longer text, such as a title; the longest name wins. */
export function organisationInText(line: Located<string>, profile: Profile): WrittenOrganisation | null {
  const plain = ` ${plainName(line.value)} `;
  let best: { name: string; id: string } | null = null;
  for (const { id, name, aliases, level } of profile.organisations) {
    if (level === 'bloc') continue;
    for (const wording of [name, ...aliases]) {
      const key = plainName(wording);
      if (key.length > 4 && plain.includes(` ${key} `) && (!best || key.length > best.name.length))
        best = { name: key, id };
    }
  }
  return best ? { text: line, id: best.id } : null;
}
