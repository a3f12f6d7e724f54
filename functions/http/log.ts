/**
 * The structured log. Only the fields listed here are written, and only values of the listed shape: cell content, names
 * of people or files, tokens and messages of errors have no field, so they cannot slip in.
 */
export type LogValue = string | number | boolean | null;
export type LogFields = Readonly<Record<string, LogValue>>;
export type Log = (event: string, fields: LogFields) => void;

const number = (value: LogValue): boolean => typeof value === 'number' && Number.isFinite(value);
const flag = (value: LogValue): boolean => typeof value === 'boolean';
const text =
  (pattern: RegExp) =>
  (value: LogValue): boolean =>
    typeof value === 'string' && pattern.test(value);
/** A word of our own code, never of a user. */
const word = text(/^[A-Za-z][A-Za-z0-9-]{0,40}$/);

const period = String.raw`(?:\d{4}(?:-\d{2})?|roster)`;
const organisation = '[a-z0-9-]{1,60}';
const hash = text(/^[0-9a-f]{16,64}$/);

export const logFields: Readonly<Record<string, (value: LogValue) => boolean>> = {
  /** Ties the lines of one request together; the caller sees it in `x-correlation-id`. */
  correlation: text(/^[0-9a-f-]{36}$/),
  route: word,
  method: text(/^(GET|POST|PUT|DELETE|OPTIONS|HEAD)$/),
  status: number,
  milliseconds: number,
  /** `tid.oid`: an account, without its name. */
  caller: text(/^[0-9a-f-]{36}\.[0-9a-z-]{1,64}$/),
  role: text(/^(staff|bloc|auditor)$/),
  organisation: text(new RegExp(`^${organisation}$`)),
  period: text(new RegExp(`^${period}$`)),
  kind: text(/^(roster|report|year|unknown)$/),
  submission: text(new RegExp(`^${period}~${organisation}~(?:roster|report|year|unknown)~\\d{4}$`)),
  summary: text(/^\d{4}-\d{2}[~.:][0-9A-Za-z~.:-]{1,80}$/),
  hash,
  ruleset: hash,
  version: number,
  bytes: number,
  count: number,
  done: number,
  total: number,
  attempt: number,
  errors: number,
  warnings: number,
  repeated: flag,
  /** The problem type answered, or how a step ended. */
  outcome: word,
  /** Class of an unexpected error, and the line of our code that threw it: not its message. */
  error: word,
  place: text(/^[A-Za-z0-9._-]{1,60}:\d{1,7}:\d{1,7}$/),
};

export interface LogLine {
  readonly event: string;
  readonly fields: LogFields;
}

/** A log that writes what passes; a value of another shape becomes `withheld`, a field of another name is left out. */
export function createLog(write: (line: LogLine) => void, always: LogFields = {}): Log {
  return (event, fields) => {
    const kept = Object.entries({ ...always, ...fields }).flatMap(([name, value]): [string, LogValue][] => {
      const allows = Object.hasOwn(logFields, name) ? logFields[name] : undefined;
      if (allows === undefined) return [];
      return [[name, value === null || allows(value) ? value : 'withheld']];
    });
    write({ event: word(event) ? event : 'unnamed', fields: Object.fromEntries(kept) });
  };
}

/** One line of JSON, for streams that are read line by line. */
export function logText({ event, fields }: LogLine): string {
  return JSON.stringify({ event, ...fields });
}

/** What may be told of an error nobody expected: its class and where it came from. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: 'unknown', place: null };
  const frames = (error.stack ?? '').replace(error.message, '').split('\n');
  const frame = frames.map((line) => /^ +at .*?([A-Za-z0-9._-]+:\d+:\d+)\)?$/.exec(line)?.[1]).find(Boolean);
  return { error: word(error.name) ? error.name : 'Error', place: frame ?? null };
}
