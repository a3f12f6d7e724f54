import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../core/hash.ts';
import { readAudit } from '../../../functions/protocol/audit.ts';
import { exclude, include, withdraw } from '../../../functions/submissions/decide.ts';
import { receiptOf } from '../../../functions/submissions/receipt.ts';
import { listSubmissions } from '../../../functions/submissions/record.ts';
import { readOriginal, submit } from '../../../functions/submissions/submit.ts';
import { bloc, noteWorkbook, openWorld, problemOf, report, roster, staffOf, type World } from '../world.ts';

const organisation = 'ttxvn';
const staff = staffOf(organisation);
const period = '2023-11';

function send(world: World, bytes: Uint8Array, file = 'bao-cao.xlsx', as = staff) {
  return submit(world, as, { organisation, period, file, bytes });
}

async function currentOf(world: World): Promise<string | null> {
  for (const { id } of await listSubmissions(world.store, period, organisation))
    if ((await receiptOf(world, id)).current) return id;
  return null;
}

describe('a first report', () => {
  test('is acknowledged with who, when, hash, ruleset, findings and status', async () => {
    const world = openWorld();
    const bytes = await report(organisation);
    const receipt = await send(world, bytes);
    expect(receipt).toMatchObject({
      id: '2023-11~ttxvn~report~0001',
      organisation,
      kind: 'report',
      period,
      version: 1,
      file: 'bao-cao.xlsx',
      hash: hashOf(bytes),
      ruleset: world.ruleset,
      receivedAt: '2023-11-20T03:00:00.000Z',
      receivedBy: 'Cán bộ ttxvn',
      status: 'acceptedWithWarnings',
      timeliness: 'onTime',
      repeated: false,
      current: true,
      changes: null,
    });
  });
  test('is stored as it was sent, with its audit row and outbox row', async () => {
    const world = openWorld();
    const bytes = await report(organisation);
    const { id, hash } = await send(world, bytes);
    expect((await readOriginal(world, id)).bytes).toEqual(bytes);
    const { rows, whole } = await readAudit(world.store, period);
    expect(whole).toBe(true);
    expect(rows).toMatchObject([{ sequence: 1, action: 'submitted', organisation, subject: id, file: hash }]);
    expect((await world.store.query(period, 'outbox~')).map(({ key }) => key)).toEqual([`outbox~received~${id}`]);
  });
  test('can be read again later', async () => {
    const world = openWorld();
    const receipt = await send(world, await report(organisation));
    world.at('2024-03-01T00:00:00.000Z');
    expect(await receiptOf(world, receipt.id)).toEqual(receipt);
  });
});

