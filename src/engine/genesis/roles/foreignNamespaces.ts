import { roleOf } from '../languages/roleOf';

/** Namespaces of the JVM in which those alone write who own them; others copy code there, or replace single classes. */
const known =
  /^((?:[^/]+\/){0,12}?(?:java|kotlin|scala|groovy)\/(?:com\/(?:google|sun|fasterxml)|org\/(?:apache(?!\/cordova)|springframework|hibernate|eclipse|jboss|w3c|json|bouncycastle)|javax|jakarta|junit|net\/sf))\/.{0,400}\.(?:java|kt|scala|groovy)$/;

const compiled = /\.(?:java|kt|scala|groovy)$/;

/** With fewer files it is one's own code that has to lie there to reach what is hidden from others. */
const leastFiles = 20;
/** With more of all code of the JVM the project is that of the owners. */
const largestShare = 0.3;

/** Folders of sources under a namespace of others, beside a product that lies under its own. */
export function foreignNamespaces(paths: readonly string[]): string[] {
  const sources = paths.filter((path) => compiled.test(path) && roleOf(path) === 'source');
  const places = new Map<string, number>();
  for (const path of sources) {
    const place = known.exec(path)?.[1];
    if (place !== undefined) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const held = [...places.values()].reduce((sum, count) => sum + count, 0);
  if (held > sources.length * largestShare) return [];
  return [...places].flatMap(([place, count]) => (count >= leastFiles ? [place] : []));
}
