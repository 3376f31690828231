import { isEngineError } from '../base/engineError';
import { type CliCommand, type CliStreams, type ExitCode, UsageError } from './command';
import { plainText } from './plainText';
import { scanCommand } from './scan/scanCommand';
import { serveCommand } from './serve/serveCommand';
import { brainCommand } from './verbs/brain';
import { captureCommand } from './verbs/capture';
import { contextsCommand } from './verbs/contexts';
import { deliveriesCommand } from './verbs/deliveries';
import { digestCommand } from './verbs/digest';
import { doctorCommand } from './verbs/doctor';
import { eventsCommand } from './verbs/events';
import { itemsCommand } from './verbs/items';
import { keysCommand } from './verbs/keys';
import { projectsCommand } from './verbs/projects';
import { searchCommand } from './verbs/search';
import { sessionsCommand } from './verbs/sessions';
import { exportCommand, importCommand } from './verbs/transfer';

const commands: readonly CliCommand[] = [
  scanCommand,
  serveCommand,
  captureCommand,
  digestCommand,
  projectsCommand,
  contextsCommand,
  sessionsCommand,
  eventsCommand,
  deliveriesCommand,
  itemsCommand,
  brainCommand,
  searchCommand,
  keysCommand,
  doctorCommand,
  exportCommand,
  importCommand,
];

const help = `Usage: contox <command> [options]

Commands:
${commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`).join('\n')}

contox <command> --help says more. Nothing leaves this machine but for servers that you name.
`;

/** Runs one command line. Errors end here, as one sentence on stderr. */
export async function main(args: readonly string[], streams: CliStreams): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    streams.stdout.write(help);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) {
    streams.stderr.write(`contox: there is no command ${plainText(name)}. contox --help lists them.\n`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    streams.stdout.write(command.help);
    return 0;
  }
  try {
    return await command.run(rest, streams);
  } catch (error) {
    const usage = error instanceof UsageError;
    streams.stderr.write(`contox ${name}: ${plainText(messageOf(error))}\n`);
    if (usage) streams.stderr.write(`contox ${name} --help says more.\n`);
    return usage ? 2 : 1;
  }
}

function messageOf(error: unknown): string {
  if (isEngineError(error) || error instanceof UsageError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
