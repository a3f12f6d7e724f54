/**
 * What a rule is. A rule file calls `defineRule` once; `check` is pure and returns hits; everything a hit needs to
 * become a finding (severity, citations, wording, fingerprint) is added here, so argument types never leave the rule.
 */
import type * as z from 'zod';
import type { ParsedDocument, ParsedWorkbook, Report, Roster, YearRecord } from './document.ts';
import { severityOrder, type Citation, type Edit, type Finding, type Fix, type Severity } from './finding.ts';
import { canonicalJson, hashOf } from './hash.ts';
import type { Message } from './message.ts';
import { inForce, type Organisation, type Profile, type RuleEntry } from './profile.ts';
import { a1, type CellAddress } from './sheet.ts';
import type { SubmissionSet } from './submission.ts';

/** What a rule judges: the whole workbook, one kind of document in it, or the set of all submissions of a period. */
export interface Subjects {
  readonly workbook: ParsedWorkbook;
  readonly roster: Roster;
  readonly report: Report;
  readonly year: YearRecord;
  readonly set: SubmissionSet;
}

/** Everything a check may know besides its subject. Nothing here reads a clock. */
export interface RuleContext {
  readonly profile: Profile;
  /** The ISO day the subject is judged at: the end of its period, or the as-of day. */
  readonly day: string;
  /** The instant "now" stands for, ISO with offset. */
  readonly asOf: string;
  /** The subject's own period, `YYYY-MM` or `YYYY`; null for a roster. */
  readonly period: string | null;
  /** The name the file came under; null for a workbook open in Excel that has none yet. */
  readonly fileName: string | null;
  /** The period selected by the user or server, when there is one. */
  readonly expectedPeriod: string | null;
  /** The organisation selected by the user or server, when there is one. */
  readonly expectedOrganisation: string | null;
  /** The organisation of the document, when the register knows it. */
  readonly organisation: Organisation | null;
  /** Server time the workbook was received, ISO; null when not known: timeliness is then not judged. */
  readonly receivedAt: string | null;
  /** A granted extension of the deadline, ISO instant. */
  readonly extendedUntil: string | null;
  /** The workbook around a document subject; null for a set. */
  readonly parsed: ParsedWorkbook | null;
  /** Names of active collaborators of the organisation, for the privacy rules; empty when its roster is not at hand. */
  readonly rosterNames: readonly string[];
}

/** One place where a rule is broken, before wording. */
export interface Hit<Args> {
  /** The cell at fault; null for the whole file or set. */
  readonly at: CellAddress | null;
  readonly args: Args;
  readonly related?: readonly CellAddress[];
  /** Hits with the same group have one root cause; by default all hits of the rule in a file. */
  readonly group?: string;
  /** Overrides the profile's severity where the rule grades its findings (late within grace, wrong against unknown citation). */
  readonly severity?: Severity;
  /** What makes this hit the same one after an edit elsewhere; by default cell and args. Never put personal text in it. */
  readonly identity?: string;
  readonly fix?: readonly Edit[];
}

export interface RuleDefinition<On extends keyof Subjects, Parameters, Args> {
  readonly id: string;
  readonly on: On;
  /** Default severity; a profile entry may change it. */
  readonly severity: Severity;
  readonly title: Message;
  /**
   * What an error says is wrong: the `workbook` (by default), whose rows are then kept out of the summary, or the
   * `committee`'s own state, which the summary is there to show (a team too large, a report too late).
   */
  readonly concerns?: 'workbook' | 'committee';
  /** Shape and defaults of the profile's parameters. */
  readonly parameters: z.ZodType<Parameters>;
  readonly check: (
    subject: Subjects[On],
    context: RuleContext & { readonly parameters: Parameters },
  ) => Iterable<Hit<Args>>;
  readonly message: { readonly vi: (args: Args) => string; readonly en: (args: Args) => string };
  readonly remedy: { readonly vi: (args: Args) => string; readonly en: (args: Args) => string };
  readonly fixLabel?: Message;
}

/** A rule as the engine sees it, its parameter and argument types closed over. */
export interface Rule {
  readonly id: string;
  readonly on: keyof Subjects;
  readonly severity: Severity;
  readonly title: Message;
  readonly concerns: 'workbook' | 'committee';
  /** Throws ZodError when a profile's parameters do not fit the rule. */
  readonly checkParameters: (parameters: unknown) => void;
  readonly run: (subject: Subjects[keyof Subjects], context: RuleContext, entry: RuleEntry) => Finding[];
}

