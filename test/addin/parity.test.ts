/** What the pane finds, in Excel and on dropped files, is what the server finds: the same findings, by id. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { answer } from '../../addin/engine/answer.ts';
import type { Checked, Source } from '../../addin/engine/protocol.ts';
import { excelHost } from '../../addin/excel.ts';
import { collaboratorsIn, judgedOf, obstaclesOf, selectionOf } from '../../addin/submit/gate.ts';
import { validationSchema, type Session } from '../../core/api.ts';
import { planReports, planRosters, type Mishap } from '../../functions/demo/plan.ts';
import { seededRandom } from '../../functions/demo/random.ts';
import { reportWorkbook, rosterWorkbook } from '../../functions/demo/workbooks.ts';
import { submissionCreate } from '../../functions/routes/submission-create.ts';
import { validate } from '../../functions/routes/validate.ts';
import { openExcel } from '../excel-host/node.ts';
import { bloc, openWorld, report, roster, type World } from '../functions/world.ts';
import { reportSaying } from './report-saying.ts';

const folder = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.xlsx$/.test(name))
  .map((name) => ({ name, bytes: (): Promise<Uint8Array> => Promise.resolve(readFileSync(new URL(name, folder))) }));

/** One workbook of every kind of mishap the demo knows. */
const { profile } = openWorld();
const mishaps = new Map<string, { name: string; bytes: () => Promise<Uint8Array> }>();
for (const plan of planReports(profile))
  if (plan.mishap !== 'damaged')
    mishaps.set(plan.mishap, {
      name: `bao-cao ${plan.mishap}.xlsx`,
      bytes: () => reportWorkbook(plan, seededRandom(7)),
    });
for (const plan of planRosters(profile))
  mishaps.set(`roster ${plan.mishap}`, {
    name: `danh-sach ${plan.mishap}.xlsx`,
    bytes: () =>
      rosterWorkbook(
        plan,
        Array.from({ length: plan.size }, (_, index) => `Phạm Văn ${String.fromCharCode(65 + index)}n`),
        seededRandom(7),
      ),
  });

type Validation = z.infer<typeof validationSchema>;

const session: Session = { ...bloc, role: 'bloc', organisations: null, profile, ruleset: '', now: '' };

function byPane(source: Source, world: World, fileName: string): Promise<Checked> {
  return answer('check', { source, profile: world.profile, asOf: world.now().toISOString(), fileName });
}

async function byServer(
  world: World,
  body: Uint8Array,
  name: string,
  { organisation, period }: { readonly organisation: string | null; readonly period: string | null },
): Promise<Validation> {
  const answered = await validate.handle(
    {
      parameters: {},
      query: { ...(organisation !== null && { organisation }), ...(period !== null && { period }) },
      body,
      principal: bloc,
      headers: new Headers({ 'x-file-name': encodeURIComponent(name) }),
    },
    world,
  );
  return validationSchema.parse('json' in answered ? answered.json : null);
}

const ids = (findings: readonly { readonly id: string }[]): string[] => findings.map(({ id }) => id);

describe('the pane finds what the server finds', () => {
  const world = openWorld();

  it('in every fixture', () => {
    expect(fixtures.length).toBeGreaterThanOrEqual(7);
    expect([...mishaps.keys()]).toContain('phoneNumber' satisfies Mishap);
  });

  it.each([...fixtures, ...mishaps.values()])('in $name', async ({ name, bytes: make }) => {
    const bytes = await make();
    const dropped = await byPane({ bytes }, world, name);
    const server = await byServer(world, bytes, name, selectionOf(judgedOf(dropped), session));
    expect(ids(dropped.findings)).toEqual(ids(server.findings));
    expect(dropped.findings).toEqual(server.findings);
    expect(dropped.ruleset).toBe(server.ruleset);

    await openExcel(bytes, { name });
    const open = await excelHost.completeWorkbook(await excelHost.readOpenWorkbook());
    const inExcel = await byPane({ workbook: open.workbook }, world, open.name);
    expect(ids(inExcel.findings)).toEqual(ids(server.findings));
    expect(inExcel.ruleset).toBe(server.ruleset);
  });
});

describe('names on a roster, which the server keeps to itself', () => {
  const name = 'Khuất Duy Tiến';
  async function worldWithRoster(): Promise<World> {
    const world = openWorld();
    await submissionCreate.handle(
      {
        parameters: {},
        query: { organisation: 'ttxvn', period: '2023-11' },
        body: await roster('ttxvn', [name, 'Nghiêm Thu Hà', 'Tòng Văn Bình']),
        principal: bloc,
        headers: new Headers({ 'x-file-name': 'danh-sach.xlsx' }),
      },
      world,
    );
    return world;
  }

  it.each([
    { text: `Theo ${name}, nhiều ý kiến băn khoăn về lộ trình.`, held: 1 },
    { text: 'Nhiều ý kiến băn khoăn về lộ trình.', held: 0 },
  ])('holds back $held: $text', async ({ text, held }) => {
    const world = await worldWithRoster();
    const bytes = reportSaying(await report('ttxvn'), text, profile);
    const judged = judgedOf(await byPane({ bytes }, world, 'bao-cao.xlsx'));
    const selection = selectionOf(judged, session);
    expect(obstaclesOf(judged, selection, session, null)).toEqual([]);
    const server = await byServer(world, bytes, 'bao-cao.xlsx', selection);
    const collaborators = collaboratorsIn(server.findings, judged);
    expect(collaborators).toHaveLength(held);
    // Nothing but those names divides pane and server.
    expect(ids(server.findings).filter((id) => !ids(collaborators).includes(id))).toEqual(ids(judged.findings));
    expect(obstaclesOf(judged, selection, session, null, collaborators).map(({ type }) => type)).toEqual(
      held === 0 ? [] : ['collaborator'],
    );
  });
});
