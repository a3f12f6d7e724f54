/**
 * Sign-in on the local host only: `GET /dev/members` lists the made-up colleagues, `POST /dev/token` mints a token for
 * one of them. The Functions app itself has no such routes.
 */
import * as z from 'zod';
import { roles } from '../../core/api.ts';
import type { Profile } from '../../core/profile.ts';
import type { RequestHeaders } from './authenticate.ts';
import { devTokenSeconds, type DevIssuer } from './dev-issuer.ts';
import { devMembers, devOid } from './dev-members.ts';
import { isLocalRequest } from './local-request.ts';

export interface DevAnswer {
  readonly status: number;
  readonly json: unknown;
}

const wanted = z.strictObject({ role: z.enum(roles), organisation: z.string().nullable().default(null) });

/** `{"role": "staff", "organisation": "ttxvn"}` → `{"token": "…", "expiresIn": seconds, "name": "…"}`. */
export async function answerDevToken(
  request: { readonly headers: RequestHeaders; readonly body: string },
  { issuer, profile, now }: { readonly issuer: DevIssuer; readonly profile: Profile; readonly now: Date },
): Promise<DevAnswer> {
  if (!isLocalRequest(request.headers)) return problem(403, 'Chỉ dùng trên máy này.', 'Only from this machine.');
  // A form of another site can be sent here without asking; JSON cannot.
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return problem(415, 'Cần application/json.', 'application/json is needed.');
  const read = wanted.safeParse(parseJson(request.body));
  const oid = read.success ? devOid(read.data.role, read.data.organisation) : null;
  const found = devMembers(profile).find((one) => one.oid === oid);
  if (found === undefined) return problem(400, 'Không có người dùng thử này.', 'No such development user.');
  const token = await issuer.mint(found.oid, now);
  return { status: 200, json: { token, expiresIn: devTokenSeconds, name: found.member.name } };
}

/** `{"members": [{"role", "organisation", "name"}]}`. */
export function answerDevMembers(headers: RequestHeaders, profile: Profile): DevAnswer {
  if (!isLocalRequest(headers)) return problem(403, 'Chỉ dùng trên máy này.', 'Only from this machine.');
  const members = devMembers(profile).map(({ member: { name, role, organisations } }) => ({
    role,
    organisation: organisations?.[0] ?? null,
    name,
  }));
  return { status: 200, json: { members } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problem(status: number, vi: string, en: string): DevAnswer {
  return { status, json: { type: 'about:blank', status, title: { vi, en }, detail: null } };
}
