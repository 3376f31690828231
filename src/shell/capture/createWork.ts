import * as vscode from 'vscode';
import { DisposableStore } from '../../base/disposable';
import type { Logger } from '../../base/logger';
import { commitScheme, settingIds } from '../contributions';
import { DeliveryContent } from '../delivery/deliveryContent';
import { ServerSecrets } from '../delivery/serverSecrets';
import { Servers } from '../delivery/servers';
import type { EngineHost } from '../host/engineHost';
import type { WorkspaceProjects } from '../projects/workspaceProjects';
import { CommitContent } from '../sessions/commitContent';
import { SessionFileSystem } from '../sessions/sessionFileSystem';
import { settings } from '../settings';
import { DeliveriesView } from '../views/deliveries/deliveriesView';
import { SessionsView } from '../views/sessions/sessionsView';
import type { StoreProblem } from '../views/storeProblem';
import { Capture } from './capture';
import { SessionWatch } from './sessionWatch';

export interface WorkDeps {
  readonly source: EngineHost;
  readonly projects: WorkspaceProjects;
  readonly problem: StoreProblem;
  readonly context: vscode.ExtensionContext;
  readonly logger: Logger;
}

/** What follows the user's work and sends it: capture, sessions, servers, with their views and documents. */
export function createWork({ source, projects, problem, context, logger }: WorkDeps) {
  const store = new DisposableStore();
  const isRunning = (): boolean => source.health.state !== 'off';
  const sessionWatch = store.add(
    new SessionWatch({
      source,
      currentId: () => projects.current?.id,
      onDidChangeCurrent: projects.onDidChange,
      isRunning,
      logger,
    }),
  );
  const memory = context.workspaceState;
  const capture = store.add(new Capture({ source, projects, sessions: sessionWatch, memory, logger }));
  const secrets = new ServerSecrets(context.secrets);
  const servers = store.add(
    new Servers({
      source,
      isRunning,
      logger,
      secrets,
      environment: process.env,
      onDidChangeSettings: onDidChangeServerSettings,
      read: () => ({
        server: settings.server(),
        proxy: settings.proxy(),
        withheld: capture.withheld,
        isPrivate: settings.captureOffForUser(),
      }),
    }),
  );
  const sessions = store.add(new SessionsView({ source, projects, capture, problem, memory, logger }));
  const deliveries = store.add(new DeliveriesView({ source, projects, servers, problem }));
  store.add(new SessionFileSystem(source, logger));
  store.add(new DeliveryContent(source));
  store.add(vscode.workspace.registerTextDocumentContentProvider(commitScheme, new CommitContent(source)));
  return { sessionWatch, capture, secrets, servers, sessions, deliveries, dispose: () => store.dispose() };
}

/** All that decides what is sent where: servers, what is private, and the editor's proxy. */
const deliverySettings = [...settingIds.filter((id) => /\.(?:server|capture)\./.test(id)), 'http'];

function onDidChangeServerSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((change) => {
    if (deliverySettings.some((section) => change.affectsConfiguration(section))) listener();
  });
}
