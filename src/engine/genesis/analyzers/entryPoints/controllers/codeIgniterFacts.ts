import type { PhpClass, PhpMethod } from './phpClass';

/** `$route['blog/(:num)'] = 'blog/view/$1';` */
export interface CodeIgniterRule {
  readonly pattern: string;
  readonly target: string;
  readonly method?: string;
  readonly line: number;
}

export interface CodeIgniterFacts {
  readonly controller?: PhpClass & { readonly methods: readonly PhpMethod[] };
  /** Of version 3. */
  readonly rules?: readonly CodeIgniterRule[];
  readonly defaultController?: string;
  /** Of version 4: whether classes are found by their names, and which are not for they are named in routes. */
  readonly isAuto?: boolean;
  /** Methods begin with the method of HTTP. */
  readonly isImproved?: boolean;
  readonly named?: readonly string[];
  /** Of improved ones: words of names have dashes between them in paths. */
  readonly isDashed?: boolean;
}
