import * as vscode from 'vscode';
import type { EngineSource } from '../host/engineHost';
import { parseVersionPath } from './contextPath';

/** `contox-version:` documents: the text of one version of a context, which never changes. */
export class VersionContent implements vscode.TextDocumentContentProvider {
  constructor(private readonly source: EngineSource) {}

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const ref = parseVersionPath(uri.path);
    if (!ref) throw vscode.FileSystemError.FileNotFound(uri);
    const versions = await this.source.engine.listContextVersions({ contextId: ref.contextId });
    const found = versions.find((version) => version.version === ref.version);
    if (!found) throw vscode.FileSystemError.FileNotFound(uri);
    return found.content;
  }
}
