/** What the route files share. */
import * as z from 'zod';
import type { Principal, Route, RouteRequest, RouteResponse } from '../route.ts';
import { notFound } from '../submissions/problems.ts';

/** Forgets the types of query and body: the gate hands a handler only what passed its own schemas. */
export function defineRoute<Query, Body>(route: Route<Query, Body>): Route {
  return { ...route, handle: (request, services) => route.handle(request as RouteRequest<Query, Body>, services) };
}

export const noQuery = z.strictObject({});
export type NoQuery = z.infer<typeof noQuery>;
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
/** `YYYY-MM` or `YYYY`. */
export const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);
export const organisation = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** A path parameter. Throws HttpProblem 404 when it is not of the shape that anything here is called by. */
export function parameter(
  { parameters }: Pick<RouteRequest<unknown, unknown>, 'parameters'>,
  name: string,
  shape = anything,
): string {
  const value = shape.safeParse(parameters[name]);
  if (!value.success) throw notFound();
  return value.data;
}
const anything = z.string().min(1);

/** The committees a caller is confined to; null for all. */
export function mine({ organisations }: Principal): readonly string[] | null {
  return organisations;
}

export function json(body: unknown, status = 200): RouteResponse {
  return { status, json: body };
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook to be saved under that name. */
export function workbook(bytes: Uint8Array, name: string): RouteResponse {
  const plain = name.replace(/[^A-Za-z0-9._-]/g, '_');
  return {
    status: 200,
    bytes,
    headers: {
      'content-type': workbookType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  };
}

/** The file's name: from `x-file-name`, percent-encoded, else as given; without any folder it came from. */
export function fileNameOf(
  { headers }: Pick<RouteRequest<unknown, unknown>, 'headers'>,
  otherwise: string | undefined,
): string {
  const name = decoded(headers.get('x-file-name')) ?? otherwise ?? '';
  const last = name.split(/[/\\]/).at(-1)?.trim() ?? '';
  return last === '' ? 'workbook.xlsx' : last;
}

function decoded(header: string | null): string | null {
  try {
    return header && decodeURIComponent(header);
  } catch {
    return null;
  }
}
