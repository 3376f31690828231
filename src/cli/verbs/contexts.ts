import { readFileSync } from 'node:fs';
import { isEngineError } from '../../base/engineError';
import type { Engine } from '../../engine/engine';
import { type Context, type ContextTreeNode, contextState } from '../../shared/context';
import { UsageError } from '../command';
import { chooseProject } from './chooseProject';
import { choice, fields, pageAnswer, pageOf, table } from './output';
import { pageOptions, projectOption, type Verb, type VerbArgs } from './verb';
import { verbCommand } from './verbCommand';

const list: Verb = {
  name: 'list',
  takes: [],
  about: 'the contexts of a project by schema key',
  options: { state: { value: 'state', about: 'draft, approved or deprecated' }, ...pageOptions, ...projectOption },
  async run(engine, args) {
    const state = choice(args, 'state', contextState.options);
    const query = {
      ...(await chooseProject(engine, args)),
      ...pageOf(args),
      ...(state === undefined ? {} : { state }),
    };
    return pageAnswer(await engine.listContexts(query), (one) => [one.id, one.state, one.schemaKey, one.name]);
  },
};

const tree: Verb = {
  name: 'tree',
  takes: [],
  about: 'the contexts of a project as a tree',
  options: projectOption,
  async run(engine, args) {
    const nodes = await engine.getContextTree(await chooseProject(engine, args));
    return { data: nodes, text: branches(nodes, '') || 'None.' };
  },
};

function branches(nodes: readonly ContextTreeNode[], indent: string): string {
  const lines = nodes.map(({ name, state, schemaKey, children }) => {
    const own = `${indent}${name}${state === 'approved' ? '' : ` (${state})`}  ${schemaKey}`;
    return children.length === 0 ? own : `${own}\n${branches(children, `${indent}  `)}`;
  });
  return lines.join('\n');
}

const show: Verb = {
  name: 'show',
  takes: ['<context>'],
  about: 'one context and its journal; named by id or schema key',
  options: projectOption,
  async run(engine, args) {
    const context = await findContext(engine, args);
    const entries = await engine.listEntries({ contextId: context.id });
    const { content, ...rest } = context;
    const journal = entries.map((entry) => `## ${entry.title}\n\n${entry.content}`);
    const text = [fields(rest), content, ...journal].filter((part) => part !== '').join('\n\n');
    return { data: { ...context, entries }, text };
  },
};

const approve: Verb = {
  name: 'approve',
  takes: ['<context>'],
  about: 'approve a context',
  options: { deprecate: { about: 'deprecate it instead' }, ...projectOption },
  async run(engine, args) {
    const { id: contextId } = await findContext(engine, args);
    const action = args.isSet('deprecate') ? 'deprecate' : 'approve';
    const context = await engine.approveContext({ contextId, action });
    return { data: context, text: `${context.schemaKey} is ${context.state}.` };
  },
};

const compact: Verb = {
  name: 'compact',
  takes: ['<context>'],
  about: 'make one block of the journal of a context',
  options: projectOption,
  async run(engine, args) {
    const { id: contextId } = await findContext(engine, args);
    const result = await engine.compactContext({ contextId });
    const { entriesBefore, entriesAfter, tokensSaved } = result;
    return { data: result, text: `${entriesBefore} entries became ${entriesAfter}, ${tokensSaved} tokens less.` };
  },
};

const populate: Verb = {
  name: 'populate',
  takes: ['<file.json>'],
  about: 'make or change contexts by schema key, from {"nodes": [...]} or a list of nodes; - reads standard input',
  options: { 'dry-run': { about: 'say what would change, and change nothing' }, ...projectOption },
  async run(engine, args) {
    const dryRun = args.isSet('dry-run');
    const nodes = readNodes(args.word(0));
    const result = await engine.populateContexts({
      ...(await chooseProject(engine, args)),
      nodes,
      source: 'cli',
      dryRun,
    });
    const { created, updated, unchanged, errors } = result;
    const rows = [
      ...result.diff.map(({ change, schemaKey }) => [change, schemaKey]),
      ...errors.map(({ schemaKey, message }) => ['error', `${schemaKey} ${message}`]),
    ];
    const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${errors.length} errors`;
    const text = `${rows.length === 0 ? '' : `${table(rows)}\n`}${counts}${dryRun ? ' (nothing was changed)' : ''}`;
    return { data: result, text, failed: errors.length > 0 };
  },
};

function readNodes(file: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
    const nodes = typeof parsed === 'object' && parsed !== null && 'nodes' in parsed ? parsed.nodes : parsed;
    if (Array.isArray(nodes)) return nodes;
  } catch (error) {
    throw new UsageError(`${file} can not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new UsageError(`${file} holds no list of nodes`);
}

async function findContext(engine: Engine, args: VerbArgs): Promise<Context> {
  const name = args.word(0);
  if (!name.startsWith('root')) return engine.getContext({ contextId: name });
  const nodes = await engine.getContextTree(await chooseProject(engine, args));
  const node = findNode(nodes, name);
  // An id that begins like a key is still an id.
  return engine.getContext({ contextId: node?.id ?? name }).catch((error: unknown) => {
    throw isEngineError(error, 'notFound') ? new UsageError(`there is no context ${name}`) : error;
  });
}

function findNode(nodes: readonly ContextTreeNode[], schemaKey: string): ContextTreeNode | undefined {
  for (const node of nodes) {
    const found = node.schemaKey === schemaKey ? node : findNode(node.children, schemaKey);
    if (found) return found;
  }
  return undefined;
}

export const contextsCommand = verbCommand({
  name: 'contexts',
  summary: 'read, approve, compact and fill contexts',
  verbs: [list, tree, show, approve, compact, populate],
});
