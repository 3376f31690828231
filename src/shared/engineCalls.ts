import * as z from 'zod';
import { getBrain } from './brain';
import { captureRepository, digestHistory, findRepositories } from './capture';
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
import { configureDelivery, deliveryRef, listDeliveries, retryDeliveries } from './delivery';
import { exportFindings, ignoreFinding, writeBaseline } from './findingReport';
import { estimateScan, findingRef, scanResultsQuery, startScan } from './genesis';
import { ingest } from './ingest';
import { approveItem, createItem, itemRef, listItems, mergeItems, supersedeItem, updateItem } from './item';
import { authenticateKey, createKey, deleteKey, listKeys } from './key';
import { addMember, createProject, openFolder, projectRef, removeMember, updateProject } from './project';
import { compareScans } from './scanDiff';
import { search } from './search';
import {
  activeSessionOf,
  createSession,
  leaveWindow,
  listSessionEvents,
  listSessions,
  mergeSessions,
  recordActivity,
  saveSession,
  sessionRef,
  updateSession,
} from './session';
import {
  blobRef,
  createSpineEvent,
  exportProject,
  importProject,
  listSpineEntities,
  listSpineEvents,
  spineEventRef,
} from './spine';
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
  getContextTreeJson: { params: z.object({ projectId: z.string().optional() }), writes: false },
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
  compareScans: { params: compareScans, writes: false },
  exportSbom: { params: projectRef, writes: false },
  ignoreFinding: { params: ignoreFinding, writes: true },
  writeBaseline: { params: writeBaseline, writes: true },
  exportFindings: { params: exportFindings, writes: false },

  getHmacSecret: { params: projectRef, writes: false },
  rotateHmacSecret: { params: projectRef, writes: true },
  getSigningSecrets: { params: projectRef, writes: false },
  listKeys: { params: listKeys, writes: false },
  createKey: { params: createKey, writes: true },
  deleteKey: { params: deleteKey, writes: true },
  authenticateKey: { params: authenticateKey, writes: false },

  ingest: { params: ingest, writes: true },
  listSessions: { params: listSessions, writes: false },
  getSession: { params: sessionRef, writes: false },
  createSession: { params: createSession, writes: true },
  updateSession: { params: updateSession, writes: true },
  listSessionEvents: { params: listSessionEvents, writes: false },
  enrichSession: { params: sessionRef, writes: true },
  listJobs: { params: sessionRef, writes: false },
  recordActivity: { params: recordActivity, writes: true },
  getActiveSession: { params: activeSessionOf, writes: false },
  endSession: { params: sessionRef, writes: true },
  leaveWindow: { params: leaveWindow, writes: true },
  draftSessionSave: { params: sessionRef, writes: false },
  saveSession: { params: saveSession, writes: true },
  mergeSessions: { params: mergeSessions, writes: true },
  deleteSession: { params: sessionRef, writes: true },
  getBlob: { params: blobRef, writes: false },

  findRepositories: { params: findRepositories, writes: false },
  captureRepository: { params: captureRepository, writes: true },
  digestHistory: { params: digestHistory, writes: true },

  configureDelivery: { params: configureDelivery, writes: true },
  getDeliveryStatus: { params: none, writes: false },
  listDeliveries: { params: listDeliveries, writes: false },
  getDelivery: { params: deliveryRef, writes: false },
  retryDeliveries: { params: retryDeliveries, writes: true },
  sendSession: { params: sessionRef, writes: true },
  verifyDeliveries: { params: projectRef, writes: false },

  listItems: { params: listItems, writes: false },
  getItem: { params: itemRef, writes: false },
  createItem: { params: createItem, writes: true },
  updateItem: { params: updateItem, writes: true },
  deleteItem: { params: itemRef, writes: true },
  approveItem: { params: approveItem, writes: true },
  mergeItems: { params: mergeItems, writes: true },
  supersedeItem: { params: supersedeItem, writes: true },

  getBrain: { params: getBrain, writes: false },
  search: { params: search, writes: false },

  createSpineEvent: { params: createSpineEvent, writes: true },
  listSpineEvents: { params: listSpineEvents, writes: false },
  getSpineEvent: { params: spineEventRef, writes: false },
  listSpineEntities: { params: listSpineEntities, writes: false },

  exportProject: { params: exportProject, writes: false },
  importProject: { params: importProject, writes: true },
  diagnose: { params: none, writes: false },

  listEvents: { params: listEvents, writes: false },
  verifyEvents: { params: projectRef, writes: false },
  getStoreState: { params: none, writes: false },
  backUpStore: { params: none, writes: true },
} as const;

export type EngineMethod = keyof typeof engineCalls;
/** As the rule behind a call gets it. */
export type EngineParams<M extends EngineMethod> = z.output<(typeof engineCalls)[M]['params']>;
/** As a caller gives it: what has a default may be left out. */
export type EngineInput<M extends EngineMethod> = z.input<(typeof engineCalls)[M]['params']>;
