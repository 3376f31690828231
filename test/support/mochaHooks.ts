/**
 * A rejected promise that nobody awaits and a warning that nobody reads are failures: both hide bugs.
 */
process.on('unhandledRejection', (reason) => {
  throw reason instanceof Error ? reason : new Error(String(reason));
});
