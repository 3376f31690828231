import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import type { ScanStatus } from '../../../src/shared/genesis';

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

    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const beforeScan = performance.now();
    const first = await vscode.commands.executeCommand<ScanStatus>('contox.scanProject');
    const scanMs = performance.now() - beforeScan;
    const scanDelayMs = delay.max / 1e6;
    delay.reset();
    const beforeRescan = performance.now();
    const second = await vscode.commands.executeCommand<ScanStatus>('contox.scanProject');
    delay.disable();
    const measured = {
      activationMs: Math.round(activationMs),
      files: first?.filesTotal,
      scanMs: Math.round(scanMs),
      longestBlockDuringScanMs: Math.round(scanDelayMs),
      rescanMs: Math.round(performance.now() - beforeRescan),
      filesReadByRescan: second?.filesRead,
      longestBlockDuringRescanMs: Math.round(delay.max / 1e6),
    };
    console.log(`@measured ${JSON.stringify(measured)}`);
  });
});
