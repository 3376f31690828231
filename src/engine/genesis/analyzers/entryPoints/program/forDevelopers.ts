/** What those who work on a project start beside it. */
const developersFolder =
  /^(?:dev|hack)\/|(?:^|\/)test_?projects?\/|(?:^|\/)bin\/(?:dev|test)(?:-server)?\.[cm]?[jt]s$|(?:^|\/)scripts\/(?:[\w.-]{1,80}\/){0,6}[\w.-]{1,80}\.exs$/;

/**
 * Files that help to develop or test: those of a folder at the top for that, projects for tests, and packages of Go such
 * as `httpdtest` beside `httpd`, which tests import.
 */
export function forDevelopers(paths: readonly string[]): (path: string) => boolean {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))));
  return (path) => {
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const tests = path.endsWith('.go') ? /^(.*\w)test$/.exec(folder)?.[1] : undefined;
    return developersFolder.test(path) || (tests !== undefined && folders.has(tests));
  };
}
