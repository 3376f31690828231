import type { Context, ContextTreeNode } from '../../src/shared/context';
import type { Delivery, SinkStatus } from '../../src/shared/delivery';
import type { Finding, ScanStatus } from '../../src/shared/genesis';
import type { Project } from '../../src/shared/project';
import type { Session } from '../../src/shared/session';
import type { LogEvent } from '../../src/shared/store';

/** Whole values for tests, of which each names only what it is about. */

const at = '2026-03-01T10:00:00.000Z';

export function sampleProject(values: Partial<Project> = {}): Project {
  return {
    id: 'proj_1',
    name: 'orders',
    description: '',
    visibility: 'private',
    status: 'active',
    aiTier: null,
    repoUrl: null,
    githubUsername: null,
    repoAuthMethod: null,
    hasGithubToken: false,
    deepEnrichEnabled: false,
    memberCount: 1,
    localPath: '/work/orders',
    createdAt: at,
    updatedAt: at,
    ...values,
  };
}

export function sampleStatus(values: Partial<ScanStatus> = {}): ScanStatus {
  return {
    id: 'scan_1',
    phase: 'analyze',
    progress: 0.4,
    filesTotal: 412,
    filesProcessed: 412,
    chunksTotal: 40,
    chunksProcessed: 10,
    findingsCount: 0,
    techStack: [],
    error: null,
    startedAt: at,
    completedAt: null,
    projectId: 'proj_1',
    branch: 'main',
    commit: 'c'.repeat(40),
    selective: false,
    phaseMs: {},
    filesRead: 412,
    ...values,
  };
}

export function sampleFinding(values: Partial<Finding> = {}): Finding {
  return {
    id: 'find_1',
    layer: 'security',
    title: 'SQL is built from request input',
    content: 'The query takes `req.params.id` as it is.',
    importance: 5,
    files: ['src/orders.js'],
    tags: ['owasp'],
    createdAt: at,
    evidence: [{ path: 'src/orders.js', startLine: 12, endLine: 12 }],
    rule: 'sast/sql-injection',
    confidence: 0.9,
    ...values,
  };
}

export function sampleNode(schemaKey: string, values: Partial<ContextTreeNode> = {}): ContextTreeNode {
  return {
    id: `ctx_${schemaKey}`,
    name: schemaKey.slice(schemaKey.lastIndexOf('/') + 1),
    schemaKey,
    state: 'approved',
    tier: 2,
    contextType: 'memory',
    version: 1,
    order: 0,
    entryCount: 0,
    createdAt: at,
    updatedAt: at,
    children: [],
    ...values,
  };
}

export function sampleContext(values: Partial<Context> = {}): Context {
  return {
    id: 'ctx_1',
    projectId: 'proj_1',
    name: 'Auth',
    description: '',
    schemaKey: 'root/auth',
    parentContextId: 'ctx_root',
    state: 'approved',
    tier: 2,
    contextType: 'memory',
    version: 1,
    order: 0,
    entryCount: 0,
    createdAt: at,
    updatedAt: at,
    content: 'one',
    source: 'person',
    ...values,
  };
}

export function sampleSession(values: Partial<Session> = {}): Session {
  return {
    id: 'ses_1',
    projectId: 'proj_1',
    source: 'vscode',
    status: 'completed',
    summary: 'Orders are paged.',
    title: '',
    startedAt: at,
    lastEventAt: at,
    endedAt: at,
    eventCount: 3,
    commits: 0,
    saves: 0,
    runs: 0,
    edited: false,
    headCommitSha: null,
    createdAt: at,
    updatedAt: at,
    ...values,
  };
}

export function sampleEvent(values: Partial<LogEvent> = {}): LogEvent {
  return {
    id: 'evt_1',
    seq: 1,
    workspace_id: 'ws_1',
    project_id: 'proj_1',
    event_type: 'session.saved',
    event_time: new Date(2026, 2, 10, 11).toISOString(),
    record_time: at,
    source: 'vscode',
    authority: 'derived',
    value_class: 'hot',
    payload: {},
    entity_refs: [],
    created_at: at,
    hash: '',
    prev_hash: '',
    ...values,
  };
}

export function sampleDelivery(values: Partial<Delivery> = {}): Delivery {
  return {
    id: 'dlv_1',
    eventId: 'evt_1',
    eventType: 'git.digested',
    projectId: 'proj_1',
    sessionId: 'ses_1',
    sink: 'contox',
    state: 'delivered',
    attempts: 1,
    bytes: 4200,
    createdAt: at,
    nextTryAt: null,
    deliveredAt: at,
    lastStatus: 202,
    lastError: null,
    ...values,
  };
}

export function sampleSink(values: Partial<SinkStatus> = {}): SinkStatus {
  return {
    kind: 'contox',
    url: 'https://contox.example',
    state: 'idle',
    queued: 0,
    dead: 0,
    lastDeliveredAt: null,
    nextTryAt: null,
    lastError: null,
    clockOffsetSeconds: 0,
    ...values,
  };
}
