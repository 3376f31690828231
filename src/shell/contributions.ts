/**
 * Every id that package.json contributes and the code uses. A test compares the two both ways, and the types below make
 * a command without an implementation, or a view with a misspelt id, a compile error.
 */
export const commandIds = [
  'contox.scanProject',
  'contox.scanProjectWithOptions',
  'contox.cancelScan',
  'contox.openGenesisPanel',
  'contox.compareScan',
  'contox.exportScan',

  'contox.openFinding',
  'contox.openEvidence',
  'contox.showFindingInPanel',
  'contox.addFindingToMemory',
  'contox.copyFindingForAgent',
  'contox.ignoreFinding',
  'contox.groupFindingsByLayer',
  'contox.groupFindingsByImportance',
  'contox.groupFindingsByFile',

  'contox.openContext',
  'contox.newContext',
  'contox.newChildContext',
  'contox.approveContext',
  'contox.deprecateContext',
  'contox.compactContext',
  'contox.renameContext',
  'contox.deleteContext',
  'contox.copySchemaKey',
  'contox.filterContexts',
  'contox.clearContextFilter',
  'contox.compareContextVersion',
  'contox.restoreContextVersion',

  'contox.selectProject',
  'contox.deleteProject',
  'contox.refresh',

  'contox.backUpStore',
  'contox.verifyEventLog',
  'contox.openDataFolder',
  'contox.showLog',

  'contox.startApiServer',
  'contox.stopApiServer',

  'contox.editSession',
  'contox.endSession',
  'contox.mergeSessions',
  'contox.deleteSession',
  'contox.sendSession',
  'contox.openCommit',
  'contox.digestHistory',
  'contox.dismissDigest',
  'contox.showSessionMenu',
  'contox.startCapture',
  'contox.stopCapture',

  'contox.connectServer',
  'contox.setServerSecret',
  'contox.disconnectServer',
  'contox.openDelivery',
  'contox.retryDelivery',
  'contox.retryAllDeliveries',
  'contox.verifyDeliveries',
  'contox.startDryRun',
  'contox.stopDryRun',
] as const;
export type CommandId = (typeof commandIds)[number];

export const viewContainerId = 'contox';

export const viewIds = [
  'contox.projects',
  'contox.sessions',
  'contox.contexts',
  'contox.findings',
  'contox.deliveries',
] as const;
export type ViewId = (typeof viewIds)[number];

export const settingIds = [
  'contox.dataDirectory',
  'contox.scan.maxFiles',
  'contox.scan.securityAudit',
  'contox.findings.groupBy',
  'contox.notices.enabled',
  'contox.capture.enabled',
  'contox.capture.exclude',
  'contox.capture.diffCharacters',
  'contox.server.url',
  'contox.server.kind',
  'contox.server.contextSpineUrl',
  'contox.server.projects',
  'contox.server.dryRun',
  'contox.server.anonymize',
] as const;
export type SettingId = (typeof settingIds)[number];

/** Keys that the code sets for the `when` clauses of package.json. All are unset until the extension is active. */
export const contextKeys = [
  'contox.scanning',
  'contox.scanned',
  'contox.noProject',
  'contox.problem',
  'contox.contextFilter',
  'contox.serving',
  'contox.private',
  'contox.inSession',
  'contox.connected',
  'contox.dryRun',
] as const;
export type ContextKey = (typeof contextKeys)[number];

/** Schemes of the documents that the shell serves. */
export const contextScheme = 'contox';
export const contextVersionScheme = 'contox-version';
export const sessionScheme = 'contox-session';
export const commitScheme = 'contox-commit';
export const deliveryScheme = 'contox-delivery';

/** Type of the Genesis panel's webview. It is named here too so that the panel's code loads only when one is opened. */
export const panelViewType = 'contox.genesis';
