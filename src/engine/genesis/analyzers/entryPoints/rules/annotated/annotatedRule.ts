import type { LanguageId } from '../../../../sourceFile';
import type { PathNotation } from '../../paths/pathNotation';
import type { ArgumentPlace, MethodsPlace } from '../routerRule';

/** An annotation, decorator or attribute that makes a route of a method. */
export interface RouteAnnotation {
  readonly methods: MethodsPlace;
  /** Where the path stands; without one, the route is at the path of the class. */
  readonly path?: ArgumentPlace;
  /** It only says the method: the path is that of another annotation beside it (`@Path`). */
  readonly methodOnly?: boolean;
}

/** A framework whose routes are annotated methods of annotated classes. */
export interface AnnotatedRule {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly LanguageId[];
  /** Modules of its annotations; a file must import one of them. Empty: the names are telling enough. */
  readonly packages: readonly string[];
  /** A class is a controller by one of these annotations, */
  readonly controllers?: readonly string[];
  /** or, where no other rule takes it for one, by an annotation of such a name, which says its path, */
  readonly controllersLike?: RegExp;
  /** or because it extends one of these classes, */
  readonly bases?: readonly string[];
  /** or because of its name, where an annotation gives it a path, */
  readonly named?: RegExp;
  /** or by its name alone, */
  readonly byNameAlone?: boolean;
  /** or because a method of it is a route. */
  readonly anyClass?: boolean;
  /** Annotations of classes that call these routes instead of serving them. */
  readonly clients?: readonly string[];
  /** Annotations with the path of the class. */
  readonly prefixes: Readonly<Record<string, ArgumentPlace>>;
  /** The annotation that says the methods of one beside it which says none: `@Method("POST")`. */
  readonly methodsBeside?: string;
  readonly routes: Readonly<Record<string, RouteAnnotation>>;
  /** Annotations with a path for a method that another annotation makes a route. */
  readonly paths?: Readonly<Record<string, ArgumentPlace>>;
  /** A method that has only such an annotation hands the rest of the path to the class that it returns. */
  readonly locators?: boolean;
  /** Methods of a route that only such an annotation marks. */
  readonly pathAlone?: readonly string[];
  /** The end by which an annotation of the project that is made of one of `routes` tells which: `@AnonymousGetMapping`. */
  readonly composed?: RegExp;
  /** Annotations that guard; their names, or with `arguments` what they are given. */
  readonly guards?: Readonly<Record<string, 'name' | 'arguments'>>;
  /** Annotations by which an overriding method takes away the route of the one that it overrides. */
  readonly hides?: readonly string[];
  /** A path of a method that begins with a slash or `~` stands alone. */
  readonly rootedPaths?: boolean;
  readonly notation: PathNotation;
  readonly trailingSlash: 'keep' | 'drop';
}
