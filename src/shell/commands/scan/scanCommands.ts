import { cancelScan } from './cancelScan';
import { compareScan } from './compareScan';
import { exportScan } from './exportScan';
import { openGenesisPanel } from './openGenesisPanel';
import { scanProject } from './scanProject';
import { scanProjectWithOptions } from './scanProjectWithOptions';

export const scanCommands = [
  scanProject,
  scanProjectWithOptions,
  cancelScan,
  openGenesisPanel,
  compareScan,
  exportScan,
] as const;
