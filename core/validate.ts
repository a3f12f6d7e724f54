/** Judges one workbook: parse it, then run every rule of the profile that applies to it. */
import { localDay } from './calendar.ts';
import type { DocumentKind, ParsedWorkbook } from './document.ts';
import { severityOrder, type Finding } from './finding.ts';
import { canonicalJson, hashOf } from './hash.ts';
import { parseWorkbook } from './parse/workbook.ts';
import { periodEnd } from './period.ts';
import { inForce, type Profile } from './profile.ts';
import type { Rule, RuleContext, Subjects } from './rule.ts';
import { rules } from './rules/index.ts';
import { parseA1, type Workbook } from './sheet.ts';
import { rosterOn } from './team.ts';

export interface ValidateOptions {
  readonly profile: Profile;
  /** The instant the check is made as of, ISO. A workbook with a period is judged at that period's end instead. */
  readonly asOf: string;
  readonly fileName?: string | null;
  readonly expectedPeriod?: string | null;
  readonly expectedOrganisation?: string | null;
  readonly receivedAt?: string | null;
  readonly extendedUntil?: string | null;
  readonly rosterNames?: readonly string[];
}

export interface Validation {
  readonly kind: DocumentKind | 'unknown';
  readonly organisation: string | null;
  readonly period: string | null;
  /** True for a report that says nothing arose; null for other kinds. */
  readonly nil: boolean | null;
  readonly members: number | null;
  readonly streams: number | null;
  /** Errors first, then by sheet position. */
  readonly findings: readonly Finding[];
  readonly parsed: ParsedWorkbook;
}

export function validateWorkbook(workbook: Workbook, options: ValidateOptions): Validation {
  const read = parseWorkbook(workbook, options.profile);
  const period = periodOf(read);
  const day = period === null ? asOfDay(options.asOf, options.profile) : periodEnd(period);
  const parsed = read.document?.kind === 'roster' ? { ...read, document: rosterOn(read.document, day) } : read;
  const { document } = parsed;
  const context: RuleContext = {
    profile: options.profile,
    day,
    asOf: options.asOf,
    period,
    fileName: options.fileName ?? null,
    expectedPeriod: options.expectedPeriod ?? null,
    expectedOrganisation: options.expectedOrganisation ?? null,
    organisation: options.profile.organisations.find((one) => one.id === document?.organisation) ?? null,
    receivedAt: options.receivedAt ?? null,
    extendedUntil: options.extendedUntil ?? null,
    parsed,
    rosterNames: options.rosterNames ?? [],
  };
  const findings = runRules('workbook', parsed, context);
  if (document) findings.push(...runRules(document.kind, document, context));
  return {
    kind: parsed.kind,
    organisation: document?.organisation ?? null,
    period,
    nil: document?.kind === 'report' ? document.nil !== null : null,
    members: document?.kind === 'roster' ? document.members.length : null,
    streams: document?.kind === 'report' ? document.streams.length : null,
    findings: sortFindings(findings, workbook),
    parsed,
  };
}

/** Runs the profile's rules for one kind of subject, as in force on the context's day. */
export function runRules<On extends keyof Subjects>(on: On, subject: Subjects[On], context: RuleContext): Finding[] {
  return context.profile.rules
    .filter((entry) => inForce(entry, context.day))
    .flatMap((entry) => {
      const rule: Rule | undefined = rules.get(entry.id);
      return rule?.on === on ? rule.run(subject, context, entry) : [];
    });
}

/** Identifies the rules and parameters in force: pane and server compare it. */
export function rulesetHash(profile: Profile): string {
  const known = rulesetHashes.get(profile) ?? hashOf(canonicalJson(profile)).slice(0, 16);
  rulesetHashes.set(profile, known);
  return known;
}

/** Profiles never change once loaded, and every file of a batch asks for the same one. */
const rulesetHashes = new WeakMap<Profile, string>();

function periodOf({ document }: ParsedWorkbook): string | null {
  if (document?.kind === 'report') return document.period?.value ?? null;
  if (document?.kind === 'year') return document.year ? String(document.year.value) : null;
  return null;
}

/** The as-of day on the office's calendar, kept within the profile's dates so that an old roster is not judged by nobody's rules. */
function asOfDay(asOf: string, profile: Profile): string {
  const local = localDay(asOf, profile.utcOffsetMinutes);
  if (profile.to !== null && local > profile.to) return profile.to;
  if (profile.from !== null && local < profile.from) return profile.from;
  return local;
}

function sortFindings(findings: Finding[], workbook: Workbook): Finding[] {
  const sheetIndex = new Map(workbook.sheets.map((sheet, index) => [sheet.name, index]));
  const place = ({ sheet, cell }: Finding): number[] => {
    const at = parseA1(cell ?? '');
    return [sheetIndex.get(sheet ?? '') ?? -1, at?.row ?? 0, at?.column ?? 0];
  };
  return findings
    .map((finding) => ({ finding, key: [severityOrder[finding.severity], ...place(finding)] }))
    .sort((a, b) => compareKeys(a.key, b.key) || (a.finding.rule < b.finding.rule ? -1 : 1))
    .map(({ finding }) => finding);
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
