import type { EngineMethod, engineCalls } from '../../shared/engineCalls';

type Writes = { readonly [M in EngineMethod]: (typeof engineCalls)[M]['writes'] };

/**
 * The calls of the Engine and whether each changes something, without their schemas: a client needs no more than that.
 * The compiler holds it to `engineCalls`: a call that is missing, unknown or marked otherwise does not build.
 */
export const engineMethods: Writes = {
  openFolder: true,
  listProjects: false,
  createProject: true,
  getProject: false,
  updateProject: true,
  deleteProject: true,
  listMembers: false,
  addMember: true,
  removeMember: true,

  listContexts: false,
  getContextTree: false,
  createContext: true,
  getContext: false,
  updateContext: true,
  deleteContext: true,
  approveContext: true,
  compactContext: true,
  populateContexts: true,
  listContextVersions: false,
  restoreContextVersion: true,
  listEntries: false,
  addEntry: true,
  listLinks: false,
  addLink: true,
  removeLink: true,

  estimateScan: false,
  startScan: true,
  getScanStatus: false,
  getScanResults: false,
  getScanInventory: false,
  cancelScan: true,
  getFinding: false,
  addFindingToMemory: true,

  listEvents: false,
  verifyEvents: false,
  getStoreState: false,
  backUpStore: true,
};
