/**
 * What the pane and the server say to each other over HTTP. One schema per body: the server checks requests against it
 * and describes itself from it (OpenAPI); the pane checks answers against it. Instants are ISO in UTC.
 */
import * as z from 'zod';

export const roles = ['staff', 'bloc', 'auditor'] as const;
/** `staff` acts for its own committee; `bloc` for all; `auditor` reads, the audit log included. */
export type Role = (typeof roles)[number];

const message = z.strictObject({ vi: z.string(), en: z.string() });
const instant = z.iso.datetime();
const severity = z.enum(['error', 'warning', 'info']);
const kind = z.enum(['roster', 'report', 'year', 'unknown']);
const status = z.enum([
  'missing',
  'received',
  'rejected',
  'accepted',
  'acceptedWithWarnings',
  'superseded',
  'withdrawn',
  'nil',
]);
const timeliness = z.enum(['onTime', 'inGrace', 'late', 'missing', 'unknown']);
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** Why somebody did something: shown to others, kept in the audit log. */
const reason = z.string().trim().min(3).max(500);

const findingSchema = z.strictObject({
  id: z.string(),
  rule: z.string(),
  severity,
  group: z.string(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  related: z.array(z.string()),
  message,
  remedy: message,
  cites: z.array(
    z.strictObject({
      document: z.string(),
      clause: z.string(),
      quote: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  fix: z
    .strictObject({
      label: message,
      edits: z.array(
        z.strictObject({
          sheet: z.string(),
          cell: z.string(),
          value: z.union([z.string(), z.number(), z.null()]),
          numberFormat: z.string().optional(),
          font: z.string().optional(),
        }),
      ),
    })
    .nullable(),
});

/** What the pane must know before anybody has signed in: GET /api/config. No secret is among it. */
export const signInSchema = z.discriminatedUnion('mode', [
  /** On the developer's machine the local host mints tokens. */
  z.strictObject({ mode: z.literal('dev') }),
  z.strictObject({
    mode: z.literal('entra'),
    /** The registered application that stands for the pane and the API. */
    clientId: z.string(),
    authority: z.string(),
    /** The delegated permission, the application's identifier URI before it. */
    scope: z.string(),
  }),
]);

/** Who is asking: GET /api/profile. */
export const sessionSchema = z.strictObject({
  name: z.string(),
  role: z.enum(roles),
  /** Committees the caller may act for; null for all. */
  organisations: z.array(z.string()).nullable(),
  profile: z.unknown(),
  ruleset: z.string(),
  /** Server time, for "as of". */
  now: instant,
});

/** The change a resubmission makes. */
const changeSchema = z.strictObject({
  /** Rows added, removed and changed against the previous version, by what they are. */
  cells: z.array(
    z.strictObject({
      table: z.string(),
      row: z.string(),
      column: z.string(),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  fixed: z.number().int(),
  introduced: z.number().int(),
  remaining: z.number().int(),
});

export const receiptSchema = z.strictObject({
  /** Submission id. */
  id: z.string(),
  organisation: z.string(),
  kind,
  /** `YYYY-MM`, `YYYY`, or `roster`. */
  period: z.string(),
  version: z.number().int().positive(),
  file: z.string(),
  hash: z.string(),
  ruleset: z.string(),
  receivedAt: instant,
  receivedBy: z.string(),
  status,
  timeliness,
  /** True when this very content was received before: this is that receipt again. */
  repeated: z.boolean(),
  /** True when this version is the one the merge will use. */
  current: z.boolean(),
  findings: z.array(findingSchema),
  changes: changeSchema.nullable(),
});

export const validationSchema = z.strictObject({
  kind,
  organisation: z.string().nullable(),
  period: z.string().nullable(),
  nil: z.boolean().nullable(),
  members: z.number().int().nullable(),
  streams: z.number().int().nullable(),
  ruleset: z.string(),
  hash: z.string(),
  findings: z.array(findingSchema),
});

/** A submission as listed: a receipt without findings. */
export const submissionSchema = receiptSchema.omit({ findings: true, changes: true, repeated: true }).extend({
  errors: z.number().int(),
  warnings: z.number().int(),
  withdrawn: z.strictObject({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  excluded: z.strictObject({ reason: z.string(), by: z.string(), at: instant }).nullable(),
});

export const historySchema = z.strictObject({ submissions: z.array(submissionSchema) });

/** More time as it was granted. */
export const grantedSchema = z.strictObject({ until: instant, grantor: z.string(), reason: z.string() });

/** One line of the tracking board. */
const boardRowSchema = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  level: z.enum(['upper', 'grassroots', 'bloc']).nullable(),
  status,
  timeliness,
  firstReceived: instant.nullable(),
  firstAcceptable: instant.nullable(),
  currentReceived: instant.nullable(),
  current: z.string().nullable(),
  versions: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  deadline: instant,
  extension: grantedSchema.nullable(),
  roster: status,
});

export const boardSchema = z.strictObject({
  period: month,
  asOf: instant,
  deadline: instant,
  graceUntil: instant,
  rows: z.array(boardRowSchema),
  figures: z.strictObject({
    organisations: z.number().int(),
    submitted: z.number().int(),
    onTime: z.number().int(),
    inGrace: z.number().int(),
    late: z.number().int(),
    missing: z.number().int(),
  }),
  requests: z.array(z.lazy(() => boardRequestSchema)),
});

/** One draft message per committee that owes something. */
export const chaserPackSchema = z.strictObject({
  period: month,
  chasers: z.array(
    z.strictObject({ organisation: z.string(), name: z.string(), subject: z.string(), body: z.string() }),
  ),
});

export const requestSchema = z.strictObject({
  id: z.string(),
  period: month,
  title: z.string(),
  /** Null asks every committee. */
  organisations: z.array(z.string()).nullable(),
  deadline: instant,
  createdBy: z.string(),
  createdAt: instant,
});

/** A request with what each committee asked has answered, by the request's own deadline. */
const boardRequestSchema = requestSchema.extend({
  answers: z.array(
    z.strictObject({
      organisation: z.string(),
      name: z.string(),
      status,
      timeliness,
      firstReceived: instant.nullable(),
      firstAcceptable: instant.nullable(),
      /** The submission that answers it, acceptable or not. */
      submission: z.string().nullable(),
      extension: grantedSchema.nullable(),
    }),
  ),
});

export const newRequestSchema = z.strictObject({
  period: month,
  title: z.string().trim().min(3).max(300),
  organisations: z.array(z.string()).min(1).nullable(),
  deadline: instant,
});

export const extensionSchema = z.strictObject({ until: instant, reason });
export const reasonSchema = z.strictObject({ reason });
export const acknowledgementSchema = z.strictObject({ reason, expires: z.iso.date().nullable() });
/** A waiver to carry along: bound to the finding's id, so that it holds while the cell is unchanged. */
export const acknowledgementsSchema = z.strictObject({
  acknowledgements: z.array(
    z.strictObject({ finding: z.string(), reason: z.string(), by: z.string(), expires: z.string().nullable() }),
  ),
});

/**
 * Waivers to carry from one server to another, or to the command line: each is bound to a finding's id, which is the
 * same wherever the same cell of the same committee's workbook is judged.
 */
export const waiverFileSchema = z.strictObject({
  format: z.literal('bloc-rollup-waivers/1'),
  /** Id of the profile they were given under. */
  profile: z.string(),
  period: month,
  waivers: z
    .array(
      z.strictObject({
        organisation: z.string().max(60),
        finding: z.string().regex(/^[0-9a-f]{16}$/),
        rule: z.string().max(60),
        reason,
        /** Who gave it, and when, on the server it comes from. */
        by: z.string().trim().min(1).max(200),
        at: instant,
        expires: z.iso.date().nullable(),
      }),
    )
    .max(5000),
  /** SHA-256 over everything else, as `waiverFile` makes it. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What became of imported waivers: importing the same file again imports none. */
export const waiverImportSchema = z.strictObject({
  imported: z.number().int(),
  unchanged: z.number().int(),
  /** Those that do not hold here, and why. */
  left: z.array(z.strictObject({ organisation: z.string(), finding: z.string(), problem: message })),
});

/** The findings of a submission with what was answered to them. */
export const findingsSchema = z.strictObject({
  findings: z.array(findingSchema),
  acknowledgements: acknowledgementsSchema.shape.acknowledgements,
});

export const requestsSchema = z.strictObject({ requests: z.array(requestSchema) });

/** Committees without an accepted report. */
export const missingSchema = z.strictObject({
  period: month,
  asOf: instant,
  organisations: z.array(z.strictObject({ organisation: z.string(), name: z.string(), status })),
});

export const newSummarySchema = z.strictObject({ period: month });

export const summaryStatusSchema = z.strictObject({
  id: z.string(),
  period: month,
  state: z.enum(['waiting', 'running', 'published', 'cancelled', 'failed']),
  done: z.number().int(),
  total: z.number().int(),
  /** Why it failed. */
  problem: message.nullable(),
  requestedBy: z.string(),
  requestedAt: instant,
  publishedAt: instant.nullable(),
  contentHash: z.string().nullable(),
  /** True when it is the period's published summary. */
  current: z.boolean(),
});
export const summariesSchema = z.strictObject({ summaries: z.array(summaryStatusSchema) });

const count = z.number().int().nonnegative();
/** Figures that a superior may add up. */
export const addedFiguresSchema = z.strictObject({
  organisations: count,
  submitted: count,
  onTime: count,
  inGrace: count,
  late: count,
  missing: count,
  receiptUnknown: count,
  nilReports: count,
  rosters: count,
  teams: count,
  groups: count,
  people: count,
  streams: count,
  proposals: count,
});
/** What a cell can hold: whatever a committee wrote can be handed up. */
const cellText = z.string().max(32_767);
const words = z.record(cellText, count);

/** Totals and opinion tallies of a summary: no committee's rows. */
const aggregateSchema = z.strictObject({
  /** Merges of workbooks that went into it. */
  parts: count,
  figures: addedFiguresSchema,
  /** The most frequent issues, most streams first. */
  issues: z
    .array(
      z.strictObject({
        field: cellText,
        /** How often the issue came up, over all that was added together. */
        issue: cellText,
        streams: count,
        /** Streams by the word for how many hold them; '' where none is given. */
        breadth: words,
        attitude: words,
      }),
    )
    .max(2000),
  /** Streams of issues that are not listed. */
  unlistedStreams: count,
});

/** A child's part in a superior's summary. */
const childPartSchema = z.strictObject({
  organisation: z.string(),
  name: z.string(),
  /** Of the child's file. */
  hash: z.string(),
  figures: addedFiguresSchema,
});

/** What a published summary hands up to the superior, and is taken in there as the child's of the period. */
export const aggregateFileSchema = z.strictObject({
  format: z.literal('bloc-rollup-aggregate/1'),
  profile: z.string(),
  /** Who made the summary: the id and name of the profile's Bloc. */
  organisation: z.string(),
  name: z.string(),
  period: month,
  /** The summary it stands for, and the hash over its content. */
  summary: z.string(),
  contentHash: z.string(),
  aggregate: aggregateSchema,
  /** Whose aggregates are in it; the rest is the Bloc's own workbooks. */
  children: z.array(childPartSchema),
  /** SHA-256 over everything else. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A child's aggregate as received. */
export const childSchema = childPartSchema.extend({
  /** Null once it was taken back. */
  hash: z.string().nullable(),
  figures: addedFiguresSchema.nullable(),
  receivedAt: instant,
  receivedBy: z.string(),
  /** Different files received. */
  versions: z.number().int(),
});
export const childrenSchema = z.strictObject({ period: month, children: z.array(childSchema) });

/** A merge without publishing: what it would hold and what stands in its way. `summary` is core's Summary. */
export const rehearsalSchema = z.strictObject({
  summary: z.unknown(),
  conflicts: z.array(
    z.strictObject({ organisation: z.string().nullable(), submission: z.string().nullable(), problem: message }),
  ),
});

export const proposalStatusSchema = z.strictObject({
  status: z.enum(['received', 'forwarded', 'answered']),
  answer: z.string().trim().max(2000).nullable(),
});
export const proposalsSchema = z.strictObject({
  proposals: z.array(
    z.strictObject({
      id: z.string(),
      organisation: z.string(),
      text: z.string(),
      recipient: z.string().nullable(),
      status: z.enum(['received', 'forwarded', 'answered']),
      answer: z.string().nullable(),
      updatedAt: instant.nullable(),
    }),
  ),
});

/** Rows of the published summary that a submission fed: the way down from a submission. */
export const fedRowsSchema = z.strictObject({
  summary: z.string().nullable(),
  rows: z.array(z.strictObject({ sheet: z.string(), row: z.number().int(), source: z.string(), cell: z.string() })),
});

/** The cell a row of the summary came from: the way up from «Nguồn» to a submission. */
export const sourceSchema = z.strictObject({
  summary: z.string(),
  source: z.string(),
  submission: z.string(),
  sheet: z.string(),
  /** A1. */
  cell: z.string(),
});

export const healthSchema = z.strictObject({ status: z.enum(['live', 'ready', 'unavailable']) });

export const auditSchema = z.strictObject({
  entries: z.array(
    z.strictObject({
      sequence: z.number().int(),
      at: instant,
      /** Who did it: the name, and the account (`tid.oid`, or `system`). */
      by: z.string(),
      account: z.string(),
      action: z.string(),
      organisation: z.string().nullable(),
      subject: z.string().nullable(),
      /** SHA-256 of the file concerned. */
      file: z.string().nullable(),
      /** Of this entry with the hash of the one before. */
      hash: z.string(),
    }),
  ),
  /** False when the hash chain does not hold. */
  whole: z.boolean(),
});

/** RFC 9457 problem details, in both languages. */
export const problemSchema = z.strictObject({
  type: z.string(),
  status: z.number().int(),
  title: message,
  detail: message.nullable(),
});

export type SignIn = z.infer<typeof signInSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type Receipt = z.infer<typeof receiptSchema>;
export type SubmissionView = z.infer<typeof submissionSchema>;
export type Board = z.infer<typeof boardSchema>;
export type BoardRow = z.infer<typeof boardRowSchema>;
export type ChaserPack = z.infer<typeof chaserPackSchema>;
export type AdHocRequest = z.infer<typeof requestSchema>;
export type BoardRequest = z.infer<typeof boardRequestSchema>;
export type WaiverFile = z.infer<typeof waiverFileSchema>;
export type WaiverImport = z.infer<typeof waiverImportSchema>;
export type Aggregate = z.infer<typeof aggregateSchema>;
export type AggregateFile = z.infer<typeof aggregateFileSchema>;
export type Child = z.infer<typeof childSchema>;
export type SummaryStatus = z.infer<typeof summaryStatusSchema>;
export type AuditLog = z.infer<typeof auditSchema>;
export type FedRows = z.infer<typeof fedRowsSchema>;
export type ProposalList = z.infer<typeof proposalsSchema>;
export type Rehearsal = z.infer<typeof rehearsalSchema>;
export type Problem = z.infer<typeof problemSchema>;
