/**
 * Judges many files, one after the other. A second, short pass looks at reports that name a collaborator of their own
 * committee's roster, because a roster may come after the report it protects.
 */
import { basename } from 'node:path';
import type { Report } from '../../core/document.ts';
import type { Profile } from '../../core/profile.ts';
import { findNames } from '../../core/text/identifier.ts';
import { judgeFile, type Judged } from './judge-file.ts';

export interface BatchOptions {
  readonly profile: Profile;
  readonly asOf: string;
  /** Time of receipt by base name of the file, ISO. */
  readonly received: ReadonlyMap<string, string>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Rejects with the signal's reason when cancelled; a bad file is an outcome, never a rejection. */
export async function judgeFiles(paths: readonly string[], options: BatchOptions): Promise<Judged[]> {
  const judge = (path: string, rosterNames: readonly string[]): Promise<Judged> => {
    options.signal?.throwIfAborted();
    return judgeFile(path, { ...options, receivedAt: options.received.get(basename(path)) ?? null, rosterNames });
  };
  const judged: Judged[] = [];
  for (const path of paths) {
    judged.push(await judge(path, []));
    options.onProgress?.(judged.length, paths.length);
  }
  const names = rosterNames(judged);
  for (const [index, one] of judged.entries()) {
    const known = namedIn(one, names);
    if (known) judged[index] = await judge(one.path, known);
  }
  return judged;
}

/** The active collaborators' names of each organisation in the batch. */
function rosterNames(judged: readonly Judged[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const one of judged) {
    if (!('extract' in one)) continue;
    const { document, organisation } = one.extract;
    if (document?.kind !== 'roster' || organisation === null) continue;
    const known = names.get(organisation) ?? [];
    known.push(...document.members.flatMap((member) => (member.active && member.name ? [member.name.value] : [])));
    names.set(organisation, known);
  }
  return names;
}

/** The roster names to judge a report with again, when its text holds any of them. */
function namedIn(one: Judged, names: ReadonlyMap<string, string[]>): string[] | null {
  if (!('extract' in one) || one.extract.document?.kind !== 'report') return null;
  const known = names.get(one.extract.organisation ?? '');
  return known && reportTexts(one.extract.document).some((text) => findNames(text, known).length > 0) ? known : null;
}

function reportTexts(report: Report): string[] {
  const located = [
    ...report.overview,
    ...report.salient,
    ...report.forecast,
    ...report.streams.flatMap((stream) => [stream.issue, stream.text]),
    ...report.proposals.map((proposal) => proposal.text),
  ];
  return located.flatMap((one) => (one ? [one.value] : []));
}
