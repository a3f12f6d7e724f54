/** Which column, section or label a text names. */
import { foldPlain, normalise } from '../text/compare.ts';
import { personalColumns, type ColumnSpec, type LabelSpec, type SectionSpec } from './wording/common.ts';
import { proposalColumns, refusedReportColumns, streamColumns } from './wording/report.ts';
import { optionalColumns, rosterColumns, rosterSplitColumns } from './wording/roster.ts';
import { eventColumns, trainingColumns, yearSideColumns } from './wording/year.ts';

export type TableKind = 'roster' | 'streams' | 'proposals' | 'trainings' | 'events';

/** `standard` is what the kind's tables hold; `optional` needs the profile's consent; `refused` is never wanted. */
export type ColumnGroup = 'standard' | 'optional' | 'refused';

export interface ColumnMatch {
  readonly id: string;
  readonly group: ColumnGroup;
  /** 0 the standard header, then synonyms in order of preference; `patternRank` for a guess by pattern. */
  readonly rank: number;
}

export const patternRank = 1000;
const headerLength = 120;
const patternLength = 70;

interface Vocabulary {
  readonly exact: ReadonlyMap<string, ColumnMatch>;
  /** Whole wordings of `exact` and the words they open or close with: a header may be split over its lines. */
  readonly parts: ReadonlySet<string>;
  readonly patterns: readonly { readonly pattern: RegExp; readonly match: ColumnMatch }[];
}

type Groups = readonly (readonly [ColumnGroup, readonly ColumnSpec<string>[]])[];

const groups: Readonly<Record<TableKind, Groups>> = {
  roster: [
    ['standard', rosterColumns],
    ['standard', rosterSplitColumns],
    ['optional', optionalColumns],
    ['refused', personalColumns],
  ],
  streams: [
    ['standard', streamColumns],
    ['refused', refusedReportColumns],
  ],
  proposals: [
    ['standard', proposalColumns],
    ['refused', refusedReportColumns],
  ],
  trainings: [
    ['standard', trainingColumns],
    ['standard', yearSideColumns],
  ],
  events: [
    ['standard', eventColumns],
    ['standard', yearSideColumns],
  ],
};

const vocabularies = Object.fromEntries(
  Object.entries(groups).map(([kind, list]) => [kind, vocabularyOf(list)]),
) as Record<TableKind, Vocabulary>;

function vocabularyOf(list: Groups): Vocabulary {
  const exact = new Map<string, ColumnMatch>();
  const patterns: { pattern: RegExp; match: ColumnMatch }[] = [];
  for (const [group, specs] of list)
    for (const spec of specs) {
      [spec.label, ...spec.synonyms].forEach((wording, rank) => {
        const key = foldPlain(wording) || wording;
        if (!exact.has(key)) exact.set(key, { id: spec.id, group, rank });
      });
      if (spec.pattern) patterns.push({ pattern: spec.pattern, match: { id: spec.id, group, rank: patternRank } });
    }
  // A personal column must not slip in under a general pattern («Tình trạng hôn nhân»).
  const strictness: Record<ColumnGroup, number> = { refused: 0, optional: 1, standard: 2 };
  patterns.sort((a, b) => strictness[a.match.group] - strictness[b.match.group]);
  const parts = new Set<string>();
  for (const wording of exact.keys()) {
    const words = wording.split(' ');
    for (let count = 1; count <= words.length; count += 1) {
      parts.add(words.slice(0, count).join(' '));
      parts.add(words.slice(-count).join(' '));
    }
  }
  return { exact, parts, patterns };
}

/**
 * The column a header names. `path` is the header from its group line down to its own line, so that «Số» under
 * «Quyết định» is read as «Quyết định số».
 */
export function matchColumn(kind: TableKind, path: readonly string[]): ColumnMatch | null {
  return matchExactly(kind, path) ?? describedByGroup(kind, path) ?? matchPattern(kind, path);
}

/** «Một số ý kiến» under «Mức độ» is a breadth to be ticked, not a column of opinions. */
function describedByGroup(kind: TableKind, path: readonly string[]): ColumnMatch | null {
  if (kind !== 'streams' || path.length < 2) return null;
  const group = matchExactly(kind, path.slice(0, -1));
  return group?.id === 'breadth' || group?.id === 'attitude' ? group : null;
}

export function matchExactly(kind: TableKind, path: readonly string[]): ColumnMatch | null {
  const { exact } = vocabularies[kind];
  for (const wording of wordings(path)) {
    const found = exact.get(foldPlain(wording));
    if (found) return found;
    const bare = withoutParentheses(wording);
    const within = bare === wording ? undefined : exact.get(foldPlain(bare));
    if (within) return within;
    const own = ownHalf(wording);
    const known = own === null ? undefined : exact.get(foldPlain(own));
    if (known) return known;
  }
  return path.at(-1)?.trim() === '#' ? (exact.get('#') ?? null) : null;
}

function matchPattern(kind: TableKind, path: readonly string[]): ColumnMatch | null {
  for (const wording of wordings(path)) {
    const folded = foldPlain(wording);
    if (folded.length > patternLength) continue;
    const found = vocabularies[kind].patterns.find(({ pattern }) => pattern.test(folded));
    if (found) return found.match;
  }
  return null;
}

