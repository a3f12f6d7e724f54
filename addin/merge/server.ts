/** The server's part in merging. */
import * as z from 'zod';
import {
  rehearsalSchema,
  sourceSchema,
  summariesSchema,
  summaryStatusSchema,
  type SummaryStatus,
} from '../../core/api.ts';
import type { Api } from '../api.ts';

const text = z.string();
const named = { organisation: text.nullable(), organisationName: text.nullable(), source: text };

/** As much of core's Summary as the pane shows. */
const shownSummary = z.object({
  period: text,
  contentHash: text,
  figures: z.object({
    organisations: z.number(),
    submitted: z.number(),
    nilReports: z.number(),
    streams: z.number(),
    issues: z.number(),
    proposals: z.number(),
    people: z.number(),
    teams: z.number(),
    groups: z.number(),
    errors: z.number(),
  }),
  streams: z.array(z.object({ ...named, field: text, issue: text, text })),
  proposals: z.array(z.object({ ...named, text })),
  teams: z.array(z.object({ organisation: text, name: text, size: z.number(), source: text })),
  year: z.array(z.object({ ...named, year: text })),
  sources: z.array(
    z.object({
      key: text,
      organisation: text.nullable(),
      organisationName: text.nullable(),
      submission: text,
      file: text,
      version: z.number().nullable(),
      sheet: text,
      cell: text,
    }),
  ),
});
export type ShownSummary = z.infer<typeof shownSummary>;
export type SourceRow = ShownSummary['sources'][number];
export type Conflict = z.infer<typeof rehearsalSchema>['conflicts'][number];

export interface Rehearsal {
  /** Null where the rows do not tie: nothing could be merged. */
  readonly summary: ShownSummary | null;
  readonly conflicts: readonly Conflict[];
}

/** What a merge would hold now. Throws ApiProblem. */
export async function rehearse(api: Api, period: string, signal?: AbortSignal): Promise<Rehearsal> {
  const { summary, conflicts } = await api.call(rehearsalSchema, 'summaries/rehearsal', { query: { period }, signal });
  return { summary: summary === null ? null : shownSummary.parse(summary), conflicts };
}

export function startMerge(api: Api, period: string): Promise<SummaryStatus> {
  return api.call(summaryStatusSchema, 'summaries', { method: 'POST', json: { period } });
}

export function readSummary(api: Api, id: string, signal?: AbortSignal): Promise<SummaryStatus> {
  return api.call(summaryStatusSchema, `summaries/${id}`, { signal });
}

export function cancelMerge(api: Api, id: string): Promise<SummaryStatus> {
  return api.call(summaryStatusSchema, `summaries/${id}/cancel`, { method: 'POST' });
}

/** Newest first. */
export async function readSummaries(api: Api, period: string, signal?: AbortSignal): Promise<readonly SummaryStatus[]> {
  return (await api.call(summariesSchema, 'summaries', { query: { period }, signal })).summaries;
}

export function readSummaryWorkbook(api: Api, id: string): Promise<Uint8Array> {
  return api.bytes(`summaries/${id}/workbook`);
}

/** What a published summary holds. */
export function readContent(api: Api, id: string, signal?: AbortSignal): Promise<ShownSummary> {
  return api.call(shownSummary, `summaries/${id}/content`, { signal });
}

/** Where a row of a published summary came from, by its key in «Nguồn» (`S12`). */
export function readSource(api: Api, summary: string, source: string): Promise<z.infer<typeof sourceSchema>> {
  return api.call(sourceSchema, `summaries/${summary}/sources/${source}`);
}
