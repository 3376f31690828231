import { command } from '../command';

export const refresh = command('contox.refresh', (shell) => shell.refresh());
