import * as vscode from 'vscode';
import type { SinkKind } from '../../../shared/delivery';
import { urlOf, urlProblem } from '../../delivery/serverSettings';
import { settings } from '../../settings';
import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { sinkName } from '../../words/deliveryWords';
import { command } from '../command';
import { askSecret } from './askSecret';

/** Asks for all that it takes to send the events of the current project to a server; nothing is written before the end. */
export const connectServer = command('contox.connectServer', async (shell) => {
  const project = await shell.projects.needCurrent();
  const server = settings.server();
  const kinds = await pickKinds(server.kinds);
  if (!kinds) return false;
  const url = await askUrl(server.url, project.name);
  if (url === undefined) return false;
  const remoteId = await askRemoteId(server.projects[project.id]);
  if (remoteId === undefined) return false;
  const secrets = new Map<SinkKind, string>();
  for (const kind of kinds) {
    const secret = await askSecret(kind, project.name);
    if (secret === undefined) return false;
    secrets.set(kind, secret);
  }
  for (const [kind, secret] of secrets) await shell.secrets.set(kind, project.id, secret);
  await settings.setServer({
    'contox.server.url': url,
    'contox.server.kind': kinds,
    'contox.server.projects': { ...server.projects, [project.id]: remoteId },
  });
  await shell.servers.push();
  announce(shell, project.name, kinds);
  return true;
});

function announce(shell: Shell, name: string, kinds: readonly SinkKind[]): void {
  const server = settings.server();
  const hosts = new Set(kinds.map((kind) => new URL(urlOf(server, kind)).host));
  const now = shell.servers.isDryRun ? ' Dry run is on, so nothing leaves yet.' : '';
  tell('information', `Commits and sessions of ${name} are sent to ${[...hosts].join(' and ')} from now on.${now}`);
}

async function pickKinds(current: readonly SinkKind[]): Promise<SinkKind[] | undefined> {
  const items: (vscode.QuickPickItem & { sink: SinkKind })[] = [
    { label: sinkName('contox'), description: 'signed with the secret of the project', sink: 'contox' },
    { label: sinkName('contextSpine'), description: 'every event, with a key', sink: 'contextSpine' },
  ];
  const picked = await vscode.window.showQuickPick(
    items.map((item) => ({ ...item, picked: current.includes(item.sink) })),
    { title: 'Connect to a server (1 of 4)', placeHolder: 'What the server understands', canPickMany: true },
  );
  return picked && picked.length > 0 ? picked.map(({ sink }) => sink) : undefined;
}

async function askUrl(current: string, project: string): Promise<string | undefined> {
  const entered = await vscode.window.showInputBox({
    title: 'Connect to a server (2 of 4)',
    prompt: `Address of the server that gets the commits and sessions of ${project}`,
    placeHolder: 'https://contox.example',
    value: current,
    ignoreFocusOut: true,
    validateInput: (text) => urlProblem(text.trim()),
  });
  return entered?.trim().replace(/\/+$/, '');
}

async function askRemoteId(current: string | undefined): Promise<string | undefined> {
  const entered = await vscode.window.showInputBox({
    title: 'Connect to a server (3 of 4)',
    prompt: 'What the server calls this project: its project id there',
    value: current ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => remoteIdProblem(text.trim()),
  });
  return entered?.trim();
}

function remoteIdProblem(id: string): string | undefined {
  return /^[\x21-\x7e]{1,200}$/.test(id) ? undefined : 'The id is 1 to 200 letters, digits and signs, without spaces.';
}
