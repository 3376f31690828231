import type { Route } from '../../../../../shared/inventory';
import type { Extractor } from '../../../extractor';
import { fsharpExtractor, fsharpRoutes } from './fsharp/fsharpRoutes';
import { goaExtractor, goaRoutes } from './goa/goaDesign';
import { http4sExtractor, http4sRoutes } from './http4sRoutes';
import { cppExtractor, cppRoutes } from './native/cppRoutes';
import { dartExtractor, dartRoutes } from './native/dartRoutes';
import { perlExtractor, perlRoutes } from './perl/perlRoutes';
import { scalaExtractor, scalaRoutes } from './scala/scalaRoutes';

type FactsOf = <F>(extractor: Extractor<F>) => ReadonlyMap<string, F>;

/** What reads routes from the text of files, in languages and notations of their own. */
export const textExtractors: readonly Extractor<unknown>[] = [
  http4sExtractor,
  scalaExtractor,
  cppExtractor,
  dartExtractor,
  goaExtractor,
  perlExtractor,
  fsharpExtractor,
];

export const textRoutes = (factsOf: FactsOf): Route[] => [
  ...http4sRoutes(factsOf(http4sExtractor)),
  ...cppRoutes(factsOf(cppExtractor)),
  ...dartRoutes(factsOf(dartExtractor)),
  ...scalaRoutes(factsOf(scalaExtractor)),
  ...goaRoutes(factsOf(goaExtractor)),
  ...perlRoutes(factsOf(perlExtractor)),
  ...fsharpRoutes(factsOf(fsharpExtractor)),
];
