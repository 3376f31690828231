import type { Analyzer } from '../../scanModel';
import { pinnedToolsExtractor } from '../architecture/map/pinnedTools';
import { manifestExtractor } from '../dependencies/extractors';
import { packageExtractor } from '../entryPoints/packages/packageExtractor';
import { routesConclusion } from '../entryPoints/routesSynthesizer';
import { hostPluginExtractor, pluginFindings } from './hostPlugins';
import { libraryEntryPoints, libraryFindings } from './libraries/libraryFindings';
import { undeployedExtractor } from './libraries/mavenParts';
import { packedExtractor } from './libraries/packedLibraries';
import { publicModules } from './libraries/publicModules';
import { notShippedExtractor } from './notShipped';
import { playbookExtractor, playbookFindings } from './playbooks';
import { productRoutes } from './productRoutes';
import { pagesBeside, waysOfProduct } from './productWays';
import { gradleRootExtractor } from './programs/androidPrograms';
import { builtExtractor } from './programs/builtPrograms';
import { cmakeExtractor } from './programs/cmakePrograms';
import { composeModuleExtractor } from './programs/composePrograms';
import { dartExecutables } from './programs/dartPrograms';
import { mainClassExtractor } from './programs/declaredMains';
import { projectOutputExtractor } from './programs/dotnetPrograms';
import { elixirApplicationExtractor } from './programs/elixirPrograms';
import { applicationExtractor } from './programs/extractors/applicationExtractor';
import { mainExtractor } from './programs/extractors/mainExtractor';
import { releaseExtractor } from './programs/extractors/releaseExtractor';
import { packagedExtractor } from './programs/packagedPrograms';
import { inRank, programFindings } from './programs/programFindings';
import { programsOf } from './programs/programs';
import { xcodeExtractor } from './programs/xcodePrograms';
import { routeOverviews } from './routeFindings';
import { endsOfWays, unnamedWays, wayFindings } from './wayFindings';

/** Says what the inventory knows of the ways in: routes, programs, the surface of a library. */
export const entryPointFindingsAnalyzer: Analyzer = {
  id: 'entryPointFindings',
  after: 'entryPoints',
  extractors: [
    mainExtractor,
    publicModules,
    packedExtractor,
    undeployedExtractor,
    notShippedExtractor,
    hostPluginExtractor,
    cmakeExtractor,
    composeModuleExtractor,
    builtExtractor,
    releaseExtractor,
    manifestExtractor,
    packageExtractor,
    applicationExtractor,
    xcodeExtractor,
    packagedExtractor,
    mainClassExtractor,
    gradleRootExtractor,
    elixirApplicationExtractor,
    projectOutputExtractor,
    dartExecutables,
    pinnedToolsExtractor,
    playbookExtractor,
  ],
  synthesizers: [
    {
      id: 'entryPoints/findings',
      run(model, report) {
        const routes = productRoutes(model);
        const { unread, said } = model.recall(routesConclusion.name, routesConclusion.derive);
        const found = programsOf(model);
        const ranked = inRank(found, model);
        const programs = programFindings(ranked);
        const findings = [
          ...routeOverviews(routes, unread, said),
          ...wayFindings(waysOfProduct(model, found), {
            ends: endsOfWays(model),
            unnamed: unnamedWays(model),
            beside: pagesBeside(model),
            programs: ranked,
          }),
          ...programs,
          ...pluginFindings(model),
          // Beside a program playbooks put it where it runs.
          ...(programs.length + routes.length === 0 ? playbookFindings(model) : []),
          ...libraryFindings(model, found),
        ];
        model.inventory.entryPoints = [...(model.inventory.entryPoints ?? []), ...libraryEntryPoints(model)];
        for (const finding of findings) report.finding(finding);
      },
    },
  ],
};
