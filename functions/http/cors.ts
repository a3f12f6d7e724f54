/** Which pages of other origins may call the API: exactly those listed, no patterns, never `*`. */
type ResponseHeaders = Readonly<Record<string, string>>;

/**
 * Origins from the setting ALLOWED_ORIGINS, separated by commas. Throws RangeError for anything that is not an origin
 * as a browser sends it; plain http is for this machine only.
 */
export function readAllowedOrigins(setting: string | undefined): ReadonlySet<string> {
  const origins = (setting ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '');
  for (const origin of origins) {
    const url = URL.canParse(origin) ? new URL(origin) : null;
    const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
    if (url?.origin !== origin || origin.includes('*') || !secure)
      throw new RangeError('ALLOWED_ORIGINS must list exact https origins');
  }
  return new Set(origins);
}

/** Headers that let the asking page read the answer; none for a page that is not listed. */
export function corsHeaders(origin: string | null, allowed: ReadonlySet<string>): ResponseHeaders {
  if (origin === null || !allowed.has(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'content-disposition, location, retry-after, x-correlation-id',
  };
}

/** The answer to a browser that asks before it sends. */
export function preflightHeaders(origin: string | null, allowed: ReadonlySet<string>): ResponseHeaders {
  const granted = corsHeaders(origin, allowed);
  if (!Object.hasOwn(granted, 'access-control-allow-origin')) return granted;
  return {
    ...granted,
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'authorization, content-type, x-file-name',
    'access-control-max-age': '600',
  };
}
