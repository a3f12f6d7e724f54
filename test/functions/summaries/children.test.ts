import { beforeEach, describe, expect, test } from 'vitest';
import { aggregateFileSchema, type AggregateFile } from '../../../core/api.ts';
import type { Profile } from '../../../core/profile.ts';
import { readAudit } from '../../../functions/protocol/audit.ts';
import { summaryWorkbook } from '../../../functions/routes/summary-workbook.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { combine } from '../../../functions/summaries/aggregate.ts';
import {
  aggregateFile,
  childrenOf,
  receiveChild,
  sealAggregate,
  withdrawChild,
} from '../../../functions/summaries/children.ts';
import { summaryContent } from '../../../functions/summaries/drill.ts';
import { requestSummary, summaryStatus } from '../../../functions/summaries/request.ts';
import { runMerge } from '../../../functions/summaries/run-merge.ts';
import { emptyMemory, openMemoryStore, type Memory } from '../store/memory.ts';
import { bloc, childAggregate, childFile, openWorld, problemOf, report, type World } from '../world.ts';

const period = '2023-11';
let memory: Memory;
let world: World;

beforeEach(() => {
  memory = emptyMemory();
  world = openWorld(openMemoryStore(memory));
});

function hand(file: AggregateFile, organisation = 'ttxvn', to: World = world) {
  return receiveChild(to, bloc, { period, organisation, file });
}

async function merged(where: World = world): Promise<string> {
  const { id } = await requestSummary(where, bloc, period);
  expect(await runMerge(where, { id, period })).toBe('published');
  return id;
}

async function reportOf(organisation: string, where: World = world): Promise<void> {
  const bytes = await report(organisation);
  await submit(where, bloc, { organisation, period, file: 'a.xlsx', bytes });
}

describe('a summary over children', () => {
  test('is its own workbooks and the children’s aggregates, figure by figure and issue by issue', async () => {
    await reportOf('tu-phap');
    const alone = await aggregateFile(world, await merged());
    expect(alone.children).toEqual([]);
    await hand(childFile('ttxvn'));
    await hand(childFile('bo-y-te'), 'bo-y-te');
    const id = await merged();
    const whole = await aggregateFile(world, id);
    expect(whole.aggregate).toEqual(combine([alone.aggregate, childAggregate, childAggregate]));
    expect(whole.aggregate.figures).toMatchObject({ organisations: 67, submitted: 3, missing: 64, people: 34 });
    expect(whole.children.map(({ organisation, figures }) => [organisation, figures])).toEqual([
      ['bo-y-te', childAggregate.figures],
      ['ttxvn', childAggregate.figures],
    ]);
    // The Bloc's own workbook still ties to its own rows.
    expect((await summaryContent(world, id)).figures).toMatchObject({ organisations: 61, submitted: 1 });
  });
  test('says in its content hash which children it took', async () => {
    const hashOf = async (id: string) => (await summaryStatus(world, id)).contentHash;
    const without = await hashOf(await merged());
    expect((await summaryContent(world, await merged())).contentHash).toBe(without);
    await hand(childFile('ttxvn'));
    const first = await hashOf(await merged());
    expect(first).not.toBe(without);
    expect(await hashOf(await merged())).toBe(first);
    await hand(childFile('ttxvn', { aggregate: { ...childAggregate, parts: 2 } }));
    expect(await hashOf(await merged())).not.toBe(first);
    await withdrawChild(world, bloc, period, 'ttxvn');
    expect(await hashOf(await merged())).toBe(without);
  });
  test('hands itself up in turn: cell, committee, Bloc, nation', async () => {
    await hand(childFile('ttxvn'));
    await reportOf('tu-phap');
    const { hash, ...file } = await aggregateFile(world, await merged());
    expect(sealAggregate(file).hash).toBe(hash);
    const nation = openWorld();
    const child = { ...file.aggregate.figures };
    expect(await hand(sealAggregate({ ...file, name: 'Đảng ủy Bộ Y tế' }), 'bo-y-te', nation)).toMatchObject({
      figures: child,
    });
    const whole = await aggregateFile(nation, await merged(nation));
    expect(whole.aggregate.parts).toBe(file.aggregate.parts + 3);
    expect(whole.aggregate.figures.people).toBe(17);
    expect(whole.aggregate.figures.organisations).toBe(61 + 61 + 3);
    expect(whole.aggregate.issues.find(({ issue }) => issue === 'Giá điện')?.streams).toBeGreaterThanOrEqual(2);
  });
  test('is not published when what a child handed up is damaged in the store', async () => {
    const { hash } = await hand(childFile('ttxvn'));
    const damaged = sealAggregate({ ...childFile('ttxvn'), contentHash: '1'.repeat(64) });
    memory.blobs.set(`aggregate/${hash ?? ''}.json`, new TextEncoder().encode(JSON.stringify(damaged)));
    const { id } = await requestSummary(world, bloc, period);
    await expect(runMerge(world, { id, period })).rejects.toThrow();
    expect((await summaryStatus(world, id)).state).toBe('waiting');
  });
});

