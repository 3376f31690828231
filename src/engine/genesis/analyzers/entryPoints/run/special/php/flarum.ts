import { textOf } from '../../values';
import type { SpecialVerbCode } from '../specialVerb';

/** `new Extend\Routes('api')`: what belongs to the forum lies at the root. */
export const flarumSite: SpecialVerbCode = (_interpreter, node, call) => {
  const site = textOf(call.args[0]?.value);
  if (site === 'api' || site === 'admin') node.prefix = `/${site}`;
  else if (site !== 'forum') node.isLost = true;
  return undefined;
};
