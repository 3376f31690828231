import * as z from 'zod';
import {
  addEntry,
  addLink,
  approveContext,
  contextRef,
  contextVersionRef,
  createContext,
  listContexts,
  populateContexts,
  removeLink,
  updateContext,
} from './context';
import { estimateScan, findingRef, scanResultsQuery, startScan } from './genesis';
import { addMember, createProject, openFolder, projectRef, removeMember, updateProject } from './project';
import { listEvents } from './store';

const none = z.object({});

/**
 * Every call of the Engine: the schema of its one parameter, and whether it changes something (then its request id is
 * remembered, so that a retry after a lost answer does not run it twice). The order and names are those of `Engine`.
 */
export const engineCalls = {
  openFolder: { params: openFolder, writes: true },
  listProjects: { params: none, writes: false },
  createProject: { params: createProject, writes: true },
  getProject: { params: projectRef, writes: false },
  updateProject: { params: updateProject, writes: true },
  deleteProject: { params: projectRef, writes: true },
  listMembers: { params: projectRef, writes: false },
  addMember: { params: addMember, writes: true },
  removeMember: { params: removeMember, writes: true },

  listContexts: { params: listContexts, writes: false },
  getContextTree: { params: z.object({ projectId: z.string().optional() }), writes: false },
  createContext: { params: createContext, writes: true },
  getContext: { params: contextRef, writes: false },
  updateContext: { params: updateContext, writes: true },
  deleteContext: { params: contextRef, writes: true },
  approveContext: { params: approveContext, writes: true },
  compactContext: { params: contextRef, writes: true },
  populateContexts: { params: populateContexts, writes: true },
  listContextVersions: { params: contextRef, writes: false },
  restoreContextVersion: { params: contextVersionRef, writes: true },
  listEntries: { params: contextRef, writes: false },
  addEntry: { params: addEntry, writes: true },
  listLinks: { params: z.object({ projectId: z.string().optional() }), writes: false },
  addLink: { params: addLink, writes: true },
  removeLink: { params: removeLink, writes: true },

  estimateScan: { params: estimateScan, writes: false },
  startScan: { params: startScan, writes: true },
  getScanStatus: { params: projectRef, writes: false },
  getScanResults: { params: scanResultsQuery, writes: false },
  getScanInventory: { params: projectRef, writes: false },
  cancelScan: { params: projectRef, writes: true },
  getFinding: { params: findingRef, writes: false },
  addFindingToMemory: { params: findingRef, writes: true },

  listEvents: { params: listEvents, writes: false },
  verifyEvents: { params: projectRef, writes: false },
  getStoreState: { params: none, writes: false },
  backUpStore: { params: none, writes: true },
} as const;

export type EngineMethod = keyof typeof engineCalls;
export type EngineParams<M extends EngineMethod> = z.infer<(typeof engineCalls)[M]['params']>;
