import { tell } from '../../showError';
import { counted } from '../../words/counted';
import { command } from '../command';

/** Checks the hash chain of the current project's events and says what it found. */
export const verifyEventLog = command('contox.verifyEventLog', async (shell) => {
  const project = await shell.projects.needCurrent();
  const check = await shell.engine.verifyEvents({ projectId: project.id });
  if (check.ok) {
    tell(
      'information',
      `The event log of "${project.name}" is whole: ${counted(check.events, 'event')} in one unbroken chain.`,
    );
    return check;
  }
  const where = check.brokenAt ? ` at ${check.brokenAt}` : '';
  tell(
    'error',
    `The event log of "${project.name}" was altered${where}. Nothing was changed now; backups of the store lie in the data folder.`,
    [
      { title: 'Open Data Folder', command: 'contox.openDataFolder' },
      { title: 'Show Log', command: 'contox.showLog' },
    ],
  );
  return check;
});
