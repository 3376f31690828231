import * as vscode from 'vscode';
import { DisposableStore } from './base/disposable';
import { LocalApi } from './shell/api/localApi';
import type { Capture } from './shell/capture/capture';
import { createWork } from './shell/capture/createWork';
import { registerCommands } from './shell/commands/registerCommands';
import { keepContextKeys } from './shell/contextKeys';
import { contextVersionScheme } from './shell/contributions';
import { ContextFileSystem } from './shell/documents/contextFileSystem';
import { VersionContent } from './shell/documents/versionContent';
import { EvidenceOpener } from './shell/evidence/openEvidence';
import { EngineHost } from './shell/host/engineHost';
import { outputLogger } from './shell/host/outputLogger';
import { startApi } from './shell/host/startApi';
import { startEngine } from './shell/host/startEngine';
import { LazyPanel } from './shell/panelOpener';
import { followWindow } from './shell/projects/followWindow';
import { windowFolders } from './shell/projects/windowFolders';
import { WorkspaceProjects } from './shell/projects/workspaceProjects';
import { ScanWatch } from './shell/scan/scanWatch';
import { showError } from './shell/showError';
import { showStoreNotices } from './shell/showStoreNotices';
import { createStatusBar } from './shell/statusBar';
import { ContextsView } from './shell/views/contexts/contextsView';
import { FindingsView } from './shell/views/findings/findingsView';
import { ProjectsView } from './shell/views/projects/projectsView';
import { StoreProblem } from './shell/views/storeProblem';

let host: EngineHost | undefined;
let localApi: LocalApi | undefined;
let capture: Capture | undefined;

/** Makes everything and connects it. The engine starts a little later, or when a view, a command or a document asks. */
export function activate(context: vscode.ExtensionContext) {
  const startedAt = performance.now();
  const own = new DisposableStore();
  context.subscriptions.push(own);
  const channel = own.add(vscode.window.createOutputChannel('Contox', { log: true }));
  const logger = outputLogger(channel);
  const source = new EngineHost(() => startEngine(context.extensionPath, logger));
  host = source;

  const memory = context.workspaceState;
  const pick = { read: () => memory.get<string>('project'), write: (id: string) => void memory.update('project', id) };
  const projects = own.add(new WorkspaceProjects(source, windowFolders, pick, logger));
  const scans = own.add(new ScanWatch(source, logger));
  const problem = own.add(new StoreProblem(logger));
  const evidence = own.add(new EvidenceOpener(projects));
  const panel = own.add(new LazyPanel({ source, evidence, extensionUri: context.extensionUri, logger }));
  const ports = {
    read: () => context.globalState.get<number>('apiPort'),
    write: (port: number) => void context.globalState.update('apiPort', port),
  };
  const serve = (port: number) => startApi(context.extensionPath, logger, port);
  const api = new LocalApi({ source, keys: context.secrets, ports, serve });
  localApi = api;
  const failed = (error: unknown): void => showError(error, logger);

  const work = own.add(createWork({ source, projects, problem, context, logger }));
  capture = work.capture;
  const projectsView = own.add(new ProjectsView(projects, scans, problem));
  const contexts = own.add(new ContextsView({ source, projects, problem, memory, showError: failed }));
  const findings = own.add(new FindingsView({ source, projects, scans, problem }));
  own.add(new ContextFileSystem({ source, projects, logger }));
  own.add(vscode.workspace.registerTextDocumentContentProvider(contextVersionScheme, new VersionContent(source)));
  own.add(createStatusBar({ host: source, projects, scans, problem, api, ...work }));
  own.add(keepContextKeys({ projects, scans, problem, contexts, api, ...work }));
  own.add(showStoreNotices(source, context.globalState, logger));
  own.add(followWindow({ source, projects, scans, failed }));
  const refresh = async (): Promise<void> => {
    await Promise.all([source.check(), projects.reload()]);
    const views = [projectsView, work.sessions, contexts, findings, work.deliveries];
    await Promise.all([work.capture.refresh(), ...views.map((view) => view.provider.refresh())]);
  };
  own.add(
    registerCommands({
      get engine() {
        return source.engine;
      },
      ...{ projects, scans, contexts, findings, evidence, panel, api, logger, refresh, showLog: () => channel.show() },
      ...work,
    }),
  );
  const { sessions, deliveries } = work;
  return {
    /** How long it took, without the reading of this file; the benchmark asks. */
    activationMs: performance.now() - startedAt,
    views: {
      projects: projectsView.provider,
      sessions: sessions.provider,
      contexts: contexts.provider,
      findings: findings.provider,
      deliveries: deliveries.provider,
    },
  };
}

export async function deactivate(): Promise<void> {
  await capture?.leave();
  await localApi?.stop();
  await host?.close();
}
