import * as vscode from 'vscode';
import type { CommandId, ViewId } from '../../contributions';
import { counted } from '../../words/counted';
import { spanOf } from '../../words/days';
import { command } from '../command';

interface Step extends vscode.QuickPickItem {
  readonly command: CommandId | `${ViewId}.focus`;
  readonly argument?: string;
}

const sessionsView: ViewId = 'contox.sessions';
const deliveriesView: ViewId = 'contox.deliveries';

/** What can be done with the session that goes on and with what waits to be sent: the click on the status bar. */
export const showSessionMenu = command('contox.showSessionMenu', async (shell) => {
  const { active } = shell.sessionWatch;
  const { sinks } = shell.servers.status;
  const waiting = sinks.reduce((sum, { queued, dead }) => sum + queued + dead, 0);
  const steps: Step[] = [];
  if (active)
    steps.push(
      { label: '$(debug-stop) End session', command: 'contox.endSession' },
      { label: '$(edit) Edit summary', command: 'contox.editSession', argument: active.session.id },
    );
  steps.push({ label: '$(history) Open Sessions', command: `${sessionsView}.focus` });
  if (shell.servers.isConfigured) {
    if (waiting > 0)
      steps.push({
        label: '$(run-all) Send what waits now',
        description: counted(waiting, 'event'),
        command: 'contox.retryAllDeliveries',
      });
    steps.push({ label: '$(cloud-upload) Open Egress Ledger', command: `${deliveriesView}.focus` });
  }
  steps.push({ label: '$(open-preview) Open Genesis panel', command: 'contox.openGenesisPanel' });
  const title = active ? `Session of ${spanOf(active.session.startedAt, Date.now())}` : 'No session goes on';
  const picked = await vscode.window.showQuickPick(steps, { title, placeHolder: 'Contox' });
  if (picked) await vscode.commands.executeCommand(picked.command, ...(picked.argument ? [picked.argument] : []));
});
