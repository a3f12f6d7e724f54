/** The pane's files, known by name from the start, so that no path of a request ever reaches the file system. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';

interface StaticFile {
  readonly bytes: Buffer;
  readonly type: string;
  readonly tag: string;
  /** Named by its content: never changes. */
  readonly fixed: boolean;
}

export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Reads a folder's files of known types; hidden ones and source maps stay out. Empty when there is no such folder. */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name).toLowerCase()];
    if (!entry.isFile() || type === undefined || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    const fixed = /-[A-Za-z0-9_-]{8,}\.\w+$/.test(entry.name);
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { bytes, type, tag, fixed });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}

/** Answers GET and HEAD for a known file. */
export function sendFile(
  { bytes, type, tag, fixed }: StaticFile,
  headers: Readonly<Record<string, string>>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const same = request.headers['if-none-match'] === tag;
  response.writeHead(same ? 304 : 200, {
    ...headers,
    'content-type': type,
    ...(fixed && { 'cache-control': 'public, max-age=31536000, immutable' }),
    etag: tag,
    ...(!same && { 'content-length': bytes.length }),
  });
  response.end(same || request.method === 'HEAD' ? undefined : bytes);
}