describe('the same content again', () => {
  test('answers the same receipt with its time unchanged', async () => {
    const world = openWorld();
    const bytes = await report(organisation);
    const first = await send(world, bytes);
    world.at('2023-11-27T00:00:00.000Z');
    expect(await send(world, bytes, 'ten-khac.xlsx', bloc)).toEqual({ ...first, repeated: true });
    expect(await listSubmissions(world.store, period)).toHaveLength(1);
  });
  test('sent twice at once is one submission', async () => {
    const world = openWorld();
    const bytes = await report(organisation);
    const receipts = await Promise.all([send(world, bytes), send(world, bytes), send(world, bytes)]);
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    expect(receipts.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect((await readAudit(world.store, period)).rows).toHaveLength(1);
  });
  test('replayed after it was replaced stays replaced', async () => {
    const world = openWorld();
    const old = await report(organisation);
    await send(world, old);
    const second = await send(world, await report(organisation, { seed: 2 }));
    expect(await send(world, old)).toMatchObject({ version: 1, repeated: true, status: 'superseded', current: false });
    expect(await currentOf(world)).toBe(second.id);
  });
  test('replayed after it was withdrawn stays withdrawn', async () => {
    const world = openWorld();
    const bytes = await report(organisation);
    const { id } = await send(world, bytes);
    await withdraw(world, staff, id, 'Gửi nhầm tệp');
    expect(await send(world, bytes)).toMatchObject({ id, status: 'withdrawn', current: false, repeated: true });
  });
});

describe('a new version', () => {
  test('replaces the one before and says what changed', async () => {
    const world = openWorld();
    const first = await send(world, await report(organisation, { mishap: 'oneStream' }));
    world.at('2023-11-21T03:00:00.000Z');
    const second = await send(world, await report(organisation));
    expect(second).toMatchObject({ version: 2, current: true, status: 'acceptedWithWarnings' });
    expect(second.changes?.cells.length).toBeGreaterThan(0);
    expect(second.changes?.fixed).toBeGreaterThan(0);
    expect((second.changes?.fixed ?? 0) + (second.changes?.remaining ?? 0)).toBe(first.findings.length);
    expect((await receiptOf(world, first.id)).status).toBe('superseded');
  });
  test('that fails never displaces the accepted one', async () => {
    const world = openWorld();
    const first = await send(world, await report(organisation));
    const second = await send(world, await report(organisation, { mishap: 'phoneNumber' }));
    expect(second).toMatchObject({ version: 2, status: 'rejected', current: false });
    expect(await currentOf(world)).toBe(first.id);
  });
  test('withdrawn re-elects the one before, excluded as well; included it counts again', async () => {
    const world = openWorld();
    const first = await send(world, await report(organisation));
    const second = await send(world, await report(organisation, { seed: 2 }));
    await exclude(world, bloc, second.id, 'Số liệu chưa được duyệt');
    expect(await currentOf(world)).toBe(first.id);
    await include(world, bloc, second.id, 'Đã được duyệt');
    expect(await currentOf(world)).toBe(second.id);
    const view = await withdraw(world, staff, second.id, 'Gửi nhầm');
    expect(view).toMatchObject({ status: 'withdrawn', withdrawn: { reason: 'Gửi nhầm', by: 'Cán bộ ttxvn' } });
    expect(await currentOf(world)).toBe(first.id);
    const { rows, whole } = await readAudit(world.store, period);
    expect(rows.map(({ action }) => action)).toEqual(['submitted', 'submitted', 'excluded', 'included', 'withdrawn']);
    expect(whole).toBe(true);
  });
  test('withdrawing twice is withdrawing once', async () => {
    const world = openWorld();
    const { id } = await send(world, await report(organisation));
    await withdraw(world, staff, id, 'Gửi nhầm');
    expect((await withdraw(world, staff, id, 'Lý do khác')).withdrawn?.reason).toBe('Gửi nhầm');
    expect((await readAudit(world.store, period)).rows).toHaveLength(2);
  });
});

describe('time of receipt', () => {
  const lastMoment = '2023-11-25T16:59:59.999Z';
  const firstAfter = '2023-11-25T17:00:00.000Z';
  test.each([
    [lastMoment, 'onTime'],
    [firstAfter, 'late'],
  ])('%s is %s', async (at, timeliness) => {
    const world = openWorld(undefined, at);
    const receipt = await send(world, await report(organisation));
    expect([timeliness, 'inGrace']).toContain(receipt.timeliness);
    expect(receipt.timeliness === 'onTime').toBe(timeliness === 'onTime');
    expect(receipt.findings.some(({ rule }) => rule === 'report-deadline')).toBe(timeliness !== 'onTime');
  });
  test('a correction after the deadline keeps the first acceptance', async () => {
    const world = openWorld(undefined, lastMoment);
    await send(world, await report(organisation));
    world.at('2023-12-05T00:00:00.000Z');
    const corrected = await send(world, await report(organisation, { seed: 2 }));
    expect(corrected).toMatchObject({ timeliness: 'onTime', current: true, status: 'acceptedWithWarnings' });
    expect(corrected.findings.filter(({ rule }) => rule === 'report-deadline')).toEqual([]);
  });
  test('a rejected first version does not make the second one timely', async () => {
    const world = openWorld(undefined, lastMoment);
    await send(world, await report(organisation, { mishap: 'phoneNumber' }));
    world.at('2023-12-05T00:00:00.000Z');
    expect(await send(world, await report(organisation))).toMatchObject({ timeliness: 'late' });
  });
  test('never runs back between versions, whatever the servers’ clocks say', async () => {
    const world = openWorld(undefined, '2023-11-20T00:00:10.000Z');
    await send(world, await report(organisation));
    world.at('2023-11-20T00:00:05.000Z');
    expect(await send(world, await report(organisation, { seed: 2 }))).toMatchObject({
      receivedAt: '2023-11-20T00:00:10.000Z',
      version: 2,
      current: true,
    });
  });
});

describe('turned away, with nothing stored', () => {
  const stored = async (world: World): Promise<number> =>
    (await world.store.query(period, '')).length + (await world.store.query('2023-10', '')).length;
  test('a report of another period, naming the right one', async () => {
    const world = openWorld();
    const problem = await problemOf(send(world, await report(organisation, { period: '2023-10' })));
    expect(problem).toMatchObject({ status: 422, type: 'wrong-period' });
    expect(problem.detail?.vi).toBe(
      'Tệp ghi tháng 10/2023, kỳ đang chọn là tháng 11/2023. Hãy chọn lại tháng 10/2023 hoặc sửa kỳ ở tiêu đề.',
    );
    expect(await stored(world)).toBe(0);
  });
  test('a report of another committee, naming the right one', async () => {
    const world = openWorld();
    const problem = await problemOf(send(world, await report('tu-phap')));
    expect(problem).toMatchObject({ status: 422, type: 'wrong-organisation' });
    expect(problem.detail?.vi).toContain('Tư pháp');
    expect(await stored(world)).toBe(0);
  });
  test('a workbook with a classification mark', async () => {
    const world = openWorld();
    const bytes = await noteWorkbook('TUYỆT MẬT');
    expect(await problemOf(send(world, bytes))).toMatchObject({ status: 422, type: 'classification-mark' });
    expect(await world.store.getBlob(`original/${hashOf(bytes)}`)).toBeNull();
    expect(await stored(world)).toBe(0);
  });
  test('a file that is no workbook', async () => {
    const world = openWorld();
    const problem = await problemOf(send(world, new TextEncoder().encode('a;b;c')));
    expect(problem).toMatchObject({ status: 422 });
    expect(problem.type).toMatch(/^file-/);
    expect(await stored(world)).toBe(0);
  });
  test('a committee the caller does not act for', async () => {
    const world = openWorld();
    expect(await problemOf(send(world, await report(organisation), 'a.xlsx', staffOf('tu-phap')))).toMatchObject({
      status: 404,
    });
  });
  test('a committee outside the register of that period', async () => {
    const world = openWorld();
    const call = submit(world, bloc, {
      organisation,
      period: '2030-01',
      file: 'a.xlsx',
      bytes: await report(organisation),
    });
    expect(await problemOf(call)).toMatchObject({ status: 422 });
  });
});

describe('rosters', () => {
  const names = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hoàng Cường', 'Phạm Thu Dung'];
  test('stand in a partition of their own and serve the privacy rule of reports', async () => {
    const world = openWorld();
    const receipt = await submit(world, staff, {
      organisation,
      period,
      file: 'ds.xlsx',
      bytes: await roster(organisation, names),
    });
    expect(receipt).toMatchObject({ id: 'roster~ttxvn~roster~0001', period: 'roster', current: true });
  });
});

test('a workbook of no known kind is received and rejected', async () => {
  const world = openWorld();
  expect(await send(world, await noteWorkbook('Kính gửi'))).toMatchObject({
    id: '2023-11~ttxvn~unknown~0001',
    status: 'rejected',
    current: false,
  });
});