export function defineRule<On extends keyof Subjects, Parameters, Args>(
  definition: RuleDefinition<On, Parameters, Args>,
): Rule {
  // An entry's parameters never change, and every file of a batch is judged by the same entries.
  const parsed = new WeakMap<RuleEntry, { readonly parameters: Parameters }>();
  const parametersOf = (entry: RuleEntry): Parameters => {
    const known = parsed.get(entry) ?? { parameters: definition.parameters.parse(entry.parameters) };
    parsed.set(entry, known);
    return known.parameters;
  };
  return {
    id: definition.id,
    on: definition.on,
    severity: definition.severity,
    title: definition.title,
    concerns: definition.concerns ?? 'workbook',
    checkParameters: (parameters) => void definition.parameters.parse(parameters),
    run: (subject, context, entry) => {
      const findings: Finding[] = [];
      const rest: Hit<Args>[] = [];
      let cites: readonly Citation[] = [];
      let counted = 0;
      for (const hit of definition.check(subject as Subjects[On], { ...context, parameters: parametersOf(entry) })) {
        if (counted === 0) cites = citationsOf(context.profile, entry, context.day);
        counted += 1;
        if (counted <= listedHits) findings.push(toFinding(definition, hit, context, entry, cites));
        else rest.push(hit);
        if (counted === countedHits) break;
      }
      if (rest.length > 0) findings.push(restFinding(definition, rest, counted === countedHits, context, entry, cites));
      return findings;
    },
  };
}

/**
 * So many findings of one rule in one file are listed one by one; the others are told in one more, with their number.
 * A file with more than `countedHits` is not searched further: a page pasted over a whole sheet must not cost minutes.
 */
export const listedHits = 500;
export const countedHits = 10_000;
/** Further cells named in one finding; the message gives their number. */
const relatedCells = 1_000;

/** What making a finding takes of a rule. */
type Wording<Args> = Pick<
  RuleDefinition<keyof Subjects, never, Args>,
  'id' | 'severity' | 'message' | 'remedy' | 'fixLabel'
>;

/** One finding for all hits beyond those listed. */
function restFinding<On extends keyof Subjects, Parameters, Args>(
  definition: RuleDefinition<On, Parameters, Args>,
  rest: readonly Hit<Args>[],
  stopped: boolean,
  context: RuleContext,
  entry: RuleEntry,
  cites: readonly Citation[],
): Finding {
  const severities = rest.map((hit) => hit.severity ?? entry.severity ?? definition.severity);
  const worst = severities.reduce((a, b) => (severityOrder[b] < severityOrder[a] ? b : a));
  const first = rest[severities.indexOf(worst)] ?? rest[0];
  const places = rest.flatMap(({ at }) => (at ? [at] : []));
  const count = stopped ? `${rest.length}+` : String(rest.length);
  const finding: Hit<null> = {
    at: first?.at ?? null,
    args: null,
    identity: 'rest',
    severity: worst,
    related: places.filter((place) => place !== first?.at),
    ...(first?.group === undefined ? {} : { group: first.group }),
  };
  const { title } = definition;
  const message = {
    vi: () => `Còn ${count} chỗ nữa chưa liệt kê: ${title.vi}.${stopped ? ' Đã dừng dò ở đây.' : ''}`,
    en: () => `${count} more not listed: ${title.en}.${stopped ? ' The search stopped here.' : ''}`,
  };
  const remedy = {
    vi: () => 'Sửa các chỗ đã liệt kê theo cùng một cách cho cả cột, rồi kiểm tra lại.',
    en: () => 'Mend the listed ones, the same way for the whole column, then check again.',
  };
  const { id, severity } = definition;
  return toFinding({ id, severity, message, remedy }, finding, context, entry, cites);
}

function toFinding<Args>(
  definition: Wording<Args>,
  hit: Hit<Args>,
  context: RuleContext,
  entry: RuleEntry,
  cites: readonly Citation[],
): Finding {
  const identity = hit.identity ?? canonicalJson([hit.at ? [hit.at.sheet, a1(hit.at)] : null, hit.args]);
  const fix: Fix | null = hit.fix && definition.fixLabel ? { label: definition.fixLabel, edits: hit.fix } : null;
  return {
    id: hashOf(canonicalJson([definition.id, context.organisation?.id ?? null, context.period, identity])).slice(0, 16),
    rule: definition.id,
    severity: hit.severity ?? entry.severity ?? definition.severity,
    group: hit.group === undefined ? definition.id : `${definition.id}:${hit.group}`,
    sheet: hit.at?.sheet ?? null,
    cell: hit.at ? a1(hit.at) : null,
    related: (hit.related ?? []).slice(0, relatedCells).map((cell) => `${cell.sheet}!${a1(cell)}`),
    message: { vi: definition.message.vi(hit.args), en: definition.message.en(hit.args) },
    remedy: { vi: definition.remedy.vi(hit.args), en: definition.remedy.en(hit.args) },
    cites,
    fix,
  };
}

/** The entry's clauses that are in force on that day; an entry whose clauses all ended cites them all the same. */
export function citationsOf(profile: Profile, entry: RuleEntry, day: string): Citation[] {
  const cited = profile.clauses.filter((clause) => entry.cites.includes(clause.id));
  const current = cited.filter((clause) => inForce(clause, day));
  return (current.length > 0 ? current : cited).map(({ document, clause, quote, from, to }) => ({
    document,
    clause,
    quote,
    from,
    to,
  }));
}

/** The cell a document as a whole is pointed at: its title, else its organisation line. */
export function documentCell(document: ParsedDocument): CellAddress | null {
  return document.title ?? document.organisationText;
}
