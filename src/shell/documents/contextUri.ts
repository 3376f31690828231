import * as vscode from 'vscode';
import type { Context } from '../../shared/context';
import { contextScheme, contextVersionScheme } from '../contributions';
import { contextPath, versionPath } from './contextPath';

/** The document of a context. The id stands in the query, so that it is found after a move or a new schema key too. */
export function contextUri(projectId: string, context: Pick<Context, 'id' | 'schemaKey'>): vscode.Uri {
  return vscode.Uri.from({
    scheme: contextScheme,
    path: contextPath(projectId, context.schemaKey),
    query: context.id,
  });
}

/** A version of a context, which never changes. */
export function contextVersionUri(contextId: string, version: number, schemaKey: string): vscode.Uri {
  return vscode.Uri.from({ scheme: contextVersionScheme, path: versionPath(contextId, version, schemaKey) });
}
