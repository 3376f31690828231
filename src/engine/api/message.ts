/** One request as the routes see it, whichever way it came. */
export interface ApiRequest {
  readonly method: string;
  /** Path and query as they were sent, such as `/api/contexts?limit=10`. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Who is at the other end; counts where there is no credential. */
  readonly peer: string;
  /** The body's bytes as they came; throws `ApiError` 413 for too many of them. */
  readonly readBody: () => Promise<Uint8Array>;
  /** Aborted when the other end is gone. */
  readonly signal?: AbortSignal | undefined;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent where the status has none. */
  readonly body: string | undefined;
}

/** Bodies may have so many bytes. */
export const mostBodyBytes = 1024 * 1024;
