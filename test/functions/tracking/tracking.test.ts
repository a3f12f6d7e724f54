import { beforeEach, describe, expect, test } from 'vitest';
import { requestList } from '../../../functions/routes/request-list.ts';
import { listRequests } from '../../../functions/submissions/decisions.ts';
import type { Mishap } from '../../../functions/demo/plan.ts';
import { submit } from '../../../functions/submissions/submit.ts';
import { receiptOf } from '../../../functions/submissions/receipt.ts';
import { withdraw } from '../../../functions/submissions/decide.ts';
import { acknowledge, revokeAcknowledgement } from '../../../functions/tracking/acknowledgements.ts';
import { boardOf } from '../../../functions/tracking/board.ts';
import { chaserPack } from '../../../functions/tracking/chasers.ts';
import {
  endExtension,
  endRequestExtension,
  extendRequest,
  grantExtension,
} from '../../../functions/tracking/extensions.ts';
import { deliverOutbox } from '../../../functions/tracking/outbox.ts';
import { answerProposal, proposalsOf } from '../../../functions/tracking/proposals.ts';
import { remind } from '../../../functions/tracking/reminders.ts';
import { createRequest, removeRequest } from '../../../functions/tracking/requests.ts';
import { adHocReport, bloc, openWorld, problemOf, report, staffOf, type World } from '../world.ts';

const period = '2023-11';
let world: World;

beforeEach(() => {
  world = openWorld();
});

async function send(organisation: string, options: Parameters<typeof report>[1] = {}) {
  return submit(world, bloc, { organisation, period, file: 'a.xlsx', bytes: await report(organisation, options) });
}

async function rowOf(organisation: string, asOf: string | null = null) {
  const { rows } = await boardOf(world, period, { asOf, organisations: null });
  const row = rows.find((one) => one.organisation === organisation);
  if (!row) throw new Error('no row');
  return row;
}

describe('the board', () => {
  test('has a row for every committee active in the period, and no other', async () => {
    const { rows, figures, deadline } = await boardOf(world, period);
    expect(figures).toEqual({ organisations: 61, submitted: 0, onTime: 0, inGrace: 0, late: 0, missing: 61 });
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['missing']));
    expect(deadline).toBe('2023-11-25T16:59:59.999Z');
  });
  test('tells rejected, nil, accepted and withdrawn apart', async () => {
    await send('ttxvn');
    await send('tu-phap', { mishap: 'phoneNumber' });
    await send('bo-y-te', { mishap: 'nil' });
    expect((await rowOf('ttxvn')).status).toBe('acceptedWithWarnings');
    expect(await rowOf('tu-phap')).toMatchObject({ status: 'rejected', timeliness: 'missing', current: null });
    expect((await rowOf('bo-y-te')).status).toBe('nil');
    await withdraw(world, bloc, '2023-11~ttxvn~report~0001', 'Gửi nhầm');
    expect(await rowOf('ttxvn')).toMatchObject({ status: 'withdrawn', timeliness: 'missing', current: null });
    expect((await boardOf(world, period)).figures).toMatchObject({ submitted: 1, missing: 60 });
  });
  test('shows first received, first acceptable and current apart', async () => {
    world.at('2023-11-10T00:00:00.000Z');
    await send('ttxvn', { mishap: 'phoneNumber' });
    world.at('2023-11-20T00:00:00.000Z');
    await send('ttxvn');
    world.at('2023-12-02T00:00:00.000Z');
    await send('ttxvn', { seed: 2 });
    expect(await rowOf('ttxvn')).toMatchObject({
      firstReceived: '2023-11-10T00:00:00.000Z',
      firstAcceptable: '2023-11-20T00:00:00.000Z',
      currentReceived: '2023-12-02T00:00:00.000Z',
      current: '2023-11~ttxvn~report~0003',
      versions: 3,
      timeliness: 'onTime',
    });
  });
  test('replays what was known at an earlier instant', async () => {
    await send('ttxvn');
    world.at('2023-11-22T00:00:00.000Z');
    await withdraw(world, bloc, '2023-11~ttxvn~report~0001', 'Gửi nhầm');
    expect((await rowOf('ttxvn', '2023-11-19T00:00:00.000Z')).status).toBe('missing');
    expect((await rowOf('ttxvn', '2023-11-21T00:00:00.000Z')).status).toBe('acceptedWithWarnings');
    expect((await rowOf('ttxvn')).status).toBe('withdrawn');
  });
  test('shows staff their own row only', async () => {
    const { rows, figures } = await boardOf(world, period, { asOf: null, organisations: ['ttxvn'] });
    expect(rows.map(({ organisation }) => organisation)).toEqual(['ttxvn']);
    expect(figures.organisations).toBe(1);
  });
});

