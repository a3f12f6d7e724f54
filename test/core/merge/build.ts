/** Extracts and merge inputs for the merge tests, on top of the documents the rule tests use. */
import type { ParsedDocument } from '../../../core/document.ts';
import type { Finding, Severity } from '../../../core/finding.ts';
import { mergeExtracts, type MergeInput } from '../../../core/merge/merge.ts';
import type { Summary } from '../../../core/merge/summary.ts';
import type { Profile } from '../../../core/profile.ts';
import type { Extract } from '../../../core/submission.ts';
import * as build from '../rules/build.ts';

/** The test register with a deadline on the 25th, three days of grace. */
export function profile(overrides: Partial<Profile> = {}): Profile {
  const base = build.profile();
  const entry = { cites: ['khoan'], from: null, to: null };
  return {
    ...base,
    vocabularies: {
      ...base.vocabularies,
      field: [
        { id: 'leadership', label: 'lãnh đạo, điều hành của Đảng, Nhà nước', aliases: [] },
        { id: 'socio-economic', label: 'kinh tế - xã hội', aliases: ['KT-XH'] },
      ],
      breadth: [{ id: 'majority', label: 'đa số', aliases: ['phần lớn'] }],
      attitude: [{ id: 'agree', label: 'tán thành', aliases: ['đồng tình'] }],
    },
    rules: [
      ...base.rules,
      { ...entry, id: 'report-deadline', parameters: { dueDay: 25, graceDays: 3, weekendPolicy: 'none' } },
      { ...entry, id: 'totals-tie', parameters: {} },
      { ...entry, id: 'team-counts', parameters: {} },
    ],
    ...overrides,
  };
}

export function finding(severity: Severity, id: string = severity, rule = 'required-cell'): Finding {
  return {
    id,
    rule,
    severity,
    group: rule,
    sheet: build.sheet,
    cell: 'D17',
    related: [],
    message: { vi: 'Thấy', en: 'Found' },
    remedy: { vi: 'Sửa', en: 'Correct' },
    cites: [],
    fix: null,
  };
}

/** An extract whose id, hash and file come from one name. */
export function extract(document: ParsedDocument, name: string, overrides: Partial<Extract> = {}): Extract {
  return build.extract(document, { id: `id-${name}`, hash: `hash-${name}`, file: `${name}.xlsx`, ...overrides });
}

export function input(extracts: readonly Extract[], overrides: Partial<MergeInput> = {}): MergeInput {
  return {
    profile: profile(),
    period: '2023-11',
    extracts,
    refusals: [],
    previous: null,
    extensions: [],
    previousExtensions: [],
    exclusions: [],
    acknowledgements: [],
    proposalAnswers: [],
    asOf: '2023-11-30T10:00:00+07:00',
    ruleset: 'thu',
    summarisedMonths: null,
    ...overrides,
  };
}

export function merge(extracts: readonly Extract[], overrides: Partial<MergeInput> = {}): Summary {
  return mergeExtracts(input(extracts, overrides));
}

/** The row of «Tình hình nộp» of one organisation. */
export function submission(summary: Summary, organisation = 'ttxvn'): Summary['submissions'][number] {
  const row = summary.submissions.find((one) => one.organisation === organisation);
  if (!row) throw new RangeError(`no row for ${organisation}`);
  return row;
}

/** «Đối soát» as `file table source=merged+excluded reason`. */
export function reconciled(summary: Summary): string[] {
  return summary.reconciliation.map(
    ({ file, table, sourceRows, merged, excluded, reason }) =>
      `${file} ${table} ${sourceRows}=${merged}+${excluded}${reason ? ` ${reason.vi}` : ''}`,
  );
}
