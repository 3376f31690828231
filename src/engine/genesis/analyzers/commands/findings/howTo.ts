import type { Evidence } from '../../../../../shared/genesis';
import { markdownCode } from '../../../markdownText';
import type { Report, ScanModel } from '../../../scanModel';
import { evidenceList, lineEvidence, shortTitle } from '../../dependencies/findings/lists';
import type { PlacedCommand } from '../commandList';
import { conventionalCommands } from '../conventionalCommands';
import { type Purpose, purposeOf, purposes } from '../purposes';

interface Way {
  readonly purpose: Purpose;
  readonly run: string;
  readonly evidence: Evidence;
  readonly does: string;
  /** Declared by the project, not merely usual for the tool. */
  readonly declared: boolean;
  /** Of the whole repository, not of one of its folders. */
  readonly atTop: boolean;
  /** Lower comes first. */
  readonly order: number;
}

/** How to set up, run, build, test and lint the project, each with where that is declared. */
export function reportHowTo(model: ScanModel, commands: readonly PlacedCommand[], report: Report): void {
  const ways = [...declaredWays(commands, isServed(model)), ...conventionalWays(model)].sort(
    (a, b) => a.order - b.order,
  );
  const rows = purposes.flatMap((purpose) => {
    const own = ways.filter((way) => way.purpose === purpose);
    const atTop = own.filter((way) => way.declared && way.atTop);
    // What the build tool of the whole offers comes before what one of its parts declares.
    const usual = own.filter((way) => !way.declared);
    const deep = own.filter((way) => way.declared && !way.atTop);
    return distinct(atTop.length > 0 ? [...atTop, ...deep] : [...usual, ...deep]).slice(0, 3);
  });
  // How one part is run is not how the whole is.
  const telling = rows.filter((way) => way.atTop);
  if (telling.length === 0) return;
  const main = ['run', 'build', 'test'].flatMap((purpose) => telling.find((way) => way.purpose === purpose) ?? []);
  const others = telling.filter((way, at) => telling.findIndex((one) => one.purpose === way.purpose) === at);
  const shown = main.length > 1 ? main : [...main, ...others.filter((way) => !main.includes(way))].slice(0, 3);
  report.finding({
    layer: 'product',
    rule: 'commands/how-to',
    key: 'how-to',
    title: shortTitle(
      shown
        .map((way) => `${way.purpose} with ${way.run}`)
        .join(', ')
        .replace(/^./, (letter) => letter.toUpperCase()),
    ),
    content: [
      '| To | Type | Declared in |',
      '|---|---|---|',
      ...rows.map((way) => {
        const place = way.declared
          ? markdownCode(`${way.evidence.path}:${way.evidence.startLine}`)
          : `usual with ${markdownCode(way.evidence.path)}`;
        return `| ${way.purpose} | ${markdownCode(way.run, 100)}${way.does === '' ? '' : ` (${markdownCode(way.does, 90)})`} | ${place} |`;
      }),
    ].join('\n'),
    importance: 4,
    confidence: rows.some((way) => way.declared) ? 0.95 : 0.85,
    tags: ['commands', 'onboarding'],
    evidence: evidenceList([...shown, ...rows].map((way) => way.evidence)),
  });
}

/** The documentation's own site, and what only servers and pipelines run, is not where a newcomer begins. */
const aside =
  /^(docs?|storybook|website|examples?|production|prod|docker|ci)[:.-]|[:._-](docs?|storybook|website|examples?|(?:docker|container|image)s?|ci)([:._-]|$)/;