describe('extensions', () => {
  const until = '2023-11-30T16:59:59.000Z';
  const grant = { period, organisation: 'ttxvn', until, reason: 'Thiên tai' };
  test.each([
    ['2023-11-30T16:59:59.000Z', 'onTime'],
    ['2023-11-30T16:59:59.001Z', 'late'],
  ])('received %s: %s', async (at, timeliness) => {
    await grantExtension(world, bloc, grant);
    world.at(at);
    expect((await send('ttxvn')).timeliness).toBe(timeliness);
    expect((await rowOf('ttxvn')).extension).toEqual({ until, grantor: 'Cán bộ Khối', reason: 'Thiên tai' });
  });
  test('granted afterwards clear the finding; taken back it returns', async () => {
    world.at('2023-11-29T00:00:00.000Z');
    const { id, findings } = await send('ttxvn');
    const isLate = (all: typeof findings) => all.some(({ rule }) => rule === 'report-deadline');
    expect(isLate(findings)).toBe(true);
    await grantExtension(world, bloc, grant);
    expect(isLate((await receiptOf(world, id)).findings)).toBe(false);
    await endExtension(world, bloc, period, 'ttxvn');
    expect(isLate((await receiptOf(world, id)).findings)).toBe(true);
  });
  test('are for committees of that period', async () => {
    expect(await problemOf(grantExtension(world, bloc, { ...grant, organisation: 'khong-co' }))).toMatchObject({
      status: 404,
    });
  });
});

describe('acknowledgements', () => {
  const answer = { submission: '2023-11~ttxvn~report~0001', reason: 'Đã kiểm tra', expires: null };
  test('of an error make the report acceptable, survive a resubmission and expire', async () => {
    const { findings } = await send('ttxvn', { mishap: 'wrongCitation' });
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { id } of errors) await acknowledge(world, bloc, { ...answer, finding: id, expires: '2023-11-28' });
    expect((await rowOf('ttxvn')).status).toBe('acceptedWithWarnings');
    world.at('2023-11-28T16:59:59.000Z');
    expect(await send('ttxvn', { mishap: 'wrongCitation', seed: 2 })).toMatchObject({ version: 2 });
    world.at('2023-11-28T17:00:00.000Z');
    expect((await rowOf('ttxvn')).status).toBe('rejected');
  });
  test('of errors are the Bloc’s; of personal data nobody’s', async () => {
    const { findings } = await send('ttxvn', { mishap: 'phoneNumber' });
    const error = findings.find(({ rule }) => rule === 'personal-identifier');
    const call = acknowledge(world, bloc, { ...answer, finding: error?.id ?? '' });
    expect(await problemOf(call)).toMatchObject({ status: 422, type: 'must-be-corrected' });
    const other = await submit(world, bloc, {
      organisation: 'tu-phap',
      period,
      file: 'b.xlsx',
      bytes: await report('tu-phap', { mishap: 'wrongCitation' }),
    });
    const cited = other.findings.find(({ severity }) => severity === 'error');
    const byStaff = acknowledge(world, staffOf('tu-phap'), {
      ...answer,
      submission: other.id,
      finding: cited?.id ?? '',
    });
    expect(await problemOf(byStaff)).toMatchObject({ status: 403 });
  });
  test('can be revoked', async () => {
    const { findings } = await send('ttxvn', { mishap: 'wrongCitation' });
    const errors = findings.filter(({ severity }) => severity === 'error');
    for (const { id } of errors) await acknowledge(world, bloc, { ...answer, finding: id });
    expect((await rowOf('ttxvn')).current).not.toBeNull();
    await revokeAcknowledgement(world, bloc, answer.submission, errors[0]?.id ?? '');
    expect((await rowOf('ttxvn')).current).toBeNull();
  });
});

