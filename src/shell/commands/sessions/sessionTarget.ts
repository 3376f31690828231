import * as vscode from 'vscode';
import type { Session } from '../../../shared/session';
import { sessionScheme } from '../../contributions';
import { parseSessionUri } from '../../sessions/sessionUri';
import type { Shell } from '../../shell';
import { tell } from '../../showError';
import { LiveNode } from '../../views/liveTree';
import { sessionSpan, sessionTitle } from '../../views/sessions/sessionRows';
import type { SessionValue } from '../../views/sessions/sessionValue';
import { dayName } from '../../words/days';

export interface SessionChoice {
  readonly placeHolder: string;
  readonly fits?: (session: Session) => boolean;
}

/** What the keybindings of the Sessions view pass: they mean the rows that are selected in it. */
const selectionWord = 'selection';

/** The sessions that a command means: the selected rows, the row it was called on, an id, or what the user picks. */
export async function sessionTargets(
  shell: Shell,
  args: readonly unknown[],
  choice: SessionChoice & { readonly many?: boolean },
): Promise<readonly Session[]> {
  const [target, selected] = args;
  const fits = choice.fits ?? (() => true);
  if (target === selectionWord) return sessionsOf(shell.sessions.selection).filter(fits);
  const own = sessionsOf([target]);
  if (own.length > 0) {
    const rows = Array.isArray(selected) && selected.includes(target) ? sessionsOf(selected) : own;
    return rows.filter(fits);
  }
  if (typeof target === 'string') return [await shell.engine.getSession({ sessionId: target })];
  const open = openSession();
  if (open && !choice.many) return [await shell.engine.getSession({ sessionId: open })];
  return pickSessions(shell, choice);
}

export async function sessionTarget(
  shell: Shell,
  args: readonly unknown[],
  choice: SessionChoice,
): Promise<Session | undefined> {
  const [first] = await sessionTargets(shell, [args[0]], choice);
  return first;
}

function sessionsOf(rows: readonly unknown[]): readonly Session[] {
  const found = new Map<string, Session>();
  for (const row of rows) {
    const value = row instanceof LiveNode ? (row.value as SessionValue) : undefined;
    if (value && 'session' in value) found.set(value.session.id, value.session);
  }
  return [...found.values()];
}

function openSession(): string | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === sessionScheme ? parseSessionUri(uri) : undefined;
}

async function pickSessions(
  shell: Shell,
  { placeHolder, fits = () => true, many = false }: SessionChoice & { readonly many?: boolean },
): Promise<readonly Session[]> {
  const { id } = await shell.projects.needCurrent();
  const { items } = await shell.engine.listSessions({ projectId: id, limit: 100 });
  const choices = items.filter(fits).map((session) => ({
    label: sessionTitle(session),
    description: `${dayName(session.startedAt, Date.now())} ${sessionSpan(session)}`,
    session,
  }));
  if (choices.length === 0) {
    tell('information', 'There is no session that this could be done with.');
    return [];
  }
  if (many)
    return ((await vscode.window.showQuickPick(choices, { placeHolder, canPickMany: true })) ?? []).map(
      ({ session }) => session,
    );
  const picked = await vscode.window.showQuickPick(choices, { placeHolder });
  return picked ? [picked.session] : [];
}
