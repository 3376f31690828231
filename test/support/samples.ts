import type { Context, ContextTreeNode } from '../../src/shared/context';
import type { Finding, ScanStatus } from '../../src/shared/genesis';
import type { Project } from '../../src/shared/project';

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
