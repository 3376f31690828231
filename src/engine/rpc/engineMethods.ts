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

  getHmacSecret: false,
  rotateHmacSecret: true,
  getSigningSecrets: false,
  listKeys: false,
  createKey: true,
  deleteKey: true,
  authenticateKey: false,

  ingest: true,
  listSessions: false,
  getSession: false,
  createSession: true,
  updateSession: true,
  listSessionEvents: false,
  enrichSession: true,
  listJobs: false,
  getBlob: false,

  listItems: false,
  getItem: false,
  createItem: true,
  updateItem: true,
  deleteItem: true,
  approveItem: true,
  mergeItems: true,
  supersedeItem: true,

  createSpineEvent: true,
  listSpineEvents: false,
  getSpineEvent: false,
  listSpineEntities: false,

  exportProject: false,
  importProject: true,
  diagnose: false,

  listEvents: false,
  verifyEvents: false,
  getStoreState: false,
  backUpStore: true,
};
