import { type DeclaredCommand, oneLine } from '../commandFacts';
import { commandsOf } from './pipelines';
import type { YamlBlock } from './yamlBlocks';

interface OpenJob {
  readonly key: string;
  readonly line: number;
  readonly depth: number;
  readonly body: { text: string; line: number }[];
}

/** Deeper than any pipeline nests. */
const mostDepth = 40;

const scripts = /^\s{0,40}(?:-\s{1,9})?(?:script|bash|pwsh|powershell):\s{0,9}(.{0,400})$/;

/**
 * Jobs of Azure Pipelines: `- job:` and `- deployment:` below `jobs`, or the steps at the top as one. Nothing where a
 * template brings some of them, or an expression makes them: what stands there would look like all.
 */
export function azureJobs(text: string, path: string): readonly DeclaredCommand[] {
  const pipeline = path.slice(path.lastIndexOf('/') + 1).replace(/\.ya?ml$/, '');
  if (/^(?:extends|parameters):/m.test(text)) return [];
  const found = jobsIn(text);
  if (found === undefined) return [];
  const all =
    found.length > 0 ? found.map((job) => ({ ...job, key: `${pipeline} / ${job.key}` })) : stepsIn(text, pipeline);
  return all.map((job) => ({
    name: job.key,
    run: oneLine(commandsOf(job, scripts).join('; ')),
    line: job.line,
    kind: 'job',
  }));
}

/** What begins such a pipeline, and what no file of another kind has at its top. */
const begins = /^(?:trigger|pr|schedules|pool):/m;
const runs = /^(?:steps|jobs|stages):\s{0,9}(?:#|$)/m;
const ofOthers = /^(?:apiVersion|kind|image|definitions|on):/m;
const ofAzure = /^\s{0,40}(?:-\s{1,9})?(?:task:\s{1,9}["']?[\w.-]{1,60}@\d|vmImage:|checkout:\s{1,9}self\b)/m;

/** A pipeline under a name of the project's choice, known by what stands in it. */
export function namedAzureJobs(text: string, path: string): readonly DeclaredCommand[] {
  return begins.test(text) && runs.test(text) && ofAzure.test(text) && !ofOthers.test(text)
    ? azureJobs(text, path)
    : [];
}

/** The steps of a pipeline that has no jobs. */
function stepsIn(text: string, pipeline: string): YamlBlock[] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^steps:\s{0,9}(?:#|$)/.test(line));
  if (start < 0) return [];
  const body = lines.slice(start + 1).map((row, at) => ({ text: row, line: start + 2 + at }));
  return [{ key: pipeline, line: start + 1, body }];
}

/** The items of all lists called `jobs`; nothing where one of them, or of the stages, is not written out. */
function jobsIn(text: string): YamlBlock[] | undefined {
  const jobs: OpenJob[] = [];
  const above: { readonly depth: number; readonly key: string }[] = [];
  let open: OpenJob | undefined;
  for (const [index, row] of text.split('\n').entries()) {
    if (/^\s*(?:#|$)/.test(row)) continue;
    const depth = row.length - row.trimStart().length;
    const item = /^\s{0,80}-\s/.test(row);
    while (above.length > 0 && ((above.at(-1)?.depth ?? 0) > depth || (!item && above.at(-1)?.depth === depth)))
      above.pop();
    const [, key = '', value = ''] =
      /^\s{0,80}(?:-\s{1,9})?["']?([\w$.-]{1,60})["']?:\s{0,9}(.{0,200})$/.exec(row) ?? [];
    const parent = item ? above.at(-1)?.key : undefined;
    if (open !== undefined && depth <= open.depth) open = undefined;
    if (parent === 'jobs' || parent === 'stages') {
      const name = value
        .replace(/\s#.*$/, '')
        .replaceAll(/["']/g, '')
        .trim();
      if (parent === 'stages' && key === 'stage') continue;
      if (parent === 'stages' || !/^(?:job|deployment)$/.test(key) || !/^[\w.-]{1,100}$/.test(name)) return undefined;
      open = { key: name, line: index + 1, depth, body: [] };
      jobs.push(open);
      continue;
    }
    open?.body.push({ text: row, line: index + 1 });
    if (key !== '' && above.length < mostDepth) above.push({ depth: item ? row.search(/[^\s-]/) : depth, key });
  }
  return jobs;
}
