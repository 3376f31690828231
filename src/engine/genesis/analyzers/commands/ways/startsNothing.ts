/** Whether what stands behind a name that speaks of running starts no part of the product. */
export function startsNothing(does: string): boolean {
  return (
    onlyTests.test(does) ||
    ofTests.test(does) ||
    onlyPassesOn.test(does) ||
    sidePackage.test(does) ||
    lacksFile.test(does)
  );
}

/** A server that tests ask. */
const ofTests =
  /^(?:node|tsx|ts-node|bun)\s(?:-{1,2}[\w=:-]{1,40}\s){0,4}(?:\.\/)?(?:[\w.-]{1,40}\/){0,4}(?:tests?|__tests__|e2e)\//;

/** A package of a workspace that shows or tries out the others. */
const sidePackage =
  /\b(?:workspace|--filter[= ]|-[wF]|--workspace[= ])\s{0,2}["']?(?:@[\w.-]{1,40}\/)?(?:[\w.-]{1,40}-)?(?:docs?|examples?|demo|playground|sandbox|storybook|test)["']?(?=\s|$)/;

/** What runs a file, without one: it waits for what is typed behind it. */
const lacksFile =
  /^(?:tsx|ts-node|node|bun)(?:\s{1,3}-{1,2}(?:(?:conditions|import|require|loader|tsconfig|env-file|[Cr])[= ](?!-)\S{1,80}|\w[\w-]{0,40})){0,20}$/;

/** Tests that are run again and again, or looked at. */
const onlyTests =
  /^(?:(?:npx|pnpm exec|yarn|bunx|cross-env)\s{1,3})?(?:[A-Z_]{1,30}=\S{1,60}\s)?(?:vitest|jest|karma|mocha|ava|cypress|playwright test)\b[^&|;]{0,200}$/;

/** A console that is given nothing but what is typed behind the command. */
const onlyPassesOn =
  /\b(?:manage\.py|artisan|bin\/(?:rails|console))["',\s]{0,6}(?:\*?(?:session\.)?posargs|["']?\$[@*]["']?|\{posargs\}|\{\{\s?[\w.]{1,30}\s?\}\})?["',)\s]{0,6}$/;
