import { settings } from '../../settings';
import { command } from '../command';

/** Sends nothing; the ledger shows what would be sent. */
export const startDryRun = command('contox.startDryRun', async (shell) => {
  await settings.setServer({ 'contox.server.dryRun': true });
  await shell.servers.push();
});

export const stopDryRun = command('contox.stopDryRun', async (shell) => {
  await settings.setServer({ 'contox.server.dryRun': undefined });
  await shell.servers.push();
});
