import type * as vscode from 'vscode';

/** What is used of the API, version 1, that the built-in git extension gives to others. */
export interface GitApi {
  readonly repositories: readonly GitRepository[];
  readonly onDidOpenRepository: vscode.Event<GitRepository>;
  readonly onDidCloseRepository: vscode.Event<GitRepository>;
  /** A document with a file as it was at a commit. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

export interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** Rejects for a commit that git does not have here. */
  readonly getCommit?: (ref: string) => Promise<unknown>;
  readonly state: {
    readonly HEAD: { readonly name?: string | undefined; readonly commit?: string | undefined } | undefined;
    readonly onDidChange: vscode.Event<void>;
  };
  /** Older versions don't have it; a change of the state tells there, a little later. */
  readonly onDidCommit?: vscode.Event<void>;
}

export interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Throws while the extension is not enabled. */
  getAPI(version: 1): GitApi;
}
