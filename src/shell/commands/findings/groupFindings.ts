import { settings } from '../../settings';
import { command } from '../command';

/** The view follows the setting. */
export const groupFindingsByLayer = command('contox.groupFindingsByLayer', () => settings.setFindingsGroupBy('layer'));
export const groupFindingsByImportance = command('contox.groupFindingsByImportance', () =>
  settings.setFindingsGroupBy('importance'),
);
export const groupFindingsByFile = command('contox.groupFindingsByFile', () => settings.setFindingsGroupBy('file'));
