/** Sign-in for development: `/dev/members` and `/dev/token`, outside the app, on this machine only. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Profile } from '../../core/profile.ts';
import { apiHeaders } from '../http/security-headers.ts';
import type { DevIssuer } from '../identity/dev-issuer.ts';
import { answerDevMembers, answerDevToken, type DevAnswer } from '../identity/dev-token.ts';

/** Longer than any request for a token. */
const maxBody = 4096;

export function devSignIn(issuer: DevIssuer, profile: Profile, now: () => Date) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, String(value));
    let answer: DevAnswer;
    if (request.method === 'GET' && request.url === '/dev/members') {
      answer = answerDevMembers(headers, profile);
    } else if (request.method === 'POST' && request.url === '/dev/token') {
      answer = await answerDevToken({ headers, body: await readText(request) }, { issuer, profile, now: now() });
    } else {
      return false;
    }
    response.writeHead(answer.status, { ...apiHeaders(), 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer.json));
    return true;
  };
}

/** The body, cut where it is too long to be meant well. */
async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request as AsyncIterable<Buffer>) {
    text += part.toString('latin1');
    if (text.length > maxBody) return '';
  }
  return Buffer.from(text, 'latin1').toString();
}
