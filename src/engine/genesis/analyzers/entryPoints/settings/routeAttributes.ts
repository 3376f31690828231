/** Where the settings of spatie/laravel-route-attributes stand. */
export const routeAttributesFile = /(?:^|\/)config\/route-attributes\.php$/;
/** Keys under which the folders lie with their prefixes. */
export const directoryPrefix = 'routeAttributes.';

const folder = /(app|base)_path\(\s{0,10}'([^']{1,200})'\s{0,10}\)\s{0,4}=>\s{0,4}\[/;
const prefix = /^\s{0,40}'prefix'\s{0,4}=>\s{0,4}'([^']{0,200})'/;

/** `app_path('Http/Api') => ['prefix' => 'api']`, by folder. */
export function routeAttributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  let current: string | undefined;
  for (const line of text.split('\n')) {
    const opened = folder.exec(line);
    if (opened !== null) current = `${opened[1] === 'app' ? 'app/' : ''}${opened[2] ?? ''}`;
    const said = prefix.exec(line);
    if (said !== null && current !== undefined) found[`${directoryPrefix}${current}`] = said[1] ?? '';
  }
  return found;
}
