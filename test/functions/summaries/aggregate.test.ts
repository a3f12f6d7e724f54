import { expect, test } from 'vitest';
import type { Aggregate } from '../../../core/api.ts';
import { aggregateOf, combine, mostIssues } from '../../../functions/summaries/aggregate.ts';
import { mergeSteps, type Step } from '../../../functions/summaries/steps.ts';

type Input = Parameters<typeof aggregateOf>[0];

const none = {
  organisations: 1,
  submitted: 1,
  onTime: 1,
  inGrace: 0,
  late: 0,
  missing: 0,
  receiptUnknown: 0,
  nilReports: 0,
  rosters: 0,
  teams: 0,
  groups: 0,
  people: 7,
  capacity: null,
  issues: 0,
  streams: 0,
  proposals: 0,
  errors: 0,
  warnings: 0,
  acknowledged: 0,
  filesRefused: 0,
};

function part(...issues: readonly string[]): Aggregate {
  const streams = issues.map((issue): Input['streams'][number] => {
    return {
      field: 'Kinh tế',
      issue,
      text: 't',
      breadth: 'đa số',
      attitude: null,
      organisation: null,
      organisationName: null,
      source: 'S1',
    };
  });
  return aggregateOf({ figures: { ...none, streams: streams.length }, streams });
}

test('adds figures and tallies up, whatever the order and the nesting', () => {
  const [a, b, c] = [part('Giá điện', 'Học phí'), part('giá điện'), part('Nhà ở')];
  const flat = combine([a, b, c]);
  expect(flat.figures).toMatchObject({ organisations: 3, people: 21, streams: 4 });
  expect(flat.issues.map(({ issue, streams }) => [issue, streams])).toEqual([
    ['Giá điện', 2],
    ['Học phí', 1],
    ['Nhà ở', 1],
  ]);
  expect(combine([c, combine([b, a])])).toEqual(flat);
});

test('stays small: issues beyond the most frequent are counted, not listed', () => {
  const many = combine([
    part(...Array.from({ length: mostIssues + 5 }, (_, index) => `Vấn đề ${index}`)),
    part('Vấn đề 3'),
  ]);
  expect(many.issues).toHaveLength(mostIssues);
  expect(many.issues[0]).toMatchObject({ issue: 'Vấn đề 3', streams: 2 });
  expect(many.unlistedStreams).toBe(5);
});

test('refuses tallies that do not tie', () => {
  const broken = { ...part('Giá điện'), unlistedStreams: 1 };
  expect(() => combine([broken])).toThrow('does not tie');
});

/** Runs the steps with made-up answers and tells the activities called. */
function run(chunks: number, answer: (activity: string) => unknown = () => undefined): string[] {
  const calls: string[] = [];
  const steps = mergeSteps({ id: 'x', period: '2023-11' });
  const one = ({ activity }: { activity: string }, index: number): unknown => {
    calls.push(activity);
    const given = answer(activity);
    if (given instanceof Error) throw given;
    return (
      given ?? { mergeSnapshot: { chunks }, mergeFinish: { contentHash: 'h' } }[activity] ?? `${activity}-${index}`
    );
  };
  let next = steps.next();
  while (!next.done) {
    const step: Step = next.value;
    if (step.type === 'progress') next = steps.next();
    else {
      try {
        const given = step.type === 'call' ? one(step.call, 0) : step.calls.map(one);
        next = steps.next(given);
      } catch (error) {
        next = steps.throw(error);
      }
    }
  }
  return calls;
}

test('a merge takes its steps in order, and adds up level by level', () => {
  expect(run(1)).toEqual(['mergeSnapshot', 'mergeChunk', 'mergeCombine', 'mergeFinish', 'mergePublish']);
  const calls = run(70);
  expect(calls.filter((name) => name === 'mergeChunk')).toHaveLength(70);
  expect(calls.filter((name) => name === 'mergeCombine')).toHaveLength(4);
});

test('a merge that fails or finds a problem publishes nothing', () => {
  expect(run(2, (name) => (name === 'mergeChunk' ? new Error('broken') : undefined)).slice(-1)).toEqual(['mergeFail']);
  const calls = run(2, (name) => (name === 'mergeFinish' ? { problem: { vi: 'v', en: 'e' } } : undefined));
  expect(calls).not.toContain('mergePublish');
  expect(calls.at(-1)).toBe('mergeFail');
});
