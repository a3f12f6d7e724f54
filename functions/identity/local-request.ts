import { isLoopback } from './loopback.ts';
import type { RequestHeaders } from './authenticate.ts';

/**
 * True when the request was sent to this machine by name and came through no proxy. A page elsewhere that points its
 * own name at 127.0.0.1 still sends that name as the host.
 */
export function isLocalRequest(headers: RequestHeaders): boolean {
  const host = headers.get('host') ?? '';
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];
  return isLoopback(host.replace(/:\d+$/, '')) && forwarded.every((name) => headers.get(name) === null);
}
