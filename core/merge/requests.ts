/**
 * Which ad-hoc reports («đột xuất») answer which request, and whether in time: by the request's own deadline, or the
 * extension of it, never by the month's. There is no grace.
 *
 * A report answers the requests whose title it names: the number of the document, or the words. One that names none of
 * them answers the request of its committee that is due first among those made before it and not answered otherwise,
 * unless both name a document, and not the same.
 */
import { timeliness } from '../deadline.ts';
import type { Report } from '../document.ts';
import { groupBy } from '../group-by.ts';
import type { Timeliness } from '../submission.ts';
import { fold } from '../text/compare.ts';
import { compareCodes, inTurn } from './compare.ts';
import type { Place } from './elect.ts';

export interface AdHocRequest {
  readonly id: string;
  readonly title: string;
  /** Null asks every committee. */
  readonly organisations: readonly string[] | null;
  /** ISO instants; the deadline is inclusive. */
  readonly deadline: string;
  readonly createdAt: string;
}

/** More time for one committee's answer. */
export interface RequestExtension {
  readonly request: string;
  readonly organisation: string;
  /** ISO instant, inclusive. */
  readonly until: string;
}

/** What one committee owes to one request. */
export interface Owed {
  readonly request: AdHocRequest;
  readonly organisation: string;
  /** The report that answers it, the one acceptable first where there are several; null while there is none. */
  readonly place: Place | null;
  /** By the first acceptable version, as for monthly reports; `missing` while none was accepted. */
  readonly timeliness: Timeliness;
  /** Until when it may be answered: the deadline, or the extension where that is later. ISO. */
  readonly until: string;
}

export interface OwedInput {
  readonly requests: readonly AdHocRequest[];
  readonly extensions: readonly RequestExtension[];
  readonly places: readonly Place[];
  /** Ids of the committees that owe reports. */
  readonly organisations: readonly string[];
}

/** By deadline, then in the order of `organisations`; the same for any order of requests, extensions and places. */
export function owedTo({ requests, extensions, places, organisations }: OwedInput): Owed[] {
  const sorted = [...requests].sort(byDeadline);
  const until = new Map<string, string>();
  for (const { request, organisation, until: granted } of extensions) {
    const key = `${request} ${organisation}`;
    const known = until.get(key);
    if (known === undefined || Date.parse(granted) > Date.parse(known)) until.set(key, granted);
  }
  const reports = groupBy(places.filter(adHocReport), (place) => place.organisation);
  const answers = new Map(
    organisations.map((organisation) => {
      const asked = sorted.filter((request) => request.organisations?.includes(organisation) ?? true);
      return [organisation, answersOf(asked, reports.get(organisation) ?? [])] as const;
    }),
  );
  return sorted.flatMap((request) =>
    organisations.flatMap((organisation): Owed[] => {
      const places = answers.get(organisation)?.get(request);
      if (places === undefined) return [];
      const place = [...places].sort(firstAcceptable)[0] ?? null;
      const { deadline } = request;
      const granted = until.get(`${request.id} ${organisation}`) ?? null;
      return [
        {
          request,
          organisation,
          place,
          timeliness: timelinessOf(place, deadline, granted),
          until: granted !== null && Date.parse(granted) > Date.parse(deadline) ? granted : deadline,
        },
      ];
    }),
  );
}

/** Of one committee: the reports that answer each request it was asked. */
function answersOf(
  asked: readonly AdHocRequest[],
  places: readonly Place[],
): ReadonlyMap<AdHocRequest, readonly Place[]> {
  const answers = new Map<AdHocRequest, Place[]>(asked.map((request) => [request, []]));
  const unnamed: Place[] = [];
  for (const place of places) {
    const report = adHocReport(place);
    if (report === null) continue;
    const named = asked.filter((request) => names(report, request));
    for (const request of named) answers.get(request)?.push(place);
    if (named.length === 0) unnamed.push(place);
  }
  for (const place of unnamed.sort(firstAcceptable)) {
    const received = instantOf(place.firstReceived);
    const open = asked.find(
      (request) =>
        answers.get(request)?.length === 0 &&
        Date.parse(request.createdAt) <= received &&
        !contradicts(adHocReport(place), request),
    );
    if (open) answers.get(open)?.push(place);
  }
  return answers;
}

function adHocReport({ shown }: Place): Report | null {
  const { document } = shown;
  return document?.kind === 'report' && document.type?.value === 'adHoc' ? document : null;
}

/** Shorter texts are found in anything. */
const shortestName = 6;

function names({ request: reference }: Report, { title }: AdHocRequest): boolean {
  if (reference === null) return false;
  const { number, text } = reference.value;
  const [folded, said] = [fold(title), fold(text)];
  if (number !== null && hasWord(folded, fold(number))) return true;
  return (
    said.length >= shortestName && folded.length >= shortestName && (folded.includes(said) || said.includes(folded))
  );
}

/** True when both name a document: `names` has found that it is not the same. */
function contradicts(report: Report | null, { title }: AdHocRequest): boolean {
  const number = report?.request?.value.number ?? null;
  return number !== null && /\d\s*[-–]\s*\p{Lu}{2}/u.test(title);
}

/** True when it stands by itself: «12-CV/BTG» is not named by «112-CV/BTG». */
function hasWord(text: string, word: string): boolean {
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
    if (!isPart(text[start - 1]) && !isPart(text[start + word.length])) return true;
  return false;
}

function isPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}/-]/u.test(character);
}

function timelinessOf(place: Place | null, deadline: string, granted: string | null): Timeliness {
  if (!place?.elected) return 'missing';
  if (place.firstAcceptable === null) return 'unknown';
  return timeliness(place.firstAcceptable, { due: deadline, graceUntil: deadline }, granted);
}

function instantOf(iso: string | null): number {
  return iso === null ? Number.MAX_SAFE_INTEGER : Date.parse(iso);
}

const byDeadline = inTurn<AdHocRequest>(
  (a, b) => Date.parse(a.deadline) - Date.parse(b.deadline),
  (a, b) => compareCodes(a.id, b.id),
);

const firstAcceptable = inTurn<Place>(
  (a, b) => instantOf(a.firstAcceptable) - instantOf(b.firstAcceptable),
  (a, b) => instantOf(a.firstReceived) - instantOf(b.firstReceived),
  (a, b) => compareCodes(a.shown.id, b.shown.id),
);
