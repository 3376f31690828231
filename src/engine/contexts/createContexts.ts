import type { Engine } from '../engine';
import type { ContextAccess, EngineParts } from '../engineParts';
import { approveContext } from './approveContext';
import { type ContextParts, getRow } from './contextParts';
import { createContext } from './createContext';
import { deleteContext } from './deleteContext';
import { addEntry } from './journal/addEntry';
import { compactContext } from './journal/compactContext';
import { EntryStore, toEntry } from './journal/entryStore';
import { addLink } from './links/addLink';
import { LinkStore, toLink } from './links/linkStore';
import { removeLink } from './links/removeLink';
import { listContexts } from './listContexts';
import { populateContexts } from './populate/populateContexts';
import { toContext } from './store/contextRow';
import { ContextStore } from './store/contextStore';
import { toVersion, VersionStore } from './store/versionStore';
import { TreeCache } from './tree/treeCache';
import { updateContext } from './updateContext';
import { restoreVersion } from './versions/restoreVersion';

type ContextCalls = Pick<
  Engine,
  | 'listContexts'
  | 'getContextTree'
  | 'getContextTreeJson'
  | 'createContext'
  | 'getContext'
  | 'updateContext'
  | 'deleteContext'
  | 'approveContext'
  | 'compactContext'
  | 'populateContexts'
  | 'listContextVersions'
  | 'restoreContextVersion'
  | 'listEntries'
  | 'addEntry'
  | 'listLinks'
  | 'addLink'
  | 'removeLink'
>;

/** The source of a populate that names none. */
const unnamedSource = 'populate';

/** The noun `context`: its calls of the facade, and the way of the other nouns to it. */
export function createContexts(base: Omit<EngineParts, 'contexts'>): { calls: ContextCalls; access: ContextAccess } {
  const { db } = base;
  const parts: ContextParts = {
    ...base,
    store: new ContextStore(db),
    versions: new VersionStore(db),
    entries: new EntryStore(db),
    links: new LinkStore(db),
  };
  const access: ContextAccess = {
    get: (contextId) => toContext(getRow(parts, contextId)),
    findByKey(projectId, schemaKey) {
      const row = parts.store.findByKey(projectId, schemaKey);
      return row && toContext(row);
    },
    populate: (input) => populateContexts(parts, input),
    approve: (contextId) => approveContext(parts, { contextId, action: 'approve' }),
    deprecate: (contextId) => approveContext(parts, { contextId, action: 'deprecate' }),
    create: (params) => createContext(parts, params),
    update: (params) => updateContext(parts, params),
    compact: (contextId) => void compactContext(parts, { contextId }),
    delete: (contextId) => void deleteContext(parts, { contextId }),
  };
  return { calls: createCalls(parts, access), access };
}

function createCalls(parts: ContextParts, access: ContextAccess): ContextCalls {
  const { runner, projects, versions, entries, links } = parts;
  const trees = new TreeCache(parts);
  return {
    listContexts: runner.read('listContexts', (params) => listContexts(parts, params)),
    getContextTree: runner.read('getContextTree', ({ projectId }) => trees.nodes(projects.resolve(projectId))),
    getContextTreeJson: runner.read('getContextTreeJson', ({ projectId }) => trees.json(projects.resolve(projectId))),
    createContext: runner.write('createContext', (params) => createContext(parts, params)),
    getContext: runner.read('getContext', ({ contextId }) => access.get(contextId)),
    updateContext: runner.write('updateContext', (params) => updateContext(parts, params)),
    deleteContext: runner.write('deleteContext', (params) => deleteContext(parts, params)),
    approveContext: runner.write('approveContext', (params) => approveContext(parts, params)),
    compactContext: runner.write('compactContext', (params) => compactContext(parts, params)),
    populateContexts: runner.write('populateContexts', ({ projectId, nodes, source = unnamedSource, dryRun }) =>
      populateContexts(parts, { projectId: projects.resolve(projectId), nodes, source, dryRun }),
    ),
    listContextVersions: runner.read('listContextVersions', ({ contextId }) =>
      versions.list(getRow(parts, contextId).id).map(toVersion),
    ),
    restoreContextVersion: runner.write('restoreContextVersion', (params) => restoreVersion(parts, params)),
    listEntries: runner.read('listEntries', ({ contextId }) =>
      entries.listLive(contextId, getRow(parts, contextId).blockSeq).map(toEntry),
    ),
    addEntry: runner.write('addEntry', (params) => addEntry(parts, params)),
    listLinks: runner.read('listLinks', ({ projectId }) => links.list(projects.resolve(projectId)).map(toLink)),
    addLink: runner.write('addLink', (params) => addLink(parts, params)),
    removeLink: runner.write('removeLink', (params) => removeLink(parts, params)),
  };
}
