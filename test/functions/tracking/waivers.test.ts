import { beforeEach, describe, expect, test } from 'vitest';
import { waiverFile } from '../../../core/merge/waivers.ts';
import type { WaiverFile } from '../../../core/api.ts';
import type { Mishap } from '../../../functions/demo/plan.ts';
import { readAudit } from '../../../functions/protocol/audit.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { receiptOf } from '../../../functions/submissions/receipt.ts';
import { acknowledge, acknowledgementsOf } from '../../../functions/tracking/acknowledgements.ts';
import { exportWaivers, importWaivers } from '../../../functions/tracking/waivers.ts';
import { bloc, openWorld, problemOf, report, staffOf, type World } from '../world.ts';

const period = '2023-11';
const other = { ...bloc, id: 't.other', name: 'Cán bộ nơi khác' };
/** Where the waivers are given, and where they are carried. */
let here: World;
let there: World;

beforeEach(() => {
  here = openWorld();
  there = openWorld();
});

async function send(world: World, organisation = 'ttxvn', mishap: Mishap = 'wrongCitation', seed = 1) {
  const bytes = await report(organisation, { mishap, seed });
  return submit(world, bloc, { organisation, period, file: 'a.xlsx', bytes });
}

/** Sends the report and accepts its errors. */
async function waived(world: World, organisation = 'ttxvn', expires: string | null = null): Promise<string[]> {
  const { id: submission, findings } = await send(world, organisation);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  for (const finding of errors)
    await acknowledge(world, bloc, { submission, finding, reason: 'Đã đối chiếu văn bản', expires });
  return errors;
}

const taken = (world: World) => exportWaivers(world, bloc, period, null);
const carried = async (world: World) => importWaivers(there, other, period, await taken(world));

