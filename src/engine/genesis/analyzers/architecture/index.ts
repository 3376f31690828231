import type { Analyzer, FindingDraft } from '../../scanModel';
import { manifestExtractor } from '../dependencies/extractors';
import { deepImportFindings } from './findings/deepImports';
import { fileCycleFindings } from './findings/fileCycles';
import { giantFindings } from './findings/giants';
import { historyFindings } from './findings/history';
import { hubFindings } from './findings/hubs';
import { layerFindings } from './findings/layers';
import { moduleCycleFindings } from './findings/moduleCycles';
import { structureFindings } from './findings/structure';
import { inventoryEdges, inventoryFiles, inventoryModules } from './inventory';
import { type CodeMap, createCodeMap } from './map/codeMap';
import { pinnedToolsExtractor } from './map/pinnedTools';

/** Of these no size tells anything: they stay as they are while somebody writes in a function. */
const ties = [layerFindings, moduleCycleFindings, fileCycleFindings, hubFindings, deepImportFindings];

function architectureFindings(map: CodeMap): FindingDraft[] {
  return [
    ...structureFindings(map),
    ...map.model.partly('architecture.ties', (model) => {
      const own = createCodeMap(model);
      return ties.flatMap((part) => part(own));
    }),
    ...historyFindings(map),
    ...giantFindings(map),
  ];
}

/**
 * Packages, modules and what holds between them. Told is what imports, manifests and the history show of themselves; what a
 * reader would have to believe (why files change together, which way a request goes) is left out.
 */
export const architectureAnalyzer: Analyzer = {
  id: 'architecture',
  extractors: [manifestExtractor, pinnedToolsExtractor],
  synthesizers: [
    {
      id: 'architecture',
      run(model, report) {
        const map = createCodeMap(model);
        model.inventory.modules.push(...inventoryModules(map));
        model.inventory.edges.push(...inventoryEdges(map));
        model.inventory.files = inventoryFiles(map);
        for (const finding of architectureFindings(map)) report.finding(finding);
      },
    },
  ],
};