function wordings(path: readonly string[]): string[] {
  const last = path.at(-1);
  if (last === undefined) return [];
  if (path.length === 1) return last.length <= headerLength ? [last] : [];
  const all = [last, path.join(' '), path.slice(-2).join(' '), [...path].reverse().join(' ')];
  return [...new Set(all)].filter((wording) => wording.length <= headerLength);
}

/** «Field / Lĩnh vực», «Lĩnh vực\n(Field)»: the half that is not English; null where there are no two such halves. */
export function ownHalf(text: string): string | null {
  const [, upper, lower] = text.length <= longestHalves ? (halves.exec(text) ?? []) : [];
  if (upper === undefined || lower === undefined) return null;
  if (english.test(upper.trim())) return lower;
  return english.test(lower.trim()) ? upper : null;
}

const longestHalves = 80;
const halves = /^([^/\n]+)[/\n]([^/\n]+)$/;
const english = /^[(]?[A-Z][A-Za-z .,-]*[)]?$/;

function withoutParentheses(text: string): string {
  return text.replace(/[([][^)\]]*[)\]]/g, ' ');
}

/**
 * False for a text that `matchExactly` can make nothing of, alone or with those above and below it. `plain` is the text
 * folded.
 */
export function mayMatchExactly(kind: TableKind, text: string, plain: string): boolean {
  return vocabularies[kind].parts.has(plain) || /[([#]/.test(text) || ownHalf(text) !== null;
}

/** True when a folded text is the wording of some header, of whatever table. */
export function isHeaderWord(plain: string): boolean {
  return Object.values(vocabularies).some(({ exact }) => exact.has(plain));
}

/** Labels by folded wording. */
export function labelIndex<Id extends string>(specs: readonly LabelSpec<Id>[]): ReadonlyMap<string, Id> {
  const index = new Map<string, Id>();
  for (const spec of specs)
    for (const wording of [spec.label, ...spec.synonyms])
      if (!index.has(foldPlain(wording))) index.set(foldPlain(wording), spec.id);
  return index;
}

export type Numbering = 'roman' | 'arabic' | 'letter';

export interface NumberedText {
  readonly style: Numbering | null;
  /** The ordinal: IV → 4, 2 → 2, b → 2; null when unnumbered. */
  readonly ordinal: number | null;
  readonly rest: string;
}

const romanValues: Readonly<Record<string, number>> = {
  I: 1,
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
  XI: 11,
  XII: 12,
};

/** «II. Nội dung», «Phần II: …», «2) …», «b. …» → numbering and the rest. */
export function splitNumbering(text: string): NumberedText {
  const line = normalise(text).replace(/^[Ⅰ-Ⅻ]/, (sign) => sign.normalize('NFKC'));
  const match =
    /^(?:(?:[Pp]hần|PHẦN|[Mm]ục|MỤC|[Pp]han|PHAN|[Mm]uc|MUC)\s+)?([IVX]{1,4}|\d{1,2}|[A-Ha-hđĐ])(?:\s*[.):/\-–—]+\s*|\s*$)(.*)$/su.exec(
      line,
    );
  const mark = match?.[1];
  if (mark === undefined || match?.[2] === undefined) return { style: null, ordinal: null, rest: line };
  // «24/11/2023 …» and «2.1. …» are no plain numbering of a heading.
  if (/^\d/.test(mark) && /^\d/.test(match[2])) return { style: null, ordinal: null, rest: line };
  const roman = romanValues[mark];
  if (roman !== undefined) return { style: 'roman', ordinal: roman, rest: match[2] };
  if (/^\d/.test(mark)) return { style: 'arabic', ordinal: Number(mark), rest: match[2] };
  return { style: 'letter', ordinal: mark.toUpperCase().charCodeAt(0) - 64, rest: match[2] };
}

export interface Heading<Id extends string> {
  readonly id: Id;
  readonly style: Numbering | null;
  readonly ordinal: number | null;
  /** Content written in the heading's own cell, after a colon or line break. */
  readonly remainder: string;
}

const headingLength = 100;

/**
 * The section a line opens: by its words; whatever its number. A line without numbering is a heading when it is short
 * and no sentence.
 */
export function matchHeading<Id extends string>(specs: readonly SectionSpec<Id>[], shown: string): Heading<Id> | null {
  if (shown.length > 2000) return null;
  const breakAt = shown.search(/[\r\n]/);
  const first = breakAt < 0 ? shown : shown.slice(0, breakAt);
  const below = breakAt < 0 ? '' : shown.slice(breakAt);
  const numbered = splitNumbering(first);
  const colon = numbered.rest.search(/[:：]/);
  const head = colon < 0 ? numbered.rest : numbered.rest.slice(0, colon);
  if (head.length === 0 || head.length > headingLength) return null;
  const folded = foldPlain(head);
  const spec = specs.find(({ pattern }) => pattern.test(folded));
  if (!spec) return null;
  const remainder = normalise((colon < 0 ? '' : numbered.rest.slice(colon + 1)) + below);
  const unmarked = numbered.style === null && head !== head.toUpperCase();
  if (unmarked && (head.length > 60 || /[.;!?]$/.test(head) || /\d/.test(head))) return null;
  if (numbered.style === null && /\bthang \d|\bnam \d{4}/.test(folded)) return null;
  return { id: spec.id, style: numbered.style, ordinal: numbered.ordinal, remainder };
}
