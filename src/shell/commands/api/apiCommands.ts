import { startApiServer } from './startApiServer';
import { stopApiServer } from './stopApiServer';

export const apiCommands = [startApiServer, stopApiServer] as const;
