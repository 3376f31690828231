import { asideRoles } from '../../../fileRoles';
import type { ScanModel } from '../../../scanModel';
import { lineEvidence } from '../../dependencies/findings/lists';
import { isBeside, siteCheck } from '../../techStack/productPaths';
import type { PlacedCommand } from '../commandList';
import { type Purpose, purposeOf } from '../purposes';
import { createMainLanguageCheck, isLargest } from './mainLanguages';
import { pagesCheck, windowOf } from './servedPages';
import { isCheck, partOf, typedInGuides } from './specialTargets';
import { startsNothing } from './startsNothing';
import type { Way } from './way';
import { isWhole } from './wholeNames';

/** The documentation's own site, and what only servers and pipelines run, is not where a newcomer begins. */
const aside =
  /^(docs?|storybook|website|examples?|production|prod|docker|ci)[:.-]|[:._-](docs?|storybook|website|examples?|(?:docker|container|image)s?|ci)([:._-]|$)/;

/** Folders of tests, of samples, of settings and of what is shown as it is: what is typed there is for them alone. */
const asideFolder =
  /^\.(?!config\/|mise[-/])[\w-]+\/|^(test|spec)s?\/|(^|\/)(e2e|integration[-_]?tests?|examples?|docs?|playgrounds?|samples?|demos?|benchmarks?|packages?-private)\/|(^|\/)(assets|static|public)\/([^/]+\/){2}/;

/** The top before what lies deep, a short name (`test`) before a long one (`test:e2e:ci`), a task runner before the rest. */
export function declaredWays(model: ScanModel, commands: readonly PlacedCommand[]): Way[] {
  const isMain = createMainLanguageCheck(model);
  const isOfSite = siteCheck(model);
  const served = model.files.some(({ path }) => serverFile.test(path));
  const isTyped = typedInGuides(model);
  const servesPages = pagesCheck(commands);
  // Beside a server of the JVM what builds its pages tests these alone.
  const ofPages = new Set(
    model.files.some(({ path }) => serverOfJvm.test(path))
      ? commands.flatMap((one) => (one.kind === 'script' && one.folder === '' && servesPages(one) ? one.file : []))
      : [],
  );
  return commands.flatMap((command) => {
    const isTests = isCheck(command, commands);
    const purpose = isTests
      ? 'test'
      : command.kind === 'script' || command.kind === 'make' || command.kind === 'task'
        ? purposeOf(command.name)
        : undefined;
    if (
      purpose === undefined ||
      isService(command) ||
      saysNothing(command) ||
      lacksFiles(model, command) ||
      isOtherwise(command, purpose) ||
      (purpose === 'run' && onlyChecks(command)) ||
      aside.test(command.name) ||
      asideFolder.test(command.file) ||
      isBeside(command.file) ||
      (command.folder !== '' && isOfSite(command.file)) ||
      asideRoles.has(model.byPath.get(command.file)?.role ?? 'config') ||
      (purpose !== 'test' && leadsAside(model, command)) ||
      (purpose !== 'build' && leadsNowhere(model, command)) ||
      // To build translations is not to build, and to start a database is not to run.
      (['set up', 'run', 'build'].includes(purpose) && !isWhole(command.name, purpose))
    )
      return [];
    const whole = isTests || isWhole(command.name, purpose);
    const depth = command.folder === '' ? 0 : command.folder.split('/').length;
    const length = command.name.split(/[:.-]/).length;
    const window = purpose === 'run' || purpose === 'build' ? windowOf(model, commands, command) : undefined;
    const typed = window === undefined ? command.run : `${window.run} ${purpose === 'run' ? 'dev' : 'build'}`;
    const run = command.folder === '' ? typed : `cd ${command.folder} && ${typed}`;
    return [
      {
        purpose,
        run,
        evidence: lineEvidence(command.file, (window ?? command).line),
        // One step of several is not what it does.
        does: command.hasMore === true || window !== undefined ? '' : (command.does ?? ''),
        declared: true,
        ...partOf(command),
        whole,
        atTop:
          command.folder === '' &&
          whole &&
          // An image is made to run elsewhere.
          !(
            command.kind === 'make' &&
            purpose === 'build' &&
            /^docker (?:buildx |compose )?build\b|^docker-compose build\b/.test(command.does ?? '')
          ) &&
          // A `bundle` of make packs what others have built.
          !(command.kind === 'make' && purpose === 'build' && /^(?:bundle|package|assemble)\b/.test(command.name)) &&
          isMain(command.file) &&
          !(purpose === 'test' && ofPages.has(command.file)) &&
          !(window === undefined && servesPages(command) && (served || !isLargest(model, command.file))),
        order:
          depth * 10 +
          length +
          (command.name === purpose ? 0 : 0.1) -
          (/[:._-](?:all|check)$/.test(command.name) ? 0.05 : 0) +
          (command.kind === 'make' ? 0 : 0.5) +
          (purpose === 'test' && /^e2e|integration/i.test(command.name) ? 0.3 : 0) +
          (isSecondRuntime(model, command) ? 1.2 : 0) -
          (purpose === 'run' && isTyped(command) ? 0.05 : 0) +
          // What was built is started before it is there, where guides start the sources.
          (purpose === 'run' && !isTyped(command) && startsBuilt.test(command.does ?? '') ? 1.2 : 0),
      },
    ];
  });
}

