/**
 * How a folder's or file's name stands for a segment of the path:
 * - `brackets`: `users/[id]`, with groups in parentheses; slots of Next are none
 * - `names`: the same without groups, slots and private folders
 * - `nuxt`: the same as `brackets` without slots; `index` stands for nothing wherever it is
 * - `nuxtPages`: the same, where `_id` is a parameter as well
 * - `dollars`: `users.$id`
 * - `dollarFolders`: the same, where a folder stands for segments as well
 * - `dollarPlus`: the same, where only folders whose name ends with `+` do; others hold one route
 */
export type SegmentNotation = 'brackets' | 'names' | 'nuxt' | 'nuxtPages' | 'dollars' | 'dollarFolders' | 'dollarPlus';

/** A framework that makes a route of a file's place. */
export interface FileRouteRule {
  readonly id: string;
  readonly name: string;
  /** One of these packages must be a dependency of the package in which the file lies; none: the place is telling enough. */
  readonly dependencies: readonly string[];
  /** One of these as well. */
  readonly besides?: readonly string[];
  /** And none of these: their folders are called alike. */
  readonly never?: readonly string[];
  readonly places: readonly FilePlace[];
}

export interface FilePlace {
  /**
   * Of the path below the package: group `path` is what the route is made of, `method` the HTTP method if the name says
   * one, `area` what stands in front. Linear, as all patterns.
   */
  readonly pattern: RegExp;
  /** In front of what `path` says. */
  readonly prefix?: string;
  readonly notation: SegmentNotation;
  /**
   * - `exports`: one route for each exported function that is named like a method; `exported` translates other names
   * - `handler`: one handler, for the methods that its text compares with, else for all
   * - `page`: a page, for GET
   * - `name`: the file's name says the method, or it is for all
   * - `listed`: one route for each method that its text lists with a function; without any it is a page if it shows one
   * - `nothing`: a table elsewhere says its path; what it exports says the methods
   */
  readonly gives: 'exports' | 'handler' | 'page' | 'name' | 'listed' | 'nothing';
  readonly exported?: Readonly<Record<string, string>>;
  /** `[[path]]` takes any depth. */
  readonly isDeep?: true;
  /** Names of the last segment that stand for nothing. */
  readonly silent?: readonly string[];
}
