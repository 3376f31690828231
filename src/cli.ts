import './cli/beforeAll';
import { main } from './cli/main';
import { offerCollection } from './cli/offerCollection';

offerCollection();

const interrupt = new AbortController();
const stop = (): void => {
  // The second one is for good.
  if (interrupt.signal.aborted) process.exit(1);
  interrupt.abort();
};
process.on('SIGINT', stop);
process.on('SIGTERM', stop);

const { stdout, stderr } = process;
void main(process.argv.slice(2), { stdout, stderr, signal: interrupt.signal, distDir: __dirname }).then((code) => {
  process.exitCode = code;
});
