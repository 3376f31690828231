import { addFindingToMemory } from './addFindingToMemory';
import { copyFindingForAgent } from './copyFindingForAgent';
import { groupFindingsByFile, groupFindingsByImportance, groupFindingsByLayer } from './groupFindings';
import { ignoreFinding } from './ignoreFinding';
import { openEvidence } from './openEvidence';
import { openFinding } from './openFinding';
import { showFindingInPanel } from './showFindingInPanel';

export const findingCommands = [
  openFinding,
  openEvidence,
  showFindingInPanel,
  addFindingToMemory,
  copyFindingForAgent,
  ignoreFinding,
  groupFindingsByLayer,
  groupFindingsByImportance,
  groupFindingsByFile,
] as const;
