import { expect, it } from 'vitest';
import { templateVersion } from '../../../core/rules/template-version.ts';
import { brief, cell, context, profile, roster, run } from './build.ts';
import { parsedOf } from './workbook.ts';

const stamped = (version: number) => {
  const template = { kind: 'roster' as const, version, profile: null, organisation: null, period: null };
  return parsedOf(roster(), {}, { template });
};
const findings = (subject: ReturnType<typeof stamped>) =>
  brief(run(templateVersion, subject, { context: context({ profile: profile({ templateVersion: 3 }) }) }));

it('template-version accepts the current version, and workbooks made without a template', () => {
  expect(findings(stamped(3))).toEqual([]);
  expect(findings(parsedOf(roster()))).toEqual([]);
});

it.each([
  [2, 'warning'],
  [1, 'warning'],
  [4, 'error'],
] as const)('template-version finds version %i: %s', (version, severity) => {
  expect(findings(stamped(version))).toEqual([
    {
      severity,
      cell: 'A4',
      vi: `Tệp lập theo mẫu roster/${version}; phiên bản hiện hành là roster/3.`,
      en: `Made from template roster/${version}; the current version is roster/3.`,
    },
  ]);
});

it('template-version points at the header where nothing was recognised', () => {
  const { structure } = stamped(4);
  expect(findings(parsedOf(null, {}, { ...structure, header: cell('A11') })).map((one) => one.cell)).toEqual(['A11']);
});
