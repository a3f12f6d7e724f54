/** What may leave the pane, in which order it goes, and whether the server saw the same. */
import { describe, expect, it } from 'vitest';
import type { Session } from '../../core/api.ts';
import type { Finding, Severity } from '../../core/finding.ts';
import { obstaclesOf, selectionOf, type Judged, type Selection } from '../../addin/submit/gate.ts';
import { inLanes } from '../../addin/submit/lanes.ts';
import { compareFindings } from '../../addin/submit/parity.ts';

function finding(rule: string, severity: Severity = 'error', id = rule): Finding {
  const message = { vi: rule, en: rule };
  return {
    id,
    rule,
    severity,
    group: rule,
    sheet: null,
    cell: null,
    related: [],
    message,
    remedy: message,
    cites: [],
    fix: null,
  };
}

function judged(part: Partial<Judged> = {}): Judged {
  return {
    kind: 'report',
    organisation: 'ttxvn',
    period: '2023-11',
    nil: false,
    members: null,
    streams: 3,
    findings: [],
    titles: {},
    ruleset: 'r1',
    ...part,
  };
}

function session(organisations: string[] | null): Session {
  const role = organisations === null ? 'bloc' : 'staff';
  return { name: 'Cán bộ', role, organisations, profile: {}, ruleset: 'r1', now: '2023-11-20T00:00:00Z' };
}

const bloc = session(null);
const staff = session(['ttxvn']);
const own: Selection = { organisation: 'ttxvn', period: '2023-11' };

describe('the gate', () => {
  it.each<[string, Partial<Judged>, Selection, Session, string | null, string[]]>([
    ['lets a sound report through', {}, own, staff, null, []],
    ['lets other errors through: the server records them', { findings: [finding('citation')] }, own, staff, null, []],
    [
      'stops at a mark of secrecy before anything else',
      { findings: [finding('personal-identifier'), finding('classification-mark')] },
      own,
      bloc,
      'vì sao',
      ['classification'],
    ],
    [
      'stops identifiers whatever the reason',
      { findings: [finding('personal-identifier')] },
      own,
      bloc,
      'vì sao',
      ['personal'],
    ],
    ['stops refused columns', { findings: [finding('refused-column')] }, own, bloc, null, ['personal']],
    [
      'asks why an office-holder is named',
      { findings: [finding('personal-identifier', 'warning')] },
      own,
      bloc,
      null,
      ['named'],
    ],
    [
      'takes the reason',
      { findings: [finding('personal-identifier', 'warning')] },
      own,
      bloc,
      'chủ thể của sự kiện',
      [],
    ],
    [
      'stops what is not recognised',
      { kind: 'unknown', organisation: null, period: null },
      own,
      bloc,
      null,
      ['unknown'],
    ],
    ['stops a workbook that names no organisation', { organisation: null }, own, bloc, null, ['noOrganisation']],
    [
      'names the right organisation',
      {},
      { organisation: 'tu-phap', period: '2023-11' },
      bloc,
      null,
      ['otherOrganisation'],
    ],
    ['names the right period', {}, { organisation: 'ttxvn', period: '2023-10' }, bloc, null, ['otherPeriod']],
    [
      'keeps staff to their own committee',
      { organisation: 'tu-phap' },
      { organisation: 'tu-phap', period: '2023-11' },
      staff,
      null,
      ['notYours'],
    ],
    [
      'asks for the period where none is stated',
      { period: null },
      { organisation: 'ttxvn', period: null },
      bloc,
      null,
      ['noPeriod'],
    ],
    [
      'needs no period for a roster',
      { kind: 'roster', period: null },
      { organisation: 'ttxvn', period: null },
      bloc,
      null,
      [],
    ],
  ])('%s', (_, part, selection, who, reason, expected) => {
    expect(obstaclesOf(judged(part), selection, who, reason).map(({ type }) => type)).toEqual(expected);
  });

  it.each<[Partial<Judged>, Session, Selection]>([
    [{}, bloc, own],
    [{ organisation: null }, bloc, { organisation: null, period: '2023-11' }],
    [{ organisation: null }, staff, own],
    [{ kind: 'roster', period: null }, staff, { organisation: 'ttxvn', period: null }],
  ])('takes what %o says for its selection', (part, who, expected) => {
    expect(selectionOf(judged(part), who)).toEqual(expected);
  });
});

describe('lanes', () => {
  it('never runs two of one key side by side, keeps their order, and loses none', async () => {
    const running = new Set<string>();
    const done: string[] = [];
    let most = 0;
    await inLanes(
      ['a1', 'a2', 'b1', 'a3', 'c1', 'b2'],
      3,
      (item) => item.charAt(0),
      async (item) => {
        expect(running.has(item.charAt(0))).toBe(false);
        running.add(item.charAt(0));
        most = Math.max(most, running.size);
        await Promise.resolve();
        await Promise.resolve();
        running.delete(item.charAt(0));
        done.push(item);
      },
      () => false,
    );
    expect(most).toBe(3);
    expect(done.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect([...done].sort()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
  });

  it('starts nothing more once stopped', async () => {
    const done: number[] = [];
    const work = (item: number): Promise<void> => Promise.resolve(void done.push(item));
    await inLanes([1, 2, 3, 4], 1, String, work, () => done.length >= 2);
    expect(done).toEqual([1, 2]);
  });
});

describe('parity', () => {
  it('holds where the server adds only what its clock tells', () => {
    const pane = { findings: [finding('citation')], ruleset: 'r1' };
    const server = { findings: [finding('citation'), finding('report-deadline')], ruleset: 'r1' };
    expect(compareFindings(pane, server)).toMatchObject({ more: [], fewer: [], sameRules: true });
    expect(compareFindings(pane, server).byClock.map(({ id }) => id)).toEqual(['report-deadline']);
  });

  it('tells what either side alone found, and other rules', () => {
    const pane = { findings: [finding('citation')], ruleset: 'r1' };
    const server = { findings: [finding('vocabulary')], ruleset: 'r2' };
    const { more, fewer, sameRules } = compareFindings(pane, server);
    expect([more.map(({ id }) => id), fewer.map(({ id }) => id), sameRules]).toEqual([
      ['vocabulary'],
      ['citation'],
      false,
    ]);
  });
});
