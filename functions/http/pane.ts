/**
 * The pane's files, served by the app itself where it is deployed: the pane then calls its own origin, and no page of
 * another origin needs to be let in. The local host serves them without the app.
 */
import { readStaticFiles, type StaticFiles } from '../local/static-files.ts';
import { methodNotAllowed, notFound, problemAnswer } from './problem.ts';
import { paneHeaders } from './security-headers.ts';
import type { IncomingRequest, Outgoing } from './serve.ts';

/** Below which the files are served, as the app registers it. */
export const paneRoute = 'pane/{*path}';

/** The folder `pane` beside the deployed app; no files where the host is not Azure's. */
export function readPane(environment: Readonly<Record<string, string | undefined>>): StaticFiles {
  const root = environment.AzureWebJobsScriptRoot ?? '';
  return root === '' ? new Map() : readStaticFiles(`${root}/pane`);
}

/** Answers GET and HEAD by name; a name that is no file of the pane is not looked for anywhere. */
export function servePane(files: StaticFiles, { method, headers, params }: IncomingRequest): Outgoing {
  if (method !== 'GET' && method !== 'HEAD') return problemAnswer(methodNotAllowed(), { allow: 'GET, HEAD' });
  const path = `/${params.path ?? ''}`;
  const file = files.get(path);
  if (file === undefined) return problemAnswer(notFound());
  const common = {
    ...paneHeaders({ host: path === '/taskpane.html' ? 'excel' : 'browser' }),
    'content-type': file.type,
    etag: file.tag,
    ...(file.fixed ? { 'cache-control': 'public, max-age=31536000, immutable' } : {}),
  };
  if (headers.get('if-none-match') === file.tag) return { status: 304, headers: common };
  return { status: 200, headers: common, body: file.bytes };
}
