import type { FileRule } from './roleRules';

/**
 * Folders whose framework keeps tests elsewhere: a command called `test_emails`, a model of laboratory tests and a page
 * in a folder `Test` are the product's.
 */
export const productFolders: readonly FileRule[] = [
  {
    role: 'source',
    pattern: /(?:^|\/)management\/commands\/[^/]+\.py$/,
    example: 'shop/management/commands/test_emails.py',
  },
  {
    role: 'source',
    pattern:
      /(?:^|\/)app\/(?:console|http|models|jobs|mail(?:ers)?|events|listeners|services|actions|livewire|filament|providers|notifications|policies|controllers|helpers|channels|serializers|workers)\/[^.]*\.(?:php|rb)$/i,
    example: 'app/Console/Commands/Test/SendMailCommand.php',
  },
  {
    role: 'source',
    // Pages and mails, those of Rails also written in Markdown.
    pattern: /(?:^|\/)app\/views\/(?:[^/]+\/){1,8}[^/]+\.(?:erb|haml|slim|jbuilder|builder|html|ejs|hbs|pug|jade)$/,
    example: 'app/views/tutorials/cups.md.erb',
  },
  {
    role: 'source',
    pattern: /(?:^|\/)src\/main\/(?:java|kotlin|scala|groovy)\/[^.]*\.\w+$/,
    example: 'src/main/java/com/acme/lab/BloodTest.java',
  },
  {
    role: 'source',
    // What Elixir compiles there is given to others, also what their tests use.
    pattern: /(?:^|\/)lib\/[^.]*\.ex$/,
    example: 'lib/shop/test/cup_case.ex',
  },
  {
    role: 'source',
    // What a gem gives to the tests of others.
    pattern:
      /^(?:[\w.-]{1,60}\/)?lib\/(?:[a-z]\w{0,60}\/){1,3}tests?\/(?!test_helper\.rb$|\w{1,80}_(?:test|spec)\.rb$)\w{1,80}\.rb$/,
    example: 'lib/shop/test/cup_helpers.rb',
  },
  {
    role: 'source',
    // A namespace of what a product calls a test, or gives to the tests of others; its own lie in `Tests`.
    pattern:
      /^(?:(?:[\w.-]{1,60}\/){0,3}src\/(?:[A-Z]\w{0,60}\/){0,8})?(?<product>Test\/(?!(?:Unit|Case|Fixture|Integration|Functional|Mftf)\/)(?:\w{1,60}\/){0,6}(?!\w{1,80}Test\.php$)\w{1,80}\.php)$/,
    example: 'src/Event/Test/Finished.php',
  },
  {
    role: 'source',
    // A package that writes documents, and a module of one.
    pattern:
      /^(?:[\w.-]{1,60}\/){0,8}(?<product>docs?\/(?![^/]{0,80}_test\.go$)[\w-]{1,80}\.go|(?<=\/)docs?\/(?:\w{1,60}\/){0,3}\w{1,80}\.rs)$/,
    example: 'crates/cups/flags/doc/man.rs',
  },
  {
    role: 'source',
    pattern:
      /^(?:(?:apps|packages|web|frontend|client)\/(?:[^/]+\/)?)?(?<product>src\/routes\/(?:[^/]+\/){1,20}\+(?:server|page|layout)[\w.]*\.(?:[jt]s|svelte)|(?:src\/)?app\/(?:[^/]+\/){1,20}(?:route|page|layout)\.[jt]sx?)$/,
    example: 'src/routes/docs/search/+server.ts',
  },
];
