import type { EntryPoint } from '../../../../shared/inventory';
import { asideRoles } from '../../fileRoles';
import type { Analyzer, FileRecord, ScanModel } from '../../scanModel';
import { pinnedToolsExtractor } from '../architecture/map/pinnedTools';
import { manifestExtractor } from '../dependencies/extractors';
import { packageExtractor } from '../entryPoints/packages/packageExtractor';
import { routesConclusion } from '../entryPoints/routesSynthesizer';
import { isBeside, siteCheck } from '../techStack/productPaths';
import { libraryEntryPoints, libraryFindings } from './libraryFindings';
import { playbookExtractor, playbookFindings } from './playbooks';
import { gradleRootExtractor } from './programs/androidPrograms';
import { applicationExtractor } from './programs/applicationExtractor';
import { builtExtractor } from './programs/builtPrograms';
import { cmakeExtractor } from './programs/cmakeExtractor';
import { composeModuleExtractor } from './programs/composePrograms';
import { mainClassExtractor } from './programs/declaredMains';
import { elixirApplicationExtractor } from './programs/elixirPrograms';
import { mainExtractor } from './programs/mainExtractor';
import { packagedExtractor } from './programs/packagedPrograms';
import { isTestAsset } from './programs/program';
import { programFindings } from './programs/programFindings';
import { releaseExtractor } from './programs/releaseExtractor';
import { xcodeExtractor } from './programs/xcodePrograms';
import { publicModules } from './publicModules';
import { routeOverviews } from './routeFindings';
import { toldRoutes } from './toldRoutes';
import { endsOfWays, wayFindings } from './wayFindings';

/** The site with the documents: below the source of the product such a folder is a part of it, or of a path. */
const documentSite =
  /^(?:(?!(?:src|app|pages|routes|server|lib|internal)\/)[^/]+\/){0,6}(?:docs|documentation|[\w-]{1,30}[_-]docs|docs[_-]site)\//;

/** What those who develop run, where no manifest installs it: scripts, and commands in a folder of their own. */
const chores =
  /^(?:(?:apps|packages|libs|services)\/[^/]{1,80}\/)?(?:scripts?|hack|contrib|dev|ci)\/.{0,300}\.[a-z]{1,4}$|\/[Cc]ommands\/[Dd]ev(?:elop(?:ment|er))?\/|(?:^|\/)src\/bin\/(?:[\w-]{1,40}[_-])?(?:fixture|mock|dummy)s?(?:\.rs|\/)/;

function isForUsers({ kind, file }: EntryPoint, { inventory }: ScanModel): boolean {
  if (kind !== 'cli' || !chores.test(file)) return true;
  const name = file.slice(file.lastIndexOf('/') + 1);
  return inventory.commands.some((command) => command.kind === 'binary' && command.run.includes(name));
}

/** The application that pages are of: below it folders may be called anything. */
const applicationOf = (path: string): string => path.slice(0, path.search(/(?:^|\/)(?:src|app|pages|routes)\//) + 1);

/** Pages of the product, and not those of a site that explains it, of a sample or of what it is tried out with. */
function arePages({ kind, file }: EntryPoint, isOfSite: (path: string) => boolean, model: ScanModel): boolean {
  if (kind !== 'page') return true;
  const application = applicationOf(file);
  return !(
    isOfSite(file) ||
    documentSite.test(application) ||
    (application !== '' && isBeside(application)) ||
    !isOfProduct(model.byPath.get(file))
  );
}

const isOfProduct = (file: FileRecord | undefined): boolean =>
  file === undefined || (!asideRoles.has(file.role) && !isTestAsset(file.path));

/** Says what the inventory knows of the ways in: routes, programs, the surface of a library. */
export const entryPointFindingsAnalyzer: Analyzer = {
  id: 'entryPointFindings',
  after: 'entryPoints',
  extractors: [
    mainExtractor,
    publicModules,
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
    pinnedToolsExtractor,
    playbookExtractor,
  ],
  synthesizers: [
    {
      id: 'entryPoints/findings',
      run(model, report) {
        // What a library shows by a sample, and what its documents describe, is not what it serves.
        const routes = model.inventory.routes.filter(
          ({ file }) => isOfProduct(model.byPath.get(file)) && !documentSite.test(file),
        );
        const { unread } = model.recall(routesConclusion.name, routesConclusion.derive);
        const programs = programFindings(model);
        const isOfSite = siteCheck(model);
        const findings = [
          ...routeOverviews(toldRoutes(routes, model, unread), unread),
          ...wayFindings(
            (model.inventory.entryPoints ?? []).filter(
              (entry) => isForUsers(entry, model) && arePages(entry, isOfSite, model),
            ),
            endsOfWays(model),
          ),
          ...programs,
          // Beside a program playbooks put it where it runs.
          ...(programs.length + routes.length === 0 ? playbookFindings(model) : []),
          ...libraryFindings(model),
        ];
        model.inventory.entryPoints = [...(model.inventory.entryPoints ?? []), ...libraryEntryPoints(model)];
        for (const finding of findings) report.finding(finding);
      },
    },
  ],
};
