/** Folders of what is shown, tried out, tested or looked after, beside the product. */
const besideFolder =
  /(?:^|\/)(?:[._]?(?:examples?|samples?|demos?|cookbooks?|playgrounds?)|\.(?:devcontainer|github|gitlab|circleci|ci|gitpod|vscode|idea|woodpecker|buildkite)|scripts?|hack|contrib|e2e|ci|bench(?:marks?|es)?|load-?tests?|(?:[\w-]{1,40}[_-])?tests?(?:[_-][\w-]{1,40})?|fixtures?|docs?|documentation|website)\//i;

/** Whether what a file names says nothing of the product itself. */
export function isBeside(path: string): boolean {
  return besideFolder.test(path);
}

const developmentFile =
  /(?:^|\/)(?:(?:docker-)?compose[._-](?:dev|devel|development|local|test|tests|testing|ci|e2e|debug|override)[\w.-]{0,40}\.ya?ml|\.env[._-](?:test|testing|ci|e2e)[\w.-]{0,20})$|(?:^|\/)(?:dev|devel|development|local)\//i;

/** Whether a file serves those who develop it, in its folder or by its name. */
export function isForDevelopment(path: string): boolean {
  return isBeside(path) || developmentFile.test(path);
}