describe('the chaser pack', () => {
  test('asks for what is missing and names open findings by rule and cell, never by content', async () => {
    const { findings } = await send('ttxvn', { mishap: 'phoneNumber' });
    const cell = findings.find(({ rule }) => rule === 'personal-identifier')?.cell ?? '';
    const { chasers } = await chaserPack(world, period);
    const body = chasers.find(({ organisation }) => organisation === 'ttxvn')?.body ?? '';
    expect(body).toContain('Báo cáo tháng 11/2023 đã nhận nhưng không đạt');
    expect(body).toContain(`ô ${cell}`);
    expect(body).not.toMatch(/09\d{8}/);
    const other = chasers.find(({ organisation }) => organisation === 'tu-phap')?.body ?? '';
    expect(other).toContain('Chưa nhận được báo cáo định kỳ tháng 11/2023 (hạn 23:59 ngày 25/11/2023).');
    expect(other).not.toContain(cell);
  });
});

describe('an ad-hoc report', () => {
  const deadline = '2023-11-22T10:00:00.000Z';
  const until = '2023-11-24T10:00:00.000Z';
  const title = 'Dư luận về giá điện (CV 120-CV/BTG)';
  const named = 'Công văn số 120-CV/BTG ngày 20/11/2023';

  async function ask(organisations: string[] | null = null): Promise<string> {
    return (await createRequest(world, bloc, { period, title, organisations, deadline })).id;
  }
  async function answer(at: string, mishap?: Mishap) {
    world.at(at);
    const bytes = await adHocReport('ttxvn', named, mishap);
    return submit(world, bloc, { organisation: 'ttxvn', period, file: 'dx.xlsx', bytes });
  }
  async function answerOn(organisation: string, asOf: string | null = null) {
    const { requests } = await boardOf(world, period, { asOf, organisations: null });
    return requests[0]?.answers.find((one) => one.organisation === organisation);
  }
  async function chased(): Promise<string> {
    const { chasers } = await chaserPack(world, period);
    const body = chasers.find(({ organisation }) => organisation === 'ttxvn')?.body ?? '';
    return body.split('\n').find((line) => line.includes('giá điện')) ?? '';
  }

  test.each([
    [deadline, null, 'onTime'],
    ['2023-11-22T10:00:00.001Z', null, 'late'],
    ['2023-11-22T10:00:00.001Z', until, 'onTime'],
    [until, until, 'onTime'],
    ['2023-11-24T10:00:00.001Z', until, 'late'],
    // More time never takes time away.
    [deadline, '2023-11-21T00:00:00.000Z', 'onTime'],
  ])('received %s, extended to %s: %s, on the receipt and on the board', async (at, extended, timeliness) => {
    const request = await ask();
    if (extended !== null)
      await extendRequest(world, bloc, { request, organisation: 'ttxvn', until: extended, reason: 'Thiên tai' });
    const { id, timeliness: told } = await answer(at);
    expect(told).toBe(timeliness);
    expect(await answerOn('ttxvn')).toMatchObject({
      timeliness,
      submission: id,
      firstAcceptable: at,
      extension: extended === null ? null : { until: extended, grantor: 'Cán bộ Khối', reason: 'Thiên tai' },
    });
    expect(await answerOn('tu-phap')).toMatchObject({ status: 'missing', timeliness: 'missing', extension: null });
    expect(await chased()).toBe('');
  });
  test('does not stand for the monthly report, whose extension does not move its deadline', async () => {
    await ask();
    await grantExtension(world, bloc, { period, organisation: 'ttxvn', until: '2023-11-30T00:00:00Z', reason: 'Bão' });
    expect((await answer('2023-11-23T00:00:00.000Z')).timeliness).toBe('late');
    expect((await rowOf('ttxvn')).status).toBe('missing');
  });
  test('that is missing is chased with its own deadline, and with the extended one', async () => {
    const request = await ask(['ttxvn']);
    expect(await chased()).toBe(`- Chưa có báo cáo đột xuất theo yêu cầu «${title}» (hạn 17:00 ngày 22/11/2023).`);
    await extendRequest(world, bloc, { request, organisation: 'ttxvn', until, reason: 'Thiên tai' });
    expect(await chased()).toContain('(hạn 17:00 ngày 24/11/2023)');
    await endRequestExtension(world, bloc, request, 'ttxvn');
    expect(await chased()).toContain('(hạn 17:00 ngày 22/11/2023)');
  });
  test('that is rejected is chased as such', async () => {
    await ask();
    await answer('2023-11-21T00:00:00.000Z', 'phoneNumber');
    expect(await answerOn('ttxvn')).toMatchObject({ status: 'rejected', timeliness: 'missing' });
    expect(await chased()).toContain('đã nhận nhưng không đạt (hạn 17:00 ngày 22/11/2023)');
  });
  test('is not there in a replay of an earlier instant', async () => {
    await ask();
    await answer('2023-11-21T00:00:00.000Z');
    expect((await answerOn('ttxvn', '2023-11-20T12:00:00.000Z'))?.status).toBe('missing');
    expect((await boardOf(world, period, { asOf: '2023-11-19T00:00:00.000Z', organisations: null })).requests).toEqual(
      [],
    );
  });
  test('is extended for committees that were asked', async () => {
    const request = await ask(['ttxvn']);
    for (const grant of [
      { request, organisation: 'tu-phap' },
      { request, organisation: 'khong-co' },
      { request: `${period}~00000000`, organisation: 'ttxvn' },
      { request: 'x', organisation: 'ttxvn' },
    ])
      expect(await problemOf(extendRequest(world, bloc, { ...grant, until, reason: 'Bão' }))).toMatchObject({
        status: 404,
      });
  });
  test('a committee is not told who else was asked', async () => {
    await ask(['ttxvn', 'tu-phap']);
    const { requests } = await boardOf(world, period, { asOf: null, organisations: ['ttxvn'] });
    expect(requests.map(({ organisations }) => organisations)).toEqual([['ttxvn']]);
    expect(requests[0]?.answers.map(({ organisation }) => organisation)).toEqual(['ttxvn']);
    const list = await requestList.handle(
      { parameters: {}, query: { period }, body: undefined, principal: staffOf('ttxvn'), headers: new Headers() },
      world,
    );
    expect(list).toMatchObject({ json: { requests: [{ organisations: ['ttxvn'] }] } });
  });
});

