/** What a sheet holds, told by its titles, section headings and table headers; names of sheets and files do not count. */
import type { DocumentKind } from '../document.ts';
import { foldPlain } from '../text/compare.ts';
import type { Grid } from './grid.ts';
import { findHeader } from './header-row.ts';
import { reportSections } from './wording/report.ts';
import { yearSections } from './wording/year.ts';
import { matchHeading } from './match.ts';
import { areCards, cardLine } from './opinion-cards.ts';
import { labelledActivity } from './year-activity.ts';

export interface Recognition {
  readonly kind: DocumentKind;
  /** From 3 (a title alone) up; a table or several sections with a title give 6 and more. */
  readonly score: number;
}

/** So many filled rows are looked at: a document that starts later is not one. */
export const rowBudget = 400;
/** So many texts may be its title. */
const titleBudget = 200;
const least = 3;

/** Columns only a roster of collaborators has; a list of people without them may be anything. */
const rosterOnly = new Set(['role', 'term', 'decisionNumber', 'decisionDate', 'decision', 'status']);

export type TitleKind = DocumentKind | 'foreign';

/** Every title has one of these; most cells have none and need no closer look. */
const titleWords =
  /danh sach|so theo doi|bieu tong hop|bao cao|tong ket|tong hop|cong tac|hoat dong|ket qua|tinh hinh|phan anh/;

/**
 * What a title line says the document is. `next` is the following text, as «BÁO CÁO» often stands on a line of its own;
 * `plain` is the line folded.
 */
export function titleKind(text: string, next: string, plain = foldPlain(text)): TitleKind | null {
  if (text.length > 300) return null;
  if (!titleWords.test(plain)) return null;
  const upper = text === text.toUpperCase();
  const both = `${plain} ${foldPlain(next.slice(0, 300))}`;
  if (/^(\S+ ){0,3}?(danh sach|so theo doi|bieu tong hop) /.test(`${plain} `) && plain.length < 250) {
    const about = /^(bieu tong hop|danh sach|.*danh sach)$/.test(plain) ? both : plain;
    // «Sổ theo dõi công tác dư luận xã hội năm 2023» is the record of a year.
    const people = /\b(cong tac vien|ctv|doi ngu|nhom cong tac|to du luan|to dlxh|nhom dlxh)\b/.test(about);
    const ofYear =
      /\bnam (19|20)\d{2}\b/.test(both) || /^năm(\s+(báo cáo|công tác|thực hiện))?\s*:/iu.test(next.normalize('NFC'));
    if (upper && !people && /\bcong tac du luan\b/.test(about) && ofYear) return 'year';
    if (people || /\bcong tac du luan\b/.test(about))
      return /\bnguoi\b/.test(plain) && /^danh sach (nay )?(co|gom)\b/.test(plain) ? null : 'roster';
    if (opinionWord.test(about)) return 'roster';
    return upper ? 'foreign' : null;
  }
  if (/^bang tong hop (ve )?(danh sach|doi ngu|to|nhom|cong tac vien|ctv)\b/.test(plain) && opinionWord.test(both))
    return 'roster';
  const yearly = /\bnam (19|20)\d{2}\b/.test(both) && !/\bthang\b/.test(plain) && !/\bngay\b.*\bthang\b/.test(plain);
  if (
    yearly &&
    upper &&
    opinionWord.test(both) &&
    /\b(tong ket|tong hop|cong tac|so cong tac|hoat dong|ket qua)\b/.test(plain) &&
    !/\btinh hinh du luan\b/.test(plain)
  )
    return 'year';
  if (
    yearly &&
    /^((bao cao|so|bieu|tong hop|ke khai) )*(tong ket |cong tac |ket qua )+.*\bnam \d{4}\b/.test(plain) &&
    (upper || opinionWord.test(plain))
  )
    return 'year';
  if (/^bao cao\b/.test(plain)) {
    if (/^bao cao( thang \d.*| dinh ky.*)?$/.test(plain)) {
      if (yearly && opinionWord.test(both) && /\b(tong ket|cong tac)\b/.test(both)) return 'year';
      return opinionWord.test(both) ? 'report' : null;
    }
    if (/^bao cao (nhanh|dot xuat)\b/.test(plain)) return 'report';
    if (opinionWord.test(plain) || (plain.length < 40 && opinionWord.test(both))) return 'report';
    return upper ? 'foreign' : null;
  }
  if (upper && /^(tinh hinh|phan anh|tong hop) .*du luan\b/.test(plain)) return 'report';
  return null;
}

