/**
 * A rule profile: everything that differs between jurisdictions and over time — directives, clauses, organisations,
 * rule parameters, vocabularies, limits. Profiles are JSON; `profileSchema` is their only gate.
 * Dates are ISO days, `to` is inclusive, null is open.
 */
import * as z from 'zod';

const isoDay = z.iso.date();
const validity = { from: isoDay.nullable().default(null), to: isoDay.nullable().default(null) };
const message = z.strictObject({ vi: z.string(), en: z.string() });

const directive = z.strictObject({
  /** The citation form, such as `05-KL/ĐUK`. Not unique alone: numbers start again every term. */
  id: z.string(),
  kind: z.string(),
  number: z.number().int().positive(),
  symbol: z.string(),
  issuer: z.string(),
  date: isoDay,
  title: z.string(),
});

const clause = z.strictObject({
  id: z.string(),
  document: z.string(),
  clause: z.string(),
  /** The clause's operative words, verbatim. */
  quote: z.string(),
  ...validity,
});

const organisation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** The name as letters carry it, such as «Đảng ủy Thông tấn xã Việt Nam». */
  name: z.string(),
  /** Other spellings accepted in workbooks: abbreviations, older names. */
  aliases: z.array(z.string()).default([]),
  /** `upper` = cấp trên (trực tiếp) cơ sở, `grassroots` = cơ sở; null when not known. */
  level: z.enum(['upper', 'grassroots', 'bloc']).nullable(),
  /** `source`: stated in a source document; `fixture`: filled in to be checked by the office. */
  basis: z.enum(['source', 'fixture']),
  ...validity,
});

const term = z.strictObject({ id: z.string(), label: z.string(), aliases: z.array(z.string()).default([]) });

const ruleEntry = z.strictObject({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  /** Ids of the clauses a finding of this rule cites. */
  cites: z.array(z.string()).min(1),
  /** Checked against the rule's own schema when the profile is loaded. */
  parameters: z.record(z.string(), z.unknown()).default({}),
  ...validity,
});

export const profileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: message,
  ...validity,
  /** The superior that merges: its name and how workbooks write it. */
  bloc: z.strictObject({ id: z.string(), name: z.string(), aliases: z.array(z.string()).default([]) }),
  /** Fixed offset of the office's clock; Việt Nam has no daylight saving. */
  utcOffsetMinutes: z.number().int(),
  term: z.string().nullable(),
  directives: z.array(directive),
  clauses: z.array(clause),
  organisations: z.array(organisation),
  vocabularies: z.strictObject({
    breadth: z.array(term),
    attitude: z.array(term),
    field: z.array(term),
    role: z.array(term),
    status: z.array(term),
  }),
  /** Only listed rules run; an entry applies where the judged date is within its dates. */
  rules: z.array(ruleEntry),
  roster: z.strictObject({
    /** Optional personal columns switched on; everything else personal is refused. */
    optionalColumns: z
      .array(z.enum(['birthYear', 'gender', 'education', 'politicalTheory', 'phone', 'email']))
      .default([]),
  }),
  limits: z.strictObject({
    /** Largest committee workbook accepted, in bytes. */
    workbookBytes: z.number().int().positive(),
  }),
  privacy: z.strictObject({
    /** An organisation whose team is smaller than this is not named beside its streams in the summary. */
    smallGroup: z.number().int().nonnegative(),
    retentionMonths: z.number().int().positive(),
  }),
  templateVersion: z.number().int().positive(),
});

export type Profile = z.infer<typeof profileSchema>;
export type Organisation = Profile['organisations'][number];
export type Directive = Profile['directives'][number];
export type Clause = Profile['clauses'][number];
export type RuleEntry = Profile['rules'][number];
export type Term = Profile['vocabularies']['breadth'][number];
export type VocabularyName = keyof Profile['vocabularies'];

/** True when `day` (ISO) lies within the validity; both ends inclusive. */
export function inForce(validity: { readonly from: string | null; readonly to: string | null }, day: string): boolean {
  return (validity.from === null || validity.from <= day) && (validity.to === null || day <= validity.to);
}

/** The subordinate organisations that exist on that day: the N of every n/N. */
export function organisationsAt(profile: Profile, day: string): Organisation[] {
  return profile.organisations.filter((organisation) => organisation.level !== 'bloc' && inForce(organisation, day));
}
