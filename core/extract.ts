/** From the bytes of a submitted workbook to its extract: guard, read, parse, judge. The same on the server, in the pane and on the command line. */
import type { Inflate } from './file/inflate.ts';
import type { FileLimits } from './file/limits.ts';
import { readWorkbook } from './file/read.ts';
import { hashOf } from './hash.ts';
import type { Extract } from './submission.ts';
import { rulesetHash, validateWorkbook, type ValidateOptions } from './validate.ts';

export interface ExtractOptions extends ValidateOptions {
  readonly inflate: Inflate;
  /** Bounds other than the defaults and the profile's size of a workbook. */
  readonly limits?: Partial<FileLimits>;
  /** The submission's id; by default the content hash. */
  readonly id?: string;
  readonly version?: number | null;
}

/** Throws FileRefused when the guard or the reader turns the file away. */
export function extractWorkbook(file: string, bytes: Uint8Array, options: ExtractOptions): Extract {
  const workbook = readWorkbook(bytes, {
    inflate: options.inflate,
    limits: { workbookBytes: options.profile.limits.workbookBytes, ...options.limits },
  });
  const validation = validateWorkbook(workbook, { ...options, fileName: file });
  const hash = hashOf(bytes);
  return {
    id: options.id ?? hash,
    hash,
    file,
    kind: validation.kind,
    organisation: validation.organisation,
    period: validation.period,
    receivedAt: options.receivedAt ?? null,
    version: options.version ?? null,
    template: validation.parsed.structure.template,
    ruleset: rulesetHash(options.profile),
    document: validation.parsed.document,
    findings: validation.findings,
  };
}
