import { command } from '../command';

export const showLog = command('contox.showLog', (shell) => shell.showLog());
