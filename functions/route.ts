/** What a route is. One file per route in `routes/`; `routes/index.ts` lists them; everything unlisted is denied. */
import type * as z from 'zod';
import type { Role, SignIn } from '../core/api.ts';
import type { Message } from '../core/message.ts';
import type { Profile } from '../core/profile.ts';
import type { Store } from './store/store.ts';

/** Whoever a verified token speaks for. Membership comes from the server's own table, never from a workbook. */
export interface Principal {
  /** `tid.oid` of the directory account. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Committees the caller may act for; null for all. */
  readonly organisations: readonly string[] | null;
}

/** Who may call a route: nobody is listed by default. `own` limits staff to what belongs to their committee. */
export type Access = Readonly<Partial<Record<Role, 'own' | 'all'>>> | 'anyone';

/** What handlers are given instead of globals. */
export interface Services {
  readonly store: Store;
  readonly profile: Profile;
  readonly ruleset: string;
  /** Server time; handlers never read a clock themselves. */
  readonly now: () => Date;
  /** Starts or cancels a merge orchestration. */
  readonly orchestrations: Orchestrations;
  /** How the pane signs its user in; absent where nobody serves a pane. */
  readonly signIn?: SignIn;
  /** Structured log of allow-listed fields: never cell content, names or file names. */
  readonly log: (event: string, fields: Readonly<Record<string, string | number | boolean | null>>) => void;
}

export interface Orchestrations {
  /** Starting one that is under way changes nothing. */
  start(name: 'merge', instance: string, input: unknown): Promise<void>;
  terminate(instance: string, reason: string): Promise<void>;
  /** Steps done, while it is under way; null when it has not begun or is over. */
  progress(instance: string): Promise<{ readonly done: number; readonly total: number } | null>;
}

export interface RouteRequest<Query, Body> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  readonly principal: Principal;
  readonly headers: Headers;
}

export type RouteResponse =
  | { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly status: number; readonly bytes: Uint8Array; readonly headers: Readonly<Record<string, string>> }
  | { readonly status: 204 };

/** Thrown by handlers; answered as RFC 9457 problem details in both languages. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: Message;
  readonly detail: Message | null;

  constructor(status: number, type: string, title: Message, detail: Message | null = null) {
    super(title.en);
    this.name = 'HttpProblem';
    this.status = status;
    this.type = type;
    this.title = title;
    this.detail = detail;
  }
}

export interface Route<Query = unknown, Body = unknown> {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/`, with `{name}` for parameters. */
  readonly path: string;
  readonly summary: Message;
  readonly access: Access;
  readonly query: z.ZodType<Query>;
  /** `bytes` takes the raw body, capped at the profile's limit while it streams; `none` refuses one. */
  readonly body: z.ZodType<Body> | 'bytes' | 'none';
  /** The most bytes of a JSON body, where it holds more than reasons and titles. */
  readonly bodyBytes?: number;
  /** Statuses and bodies, for the OpenAPI description. */
  readonly responses: Readonly<Record<number, z.ZodType | 'bytes' | 'none'>>;
  readonly handle: (request: RouteRequest<Query, Body>, services: Services) => Promise<RouteResponse>;
}
