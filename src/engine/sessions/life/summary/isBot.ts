const bot = /\[bot\]|\bbot@|\b(?:dependabot|renovate|greenkeeper|github-actions)\b/i;

/** Whether a program made a commit: what it says of itself is long, and nothing that anybody has decided. */
export const isBot = ({
  author,
  email = '',
}: {
  readonly author: string;
  readonly email?: string | undefined;
}): boolean => bot.test(author) || bot.test(email);
