import { type DeclaredCommand, oneLine } from '../commandFacts';
import { childBlocks, topBlocks, type YamlBlock } from './yamlBlocks';

/** Jobs of a GitHub workflow: what they run is the commands of their steps. */
export function workflowJobs(text: string, path: string): DeclaredCommand[] {
  const [, quoted, plain] =
    /^name:[ \t]{0,9}(?:(["'][^\n]{0,90}["'])[ \t]{0,9}(?:#|$)|([^"'\s][^\n]{0,90}))/m.exec(text) ?? [];
  const named = quoted?.slice(1, -1).replaceAll("''", "'") ?? plain?.split(/\s#/, 1)[0];
  const workflow = (named ?? path.slice(path.lastIndexOf('/') + 1)).trim().slice(0, 80);
  const isCalled = isOnlyCalled(text);
  return childBlocks(text, 'jobs').map((job) => {
    const calls = job.body.flatMap((row) => calledWorkflow.exec(row.text)?.[1] ?? [])[0];
    return {
      name: `${workflow} / ${job.key}`,
      run: oneLine(commandsOf(job, /^\s{0,40}(?:-\s{1,9})?run:\s{0,9}(.{0,400})$/).join('; ')),
      line: job.line,
      kind: 'job',
      ...(isCalled ? { isCalled } : {}),
      ...(isChore(job) ? { isChore: true as const } : {}),
      ...(calls === undefined ? {} : { calls }),
      ...usedBy(job),
    };
  });
}

const calledWorkflow = /^\s{1,20}uses:\s{1,9}["']?[^\s"'#]{0,200}\.github\/workflows\/([\w.-]{1,100}\.ya?ml)/;

/** Actions that look after issues and pull requests, and those that only make ready for them. */
const chores =
  /^(?:actions\/(?:labeler|stale|first-interaction|add-to-project)|dessant\/[\w-]{1,60}|github\/(?:issue-labeler|lock)|peter-evans\/(?:close-issue|create-or-update-comment)|eps1lon\/actions-label-merge-conflict)(?:@|\/|$)/;
const readies = /^actions\/(?:checkout|create-github-app-token)@/;

/** What most jobs begin or end with, whatever they are for. */
const besides =
  /\/(?:init|autobuild)$|^(?:actions\/(?!deploy-pages|publish)|[\w.-]{1,60}\/(?:[\w-]{0,40}(?:setup|cache|checkout|login|install|toolchain|metadata|download|upload|free-disk|harden-runner|paths-filter|wait|comment)[\w-]{0,40}))/i;

/** The actions that do what a job is for, without their versions. */
function usedBy(job: YamlBlock): { readonly uses?: readonly string[] } {
  const used = job.body.flatMap(({ text }) => stepAction.exec(text)?.[1] ?? []);
  const uses = [...new Set(used)].filter((name) => !besides.test(name)).slice(0, 2);
  return uses.length === 0 ? {} : { uses };
}

const stepAction = /^\s{1,40}(?:-\s{1,9})?uses:\s{1,9}["']?([\w-]{1,60}\/[\w./-]{1,90})@/;

/** A job all of whose steps are such actions: it tests, builds and ships nothing. */
function isChore(job: YamlBlock): boolean {
  const rows = job.body.map(({ text }) => text);
  if (rows.some((text) => /^\s{1,40}(?:-\s{1,9})?run:/.test(text))) return false;
  const used = rows.flatMap((text) => /^\s{1,40}(?:-\s{1,9})?uses:\s{1,9}["']?([^\s"'#]{1,200})/.exec(text)?.[1] ?? []);
  return (
    used.some((action) => chores.test(action)) && used.every((action) => chores.test(action) || readies.test(action))
  );
}

/** Whether nothing but another workflow starts it. */
function isOnlyCalled(text: string): boolean {
  const starts = childBlocks(text, 'on').map(({ key }) => key);
  return (
    (starts.length === 1 && starts[0] === 'workflow_call') ||
    /^on:[ \t]{0,9}(?:\[[ \t]{0,9})?["']?workflow_call["']?(?:[ \t]{0,9}\])?[ \t]{0,9}(?:#|$)/m.test(text)
  );
}

/** Keys of `.gitlab-ci.yml` that are no job. */
const gitlabSettings =
  /^(stages|variables|default|include|image|services|cache|before_script|after_script|workflow|pages:deploy)$|^\./;

export function gitlabJobs(text: string): DeclaredCommand[] {
  return topBlocks(text)
    .filter(
      (block) =>
        !gitlabSettings.test(block.key) &&
        block.body.some((row) => /^\s{1,9}(?:script|trigger|extends|stage|<<):/.test(row.text)),
    )
    .map((job) => ({ name: job.key, run: oneLine(listBelow(job, 'script').join('; ')), line: job.line, kind: 'job' }));
}

export function circleJobs(text: string): DeclaredCommand[] {
  return childBlocks(text, 'jobs').map((job) => ({
    name: job.key,
    run: oneLine(commandsOf(job, /^\s{0,40}(?:-\s{1,9})?(?:run|command):\s{0,9}(.{0,400})$/).join('; ')),
    line: job.line,
    kind: 'job',
  }));
}

/** What tests, checks, builds or publishes: other lines of a job prepare for it, and say nothing of what it is for. */
const runner =
  /^(?:[A-Z_]{1,40}=(?:"[^"\n]{0,80}"|'[^'\n]{0,80}'|\$\{\{[^}\n]{0,80}\}\}|[^\s"'$]|\$(?!\{\{)){1,80}\s{1,4}|set\s-\S{1,8}(?:\spipefail)?\s{0,4}(?:&&|;)\s{1,4}|sudo\s{1,4}|xvfb-run (?:-\w\s)?|time\s{1,4}|fvm\s{1,4}){0,4}(?:npm|npx|pnpm|yarn|bun|bunx|deno|node|python3?|pytest|coverage run|tox|nox|uv|uvx|poetry|pipenv|hatch|pdm|ruff|mypy|pre-commit|semgrep|trivy|bandit|codespell|typos|actionlint|zizmor|cargo|cross|go|golangci-lint|goreleaser|make|just|task|mise run|mage|bazel|bazelisk|mvn|\.\/mvnw|gradle|\.\/gradlew|sbt|\.\/sbt|lein|dotnet|msbuild|nuget|php|composer|(?:\.\/)?(?:[\w-]{1,40}\/){0,3}vendor\/bin\/\S{1,60}|phpunit|bundle|rake|rspec|rubocop|(?:\.\/)?bin\/(?:rails|rspec|rake|rubocop|ci|test)|mix|rebar3|swift|swiftlint|xcodebuild|fastlane|flutter|dart|melos|cmake|ctest|meson|ninja|zig|stack|cabal|terraform|tflint|tofu|ansible-lint|ansible-playbook|helm|ct|kubectl|docker (?:build|buildx build|compose)|docker-compose|act|earthly|nix|hugo|mkdocs|mdbook|shellcheck|hadolint|(?:bash |sh )?(?:\.\/)?(?:script|scripts|hack|tools?|ci|\.ci|build|bin|tests?)\/[\w./-]{1,80}|(?:\.\/)?node_modules\/\.?[\w./-]{1,80}|(?:bash |sh )?\.\/(?:configure|autogen\.sh|build\.sh|test\.sh|run[-_]?tests(?:\.sh)?))(?![\w-])/;

/** Brings what the rest needs. */
const preparation =
  /^(?:sudo\s{1,4}|fvm\s{1,4})?(?:npm (?:--prefix \S{1,80} )?(?:ci|clean-install|i|install|config|set|version)|pnpm (?:i|install|add|config)|yarn(?: install| config| set|$)|bun (?:i|install)|bundle (?:install|config)|composer (?:i|install|update|config|global|require|self-update)|poetry (?:install|config|lock)|uv (?:sync|pip|venv|python|tool)|pipenv (?:install|sync)|pip|python3? -m ?(?:pip|venv|virtualenv|ensurepip)|go (?:mod|get|install|env)|cargo (?:install|binstall|fetch|generate-lockfile)|rustup|mix (?:do )?(?:deps|local)\b|dotnet (?:restore|tool)|npx playwright install|flutter (?:pub|config|doctor)|dart pub|docker(?:-| )compose (?:pull|down|up -d)|(?:make|just|task) (?:install|deps|setup)[\w-]{0,40}|nuget|node -[ep]|php -r|npx (?:--yes )?husky)(?![\w-])/;

/** Asks for a version, hands a text to an interpreter, or goes on beside what the job is for. */
const aside = /\s--version$|^\S{1,60}\s-v$|<<|(?<!&)&$/;

const tests = /test|spec\b|phpunit|\bpest\b|jest|cypress|playwright|\blint|\bcheck\b|clippy|\bverify\b/i;

const mostTold = 4;

/** What the steps of a job run: the lines that test, check, build or publish. */
export function commandsOf(job: YamlBlock, pattern: RegExp): string[] {
  const lines = job.body.flatMap((row, at) => {
    const value = pattern.exec(row.text)?.[1]?.trim();
    if (value === undefined) return [];
    // What begins on the next line is one command over several.
    if (value === '') return blockLines(job, at, true);
    return /^[|>][+-]?\s{0,9}(?:#.*)?$/.test(value)
      ? blockLines(job, at, value.startsWith('>'))
      : [value.replace(/^(["'])(.*)\1$/, '$2').split(/\s#\s/, 1)[0] ?? ''];
  });
  const telling = [
    ...new Set(lines.filter((line) => runner.test(line) && !preparation.test(line) && !aside.test(line))),
  ];
  // Where not all can be told, what tests is told before what makes ready for it.
  return telling.length <= mostTold
    ? telling
    : [...telling.filter((line) => tests.test(line)), ...telling.filter((line) => !tests.test(line))].slice(
        0,
        mostTold,
      );
}

/** The commands of a block of lines; one over several lines is one, and what is fed to a command is none. */
function blockLines(job: YamlBlock, at: number, isFolded: boolean): string[] {
  const own = (job.body[at]?.text ?? '').search(/\S/);
  const found: string[] = [];
  let open = '';
  let fed: string | undefined;
  for (const { text } of job.body.slice(at + 1, at + 60)) {
    if (text.search(/\S/) <= own) break;
    const line = text.trim().split(/\s#\s/, 1)[0] ?? '';
    if (fed !== undefined) {
      if (line === fed) fed = undefined;
      continue;
    }
    fed = /<<-?\s{0,2}["']?(\w{1,40})["']?/.exec(line)?.[1];
    if (isFolded || line.endsWith('\\')) {
      open += `${line.replace(/\\$/, '').trim()} `;
      continue;
    }
    found.push(`${open}${line}`);
    open = '';
  }
  return open === '' ? found : [...found, open.trim()];
}

function listBelow(job: YamlBlock, key: string): string[] {
  const start = job.body.findIndex((row) => new RegExp(`^\\s{1,9}${key}:`).test(row.text));
  if (start === -1) return [];
  const found: string[] = [];
  for (const row of job.body.slice(start + 1)) {
    const item = /^\s{1,20}-\s{1,9}(.{1,400})$/.exec(row.text)?.[1];
    if (item === undefined) break;
    // What stands elsewhere, or in the lines below, is not read here.
    if (!/^[*&|>!]/.test(item)) found.push(item.trim());
  }
  return found;
}
