import * as vscode from 'vscode';
import type { SinkKind } from '../../../shared/delivery';

/** Asks for the secret of a server; it is not shown while it is typed. */
export async function askSecret(kind: SinkKind, project: string): Promise<string | undefined> {
  const entered = await vscode.window.showInputBox({
    title: kind === 'contox' ? 'Signing secret' : 'Key of Context Spine',
    prompt:
      kind === 'contox'
        ? `HMAC secret of ${project} on the server. It is kept in the secret store of this machine.`
        : 'Key that the server accepts. It is kept in the secret store of this machine.',
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) => secretProblem(text.trim()),
  });
  return entered?.trim();
}

function secretProblem(secret: string): string | undefined {
  if (secret.length < 8) return 'A secret has at least 8 characters.';
  return /^[\x21-\x7e]{8,1000}$/.test(secret)
    ? undefined
    : 'A secret has no spaces and no other than ASCII characters.';
}
