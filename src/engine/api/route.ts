import type { Page } from '../../shared/context';
import type { MemberRole } from '../../shared/project';
import type { CallOptions, Engine } from '../engine';
import type { ParamsSchema } from '../requests/parseParams';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
/** `signature`: HMAC; `either`: HMAC, or a Bearer key. */
export type Credential = 'none' | 'bearer' | 'signature' | 'either';

/** A schema as the table holds it; zod itself stays in `shared`. */
export type RouteSchema<T> = ParamsSchema<T> & Parameters<typeof import('../../shared/api/schemas').jsonSchemaOf>[0];

/** Whom a request acts for, once its credential is known. */
export interface Caller {
  /** Absent for a signature, which stands for its project and for no user. */
  readonly userId?: string;
  readonly isLocalOwner: boolean;
  readonly roles: Readonly<Record<string, MemberRole>>;
  /** What its requests are counted under. */
  readonly rateKey: string;
  /** SHA-256 of the signature: the same request again has the same one. */
  readonly signatureKey?: string;
}

/** What a route works with: the request, checked. */
export interface RouteCall<P = unknown, Q = unknown, B = unknown> {
  readonly engine: Engine;
  readonly caller: Caller;
  readonly options: CallOptions;
  readonly path: P;
  readonly query: Q;
  readonly body: B;
  /** The project that the call is about, which the caller may see; empty where it is about none. */
  readonly projectId: string;
}

/**
 * How the project of a call is found, which decides what the caller may do.
 * - `selected`: named by query, body or header, or the only one of the caller
 * - `named`: in query or body, always
 * - `optional`: named by query or header, or none
 * - `path`: the parameter `projectId`
 * - `subject`: `find` gives what the call is about; `answer`: the answer itself says it
 */
export type ProjectRule<P, Q, B> =
  | { readonly of: 'none' | 'selected' | 'named' | 'optional' | 'path' }
  | { readonly of: 'answer'; readonly missing: string }
  | {
      readonly of: 'subject';
      readonly missing: string;
      readonly find: (call: RouteCall<P, Q, B>) => Promise<{ readonly projectId: string }>;
    };

export interface RouteSpec<P, Q, B> {
  readonly method: Method;
  /** Parameters in braces. */
  readonly path: string;
  /** Name of the operation in the OpenAPI document. */
  readonly id: string;
  readonly summary: string;
  readonly tag: string;
  readonly credential: Credential;
  readonly project: ProjectRule<P, Q, B>;
  /** The least role that may; default `member`. */
  readonly role?: MemberRole;
  readonly params?: RouteSchema<P>;
  readonly query?: RouteSchema<Q>;
  readonly body?: RouteSchema<B>;
  readonly success: 200 | 201 | 202 | 204;
  /** Of the answer; of one item where `list` is set. Absent for 204. */
  readonly response?: Parameters<typeof import('../../shared/api/schemas').jsonSchemaOf>[0];
  /** The answer is a bare array with a `Link` header, in pages. */
  readonly list?: boolean;
  /** The answer has an `ETag`; who names it in `If-None-Match` is answered 304 while it is the same. */
  readonly cached?: boolean;
  /** Statuses beside those that follow from credential and body. */
  readonly errors?: readonly number[];
  readonly answer: (call: RouteCall<P, Q, B>) => Promise<unknown>;
}

/** A route with its types forgotten: the pipeline fills in what the schemas made. */
export type Route = RouteSpec<unknown, unknown, unknown>;

export function route<P = unknown, Q = unknown, B = unknown>(spec: RouteSpec<P, Q, B>): Route {
  return spec as unknown as Route;
}

/** An answer that is JSON already. */
export class JsonText {
  constructor(readonly text: string) {}
}

/** An answer whose status is not the usual one, or that has a next page. */
export class Reply {
  constructor(
    readonly value: unknown,
    readonly more: {
      readonly status?: number;
      readonly nextCursor?: string | undefined;
      readonly etag?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {}
}

/** A page of the engine as the answer of a list. */
export function pageReply<T>({ items, nextCursor }: Page<T>): Reply {
  return new Reply(items, { nextCursor });
}
