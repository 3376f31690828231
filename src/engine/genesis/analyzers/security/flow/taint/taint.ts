/** A value that comes from a request, or from a parameter of the function that it is used in. */
export interface Taint {
  /** 1-based line where it was taken from the request. */
  readonly line: number;
  /** It stands inside a text that is put together. */
  readonly joined: boolean;
  /** It is the whole value, or the first part of a text. */
  readonly starts: boolean;
  /** All that a body or a query holds, not one field of it. */
  readonly whole?: boolean;
  /** The address that was asked for itself: it leads back to this server. */
  readonly own?: boolean;
  /** One part of the address between two slashes, as a router cut it out: no text with a slash is ever one. */
  readonly segment?: boolean;
  /** An upload as the framework gives it: its content, and no text. */
  readonly upload?: boolean;
  /** A call, a choice or a framework may have made something else of it on the way. */
  readonly remade?: true;
  /** Not request data by itself: what a caller gives as this parameter of the function with this node id. */
  readonly parameter?: { readonly owner: number; readonly index: number };
}
