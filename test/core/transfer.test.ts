import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ParsedDocument } from '../../core/document.ts';
import { applyEdits } from '../../core/file/apply-edits.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { documentSheets, writeTemplate } from '../../core/file/template-workbook.ts';
import { parseWorkbook } from '../../core/parse/workbook.ts';
import { profiles } from '../../core/profiles/index.ts';
import type { Profile } from '../../core/profile.ts';
import { planTransfer, roomFor } from '../../core/transfer.ts';
import { deflate, inflate } from '../../functions/zlib.ts';

const folder = new URL('../fixtures/samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));

function profileOf(id: string): Profile {
  const profile = profiles.get(id);
  if (!profile) throw new Error(id);
  return profile;
}

const duk = profileOf('duk-2021-2025');

async function transferred(bytes: Uint8Array, id: string) {
  const old = parseWorkbook(readWorkbook(bytes, { inflate }), duk);
  const organisation = duk.organisations.find((one) => one.id === (old.document?.organisation ?? id));
  if (!old.document || !organisation) throw new Error('not recognised');
  const { kind } = old.document;
  const period = old.document.kind === 'report' ? (old.document.period?.value ?? null) : null;
  const blank = await writeTemplate({ kind, profile: duk, organisation, period, room: roomFor(old) });
  const sheet = readWorkbook(blank, { inflate }).sheets.find(({ name }) => name === documentSheets[kind]);
  if (!sheet) throw new Error('no sheet');
  const plan = planTransfer(old, sheet);
  const after = applyEdits(blank, plan.edits, { inflate, deflate });
  return { old, plan, parsed: parseWorkbook(readWorkbook(after, { inflate }), duk) };
}

/** The values of a document without where they stand. */
function values(document: ParsedDocument | null): unknown {
  const places = new Set([
    'sheet',
    'row',
    'column',
    'table',
    'title',
    'organisationText',
    'organisation',
    'asText',
    'text',
  ]);
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      places.has(key) && !(key === 'text' && typeof value === 'object') ? undefined : value,
    ),
  );
}

describe('planTransfer', () => {
  it.each(samples)('keeps every value of %s', async (name) => {
    const { old, plan, parsed } = await transferred(readFileSync(new URL(name, folder)), 'ttxvn');
    expect(parsed.kind).toBe(old.kind);
    expect(values(parsed.document)).toEqual(values(old.document));
    expect(plan.lines.filter(({ reason }) => reason === null).length).toBeGreaterThan(0);
    // Each cell is told of once, and no two values go to one cell.
    const from = plan.lines.map((line) => `${line.from.sheet}!${line.from.cell}`);
    expect(new Set(from).size).toBe(from.length);
    const cells = plan.edits.map(({ cell }) => cell);
    expect(new Set(cells).size).toBe(cells.length);
  });
});