describe('requests and proposals', () => {
  test('a request reaches those asked until it is taken back', async () => {
    const deadline = '2023-11-28T10:00:00.000Z';
    const made = await createRequest(world, bloc, {
      period,
      title: 'Dư luận về giá điện',
      organisations: ['ttxvn'],
      deadline,
    });
    const { chasers } = await chaserPack(world, period);
    expect(
      chasers.filter(({ body }) => body.includes('Dư luận về giá điện')).map(({ organisation }) => organisation),
    ).toEqual(['ttxvn']);
    await removeRequest(world, bloc, made.id);
    expect(await listRequests(world.store, period)).toEqual([]);
  });
  test('a proposal keeps its answer over a resubmission', async () => {
    await send('ttxvn');
    const [first] = await proposalsOf(world, period, null);
    if (!first) throw new Error('the demo report has a proposal');
    expect(first).toMatchObject({ organisation: 'ttxvn', status: 'received', answer: null });
    await answerProposal(world, bloc, { id: first.id, status: 'answered', answer: 'Đã chuyển Bộ' });
    expect((await proposalsOf(world, period, ['ttxvn'])).find(({ id }) => id === first.id)).toMatchObject({
      status: 'answered',
      answer: 'Đã chuyển Bộ',
    });
    expect(await proposalsOf(world, period, ['tu-phap'])).toEqual([]);
    expect(
      await problemOf(
        answerProposal(world, bloc, { id: `${period}~ttxvn~000000000000`, status: 'received', answer: null }),
      ),
    ).toMatchObject({ status: 404 });
  });
});

describe('timers', () => {
  test.each([
    ['2023-11-21T01:00:00.000Z', 0],
    ['2023-11-22T01:00:00.000Z', 61],
    ['2023-11-24T01:00:00.000Z', 61],
    ['2023-11-25T01:00:00.000Z', 61],
    ['2023-11-26T01:00:00.000Z', 61],
    ['2023-11-27T01:00:00.000Z', 0],
  ])('remind at %s: %i committees, once', async (at, count) => {
    world.at(at);
    expect(await remind(world)).toBe(count);
    expect(await remind(world)).toBe(0);
  });
  test('empty the outbox, each row once', async () => {
    await send('ttxvn');
    expect(await deliverOutbox(world)).toBe(1);
    expect(await deliverOutbox(world)).toBe(0);
    expect(world.events.filter(({ event }) => event === 'notice')).toHaveLength(1);
  });
});
