import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { ScanStatus } from '../../../src/shared/genesis';
import { profileHost } from './hostProfile';

const settleMs = 10_000;

/** Longest delay of the host's loop in milliseconds while `work` ran, what it gave, and how long it took. */
async function delayDuring<Result>(work: () => Promise<Result>) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const before = performance.now();
  const result = await work();
  const tookMs = Math.round(performance.now() - before);
  delay.disable();
  return { result, tookMs, longestDelayMs: Math.round(delay.max / 1e6) };
}

const scan = () => Promise.resolve(vscode.commands.executeCommand<ScanStatus>('contox.scanProject'));

/**
 * Measures inside the extension host, on the folder that the window opened. Prints one JSON line; judges nothing, since
 * times depend on the machine.
 */
describe('the extension host during a scan', () => {
  it('is measured', async function () {
    this.timeout(200_000);
    const extension = vscode.extensions.getExtension<{ activationMs: number }>('contox.contox');
    const activationMs = (await extension?.activate())?.activationMs ?? Number.NaN;
    await vscode.commands.executeCommand('contox.projects.focus');
    // VS Code's own start shares the thread; what it does is told beside what a scan adds.
    const settling = await delayDuring(() => pause(settleMs));
    const ours = `${extension?.extensionPath ?? ''}/dist/`;
    const first = await delayDuring(() => profileHost(ours, scan));
    const second = await delayDuring(() => profileHost(ours, scan));
    const [firstStatus, firstTurnMs] = first.result;
    const [secondStatus, secondTurnMs] = second.result;
    const measured = {
      activationMs: Math.round(activationMs),
      files: firstStatus?.filesTotal,
      longestDelayOfStartMs: settling.longestDelayMs,
      scanMs: first.tookMs,
      longestDelayDuringScanMs: first.longestDelayMs,
      ownLongestTurnDuringScanMs: Math.round(firstTurnMs),
      rescanMs: second.tookMs,
      filesReadByRescan: secondStatus?.filesRead,
      longestDelayDuringRescanMs: second.longestDelayMs,
      ownLongestTurnDuringRescanMs: Math.round(secondTurnMs),
    };
    console.log(`@measured ${JSON.stringify(measured)}`);
  });
});
