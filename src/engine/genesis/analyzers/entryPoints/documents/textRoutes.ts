import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { fsharpExtractor, fsharpRoutes } from './fsharp/fsharpRoutes';
import { goaExtractor, goaRoutes } from './goa/goaDesign';
import { goZeroApiExtractor, goZeroApiRoutes } from './idl/goZeroApi';
import { hertzIdlExtractor, hertzIdlRoutes } from './idl/hertzIdl';
import { cppExtractor, cppRoutes } from './native/cppRoutes';
import { dartExtractor, dartRoutes } from './native/dartRoutes';
import { perlExtractor, perlRoutes } from './perl/perlRoutes';
import { type RouterMount, scalaExtractor, scalaRoutes } from './scala/scalaRoutes';

type FactsOf = <F>(extractor: Extractor<F>) => ReadonlyMap<string, F>;

/** What reads routes from the text of files, in languages and notations of their own. */
export const textExtractors: readonly Extractor<unknown>[] = [
  scalaExtractor,
  cppExtractor,
  dartExtractor,
  goaExtractor,
  perlExtractor,
  fsharpExtractor,
  goZeroApiExtractor,
  hertzIdlExtractor,
];

/** Of the routes that programs register, descriptions of them say nothing again. */
export const textRoutes = (
  factsOf: FactsOf,
  paths: Iterable<string>,
  found: readonly Route[],
  mounts: readonly RouterMount[],
): Route[] => [
  ...cppRoutes(factsOf(cppExtractor)),
  ...dartRoutes(factsOf(dartExtractor)),
  ...scalaRoutes(factsOf(scalaExtractor), mounts),
  ...goaRoutes(factsOf(goaExtractor)),
  ...perlRoutes(factsOf(perlExtractor)),
  ...fsharpRoutes(factsOf(fsharpExtractor)),
  ...goZeroApiRoutes(factsOf(goZeroApiExtractor), found),
  ...hertzIdlRoutes(factsOf(hertzIdlExtractor), paths),
];
