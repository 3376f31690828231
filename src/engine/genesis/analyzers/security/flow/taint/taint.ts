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
  /** It was made a text: no object, whatever the request held. */
  readonly text?: true;
  /** A call, a choice or a framework may have made something else of it on the way. */
  readonly remade?: true;
  /** Not the value itself: a field of this name of the object holds it. */
  readonly field?: string;
  /** Not request data by itself: what a caller gives as this parameter of the function with this node id. */
  readonly parameter?: Parameter;
  /** Further parameters that it is made of. */
  readonly others?: readonly Parameter[];
}

/** By the node id of its function, and its place there. */
interface Parameter {
  readonly owner: number;
  readonly index: number;
}

/** So many parameters of a function are followed from one value. */
const mostParameters = 6;

/** A value that is made of two others, both of which a caller gives. */
export function ofBoth(one: Taint, other: Taint): Taint {
  const all = [one.parameter, ...(one.others ?? []), other.parameter, ...(other.others ?? [])].flatMap(
    (each) => each ?? [],
  );
  const known = new Map(all.map((each) => [`${each.owner}:${each.index}`, each] as const));
  const [, ...others] = known.values();
  return others.length === 0 ? one : { ...one, others: others.slice(0, mostParameters) };
}

/** The value, once for each parameter that it is made of. */
export const byParameter = ({ others, ...taint }: Taint): Taint[] => [
  taint,
  ...(others ?? []).map((parameter) => ({ ...taint, parameter })),
];
