/** By which methods one signs out; `?` where that is made elsewhere. */
export const signOutKey = 'devise.signOutVia';
/** `false` where locked accounts are not unlocked by mail, `?` where that is made elsewhere. */
export const unlockKey = 'devise.unlocksByMail';

/** In front of the name of a model: providers of accounts elsewhere that it takes, between spaces. */
export const providersKey = 'devise.providers.';
/** Those that the settings of Devise name, for models that say none. */
export const providersOfAll = 'devise.providers';

type Values = Readonly<Record<string, string>>;

/** `devise :database_authenticatable, :registerable`, over several lines and in several calls; what is off until the environment says so is left out. */
export function deviseModelOf(path: string, text: string): Values | undefined {
  const asked: string[] = [];
  let isInside = false;
  /** The indent of such a branch around. */
  let branch: string | undefined;
  for (const line of text.split('\n')) {
    const written = line.replace(/#.*$/, '').trim();
    if (written === '' && isInside) continue;
    const indent = /^\s{0,200}/.exec(line)?.[0] ?? '';
    if (branch === undefined && asksForUnset.test(written) && written.startsWith('if')) branch = indent;
    else if (branch === indent && written === 'end') branch = undefined;
    isInside ||= /^devise[\s(]/.test(written);
    if (!isInside) continue;
    if (branch === undefined) asked.push(...symbolsOf(withoutUnset(written)));
    isInside = /[,(]$/.test(written);
  }
  const name = path.slice(path.lastIndexOf('/') + 1, -'.rb'.length);
  const unlocks = !/\bunlock_strategy:\s{0,4}:(?:time|none)\b/.test(text);
  const modules = asked.filter((module) => unlocks || module !== 'lockable');
  if (modules.length === 0) return undefined;
  const said = /\bomniauth_providers:\s{0,9}(\S[^\n]{0,300})/.exec(text)?.[1];
  const providers = said === undefined ? undefined : (listed.exec(said)?.[1]?.match(/\w+/g) ?? []);
  return {
    [`devise.${name}`]: modules.join(' '),
    ...(providers === undefined ? {} : { [`${providersKey}${name}`]: providers.join(' ') }),
  };
}

/** `%i[github google_oauth2]`, `[:github]`; anything else is made elsewhere. */
const listed = /^(?:%i)?\[([\s:\w,]{0,300})\]/;

/** `*(:confirmable if ENV['CONFIRM'])`, `devise :lockable if ENV['LOCK'] == 'true'`: off until someone sets it. */
function withoutUnset(written: string): string {
  const plain = written.replace(/\(([^()]{0,400})\)/g, (whole, inner: string) =>
    asksForUnset.test(inner) ? '' : whole,
  );
  return asksForUnset.test(plain) ? '' : plain;
}

/** A test of a variable of the environment; `!=` holds where it is not set. */
const asksForUnset = /\bif ENV\[[^\]!]{1,100}\](?! {0,4}!=)/;

const symbolsOf = (written: string): string[] =>
  [...written.matchAll(/(?<!:):([a-z]\w*)/g)].map((found) => found[1] ?? '');

/** `config.sign_out_via = :get`, `config.unlock_strategy = :time`. */
export function deviseSettingsOf(text: string): Values | undefined {
  const via = settingOf(text, 'sign_out_via');
  const strategy = settingOf(text, 'unlock_strategy');
  const providers = [...text.matchAll(/^ {0,4}config\.omniauth[ (]{1,4}:(\w{1,40})([^\n]{0,300})/gm)].flatMap(
    ([, name = '', rest = '']) => (/\b(?:if|unless) /.test(rest) ? [] : [name]),
  );
  const isPlain = via !== undefined && /^(?::\w+|\[[\s:\w,]+\]|%[iIwW]\[[\s\w]+\])$/.test(via);
  const values = {
    ...(providers.length === 0 ? {} : { [providersOfAll]: providers.join(' ') }),
    ...(via === undefined ? {} : { [signOutKey]: isPlain ? (via.match(/[a-z]{3,}/g) ?? []).join(' ') : '?' }),
    ...(strategy === undefined || /:(?:both|email)\b/.test(strategy)
      ? {}
      : { [unlockKey]: /^:(?:time|none)$/.test(strategy) ? 'false' : '?' }),
  };
  return Object.keys(values).length === 0 ? undefined : values;
}

function settingOf(text: string, name: string): string | undefined {
  const found = new RegExp(`^[ \\t]{0,20}config\\.${name}[ \\t]{0,4}=[ \\t]{0,4}([^\\n#]{1,200})`, 'm').exec(text)?.[1];
  return found?.trim();
}
