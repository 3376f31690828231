/** Programs that tests start and call, in a folder that says so by its name. */
export function isTestAsset(path: string): boolean {
  return /(?:^|\/)test[-_]?(?:assets?|apps?|projects?|sites?|servers?|bed)\//i.test(path);
}
