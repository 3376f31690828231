import { execFileSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

const person = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', '-c', 'commit.gpgsign=false'];
const idleMs = 20_000;
const commits = 8;
/** Long enough for everything that a commit sets off, the git extension's own look at it too. */
const settleMs = 3_000;
const keys = 200;

/** Processor time of the extension host and its threads, in milliseconds. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function cpuWhile(work: () => Promise<void>): Promise<number> {
  const before = cpuMs();
  await work();
  return cpuMs() - before;
}

function commit(folder: string, text: string): void {
  appendFileSync(join(folder, 'bench-notes.txt'), `${text}\n`);
  execFileSync('git', [...person, 'add', '.'], { cwd: folder });
  execFileSync('git', [...person, 'commit', '-q', '-m', text], { cwd: folder });
}

async function cpuOfCommits(folder: string, name: string): Promise<number> {
  const total = await cpuWhile(async () => {
    for (let index = 0; index < commits; index++) {
      commit(folder, `${name} ${index}`);
      await setTimeout(settleMs);
    }
  });
  return total / commits;
}

/** How long the extension host takes for a key, with a commit in the middle. */
async function typing(folder: string, name: string): Promise<{ readonly median: number; readonly p95: number }> {
  const document = await vscode.workspace.openTextDocument({ content: '' });
  await vscode.window.showTextDocument(document);
  const times: number[] = [];
  for (let key = 0; key < keys; key++) {
    if (key === keys / 2) commit(folder, `${name} typing`);
    const startedAt = performance.now();
    await vscode.commands.executeCommand('type', { text: 'x' });
    times.push(performance.now() - startedAt);
  }
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  times.sort((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
}

/** Prints one JSON line, with capture on and off in the same window; judges nothing, since times depend on the machine. */
describe('what capture costs', () => {
  it('is measured', async function () {
    this.timeout(220_000);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
    await vscode.commands.executeCommand('contox.sessions.focus');
    const configuration = vscode.workspace.getConfiguration('contox.capture');
    const measured: Record<string, unknown> = {};
    for (const on of [false, true]) {
      await configuration.update('enabled', on ? undefined : false, vscode.ConfigurationTarget.Global);
      await setTimeout(settleMs);
      commit(folder, `warm ${on}`);
      await setTimeout(settleMs);
      const idle = await cpuWhile(() => setTimeout(idleMs));
      const perCommit = await cpuOfCommits(folder, on ? 'on' : 'off');
      measured[on ? 'on' : 'off'] = {
        idlePercent: Math.round((idle / idleMs) * 10_000) / 100,
        cpuMsPerCommit: Math.round(perCommit - (idle / idleMs) * settleMs),
        typingMs: await typing(folder, on ? 'on' : 'off'),
      };
    }
    console.log(`@measured ${JSON.stringify(measured)}`);
  });
});
