import type { FileRecord, ScanModel } from '../../scanModel';
import { isTemplatePath } from './templates';

/** Folders of what is shown, tried out, tested or looked after, beside the product. */
const besideFolder =
  /(?:^|\/)(?:[._]?(?:examples?|samples?|demos?|cookbooks?|playgrounds?)|examples?[._-][\w.-]{1,40}|test(?:project|app|site)s?|[\w.-]{1,60}[._-](?:examples?|samples?|demos?|benchmarks?|tests?|testing)|\.(?:devcontainer|github|gitlab|circleci|ci|gitpod|vscode|idea|woodpecker|buildkite|teamcity|azure-pipelines)|azure-pipelines|scripts?|extras?|hack|(?:[\w-]{1,40}[_-])?contrib|e2e|(?:integration|acceptance|functional)-?tests?|ci|bench(?:marks?|es)?(?:[_-][\w-]{1,40})?|load-?tests?|(?:[\w-]{1,40}[_-])?tests?(?:[_-](?!(?:framework|kit|runner|engine|containers?|lib|library|api|sdk)\/)[\w-]{1,40})?|fixtures?|docs?(?:[_-]src)?|documentation)\//i;

/** What a library is tried out and tested with, and what documents are made of, by custom at the top. */
const sandbox =
  /^(?:sandbox(?:es)?|toys|testing|workbench|docs[._-](?:assets|src|theme|site|website|app|examples?)|apps\/(?:dev|development|playgrounds?))\//i;

/** Tools of those who develop, each with a manifest of its own so that they share no packages with the product. */
const toolsOfComposer = /^(?:tools|vendor-bin|_docs_build)\/(?:[\w.-]{1,60}\/){0,3}composer\.json$/;

/** Whether what a file names says nothing of the product itself. */
export function isBeside(path: string): boolean {
  return sandbox.test(path) || toolsOfComposer.test(path) || besideFolder.test(path.replace(jvmPackage, ''));
}

/** Below it folders are parts of a name: `org.springframework.samples`. */
const jvmPackage = /(?<=(?:^|\/)src\/)\w{1,40}\/(?:java|kotlin|scala|groovy)\/.*$/;

/** What a folder of a site that explains the product is called; some products are such a site. */
const siteFolder =
  /^(?:[^/]+\/){0,1}_?(?:www|web-?site|sites?|home-?page|landing(?:-page)?|marketing|docs-site|apps\/(?:docs?|www|web-?site|landing))(?=\/)/i;

/** Of all code less than this lies in a site beside the product. */
const largestSite = 0.4;

/** Tells what lies beside the product, also in folders whose names say so only where they hold little of the code. */
export class ProductPaths {
  private readonly sites: ReadonlySet<string>;

  constructor(
    code: readonly FileRecord[],
    /** Folders whose manifest asks for a generator of such sites. */
    private readonly generated: ReadonlySet<string>,
  ) {
    const sizes = new Map<string, number>();
    let all = 0;
    for (const { path, lines } of code) {
      const site = siteFolder.exec(path)?.[0];
      all += lines;
      if (site !== undefined) sizes.set(site, (sizes.get(site) ?? 0) + lines);
    }
    this.sites = new Set([...sizes].filter(([, size]) => size < all * largestSite).map(([site]) => site));
  }

  /** Whether a manifest, a setting or an image lies beside the product. */
  isBeside(path: string): boolean {
    return isBeside(path) || this.isOfSite(path);
  }

  /** The same of code, whose own folders may be called anything: only those at the top tell what they are for. */
  isBesideCode(path: string): boolean {
    return isBeside(path.slice(0, path.indexOf('/') + 1)) || this.isOfSite(path);
  }

  isOfSite(path: string): boolean {
    if ([...this.generated].some((folder) => path.startsWith(`${folder}/`))) return true;
    const site = siteFolder.exec(path)?.[0];
    return isTemplatePath(path) || (site !== undefined && this.sites.has(site));
  }
}

/** Whether a file lies in a site beside the product, by what folders are called and how much lies in them. */
export function siteCheck(model: ScanModel): (path: string) => boolean {
  const paths = new ProductPaths(
    model.files.filter(({ role }) => role === 'source'),
    new Set(),
  );
  return (path) => paths.isOfSite(path);
}

const developmentFile =
  /(?:^|\/)(?:(?:docker-)?compose[._-](?:dev|devel|development|local|test|tests|testing|ci|e2e|debug|override)[\w.-]{0,40}\.ya?ml|\.env[._-](?:test|testing|ci|e2e)[\w.-]{0,20})$|(?:^|\/)(?:(?:dev|devel|development|local|test|ci)[._-]dockerfile|dockerfile[._-](?:dev|devel|development|local|test|ci))$/i;

/** Of what lies among the sources a part of the product may be called so, and a domain is: `src/main/java/dev/shop`. */
const developmentFolder =
  /^(?:(?!src\/)[^/]{1,200}\/){0,20}(?:dev|devel|development|local)(?:[_-]?env(?:ironment)?)?\//i;

/** Whether a file serves those who develop it, in its folder or by its name. */
export function isForDevelopment(path: string): boolean {
  return isBeside(path) || developmentFile.test(path) || developmentFolder.test(path);
}
