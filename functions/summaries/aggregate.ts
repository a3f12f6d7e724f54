/**
 * Summaries of summaries. A part's aggregate holds totals and opinion tallies, no committee's rows, so that a parent's
 * summary grows with its number of children and not with the number of workbooks below them: cell → committee → Bloc →
 * nation.
 */
import { addedFiguresSchema, type Aggregate } from '../../core/api.ts';
import { ReconciliationError } from '../../core/merge/merge.ts';
import type { Figures, Summary } from '../../core/merge/summary.ts';
import { fold } from '../../core/text/compare.ts';

/** `issues` and the findings over the whole set are not among them: they do not add up. */
export type AddedFigure = keyof Aggregate['figures'];
const addedFigures = addedFiguresSchema.keyof().options;
type IssueTally = Aggregate['issues'][number];

/** Issues an aggregate lists: what a reader can survey, and what keeps a nation's summary small. */
export const mostIssues = 2000;

export function aggregateOf({ figures, streams }: Pick<Summary, 'figures' | 'streams'>): Aggregate {
  const tally = new Tally();
  for (const { field, issue, breadth, attitude } of streams)
    tally.add({ field, issue, streams: 1, breadth: { [breadth ?? '']: 1 }, attitude: { [attitude ?? '']: 1 } });
  return tally.toAggregate(1, sumOf([figures]), 0);
}

/** Adds children up, in any order. Holds one at a time. Throws ReconciliationError when the tallies do not tie. */
export function combine(children: Iterable<Aggregate>): Aggregate {
  const tally = new Tally();
  const figures = sumOf([]);
  let parts = 0;
  let unlisted = 0;
  for (const child of children) {
    parts += child.parts;
    unlisted += child.unlistedStreams;
    for (const name of addedFigures) figures[name] += child.figures[name];
    for (const issue of child.issues) tally.add(issue);
  }
  return tally.toAggregate(parts, figures, unlisted);
}

/** Throws ReconciliationError naming the figure when a summary and the sum of its parts differ. */
export function checkAgainst(aggregate: Aggregate, figures: Pick<Figures, AddedFigure>): void {
  for (const name of addedFigures)
    if (aggregate.figures[name] !== figures[name]) throw mismatch(name, aggregate.figures[name], figures[name]);
}

/** True when figures and tallies add up within themselves: what a file from elsewhere must show before it is believed. */
export function isSound({ figures, issues, unlistedStreams }: Aggregate): boolean {
  return (
    figures.submitted === figures.onTime + figures.inGrace + figures.late + figures.receiptUnknown &&
    figures.organisations === figures.submitted + figures.missing &&
    figures.streams === total(issues) + unlistedStreams &&
    issues.every(({ streams, breadth, attitude }) => sumWords(breadth) === streams && sumWords(attitude) === streams)
  );
}

class Tally {
  readonly #issues = new Map<
    string,
    { field: string; issue: string; streams: number; breadth: Words; attitude: Words }
  >();

  add({ field, issue, streams, breadth, attitude }: IssueTally): void {
    const key = `${fold(field)}\n${fold(issue)}`;
    const known = this.#issues.get(key);
    if (known === undefined) {
      this.#issues.set(key, {
        field,
        issue,
        streams,
        breadth: new Map(Object.entries(breadth)),
        attitude: new Map(Object.entries(attitude)),
      });
      return;
    }
    known.streams += streams;
    // Of several spellings the first in code order, so that the order of children does not show.
    if (issue < known.issue) known.issue = issue;
    if (field < known.field) known.field = field;
    addWords(known.breadth, breadth);
    addWords(known.attitude, attitude);
  }

  toAggregate(parts: number, figures: Record<AddedFigure, number>, unlisted: number): Aggregate {
    const all = [...this.#issues.values()].sort(
      (a, b) => b.streams - a.streams || compare(a.field, b.field) || compare(a.issue, b.issue),
    );
    const issues = all.slice(0, mostIssues).map(({ breadth, attitude, ...issue }) => ({
      ...issue,
      breadth: fromWords(breadth),
      attitude: fromWords(attitude),
    }));
    const unlistedStreams = unlisted + total(all.slice(mostIssues));
    if (total(issues) + unlistedStreams !== figures.streams)
      throw mismatch('streams', total(issues) + unlistedStreams, figures.streams);
    return { parts, figures, issues, unlistedStreams };
  }
}

type Words = Map<string, number>;

function addWords(words: Words, more: Readonly<Record<string, number>>): void {
  for (const [word, count] of Object.entries(more)) words.set(word, (words.get(word) ?? 0) + count);
}

function fromWords(words: Words): Record<string, number> {
  return Object.fromEntries([...words].sort(([a], [b]) => compare(a, b)));
}

function sumWords(words: Readonly<Record<string, number>>): number {
  return Object.values(words).reduce((sum, count) => sum + count, 0);
}

function total(issues: readonly { readonly streams: number }[]): number {
  return issues.reduce((sum, { streams }) => sum + streams, 0);
}

function sumOf(all: readonly Pick<Figures, AddedFigure>[]): Record<AddedFigure, number> {
  const sum = (name: AddedFigure): number => all.reduce((so, figures) => so + figures[name], 0);
  return Object.fromEntries(addedFigures.map((name) => [name, sum(name)])) as Record<AddedFigure, number>;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mismatch(name: string, parts: number, whole: number): ReconciliationError {
  return new ReconciliationError(
    {
      vi: `Số liệu «${name}» không khớp: cộng các phần được ${parts}, tổng hợp chung được ${whole}. Không công bố.`,
      en: `The figure “${name}” does not tie: the parts add up to ${parts}, the whole says ${whole}. Not published.`,
    },
    [],
    name,
  );
}
