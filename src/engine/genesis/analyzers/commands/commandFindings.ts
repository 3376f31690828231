import type { Synthesizer } from '../../scanModel';
import { commandsOf, inventoryCommand } from './commandList';
import { reportContinuousIntegration } from './findings/continuousIntegration';
import { reportDocumentationDrift } from './findings/documentationDrift';
import { reportHowTo } from './findings/howTo';

/** Fills the inventory's commands and says how the project is worked with. */
export const commandFindings: Synthesizer = {
  id: 'commands/findings',
  run(model, report) {
    const commands = commandsOf(model);
    model.inventory.commands.push(...commands.map(inventoryCommand));
    reportHowTo(model, commands, report);
    reportContinuousIntegration(model, commands, report);
    reportDocumentationDrift(model, commands, report);
  },
};