describe('waivers carried to another server', () => {
  test('make the same workbook acceptable there, under the name of who gave them', async () => {
    const errors = await waived(here);
    const { id } = await send(there);
    expect((await receiptOf(there, id)).status).toBe('rejected');
    expect(await carried(here)).toEqual({ imported: errors.length, unchanged: 0, left: [] });
    expect((await receiptOf(there, id)).status).toBe('acceptedWithWarnings');
    const all = await acknowledgementsOf(there.store, period, null, there.now().toISOString());
    expect(new Set(all.map(({ by, reason }) => `${by}: ${reason}`))).toEqual(
      new Set(['Cán bộ Khối: Đã đối chiếu văn bản']),
    );
  });
  test('hold for a later version while the cell is unchanged', async () => {
    await waived(here);
    await send(there, 'ttxvn', 'wrongCitation', 2);
    expect((await carried(here)).left).toEqual([]);
    expect((await send(there)).status).toBe('acceptedWithWarnings');
  });
  test('are taken in once, however often, with one audit row each that names the file', async () => {
    const errors = await waived(here);
    await send(there);
    const { hash } = await taken(here);
    await carried(here);
    expect(await carried(here)).toEqual({ imported: 0, unchanged: errors.length, left: [] });
    const { rows, whole } = await readAudit(there.store, period);
    expect(whole).toBe(true);
    expect(rows.filter(({ action }) => action === 'acknowledgement-imported')).toMatchObject(
      errors.map(() => ({ account: 't.other', organisation: 'ttxvn', file: hash })),
    );
  });
  test('and back change nothing', async () => {
    const errors = await waived(here);
    await send(there);
    await carried(here);
    expect(await importWaivers(here, bloc, period, await taken(there))).toEqual({
      imported: 0,
      unchanged: errors.length,
      left: [],
    });
  });
  test.each([
    ['the workbook is not there yet', null, 'This finding is not here'],
    ['the cell is another', 'none', 'This finding is not here'],
  ] as const)('are left where %s', async (_name, mishap, reason) => {
    await waived(here);
    if (mishap !== null) await send(there, 'ttxvn', mishap);
    const { imported, left } = await carried(here);
    expect(imported).toBe(0);
    expect(left.length).toBeGreaterThan(0);
    for (const { organisation, problem } of left)
      expect([organisation, problem.en]).toEqual(['ttxvn', expect.stringContaining(reason)]);
  });
  test('never replace what was decided there', async () => {
    const [finding = ''] = await waived(here);
    const { id } = await send(there);
    await acknowledge(there, bloc, { submission: id, finding, reason: 'Đã xin ý kiến', expires: null });
    const { left } = await carried(here);
    expect(left).toMatchObject([
      { finding, problem: { en: 'This finding is acknowledged differently here; that stays.' } },
    ]);
    const all = await acknowledgementsOf(there.store, period, null, there.now().toISOString());
    expect(all.find((one) => one.finding === finding)?.reason).toBe('Đã xin ý kiến');
  });
  test.each([
    ['2023-11-28T16:59:59.999Z', 0],
    ['2023-11-28T17:00:00.000Z', 1],
  ])('that end on the 28th are taken in at %s: %i left for having expired', async (at, kinds) => {
    await waived(here, 'ttxvn', '2023-11-28');
    const file = await taken(here);
    await send(there);
    there.at(at);
    const { left } = await importWaivers(there, other, period, file);
    expect(new Set(left.map(({ problem }) => problem.en))).toEqual(
      new Set(kinds === 0 ? [] : ['The waiver has expired.']),
    );
    here.at(at);
    expect((await taken(here)).waivers.length > 0).toBe(kinds === 0);
  });
  test('never cover personal data, whatever rule the file says they are of', async () => {
    const { findings, id } = await send(there, 'ttxvn', 'phoneNumber');
    const finding = findings.find(({ rule }) => rule === 'personal-identifier')?.id ?? '';
    const waiver = {
      organisation: 'ttxvn',
      finding,
      rule: 'citation',
      reason: 'Không sao',
      by: 'Ai đó',
      at: '2023-11-20T00:00:00.000Z',
      expires: null,
    };
    const file = waiverFile({ profile: there.profile.id, period, waivers: [waiver] });
    expect(await importWaivers(there, bloc, period, file)).toMatchObject({
      imported: 0,
      left: [{ finding, problem: { vi: 'Lỗi này không thể chấp nhận bằng giải trình; phải sửa trong tệp.' } }],
    });
    expect((await receiptOf(there, id)).status).toBe('rejected');
  });
});

describe('a file of waivers', () => {
  test('is the same whoever exports it and however often; the export is logged', async () => {
    await waived(here);
    await waived(here, 'tu-phap');
    const file = await taken(here);
    expect(await taken(here)).toEqual(file);
    expect(waiverFile({ ...file, waivers: [...file.waivers].reverse() })).toEqual(file);
    const { rows } = await readAudit(here.store, period);
    expect(rows.at(-1)).toMatchObject({ action: 'waivers-exported', subject: period, file: file.hash });
  });
  test('holds a committee’s own for its staff', async () => {
    await waived(here);
    await waived(here, 'tu-phap');
    const { waivers } = await exportWaivers(here, staffOf('ttxvn'), period, ['ttxvn']);
    expect(new Set(waivers.map(({ organisation }) => organisation))).toEqual(new Set(['ttxvn']));
  });
  test.each<[string, (file: WaiverFile) => WaiverFile, string]>([
    ['changed', (file) => ({ ...file, waivers: [] }), 'changed or damaged'],
    ['of another period', (file) => waiverFile({ ...file, period: '2023-10' }), 'another period'],
    ['of another profile', (file) => waiverFile({ ...file, profile: 'khac' }), 'another rule profile'],
  ])('%s is refused whole', async (_name, change, reason) => {
    await waived(here);
    await send(there);
    const problem = await problemOf(importWaivers(there, bloc, period, change(await taken(here))));
    expect(problem).toMatchObject({ status: 422, type: 'unusable-waivers' });
    expect(problem.detail?.en).toContain(reason);
  });
});
