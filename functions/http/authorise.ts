/** Who may call a route, and whose things they may name. */
import type { Access, Principal } from '../route.ts';

/** What the route grants the caller; null when the route does not list the caller's role. */
export function granted(access: Access, principal: Principal): 'own' | 'all' | null {
  if (access === 'anyone') return 'all';
  return Object.hasOwn(access, principal.role) ? (access[principal.role] ?? null) : null;
}

/** `{period|roster}~{organisation}~{kind}~{version}`. */
const submissionId = /^[^~]+~([^~]+)~[^~]+~\d{4}$/;

/**
 * True when a path or query names a committee, or a submission of one, that the caller does not act for. What other
 * ids stand for only their handlers know; they check it with `owns`.
 */
export function namesForeign(names: Readonly<Record<string, string>>, principal: Principal): boolean {
  return Object.entries(names).some(([name, value]) => {
    const organisation = name === 'organisation' ? value : submissionId.exec(value)?.[1];
    return organisation !== undefined && !owns(principal, organisation);
  });
}

export function owns({ organisations }: Principal, organisation: string): boolean {
  return organisations === null || organisations.includes(organisation);
}
