/** `GET config`: how the pane signs its user in, for whoever opens it. */
import { signInSchema } from '../../core/api.ts';
import { notFound } from '../http/problem.ts';
import { defineRoute, json, noQuery } from './define-route.ts';

export const configRead = defineRoute({
  id: 'config-read',
  method: 'GET',
  path: 'config',
  summary: { vi: 'Cách đăng nhập của bảng làm việc', en: 'How the pane signs in' },
  access: 'anyone',
  query: noQuery,
  body: 'none',
  responses: { 200: signInSchema },
  handle: (_request, { signIn }) => {
    if (signIn === undefined) throw notFound();
    return Promise.resolve(json(signIn));
  },
});
