/** The routes of the app's HTTP functions. */
import type { Registration } from './core-module.ts';
import { triggerOf } from './function-app.ts';

type Segment =
  { readonly literal: string } | { readonly parameter: string; readonly rest: boolean; readonly optional: boolean };

export interface HttpRoute {
  readonly functionName: string;
  /** Name of the trigger binding. */
  readonly binding: string;
  /** Upper case. */
  readonly methods: readonly string[];
  readonly segments: readonly Segment[];
}

export interface RouteMatch {
  readonly route: HttpRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Below which every function is served, as in the cloud. */
const prefix = 'api';
const anyMethod = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** Throws when a function wants a function key: this host has none, the app authenticates its callers itself. */
export function httpRoutes(functions: Iterable<Registration>): HttpRoute[] {
  const routes = [...functions].flatMap((registration): HttpRoute[] => {
    const { name, binding } = triggerOf(registration);
    if (binding.type.toLowerCase() !== 'httptrigger') return [];
    const functionName = registration.metadata.name;
    if ((binding.authLevel ?? 'anonymous') !== 'anonymous')
      throw new Error(`The function ${functionName} asks for a function key; the local host has none`);
    const methods = (binding.methods ?? anyMethod).map((method) => method.toUpperCase());
    return [{ functionName, binding: name, methods, segments: readTemplate(binding.route ?? functionName) }];
  });
  return routes.sort((a, b) => specificity(b).localeCompare(specificity(a)));
}

/** The routes whose path fits, the most specific first, whatever their methods. */
export function matchPath(routes: readonly HttpRoute[], path: string): RouteMatch[] {
  const parts = splitPath(path);
  if (!parts) return [];
  return routes.flatMap((route) => {
    const parameters = matchSegments(route.segments, parts);
    return parameters ? [{ route, parameters }] : [];
  });
}

function readTemplate(template: string): Segment[] {
  return [prefix, ...template.split('/').filter((part) => part !== '')].map((part): Segment => {
    // A constraint after the name, as in `{id:int}`, is left to the function.
    const parameter = /^\{(\*?)(\w+)(?::[^}?]*)?(\??)\}$/.exec(part);
    if (!parameter) return { literal: part.toLowerCase() };
    return { parameter: parameter[2] ?? '', rest: parameter[1] === '*', optional: parameter[3] === '?' };
  });
}

function splitPath(path: string): string[] | null {
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | null {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if ('literal' in segment) {
      if (part?.toLowerCase() !== segment.literal) return null;
    } else if (segment.rest) {
      parameters[segment.parameter] = parts.slice(index).join('/');
      return parameters;
    } else if (part === undefined && segment.optional) {
      continue;
    } else if (part === undefined || part === '') {
      return null;
    } else {
      parameters[segment.parameter] = part;
    }
  }
  return parts.length <= segments.length ? parameters : null;
}

/** Sorts literals before parameters before rests, segment by segment. */
function specificity({ segments }: HttpRoute): string {
  return segments.map((segment) => ('literal' in segment ? '3' : segment.rest ? '1' : '2')).join('');
}
