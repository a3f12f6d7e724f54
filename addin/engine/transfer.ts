/** Moves an old workbook into a fresh template and checks nothing: the result is checked like any other workbook. */
import { applyEdits } from '../../core/file/apply-edits.ts';
import { deflate, inflate } from '../../core/file/portable-zlib.ts';
import { readWorkbook } from '../../core/file/read.ts';
import { documentSheets, writeTemplate } from '../../core/file/template-workbook.ts';
import { parseWorkbook } from '../../core/parse/workbook.ts';
import { isPeriod } from '../../core/period.ts';
import type { Workbook } from '../../core/sheet.ts';
import { planTransfer, roomFor } from '../../core/transfer.ts';
import { HostProblem } from '../host.ts';
import { en } from '../messages/en.ts';
import { vi } from '../messages/vi.ts';
import type { Transferred, TransferQuestion } from './protocol.ts';

/** Throws HostProblem where the kind or the organisation cannot be told. */
export async function transfer(
  workbook: Workbook,
  { profile, organisation: chosen, period: wanted }: TransferQuestion,
): Promise<Transferred> {
  const old = parseWorkbook(workbook, profile);
  const { document } = old;
  if (!document || old.kind === 'unknown')
    throw new HostProblem('unknown-workbook', { vi: vi.templates.cannot, en: en.templates.cannot });
  const ids = [document.organisation, old.structure.template?.organisation, chosen];
  const organisation = ids
    .map((id) => profile.organisations.find((one) => one.id === id))
    .find((known) => known !== undefined);
  if (!organisation)
    throw new HostProblem('unknown-organisation', {
      vi: vi.templates.whichOrganisation,
      en: en.templates.whichOrganisation,
    });
  const written =
    document.kind === 'report'
      ? (document.period?.value ?? null)
      : document.kind === 'year' && document.year
        ? String(document.year.value)
        : null;
  const period = document.kind === 'roster' ? null : (written ?? wanted);
  const blank = await writeTemplate({
    kind: document.kind,
    profile,
    organisation,
    period: period !== null && isPeriod(period) ? period : null,
    room: roomFor(old),
  });
  const sheet = readWorkbook(blank, { inflate }).sheets.find(({ name }) => name === documentSheets[document.kind]);
  if (!sheet) throw new Error('the template has no document sheet');
  const { edits, lines } = planTransfer(old, sheet);
  return {
    bytes: applyEdits(blank, edits, { inflate, deflate }),
    kind: document.kind,
    organisation: organisation.id,
    period,
    lines,
  };
}