const opinionWord = /\bdu luan\b|\bdlxh\b|\btu tuong\b/;

/** The kind a sheet is, or null. */
export function recognise(grid: Grid): Recognition | null {
  const titles = new Set<TitleKind>();
  const report = new Set<string>();
  const year = new Set<string>();
  const card = new Set<string>();
  const scores = { roster: 0, report: 0, year: 0 };
  const rows = Math.min(grid.rows.length, rowBudget);
  const texts: { readonly text: string; readonly plain: string }[] = [];
  for (let index = 0; index < rows; index += 1) {
    const cells = grid.valued(index);
    for (const cell of cells)
      if (texts.length < titleBudget + 2 && typeof cell.value === 'string' && cell.value.length < 2000)
        texts.push({ text: grid.text(cell), plain: grid.plain(cell) });
    const first = cells[0];
    if (!first) continue;
    if (cells.length >= 2) {
      const header = scores.roster + scores.report < 6 ? findHeader(grid, index, ['roster', 'streams'], false) : null;
      if (header?.kind === 'roster') {
        const own = header.columns.some(
          ({ id, header: { value } }) => rosterOnly.has(id) || /dai dien/.test(foldPlain(value)),
        );
        scores.roster = Math.max(scores.roster, own ? 6 : least);
      } else if (header) scores.report = 6;
    }
    const label = cells.length <= 3 ? cardLine(grid, cells) : null;
    if (label) card.add(label);
    if (cells.length <= 3 && typeof first.value === 'string') {
      const shown = grid.shown(first);
      const numeral =
        /^\s*[IVX]+\s*[.)]?\s*$/.test(shown) && cells[1]
          ? `${shown.replace(/[.)]/g, '').trim()}. ${grid.shown(cells[1])}`
          : shown;
      const reportHeading = matchHeading(reportSections, numeral);
      if (reportHeading) report.add(reportHeading.id);
      const yearHeading = matchHeading(yearSections, numeral)?.id ?? labelledActivity(shown)?.section;
      if (yearHeading) year.add(yearHeading);
    }
    if (cells.length >= 3 && Math.max(scores.roster, scores.report) < 6) {
      const events = findHeader(grid, index, ['events'], false);
      if (events?.columns.some(({ id }) => id === 'activity')) {
        year.add('table');
        year.add('activities');
      }
    }
  }
  if (areCards(card)) scores.report = 6;
  texts.slice(0, titleBudget).forEach(({ text, plain }, at) => {
    const kind = titleKind(text, `${texts[at + 1]?.text ?? ''} ${texts[at + 2]?.text ?? ''}`, plain);
    if (kind) titles.add(kind);
  });
  if (titles.has('roster')) scores.roster += 4;
  if (titles.has('report')) scores.report += 4;
  // «KẾT QUẢ … NĂM 2023» without a word of opinion is a record only by what it holds.
  if (titles.has('year') && (year.size >= 2 || texts.some(({ plain }) => opinionWord.test(plain)))) scores.year += 4;
  if (report.size >= 2 || titles.has('report')) scores.report += Math.min(report.size, 5) * 1.2;
  if (year.size >= 2 || titles.has('year')) scores.year += Math.min(year.size, 6) * 1.2;
  const own = titles.has('roster') || titles.has('report') || titles.has('year');
  if (titles.has('foreign') && !own) for (const kind of ['roster', 'report', 'year'] as const) scores[kind] -= 4;
  const [kind, score] = (['roster', 'report', 'year'] as const)
    .map((one) => [one, scores[one]] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best));
  return score >= least ? { kind, score } : null;
}
