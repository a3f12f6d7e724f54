import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../core/file/read.ts';
import type { Summary } from '../../../core/merge/summary.ts';
import { readAudit } from '../../../functions/protocol/audit.ts';
import { proposalPut } from '../../../functions/routes/proposal-put.ts';
import { exclude } from '../../../functions/submissions/decide.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { names, readBlob } from '../../../functions/summaries/part-blob.ts';
import { publishSummary } from '../../../functions/summaries/publish.ts';
import { publishedOf } from '../../../functions/summaries/record.ts';
import { cancel, requestSummary, summaryList, summaryStatus } from '../../../functions/summaries/request.ts';
import { runMerge } from '../../../functions/summaries/run-merge.ts';
import { proposalsOf } from '../../../functions/tracking/proposals.ts';
import { inflate } from '../../../functions/zlib.ts';
import { bloc, committees, openWorld, report, roster, type World } from '../world.ts';

const period = '2023-11';

async function received(): Promise<World> {
  const world = openWorld();
  for (const organisation of ['ttxvn', 'tu-phap', committees[5] ?? ''])
    await submit(world, bloc, {
      organisation,
      period,
      file: `${organisation}.xlsx`,
      bytes: await report(organisation),
    });
  const bytes = await roster('ttxvn', ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hoàng Cường', 'Phạm Thu Dung']);
  await submit(world, bloc, { organisation: 'ttxvn', period, file: 'ds.xlsx', bytes });
  return world;
}

async function merged(world: World): Promise<string> {
  const { id } = await requestSummary(world, bloc, period);
  expect(await runMerge(world, { id, period })).toBe('published');
  return id;
}

function summaryOf(world: World, id: string): Promise<Summary> {
  return readBlob<Summary>(world.store, names.summary(id));
}

describe('a merge', () => {
  test('is published with its rows, workbooks and audit row', async () => {
    const world = await received();
    const steps: string[] = [];
    const { id, state } = await requestSummary(world, bloc, period);
    expect(state).toBe('waiting');
    expect(world.started).toEqual([{ instance: id, input: { id, period } }]);
    await runMerge(world, { id, period }, (done, total) => steps.push(`${done}/${total}`));
    expect(steps).toEqual(['0/5', '3/5', '4/5', '5/5']);
    const summary = await summaryOf(world, id);
    expect(summary.figures).toMatchObject({ organisations: 61, submitted: 3, missing: 58, rosters: 1, people: 4 });
    expect(await summaryStatus(world, id)).toMatchObject({
      state: 'published',
      current: true,
      contentHash: summary.contentHash,
      requestedBy: 'Cán bộ Khối',
    });
    const { rows, whole } = await readAudit(world.store, period);
    expect(whole).toBe(true);
    expect(rows.slice(-2)).toMatchObject([
      { action: 'merge-requested', subject: id, account: 't.bloc' },
      { action: 'published', subject: id, account: 'system', file: summary.contentHash },
    ]);
  });
  test('writes a workbook with members and one without', async () => {
    const world = await received();
    const id = await merged(world);
    const sheets = async (members: boolean): Promise<string[]> => {
      const bytes = await world.store.getBlob(names.workbook(id, members));
      return readWorkbook(bytes ?? new Uint8Array(), { inflate }).sheets.map(({ name }) => name);
    };
    expect(await sheets(true)).toContain('Danh sách');
    expect(await sheets(false)).not.toContain('Danh sách');
  });
  test('run again, or interrupted and resumed, changes nothing', async () => {
    const world = await received();
    const id = await merged(world);
    const before = await publishedOf(world.store, period);
    expect(await runMerge(world, { id, period })).toBe('published');
    expect(await publishedOf(world.store, period)).toEqual(before);
    expect((await readAudit(world.store, period)).rows.filter(({ action }) => action === 'published')).toHaveLength(1);
  });
  test('of the same submissions has the same content; earlier summaries are kept', async () => {
    const world = await received();
    const first = await merged(world);
    world.at('2023-11-28T00:00:00.000Z');
    const second = await merged(world);
    expect((await summaryOf(world, second)).contentHash).toBe((await summaryOf(world, first)).contentHash);
    expect((await summaryList(world, period)).map(({ id, current }) => [id, current])).toEqual([
      [second, true],
      [first, false],
    ]);
  });
  test('shows what was answered to a proposal up to then, in the content and in the workbook', async () => {
    const world = await received();
    const [first] = await proposalsOf(world, period, null);
    if (!first) throw new Error('the demo reports have proposals');
    const put = (parameters: Record<string, string>, status: 'forwarded' | 'answered') =>
      proposalPut.handle(
        { parameters, query: {}, body: { status, answer: 'Đã chuyển Bộ' }, principal: bloc, headers: new Headers() },
        world,
      );
    await put({ proposal: first.id }, 'forwarded');
    const id = await merged(world);
    await put({ proposal: first.id }, 'answered');
    const { proposals } = await summaryOf(world, id);
    expect(proposals.map(({ status }) => status)).toEqual(
      proposals.map((_, index) => (index === 0 ? 'forwarded' : 'received')),
    );
    const bytes = await world.store.getBlob(names.workbook(id, true));
    const sheet = readWorkbook(bytes ?? new Uint8Array(), { inflate }).sheets.find(({ name }) => name === 'Kiến nghị');
    const shown = sheet?.rows.flatMap(({ cells }) => cells.map(({ value }) => value)) ?? [];
    expect(shown.filter((value) => value === 'đã chuyển' || value === 'đã trả lời')).toEqual(['đã chuyển']);
    expect((await summaryOf(world, await merged(world))).proposals[0]?.status).toBe('answered');
  });
  test('leaves out what was excluded, with the reason', async () => {
    const world = await received();
    await exclude(world, bloc, '2023-11~ttxvn~report~0001', 'Số liệu chưa duyệt');
    const summary = await summaryOf(world, await merged(world));
    expect(summary.submissions.find(({ organisation }) => organisation === 'ttxvn')?.status).toBe('withdrawn');
    expect(summary.reconciliation.filter(({ organisation }) => organisation === 'ttxvn')).toContainEqual(
      expect.objectContaining({
        table: 'streams',
        merged: 0,
        reason: expect.objectContaining({ vi: 'loại theo quyết định: Số liệu chưa duyệt' }) as unknown,
      }),
    );
  });
});

describe('publishing', () => {
  test('never puts an older view over a newer one', async () => {
    const world = await received();
    const { id: slow } = await requestSummary(world, bloc, period);
    const { snapshotActivity } = await import('../../../functions/summaries/activities.ts');
    await snapshotActivity(world, { id: slow, period });
    await submit(world, bloc, {
      organisation: 'ttxvn',
      period,
      file: 'b.xlsx',
      bytes: await report('ttxvn', { seed: 2 }),
    });
    const fast = await merged(world);
    expect(await runMerge(world, { id: slow, period })).toBe('failed');
    expect(await summaryStatus(world, slow)).toMatchObject({ state: 'failed', current: false });
    expect((await publishedOf(world.store, period))?.summary).toBe(fast);
  });
  test('does not happen after a cancellation, and cancelling does not undo it', async () => {
    const world = await received();
    const { id } = await requestSummary(world, bloc, period);
    expect((await cancel(world, bloc, id)).state).toBe('cancelled');
    expect(world.terminated).toEqual([id]);
    expect(await runMerge(world, { id, period })).toBe('cancelled');
    expect(await publishedOf(world.store, period)).toBeNull();
    const done = await merged(world);
    expect((await cancel(world, bloc, done)).state).toBe('published');
  });
  test('happens once when two runs publish at the same time', async () => {
    const world = await received();
    const { id } = await requestSummary(world, bloc, period);
    await Promise.all([runMerge(world, { id, period }), runMerge(world, { id, period })]);
    await publishSummary(world, { id, contentHash: 'other' });
    expect((await readAudit(world.store, period)).rows.filter(({ action }) => action === 'published')).toHaveLength(1);
  });
});
