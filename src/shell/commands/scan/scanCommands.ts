import { cancelScan } from './cancelScan';
import { openGenesisPanel } from './openGenesisPanel';
import { scanProject } from './scanProject';
import { scanProjectWithOptions } from './scanProjectWithOptions';

export const scanCommands = [scanProject, scanProjectWithOptions, cancelScan, openGenesisPanel] as const;