describe('handing up', () => {
  test('the same file again changes nothing; a new one replaces it; the old one does not come back', async () => {
    const [first, second] = [childFile('ttxvn'), childFile('ttxvn', { contentHash: '2'.repeat(64) })];
    await hand(first);
    expect(await hand(first)).toMatchObject({ hash: first.hash, versions: 1 });
    expect(await hand(second)).toMatchObject({ hash: second.hash, versions: 2 });
    expect(await hand(first)).toMatchObject({ hash: second.hash, versions: 2 });
    await withdrawChild(world, bloc, period, 'ttxvn');
    await withdrawChild(world, bloc, period, 'ttxvn');
    expect(await hand(second)).toMatchObject({ hash: null, figures: null });
    const { rows, whole } = await readAudit(world.store, period);
    expect(whole).toBe(true);
    expect(rows.map(({ action, file }) => [action, file])).toEqual([
      ['child-received', first.hash],
      ['child-received', second.hash],
      ['child-withdrawn', second.hash],
    ]);
  });
  test('tells who handed up what, each committee its own', async () => {
    await hand(childFile('ttxvn'));
    await hand(childFile('bo-y-te'), 'bo-y-te');
    const [child, ...others] = await childrenOf(world, period, ['ttxvn']);
    expect(others).toEqual([]);
    expect(child).toMatchObject({
      organisation: 'ttxvn',
      receivedBy: 'Cán bộ Khối',
      receivedAt: '2023-11-20T03:00:00.000Z',
    });
    expect(await childrenOf(world, period, null)).toHaveLength(2);
  });
  const { figures, issues } = childAggregate;
  const withAggregate = (aggregate: Partial<AggregateFile['aggregate']>) =>
    childFile('ttxvn', { aggregate: { ...childAggregate, ...aggregate } });
  const withIssue = (issue: string) => withAggregate({ issues: issues.map((one) => ({ ...one, issue })) });
  test.each<[string, AggregateFile, number, string]>([
    ['changed after it was made', { ...childFile('ttxvn'), name: 'Khác' }, 422, 'unusable-aggregate'],
    ['with streams that do not tie', withAggregate({ unlistedStreams: 1 }), 422, 'unusable-aggregate'],
    [
      'with timeliness that does not tie',
      withAggregate({ figures: { ...figures, late: 1 } }),
      422,
      'unusable-aggregate',
    ],
    [
      'with more organisations than it says',
      withAggregate({ figures: { ...figures, missing: 3 } }),
      422,
      'unusable-aggregate',
    ],
    [
      'with words that do not tie',
      withAggregate({ issues: issues.map((one) => ({ ...one, breadth: {} })) }),
      422,
      'unusable-aggregate',
    ],
    ['with a classification mark', withIssue('TUYỆT MẬT'), 422, 'classification-mark'],
    ['with a phone number', withIssue('Liên hệ 0912345678'), 422, 'personal-identifier'],
    ['of another month', childFile('ttxvn', { period: '2023-10' }), 422, 'wrong-period'],
    ['of another committee', childFile('bo-y-te'), 422, 'wrong-organisation'],
  ])('a file %s is refused', async (_name, file, status, type) => {
    expect(await problemOf(hand(file))).toMatchObject({ status, type });
    expect(await childrenOf(world, period, null)).toEqual([]);
  });
  test('a committee is known by its name where the ids differ', async () => {
    const file = childFile('ty-x', { name: 'đảng ủy THÔNG TẤN XÃ Việt Nam' });
    expect(await hand(file)).toMatchObject({ organisation: 'ttxvn', hash: file.hash });
  });
  test('what the longest cells say can be handed up', () => {
    const cell = 'ế'.repeat(32_767);
    const aggregate = {
      ...childAggregate,
      issues: issues.map((one) => ({ ...one, field: cell, issue: cell, breadth: { [cell]: 2 } })),
    };
    expect(aggregateFileSchema.safeParse(childFile('ttxvn', { aggregate })).success).toBe(true);
  });
  test('only committees of the month hand up', async () => {
    expect(await problemOf(hand(childFile('khong-co'), 'khong-co'))).toMatchObject({ status: 404 });
  });
});

describe('more than 2,000 organisations', () => {
  test('are merged into totals that can be read and handed up, without a workbook of rows', async () => {
    const [model] = world.profile.organisations;
    if (!model) throw new Error('the profile has organisations');
    const organisations = Array.from({ length: 2001 }, (_, index) => ({
      ...model,
      id: `don-vi-${index}`,
      name: `Đảng ủy Đơn vị số ${index}`,
      aliases: [],
      level: 'upper' as const,
    }));
    const profile: Profile = { ...world.profile, organisations };
    const nation: World = { ...world, profile };
    const id = await merged(nation);
    const { aggregate } = await aggregateFile(nation, id);
    expect(aggregate.figures).toMatchObject({ organisations: 2001, submitted: 0, missing: 2001, streams: 0 });
    const problem = { status: 404, type: 'totals-only' };
    expect(await problemOf(summaryContent(nation, id))).toMatchObject(problem);
    const read = summaryWorkbook.handle(
      { parameters: { summary: id }, query: {}, body: undefined, principal: bloc, headers: new Headers() },
      nation,
    );
    expect(await problemOf(read)).toMatchObject(problem);
  });
});
