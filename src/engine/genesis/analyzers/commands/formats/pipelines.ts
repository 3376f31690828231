import { type DeclaredCommand, oneLine } from '../commandFacts';
import { childBlocks, topBlocks, type YamlBlock } from './yamlBlocks';

/** Jobs of a GitHub workflow: what they run is the commands of their steps. */
export function workflowJobs(text: string, path: string): DeclaredCommand[] {
  const workflow = (
    /^name:\s{0,9}["']?([^"'\n]{1,80})/m.exec(text)?.[1] ?? path.slice(path.lastIndexOf('/') + 1)
  ).trim();
  return childBlocks(text, 'jobs').map((job) => ({
    name: `${workflow} / ${job.key}`,
    run: oneLine(commandsOf(job, /^\s{0,40}(?:-\s{1,9})?run:\s{0,9}(.{0,400})$/).join('; ')),
    line: job.line,
    kind: 'job',
  }));
}

/** Keys of `.gitlab-ci.yml` that are no job. */
const gitlabSettings =
  /^(stages|variables|default|include|image|services|cache|before_script|after_script|workflow|pages:deploy)$|^\./;

export function gitlabJobs(text: string): DeclaredCommand[] {
  return topBlocks(text)
    .filter(
      (block) =>
        !gitlabSettings.test(block.key) && block.body.some((row) => /^\s{1,9}(script|trigger|extends):/.test(row.text)),
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

/** What a step does first is often to say so. */
const chatter = /^(set -|echo\b|cd\b|#|git config\b|mkdir\b)/;

/** What tests, checks, builds or publishes: other lines of a job prepare for it, and say nothing of what it is for. */
const runner =
  /^(?:[A-Z_]{1,40}=\S{1,80}\s){0,4}(?:npm|npx|pnpm|yarn|bun|deno|node|python3?|pytest|tox|nox|uv|poetry|pipenv|hatch|pdm|ruff|mypy|cargo|cross|go|golangci-lint|goreleaser|make|just|task|mage|bazel|mvn|\.\/mvnw|gradle|\.\/gradlew|sbt|lein|dotnet|msbuild|php|composer|(?:\.\/)?vendor\/bin\/\S{1,60}|phpunit|bundle|rake|rspec|(?:\.\/)?bin\/(?:rails|rspec|rake|rubocop|ci|test)|mix|rebar3|swift|xcodebuild|fastlane|flutter|dart|melos|cmake|ctest|meson|ninja|zig|stack|cabal|terraform|tflint|ansible-lint|helm|docker (?:build|buildx|compose)|act|earthly|nix)\b/;

/** `run: x` on a line, or the first line of a block `run: |`. */
function commandsOf(job: YamlBlock, pattern: RegExp): string[] {
  return job.body.flatMap((row, at) => {
    const value = pattern.exec(row.text)?.[1]?.trim();
    if (value === undefined || value === '') return [];
    if (!/^[|>][+-]?\s{0,9}(?:#.*)?$/.test(value)) {
      const line = value.replace(/^(["'])(.*)\1$/, '$2');
      return runner.test(line) ? [line] : [];
    }
    const own = row.text.search(/\S/);
    const next = job.body.slice(at + 1, at + 40);
    const end = next.findIndex((line) => line.text.search(/\S/) <= own);
    const block = (end < 0 ? next : next.slice(0, end)).map((line) => line.text.trim());
    return block.filter((line) => !chatter.test(line) && runner.test(line)).slice(0, 2);
  });
}

function listBelow(job: YamlBlock, key: string): string[] {
  const start = job.body.findIndex((row) => new RegExp(`^\\s{1,9}${key}:`).test(row.text));
  if (start === -1) return [];
  const found: string[] = [];
  for (const row of job.body.slice(start + 1)) {
    const item = /^\s{1,20}-\s{1,9}(.{1,400})$/.exec(row.text)?.[1];
    if (item === undefined) break;
    found.push(item.trim());
  }
  return found;
}
