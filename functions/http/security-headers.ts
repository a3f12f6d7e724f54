/** Headers that go with every answer, of the API and of the pane's files. */
type ResponseHeaders = Readonly<Record<string, string>>;

const always: ResponseHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** For answers of the API: nothing is stored, nothing is run, nothing is framed. */
export function apiHeaders(): ResponseHeaders {
  return {
    ...always,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** Where Excel on the web frames a task pane. */
const officeFrames = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
];
const officeScripts = ['https://appsforoffice.microsoft.com'];
const signIn = ['https://login.microsoftonline.com'];

/** The hash of nothing: Fluent puts in empty style elements and adds its rules by script, which the policy does not govern. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export interface PaneOptions {
  /** `excel` for taskpane.html, which loads office.js and is framed by Office; `browser` for index.html. */
  readonly host: 'excel' | 'browser';
  /** Origins the pane calls besides its own. */
  readonly api?: readonly string[];
}

/** For the pane's files: scripts only from where they belong, no inline script, no eval. */
export function paneHeaders({ host, api = [] }: PaneOptions): ResponseHeaders {
  const inExcel = host === 'excel';
  const policy: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'none'"],
    'script-src': ["'self'", ...(inExcel ? officeScripts : [])],
    'style-src': ["'self'", emptyStyle],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...api, ...signIn, ...(inExcel ? officeScripts : [])],
    'worker-src': ["'self'"],
    'frame-src': inExcel ? [...signIn, ...officeScripts] : signIn,
    'frame-ancestors': inExcel ? ["'self'", ...officeFrames] : ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  };
  return {
    ...always,
    'cache-control': 'no-cache',
    'content-security-policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
  };
}
