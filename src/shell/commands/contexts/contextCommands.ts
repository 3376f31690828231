import { approveContext } from './approveContext';
import { compactContext } from './compactContext';
import { compareContextVersion } from './compareContextVersion';
import { copySchemaKey } from './copySchemaKey';
import { deleteContext } from './deleteContext';
import { deprecateContext } from './deprecateContext';
import { clearContextFilter, filterContexts } from './filterContexts';
import { newChildContext, newContext } from './newContext';
import { openContext } from './openContext';
import { renameContext } from './renameContext';
import { restoreContextVersion } from './restoreContextVersion';

export const contextCommands = [
  openContext,
  newContext,
  newChildContext,
  approveContext,
  deprecateContext,
  compactContext,
  renameContext,
  deleteContext,
  copySchemaKey,
  filterContexts,
  clearContextFilter,
  compareContextVersion,
  restoreContextVersion,
] as const;
