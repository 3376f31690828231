import assert from 'node:assert/strict';
import { stemOf } from '../../../src/engine/genesis/analyzers/conventions/fileNaming';
import { nameStyle } from '../../../src/engine/genesis/analyzers/conventions/nameStyle';
import { check, files, letters } from './checkConventions';

describe('conventions of file names', () => {
  it('tells the style of names', () => {
    const cases = {
      'user-card': 'kebab-case',
      user_card: 'snake_case',
      userCard: 'camelCase',
      UserCard: 'PascalCase',
      User: undefined,
      HTTPServer: 'PascalCase',
      [`a${'A'.repeat(200)}-`]: 'mixed',
      USER_CARD: 'UPPER_CASE',
      user: undefined,
      'User-card': 'mixed',
      User_card: 'mixed',
      listen_reuseSocket: 'mixed',
      list__item: 'mixed',
      URLs: undefined,
      Html5: undefined,
      userV2: 'camelCase',
    };
    for (const [name, style] of Object.entries(cases)) assert.equal(nameStyle(name), style, name);
  });

  it('reads the words that people chose', () => {
    assert.equal(stemOf('a/user-card.component.spec.ts'), 'user-card');
    assert.equal(stemOf('a/test_helpers.rb'), 'test_helpers');
    assert.equal(stemOf('a/_partial-view.scss'), 'partial-view');
    assert.equal(stemOf('a/UserCard+Codable.swift'), 'UserCard');
  });

  it('tells nothing of a few files in a language beside the one of most', () =>
    check(
      {
        ...files(14, (n) => `site/user-${letters(n)}.ts`),
        ...files(
          80,
          (n) => `src/user_${letters(n)}.rs`,
          () => 'fn a() {}\n',
        ),
      },
      [{ rule: 'conventions/file-naming', title: /^At least 70 Rust file names/ }],
    ));

  it('counts no names of what lies beside the product', () =>
    check({ ...files(19, (n) => `src/user-${letters(n)}.ts`), 'scripts/userCard.ts': 'export {};\n' }, [
      {
        rule: 'conventions/file-naming',
        title: /^At least 15 TypeScript file names of the product with .*, no exception found$/,
      },
    ]));

  it('tells nothing of a side language', () =>
    check(
      {
        ...files(12, (n) => `tools/user_${letters(n)}.rs`),
        ...files(120, (n) => `src/shop${letters(n)}.c`),
      },
      [],
    ));

  it('counts file names and names the exceptions', () =>
    check({ ...files(19, (n) => `src/user-${letters(n)}.ts`), 'src/userCard.ts': 'export {};\n' }, [
      {
        rule: 'conventions/file-naming',
        title: /^At least 15 TypeScript file names .* kebab-case, one exception found$/,
        cites: 'src/userCard.ts',
      },
    ]));

  it('calls files by their ending where those of components have another', () =>
    check({ ...files(20, (n) => `src/user-${letters(n)}.js`), 'src/Cart.jsx': 'export {};\n' }, [
      { rule: 'conventions/file-naming', title: /^At least 15 \.js file names .* kebab-case, no exception found$/ },
    ]));

  it('counts a name that joins words in two ways as an exception, and none of one word or that a tool asks for', () =>
    check(
      {
        ...files(19, (n) => `src/User${letters(n)}Card.tsx`),
        'src/user_cardView.tsx': 'export {};\n',
        'src/Login.tsx': 'export {};\n',
        'app/not-found.tsx': 'export {};\n',
      },
      [
        {
          rule: 'conventions/file-naming',
          title: /^At least 15 \.tsx file names with a visible word break are PascalCase, one exception found$/,
          cites: 'src/user_cardView.tsx',
        },
      ],
    ));

  it('says nothing of names of Go, where the underscore is a sign to the compiler', () =>
    check(
      files(
        20,
        (n) => `p/listen_${letters(n)}.go`,
        () => 'package p\n',
      ),
      [],
    ));

  it('says nothing where styles are mixed or names are few', async () => {
    await check(
      {
        ...files(10, (n) => `src/user-${letters(n)}.ts`),
        ...files(10, (n) => `src/user${letters(n).toUpperCase()}.ts`),
      },
      [],
    );
    await check(
      files(5, (n) => `src/user-${letters(n)}.ts`),
      [],
    );
  });
});
