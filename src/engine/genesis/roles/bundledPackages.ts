/** Packages of Python that programs bring along in a folder of their own, by what code imports them as. */
const known = new Set(
  [
    'requests urllib3 certifi idna chardet charset_normalizer six bs4 soupsieve html5lib lxml webencodings bleach',
    'dateutil pytz tzlocal tzdata yaml simplejson ujson jinja2 markupsafe mako click colorama rich pygments typer',
    'tornado cherrypy cheroot portend tempora jaraco werkzeug flask bottle twisted oauthlib requests_oauthlib jwt',
    'feedparser websocket zipp typing_extensions importlib_metadata importlib_resources more_itertools future past',
    'libfuturize libpasteurize configobj xmltodict apscheduler unidecode attr attrs setuptools pkg_resources psutil',
    'httplib2 rsa pyasn1 pyasn1_modules cachetools babelfish guessit subliminal enzyme stevedore rebulk dogpile',
    'concurrent backports enum pathlib2 ordereddict platformdirs appdirs packaging pyparsing decorator wrapt paho',
    'rarfile hachoir beautifulsoup4 markdown markdown_it mdurl defusedxml docutils peewee sqlalchemy greenlet',
  ].flatMap((names) => names.split(' ')),
);

const child = /^((?:[^/]+\/){0,2}(?:libs?|vendor|ext|packages|external|dependencies|deps)\/)([\w-]+)(?:\.py$|\/)/;

const leastKnown = 5;
/** Of all that lies there so much is known. */
const leastShare = 0.25;

/**
 * Folders and files right below a folder for libraries of a program of Python, where much of it is packages that everybody
 * can fetch: whoever keeps them there wrote none of it.
 */
export function bundledPackages(paths: readonly string[]): string[] {
  const byFolder = new Map<string, Map<string, string>>();
  for (const path of paths) {
    if (!path.endsWith('.py')) continue;
    const [, folder, name] = child.exec(path) ?? [];
    if (folder === undefined || name === undefined) continue;
    const children = byFolder.get(folder) ?? new Map<string, string>();
    byFolder.set(folder, children.set(name, path === `${folder}${name}.py` ? path : `${folder}${name}`));
  }
  return [...byFolder.values()].flatMap((children) => {
    const found = [...children.keys()].filter((name) => known.has(name)).length;
    return found >= leastKnown && found >= children.size * leastShare ? [...children.values()] : [];
  });
}