/** The top before what lies deep, a short name (`test`) before a long one (`test:e2e:ci`), a task runner before the rest. */
function declaredWays(commands: readonly PlacedCommand[], served: boolean): Way[] {
  return commands.flatMap((command) => {
    const purpose =
      command.kind === 'script' || command.kind === 'make' || command.kind === 'task'
        ? purposeOf(command.name)
        : undefined;
    if (
      purpose === undefined ||
      isService(command) ||
      // To make things ready for it is not to do it.
      (purpose === 'test' && /[:._-](?:reset|seed|clean|clear|drop|setup|prepare)/.test(command.name)) ||
      // Says that there is nothing to do.
      (command.kind === 'script' && /^(?:echo\b[^&|;]*(?:&&\s*exit 1\s*)?|exit \d|true|:)$/.test(command.does ?? '')) ||
      // Counts what tests reach, which is not how they are run.
      (purpose === 'test' && /coverage/i.test(command.name)) ||
      aside.test(command.name) ||
      /^(test|spec)s?\/|(^|\/)(e2e|examples?|docs?|playgrounds?|samples?|demos?|benchmarks?)\//.test(command.file)
    )
      return [];
    const depth = command.folder === '' ? 0 : command.folder.split('/').length;
    const length = command.name.split(/[:.-]/).length;
    const run = command.folder === '' ? command.run : `cd ${command.folder} && ${command.run}`;
    return [
      {
        purpose,
        run,
        evidence: lineEvidence(command.file, command.line),
        does: command.does ?? '',
        declared: true,
        atTop:
          command.folder === '' &&
          isWhole(command.name, purpose) &&
          !(served && isBundling(command)) &&
          (purpose !== 'build' || wholeBuild.test(command.name)),
        // A `check` may be of the form alone.
        order: depth * 10 + length + (command.kind === 'make' ? 0 : 0.5) + (command.name === 'check' ? 5 : 0),
      },
    ];
  });
}

/** `build-translations` builds translations. */
const wholeBuild = /^(?:build|compile|package|all|dist|bundle|assemble)(?:[:.-](?:all|prod|production|release))?$/i;

/** What packs the pages of a server neither runs nor builds the server. */
function isBundling({ kind, does = '' }: PlacedCommand): boolean {
  return (
    kind === 'script' &&
    /^(?:(?:npx|cross-env|dotenv|[A-Z_]{1,30}=\S{1,60})\s{1,5}(?:[A-Z_]{1,30}=\S{1,60}\s)?){0,2}(?:vite|webpack|webpack-dev-server|mix|encore|parcel|rollup|gulp|grunt|esbuild|tailwindcss|postcss|sass|tsc)\b/.test(
      does,
    )
  );
}

const serverFile =
  /^(?:artisan|manage\.py|bin\/rails|mix\.exs|pom\.xml|build\.gradle(?:\.kts)?|go\.mod|Cargo\.toml|composer\.json|Gemfile|pyproject\.toml|[^/]{1,80}\.(?:sln|slnx|csproj))$/;

const isServed = (model: ScanModel): boolean => model.files.some(({ path }) => serverFile.test(path));

/** `web:dev` and `sleepit:build` are about one part, as `build` and `test:unit` are not. */
function isWhole(name: string, purpose: Purpose): boolean {
  const [first = name] = name.split(/[:.]/);
  return first === name || purposeOf(first) === purpose;
}

/** Services of a compose file and processes of a Procfile say what runs, not what a person types for it. */
function isService(command: PlacedCommand): boolean {
  return /(compose[\w.-]*\.ya?ml|Procfile(\.\w+)?|Dockerfile[\w.-]*|Containerfile)$/.test(command.file);
}

function conventionalWays(model: ScanModel): Way[] {
  const seen = new Set<string>();
  // What CMake builds calls other builders for parts of it.
  const isCmake = model.byPath.has('CMakeLists.txt');
  return conventionalCommands.flatMap(({ purpose, run, marker, dependency }, at) => {
    const file = model.files.find((one) => marker.test(one.path));
    // What a plugin of one part offers is not there at the top.
    const atTop = model.inventory.dependencies.filter((one) => !one.manifest.includes('/'));
    if (dependency !== undefined && !atTop.some((one) => dependency.test(one.name))) return [];
    const tool = `${purpose} ${run.replace(/^\.\/mvnw/, 'mvn').replace('./gradlew', 'gradle')}`;
    if (file === undefined || seen.has(tool) || (isCmake && run.startsWith('cargo '))) return [];
    seen.add(tool);
    return [
      { purpose, run, evidence: lineEvidence(file.path, 1), does: '', declared: false, atTop: true, order: 50 + at },
    ];
  });
}

function distinct(ways: readonly Way[]): Way[] {
  return [...new Map(ways.map((way) => [way.run, way])).values()];
}
