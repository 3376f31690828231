import type {
  DataModel,
  Dependency,
  EntryPoint,
  EnvironmentVariable,
  Inventory,
  ModuleEdge,
  ProjectCommand,
  Route,
} from '../../../shared/inventory';
import type { ScanDiff } from '../../../shared/scanDiff';
import { compareLists, type RowKind } from './compareLists';

const routes: RowKind<Route> = {
  key: ({ method, path }) => `${method} ${path}`,
  facts: ({ file, handler }) => ({ handler: handler ?? '', file }),
};

const guards: RowKind<Route> = {
  key: routes.key,
  facts: ({ middleware }) => Object.fromEntries((middleware ?? []).map((name) => [name, 'guard'])),
};

const entryPoints: RowKind<EntryPoint> = {
  key: ({ kind, name }) => `${kind} ${name}`,
  facts: ({ file, handler }) => ({ handler: handler ?? '', file }),
};

const models: RowKind<DataModel> = {
  key: ({ kind, name }) => `${kind} ${name}`,
  facts: ({ fields, relations = [] }) => ({
    ...Object.fromEntries(fields.map(({ name, type, key, optional }) => [name, fieldType({ type, key, optional })])),
    ...Object.fromEntries(relations.map(({ field, to, kind }) => [`${field} to`, `${to} (${kind})`])),
  }),
};

function fieldType(field: { type: string; key?: string | undefined; optional?: boolean | undefined }): string {
  return `${field.type}${field.optional === true ? '?' : ''}${field.key === undefined ? '' : ` (${field.key} key)`}`;
}

const dependencies: RowKind<Dependency> = {
  key: ({ ecosystem, name, manifest, direct }) => `${ecosystem} ${name} ${manifest} ${direct}`,
  facts: ({ version, scope, license }) => ({ version, scope, license: license ?? '' }),
};

const environment: RowKind<EnvironmentVariable> = {
  key: ({ name }) => name,
  facts: ({ documentedIn }) => ({ 'documented in': documentedIn ?? '' }),
};

const commands: RowKind<ProjectCommand> = {
  key: ({ name, file }) => `${name} ${file}`,
  facts: ({ run }) => ({ runs: run }),
};

const edges: RowKind<ModuleEdge> = {
  key: ({ from, to, kind }) => `${from} ${to} ${kind}`,
  facts: () => ({}),
};

/** What differs between the facts of two scans. */
export function compareInventories(
  before: Inventory,
  after: Inventory,
): Pick<
  ScanDiff,
  'routes' | 'permissions' | 'entryPoints' | 'models' | 'dependencies' | 'environment' | 'commands' | 'edges'
> {
  return {
    routes: compareLists(before.routes, after.routes, routes),
    permissions: compareLists(before.routes, after.routes, guards).changed.map((change) => ({
      ...change,
      what: guardWords(change.before, change.after),
    })),
    entryPoints: compareLists(before.entryPoints ?? [], after.entryPoints ?? [], entryPoints),
    models: compareLists(before.models, after.models, models),
    dependencies: compareLists(before.dependencies, after.dependencies, dependencies),
    environment: compareLists(before.environment, after.environment, environment),
    commands: compareLists(before.commands, after.commands, commands),
    edges: compareLists(before.edges, after.edges, edges),
  };
}

function guardWords(before: Route, after: Route): string[] {
  const had = new Set(before.middleware);
  const has = new Set(after.middleware);
  return [
    ...[...has].filter((name) => !had.has(name)).map((name) => `${name} added`),
    ...[...had].filter((name) => !has.has(name)).map((name) => `${name} removed`),
  ];
}
