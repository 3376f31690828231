/** The address in its normal form if it may be handed to the host to open, else `null`. */
export function safeLink(href: string): string | null {
  if (href.length > 2048 || !/^https:\/\//i.test(href) || !URL.canParse(href)) return null;
  const url = new URL(href);
  // A name before the host makes an address look like another one's.
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
