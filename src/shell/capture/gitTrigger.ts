import * as vscode from 'vscode';
import { type Disposable, DisposableStore, toDisposable } from '../../base/disposable';
import type { Logger } from '../../base/logger';
import type { GitApi, GitExtension, GitRepository } from './gitApi';

export interface GitTriggerEvents {
  /** HEAD of the repository with this topmost folder is another one. */
  moved(root: string): void;
  /** Repositories appeared or went. */
  repositoriesChanged(): void;
}

/** The git extension's API; `undefined` where it is absent, switched off, or has not found git. */
export async function findGitApi(): Promise<GitApi | undefined> {
  const git = await findGitExtension();
  return git?.enabled ? git.getAPI(1) : undefined;
}

async function findGitExtension(): Promise<GitExtension | undefined> {
  return vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
}

/** Listens to the built-in git extension for as long as it is there. It only says when to look: git says what happened. */
export function listenToGit(events: GitTriggerEvents, logger: Logger): Disposable {
  const store = new DisposableStore();
  let repositories = store.add(new DisposableStore());
  const connect = (git: GitExtension): void => {
    repositories.dispose();
    repositories = store.add(new DisposableStore());
    if (git.enabled) listenToRepositories(git.getAPI(1), events, repositories);
  };
  findGitExtension().then(
    (git) => {
      if (!git) return logger.info('The git extension is not there; repositories are watched by their files alone.');
      connect(git);
      store.add(git.onDidChangeEnablement(() => connect(git)));
    },
    (error: unknown) => logger.warn(`The git extension did not start: ${String(error)}`),
  );
  return store;
}

function listenToRepositories(api: GitApi, events: GitTriggerEvents, store: DisposableStore): void {
  const listening = new Map<GitRepository, Disposable>();
  const open = (repository: GitRepository): void => {
    if (!listening.has(repository)) listening.set(repository, listenToHead(repository, events));
  };
  for (const repository of api.repositories) open(repository);
  const opening = api.onDidOpenRepository((repository) => {
    open(repository);
    events.repositoriesChanged();
  });
  const closing = api.onDidCloseRepository((repository) => {
    listening.get(repository)?.dispose();
    listening.delete(repository);
    events.repositoriesChanged();
  });
  store.add(opening);
  store.add(closing);
  store.add(
    toDisposable(() => {
      for (const listener of listening.values()) listener.dispose();
    }),
  );
}

/** The state changes with every edit of the work tree; only a HEAD that differs is news. */
function listenToHead({ rootUri, state, onDidCommit }: GitRepository, events: GitTriggerEvents): Disposable {
  const store = new DisposableStore();
  const head = (): string => `${state.HEAD?.name} ${state.HEAD?.commit}`;
  let last = head();
  const moved = (): void => events.moved(rootUri.fsPath);
  store.add(
    state.onDidChange(() => {
      const now = head();
      if (now === last) return;
      last = now;
      moved();
    }),
  );
  if (onDidCommit) store.add(onDidCommit(moved));
  return store;
}
