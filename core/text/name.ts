/** Names of people: Vietnamese order (tên, họ, đệm) and the titles people put before them. */
import { fold, normalise } from './compare.ts';
import { latin } from './latin.ts';

/** Made when first asked for: it takes as long as reading a workbook, and judging one sorts nothing. */
let collator: Intl.Collator | null = null;

function compare(a: string, b: string): number {
  collator ??= new Intl.Collator('vi');
  return collator.compare(a, b);
}

/** Titles and ranks; those of letters only may also stand without their full stop. Longer ones first. */
const titles = [
  String.raw`đ\s?[/.]\s?c(?:hí)?\.?`,
  'đồng chí',
  'phó giáo sư',
  'giáo sư',
  'tiến sĩ',
  'tiến sỹ',
  'thạc sĩ',
  'thạc sỹ',
  'cử nhân',
  'kỹ sư',
  'kiến trúc sư',
  'bác sĩ',
  'bác sỹ',
  'dược sĩ',
  'dược sỹ',
  'luật sư',
  'nhà giáo (?:ưu tú|nhân dân)',
  'nghệ sĩ (?:ưu tú|nhân dân)',
  'thầy thuốc (?:ưu tú|nhân dân)',
  '(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy|uý)',
  'ông',
  'bà',
  String.raw`(?:pgs|gs|tskh|ts|ths|cn|bsck\s?i{1,2}|bs|kts|ks|ls|ds|nsưt|nsnd|ngưt|ngnd|ttưt|ttnd)`,
];

const title = latin(String.raw`^(?:${titles.join('|')})(?:\s*[.,:;][.,:;\s]*|\s+)(?=\p{L})`, 'iu');

/** The name without the titles before it (TS., đ/c, ông …), spaces made single. A title alone is left as it is. */
export function stripTitles(name: string): string {
  let rest = normalise(name);
  for (;;) {
    const shorter = rest.replace(title, '');
    if (shorter === rest) return rest;
    rest = shorter;
  }
}

/** Sorts by tên (last word), then họ (first word), then đệm (what stands between); titles and case do not count. */
export function compareNames(a: string, b: string): number {
  const left = sortKey(a);
  const right = sortKey(b);
  for (let part = 0; part < 3; part++) {
    const order = compare(left[part] ?? '', right[part] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}

/** Vietnamese alphabetical order of any texts. */
export function compareText(a: string, b: string): number {
  return compare(normalise(a), normalise(b));
}

function sortKey(name: string): [given: string, family: string, middle: string] {
  const words = fold(stripTitles(name)).split(' ');
  return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')];
}