const startsBuilt = /^node (?:\.\/)?(?:dist|build|out|lib)\//;

/** `dev: fmt lint test build` asks for other targets alone, and none of them starts anything. */
function onlyChecks({ kind, does = '' }: PlacedCommand): boolean {
  const targets = kind === 'make' ? /^make\s([\w .-]{1,200})$/.exec(does)?.[1]?.split(' ') : undefined;
  return targets?.every((target) => /^(?:lint|format|test|build|type-check)$/.test(purposeOf(target) ?? '')) === true;
}

/** `cd website && yarn start`, where that is the site of the documentation. */
function leadsAside(model: ScanModel, { folder, does = '' }: PlacedCommand): boolean {
  const target = /^cd\s{1,5}(?:\.\/)?([\w./-]{1,100}?)\/?\s{0,5}(?:&&|;)/.exec(does)?.[1];
  if (target === undefined) return false;
  const path = `${folder === '' ? target : `${folder}/${target}`}/package.json`;
  return asideRoles.has(model.byPath.get(path)?.role ?? 'config');
}

/** `cd server && cargo run`, where no such folder is left. */
function leadsNowhere({ files }: ScanModel, { folder, does = '' }: PlacedCommand): boolean {
  const target = /^cd\s{1,5}(?:\.\/)?([\w-]{1,60}(?:\/[\w-]{1,60}){0,4})\/?\s{0,5}(?:&&|;)/.exec(does)?.[1];
  if (target === undefined || /^(?:build|dist|out|target|bin|_build|public)$/.test(target)) return false;
  const path = folder === '' ? `${target}/` : `${folder}/${target}/`;
  return !files.some((file) => file.path.startsWith(path));
}

/** Tasks of Deno for a project whose packages another manager has locked. */
function isSecondRuntime({ byPath }: ScanModel, { file, folder }: PlacedCommand): boolean {
  const beside = (name: string): boolean => byPath.has(folder === '' ? name : `${folder}/${name}`);
  return (
    /(?:^|\/)deno\.jsonc?$/.test(file) &&
    !beside('deno.lock') &&
    ['package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb'].some(beside)
  );
}

/** Installs what files list that are gone: it ends before it begins. */
function lacksFiles({ byPath }: ScanModel, { folder, needs = [] }: PlacedCommand): boolean {
  return needs.some((name) => !byPath.has(folder === '' ? name : `${folder}/${name}`));
}

/** What only says that there is nothing to do, or starts itself without end. */
function saysNothing({ kind, name, does = '', hasMore }: PlacedCommand): boolean {
  const isItself = /^(?:npm|pnpm|yarn|bun)(?: run)? ([\w:.-]{1,80})$/.exec(does)?.[1] === name;
  return (
    kind === 'script' &&
    hasMore !== true &&
    (isItself ||
      onlySpeaks.test(does) ||
      /^(?:echo\b[^&|;]*(?:(?:&&|;)\s*(?:exit \d\s*)?)?|exit \d|true|:|)$/.test(does))
  );
}

