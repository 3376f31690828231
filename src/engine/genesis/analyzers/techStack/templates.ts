/**
 * Whether a path lies in a template of a whole project, near the top: what a generator copies is not what the generator
 * is built with, and what it starts or reads is started and read elsewhere. A folder of pages or of mails that is called
 * the same lies deeper, or holds its files itself.
 */
export function isTemplatePath(path: string): boolean {
  return (
    /^(?:[^/]+\/){0,3}(?:(?:templates|boilerplates?|scaffolds?)\/[^/]+|template-[\w-]{1,40}|project[_-]template)\//.test(
      path,
    ) ||
    // A generator of code keeps what it writes in files that say so.
    /(?:^|\/)templates?\/[^/]{1,80}\.template\.\w{1,5}$/.test(path) ||
    // Mason and Cookiecutter fill in folders of these names.
    /(?:^|\/)__brick__\/|\{\{[^/{}]{1,80}\}\}/.test(path)
  );
}
