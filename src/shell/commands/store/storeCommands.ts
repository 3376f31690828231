import { backUpStore } from './backUpStore';
import { openDataFolder } from './openDataFolder';
import { showLog } from './showLog';
import { verifyEventLog } from './verifyEventLog';

export const storeCommands = [backUpStore, verifyEventLog, openDataFolder, showLog] as const;
