import { sessionSchema, type Session } from '../../core/api.ts';
import { defineRoute, json, mine, noQuery } from './define-route.ts';

export const profileRead = defineRoute({
  id: 'profile-read',
  method: 'GET',
  path: 'profile',
  summary: { vi: 'Người dùng và hồ sơ quy tắc đang dùng', en: 'The caller and the rule profile in use' },
  access: { staff: 'own', bloc: 'all', auditor: 'all' },
  query: noQuery,
  body: 'none',
  responses: { 200: sessionSchema },
  handle: ({ principal }, { profile, ruleset, now }) => {
    const { name, role } = principal;
    const organisations = mine(principal);
    const session: Session = {
      name,
      role,
      organisations: organisations && [...organisations],
      profile,
      ruleset,
      now: now().toISOString(),
    };
    return Promise.resolve(json(session));
  },
});
