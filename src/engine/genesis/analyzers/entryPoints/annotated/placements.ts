import type { Route } from '../../../../../shared/inventory';
import type { AnnotatedMethod, DescribedClass } from './annotatedRoutes';

/** What a framework puts in front of the routes of a class from outside, and what it makes of the words in them. */
export interface Placement {
  prefixes?(described: DescribedClass, method: AnnotatedMethod): readonly string[];
  replace?(path: string, described: DescribedClass, method: AnnotatedMethod): string;
  /** Methods whose annotation says no place, because the framework finds them another way. */
  skips?(described: DescribedClass, method: AnnotatedMethod): boolean;
  /** Methods that stand at the path of their class without an annotation. */
  unmarked?(described: DescribedClass): readonly AnnotatedMethod[];
  /** What lies before the paths nobody knows. */
  readonly isLost?: true;
  /** What serves the routes, where it is not what the annotations belong to. */
  framework?(described: DescribedClass): string;
  /** Routes that no annotation says. */
  further?(described: DescribedClass): Route[];
}