/** A line of JavaScript that says where to go instead. */
const onlySpeaks =
  /^node (?:-e|--eval) ["'\\]{0,3}console\.(?:log|warn|error|info)\((?![^\n]{0,200}(?:require|import)\b)/;

/** Words behind a name that speak against it: to make things ready for a test is not to test. */
function isOtherwise({ name, run, does = '', kind, isOfTests }: PlacedCommand, purpose: Purpose): boolean {
  // A task of rake that is called after it in a namespace of something else has to call what does it.
  const isOfNamespace =
    run.startsWith('rake ') && name.includes(':') && purposeOf(name.split(':')[0] ?? '') !== purpose;
  if (isOfNamespace && does === '' && (purpose === 'test' || purpose === 'lint')) return true;
  // To bring a tool is not to use it.
  if (purpose !== 'set up' && /^(?:un)?(?:install|setup|download|fetch|get)[:._-]/i.test(name)) return true;
  switch (purpose) {
    case 'build':
      // Makes a place to work in, or archives of a release for all systems; a task of rake that calls tests looks at the code.
      return (
        /^(?:virtualenv|python3? -m venv|uv venv|pip3? install (?:-e|--editable) \.)(?=\s|$)|^mkdir\s[^&|;]{1,200}$|\bgoreleaser\b/i.test(
          does,
        ) ||
        (run.startsWith('rake ') && (does !== '' || name === 'bundle'))
      );
    case 'test':
      return (
        /[:._-](?:generate|create|new|reset|seed|clean|clear|drop|setup|prepare|db|data|deps|config|env|images?|containers?|fixtures?|certs?|watch|debug|update|report)|coverage|^(?:bless|install|build|start|stop|open|accept|generate|gen|clean|prepare|update|watch)[:._-]/i.test(
          name,
        ) ||
        // Opens a window to choose tests in, makes an image to look at, or looks at the code alone.
        // Or in what it is built with.
        // Or only asks a server for something.
        /^(?:wget|curl)\s|\bcypress open\b|^docker (?:buildx )?build\b[^&|;]*$|^(?:npx )?(?:snyk test|(?:npm|pnpm|yarn) audit)\b[^&|;]*$/.test(
          does,
        ) ||
        (does !== '' && does.split('&&').every((step) => onlyLints.test(step.trim())))
      );
    case 'format':
      // Only looks whether it is done, or formats the list of recipes.
      return (
        /(?:^|[:._-])(?:check|verify|lint|ci|diff)(?:[:._-]|$)/i.test(name) ||
        /^just --fmt\b|\bcheck[:-](?:format|fmt)\b|\b(?:format|fmt)[:-]check\b/.test(does) ||
        // Shows how the code would look.
        (/^(?:(?:npx|pnpm exec|yarn) )?prettier\b/.test(does) && !/\s(?:--write|-\w{0,3}w)\b/.test(does)) ||
        (/\s--(?:check|list-different|diff|dry-run|verify-no-changes)\b|\bprettier\b[^&|;]{0,80}\s-[cl]\b|\bgofmt -[dl]\b/.test(
          does,
        ) &&
          !/--(?:write|fix)\b/.test(does))
      );
    case 'lint':
      // A report on the size of what is delivered.
      return (
        // Reads what commits say.
        /ANALYZE=|commitlint|bundle-?analy|\b(?:next|vite|webpack|source-map-explorer)\b/.test(does) ||
        // Much is analysed that is no code.
        (/^(?:analy[sz]e|quality)\b/i.test(name) && !readsCode.test(does))
      );
    case 'run':
      // Builds again and again, or shows something else than the product.
      return (
        isOfTests === true ||
        startsNothing(does) ||
        /\b(?:tsc|rollup|tsup|tsdown|esbuild|babel|microbundle|unbuild|ng build|vite\b.{0,60}\bbuild)\b.{0,80}(?:-w\b|--watch)|\b(?:npm|pnpm|yarn|bun) (?:run )?watch\b(?![\w:-]{1,40}['"])|\b(?:storybook|styleguidist|vitepress|docusaurus|typedoc|(?:react-)?email dev)\b/.test(
          does,
        ) ||
        (kind === 'make' && /^docker(?:-| )compose\b/.test(does)) ||
        // Makes `server`, as a target is called after what it makes.
        (kind === 'make' && /^(?:server|app|web)\b/.test(name) && (does === '' || builds.test(does))) ||
        // A program that builds, by its name.
        /\b(?:node|bun|tsx) (?:\S{0,80}\/)?(?:make|build|bundle|compile|rollup|esbuild)(?:[._-][\w.-]{0,40})?(?= |$)/.test(
          does,
        ) ||
        // What its tasks do stands in another file: most pack pages.
        /^(?:npx\s{1,3}(?:--yes\s|-y\s)?)?(?:gulp|grunt)(?:\s{1,3}(?:default|watch|dev|build))?$/.test(does) ||
        // Packs pages once, or whenever they change.
        /^(?:(?:npx|cross-env)\s{1,3})?(?:[A-Z_]{1,30}=\S{1,60}\s)?(?:encore (?:dev|production)\b|mix\b(?! phx)|rollup|esbuild|tailwindcss|postcss|sass|tsc\b|webpack\b(?!.{0,60}serve))/.test(
          does,
        ) ||
        // Makes ready for work, as many a `develop` does.
        (/\bvenv\b|\b(?:install|sync|ci)\b|\bgo mod\b|\bsetup\.py develop\b/.test(does) &&
          !/\b(?:run|serve|start|up|server|runserver)\b/.test(does))
      );
    case 'set up':
      // An `install` that brings no dependencies puts what was built into the system.
      return (
        does === '' ||
        (/^(?:install|init|deps|requirements)\b/i.test(name) &&
          (!bringsDependencies.test(does) || bringsItself.test(does)))
      );
    case 'migrate':
      return (
        // In a namespace of something else it moves that.
        (run.startsWith('rake ') &&
          name.includes(':') &&
          !/^(?:\w{1,40}:)?(?:db|database|sequel|schema):/.test(name)) ||
        aboutMigrations.test(name) ||
        drops.test(`${name} ${does}`) ||
        (writesMigration.test(does) && !migrates.test(does))
      );
    default:
      return false;
  }
}

/** A linter: where all steps are, nothing is tested. */
const onlyLints =
  /^(?:(?:npx|npm run|pnpm(?: run)?|yarn|bun run) )?(?:lint[\w:-]{0,40}|eslint|stylelint|markdownlint(?:-cli2)?|standard|semistandard|xo|prettier|tsc|biome|tslint|jshint|jscs)\b[^&|;]{0,200}$/;

const bringsDependencies =
  /\b(?:npm|pnpm|yarn|bun|pip3?|uv|uv pip|poetry|pipenv|pdm|bundle|composer|pre-commit) (?:install|i|ci|sync)\b|\byarn$|\bdeps\.get\b|\bgo mod (?:download|tidy|vendor)\b|\bcargo fetch\b|\bdotnet restore\b|\b(?:flutter|dart) pub get\b/;

/** Puts the package itself, or a tool for everything, where it is found. */
const bringsItself = /\binstall (?:--?[\w-]{1,30} ){0,4}(?:\.(?=\s|$)|-g\b|--global\b)(?<!-e \.)/;

const readsCode =
  /lint|stan\b|\b(?:psalm|phan|phpcs|phpmd|rector|rubocop|ruff|flake8|mypy|pyright|bandit|biome|oxc|tsc|knip|(?:dart|flutter|composer|deno|go|make|mvn\w?) analy[sz]e|analy[sz]er|clippy|vet|staticcheck|credo|dialyzer|sobelow|detekt|pmd|spotbugs|checkstyle|errorprone|cppcheck|clang-tidy|scan-build|sonar[\w-]{0,20}|semgrep|radon|reek|brakeman|prettier|check[:\w-]{0,40})\b/i;

/** What is there is lost, or goes back. */
const drops = /\b(?:drop|reset|fresh|refresh|flush|purge|wipe|rollback|downgrade|undo|revert|down)\b/;

/** Looks at migrations, or writes them. */
const aboutMigrations =
  /^(?:check|list|show|has|needs?|squash|lint|generate|create|make|new|add)[:._-]|migrations?[:._-](?:extract|check|lint|status|list|show|new|create|generate|gen|diff|validate|test|dump|squash|verify|archive)\b/i;

const builds =
  /(?:\bgo|\$\(GO\w{0,20}\)|\bcargo|dotnet|npm run|pnpm|yarn|docker|mvn\w?|gradlew?)\s(?:run\s)?build\b|\b(?:gcc|clang|javac|rustc|tsc)\b|\$[({](?:CC|CXX)[)}]/;

/** Writes the next migration, and leaves the database as it is. */
const writesMigration =
  /\balembic\b.{0,80}\brevision\b|\baerich migrate\b|\bmakemigrations\b|\bmigrat(?:e|ions?)[: ](?:make|create|generate|add|new)\b|\bmake:migration\b|\bdb (?:migrate|revision) (?:-m|--message)\b|\b(?:prisma|drizzle-kit) generate\b/;
const migrates =
  /\bupgrade\b|(?<!\baerich )\bmigrate(?![: ](?:make|create|generate|add|new)\b| (?:-m|--message)\b)(?=[\s:]|$)|\bmigrations?:(?:run|up|migrate|latest)\b|\b(?:database|db) (?:update|up)\b|\bpush\b/;

/** Sources at the top, and not in a part. */
const serverOfJvm = /^src\/main\/(?:java|kotlin|scala)\//;

const serverFile =
  /^(?:artisan|manage\.py|bin\/rails|mix\.exs|pom\.xml|build\.gradle(?:\.kts)?|go\.mod|Cargo\.toml|composer\.json|Gemfile|pyproject\.toml|[^/]{1,80}\.(?:sln|slnx|csproj))$/;

/** Services of a compose file and processes of a Procfile say what runs, not what a person types for it. */
function isService(command: PlacedCommand): boolean {
  return /(compose[\w.-]*\.ya?ml|Procfile(\.\w+)?|Dockerfile[\w.-]*|Containerfile)$/.test(command.file);
}
