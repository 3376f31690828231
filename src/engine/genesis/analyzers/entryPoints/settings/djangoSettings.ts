/** Names of the providers of allauth that are installed, between spaces; empty where only accounts elsewhere as such are. */
export const socialProvidersKey = 'django.socialProviders';

export const djangoSettingsFile = /(?:^|\/)settings(?:\/(?:[\w-]{1,40}\/){0,2}\w{1,40})?\.py$/;

/** Providers whose paths differ from `<name>/login/` and `<name>/login/callback/`. */
const ownPaths: ReadonlySet<string> = new Set(['apple', 'dummy', 'openid', 'openid_connect', 'saml', 'telegram']);

/** `'allauth.socialaccount'` and `'allauth.socialaccount.providers.github'` among the applications that Django installs. */
export function djangoSettingsOf(text: string): Readonly<Record<string, string>> | undefined {
  if (!/^[ \t]{0,8}["']allauth\.socialaccount["']/m.test(text)) return undefined;
  const providers = [...text.matchAll(/^[ \t]{0,8}["']allauth\.socialaccount\.providers\.(\w{1,40})["']/gm)].map(
    ([, name = '']) => name,
  );
  return { [socialProvidersKey]: providers.filter((name) => !ownPaths.has(name)).join(' ') };
}
