import assert from 'node:assert/strict';
import { dependenciesAnalyzer } from '../../../src/engine/genesis/analyzers/dependencies';
import { productAnalyzer } from '../../../src/engine/genesis/analyzers/product';
import { licenceTexts } from '../../../src/engine/genesis/analyzers/product/data/licenceTexts';
import { analyzeSources } from '../../support/analyzeSources';

describe('licences of a product', () => {
  it('takes neither the licences of others nor that of a part for the licence of the whole', async () => {
    const mit = 'MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n';
    const apache = 'Apache License\nVersion 2.0, January 2004\n';
    const titleOf = async (files: Readonly<Record<string, string>>): Promise<string | undefined> =>
      (await analyzeSources([productAnalyzer, dependenciesAnalyzer], files)).findings.find(
        ({ rule }) => rule === 'product/licence',
      )?.title;
    assert.equal(await titleOf({ LICENSE: mit, 'LICENSE.3RDPARTY': apache }), 'Licensed under MIT');
    assert.equal(await titleOf({ 'LICENSE.md': mit, 'LICENSE.enterprise': apache }), 'Licensed under MIT');
    assert.equal(await titleOf({ 'package.json': '{"name":"a","license":"UNLICENSED"}' }), undefined);
    const both =
      'Cups is bi-licensed under the Mozilla Public License\nVersion 2, and the GNU General Public License Version 3.\n';
    assert.equal(await titleOf({ LICENSE: both }), undefined);
    const two = { 'LICENSE-APACHE': apache, 'LICENSE-MIT': mit };
    assert.equal(await titleOf(two), 'Licensed under Apache-2.0 or MIT');
    const part = { 'cup/Cargo.toml': '[package]\nname = "cup"\nlicense = "Apache-2.0"\n' };
    assert.equal(await titleOf({ ...two, ...part }), 'Texts of 2 licences found: Apache-2.0, MIT');
    const unlicense = 'This is free and unencumbered software released into the public domain.\n';
    const three = { 'LICENSE.APACHE': apache, 'LICENSE.MIT': mit, 'LICENSE.UN': unlicense };
    assert.equal(await titleOf(three), 'Texts of 3 licences found: Apache-2.0, MIT, Unlicense');
  });

  it('knows a licence by a name before the word, one that is sold, and the lesser one with the text that it refers to', async () => {
    const told = async (files: Readonly<Record<string, string>>) =>
      (await analyzeSources([productAnalyzer], files)).findings.find(({ rule }) => rule === 'product/licence');
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy\n';
    assert.equal((await told({ 'MIT-LICENSE.txt': mit }))?.title, 'Licensed under MIT');
    assert.equal(await told({ 'COMM-LICENSE.txt': mit }), undefined);
    const choice = `# LGPL\n\nmulti-licensed, terms of the GNU Lesser General Public License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.\n\nCommercial License\n---\nBuy it.\n`;
    const lesser = {
      'LICENSE.md': choice,
      COPYING: 'GNU GENERAL PUBLIC LICENSE\nVersion 3\n',
      'COPYING.LESSER': 'GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3\n',
    };
    const finding = await told(lesser);
    assert.equal(finding?.title, 'Licensed under LGPL-3.0-or-later or a commercial licence');
    assert.deepEqual(
      finding?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['LICENSE.md:3', 'LICENSE.md:5'],
    );
    assert.equal(
      (await told({ 'LICENSE.md': '# PolyForm Shield License 1.0.0\n' }))?.title,
      'Licensed under PolyForm-Shield-1.0.0',
    );
  });

  it('takes the text of a licence and a notice that allows later versions for one', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      COPYING: 'GNU GENERAL PUBLIC LICENSE\nVersion 3\n',
      'LICENSE.txt':
        'This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.\n',
    });
    const title = findings.find(({ rule }) => rule === 'product/licence')?.title;
    assert.equal(title, 'Licensed under GPL-3.0-or-later');
  });

  it('knows a licence by its name before what it grants later, and tells of what is forbidden behind the text', async () => {
    const told = async (LICENSE: string) =>
      (await analyzeSources([productAnalyzer], { LICENSE })).findings.find(({ rule }) => rule === 'product/licence');
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy\n';
    const fair = `# Fair Core License, Version 1.0, MIT Future License\n\n## Grant of Future License\n\n${mit}`;
    assert.equal((await told(fair))?.title, 'Licensed under FCL-1.0-MIT');
    const functional = `# Functional Source License, Version 1.1, ALv2 Future License\n`;
    assert.equal((await told(functional))?.title, 'Licensed under FSL-1.1-ALv2');
    const apache = 'Apache License\nVersion 2.0, January 2004\n\nlimitations under the License.\n';
    assert.equal((await told(`${apache}\nThanks to all.\n`))?.title, 'Licensed under Apache-2.0');
    assert.equal((await told(`${apache}\n${mit}It may not be used to do harm.\n`))?.title, 'Licensed under Apache-2.0');
    const more = await told(`${apache}\nYou must not make any use of it that competes with ours.\n`);
    assert.equal(more?.title, 'LICENSE holds the text of Apache-2.0 and further terms');
    assert.deepEqual(
      more?.evidence.map(({ startLine }) => startLine),
      [1, 6],
    );
  });

  it('tells what takes from a known text, what a text says of itself, and none for a part of the whole', async () => {
    const told = async (files: Readonly<Record<string, string>>) =>
      (await analyzeSources([productAnalyzer, dependenciesAnalyzer], files)).findings.find(({ rule }) =>
        rule.startsWith('product/licence'),
      );
    const titleOf = async (files: Readonly<Record<string, string>>) => (await told(files))?.title;
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy\n';
    const clause =
      '“Commons Clause” License Condition v1.0\n\nThe grant of rights will not include the right to Sell.\n';
    assert.equal(
      await titleOf({ LICENSE: `${clause}\n${mit}` }),
      'Licensed under MIT with the Commons Clause, which forbids to sell it',
    );
    const part = 'The code, except for the contents of the "ee" directory, is licensed under the MIT license.\n\n';
    assert.equal(await titleOf({ LICENSE: `${part}${mit}` }), 'LICENSE holds the text of MIT and terms before it');
    const uses = `${mit}OTHER DEALINGS IN THE\nSOFTWARE.\n\nThe person agrees not to use the Software to do harm.\n`;
    assert.equal(await titleOf({ LICENSE: uses }), 'LICENSE holds the text of MIT and further terms');
    const parts = 'Parts are under the Business Source License 1.1.\n\nSPDX-License-Identifier: MIT AND BUSL-1.1\n';
    const cargo = { 'Cargo.toml': '[package]\nname = "cup"\nlicense = "MIT"\n' };
    assert.equal(await titleOf({ LICENSE: parts, ...cargo }), 'Licensed under MIT AND BUSL-1.1');
    const apache = 'Apache License\n=====\n_Version 2.0_\n';
    assert.equal(await titleOf({ 'LICENSE.md': apache }), 'Licensed under Apache-2.0');
    const notice = 'Copyright 2020 Cups\n\nLicensed under the Apache License, Version 2.0 (the "License");\n';
    assert.equal(await titleOf({ LICENSE: notice }), 'Licensed under Apache-2.0');
    const either =
      'under the terms of the GNU General Public License as published by the Free Software Foundation, either version 2 or (at your option)\nversion 3 of the License.\n';
    assert.equal(await titleOf({ COPYING: either }), 'Licensed under GPL-2.0-only OR GPL-3.0-only');
    const own = 'The project is licensed under the Cups License, some modules under another.\n';
    assert.equal(await titleOf({ LICENSE: own, 'LICENSE-Apache': 'Apache License\nVersion 2.0\n' }), undefined);
    const named = await told({ LICENSE: '# Cups Community License\n\nYou may drink.\n' });
    assert.equal(named?.title, 'LICENSE calls itself Cups Community License');
    assert.deepEqual(named?.evidence, [{ path: 'LICENSE', startLine: 1, endLine: 1 }]);
    const various = 'Source code is variously licensed under the Apache License\nVersion 2.0 or the Cups License.\n';
    assert.equal(await titleOf({ 'LICENSE.txt': various }), undefined);
    const two = { 'composer.json': '{"name":"a/b","license":"GPL-2.0-or-later"}', 'package.json': '{"license":"MIT"}' };
    assert.equal(await titleOf(two), 'composer.json says GPL-2.0-or-later, but package.json says MIT');
  });

  it('cites all lines of the words that name a licence', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      LICENSE: '\n          Apache License\n    Version 2.0, January 2004\n',
    });
    assert.deepEqual(findings.find(({ rule }) => rule === 'product/licence')?.evidence, [
      { path: 'LICENSE', startLine: 2, endLine: 3 },
    ]);
    const named = await analyzeSources([productAnalyzer], {
      LICENSE:
        'The MIT License (MIT)\n\nCopyright (c) 2020 Cups\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n',
    });
    assert.deepEqual(named.findings.find(({ rule }) => rule === 'product/licence')?.evidence, [
      { path: 'LICENSE', startLine: 1, endLine: 5 },
    ]);
  });

  it('takes the words at the head of files for the licence of the whole, not those of its parts behind them', async () => {
    const text = (name: string, version: string): string =>
      `= Copyright\n\nThis is free software; you can redistribute it and/or modify it under\nthe terms of the ${name} as published by the Free\nSoftware Foundation; either version ${version} of the License, or (at your option) any later\nversion.\n${'A line on a part.\n'.repeat(40)}\nCC0 1.0 Universal\n\nApache License\nVersion 2.0\n`;
    for (const [name, version, title] of [
      ['GNU General Public License', '3', 'Licensed under GPL-3.0-or-later'],
      ['GNU General Public License', '2', 'Licensed under GPL-2.0-or-later'],
      ['GNU Lesser General Public License', '2.1', 'Licensed under LGPL-2.1-or-later'],
      ['GNU Affero General Public License', '3', 'Licensed under AGPL-3.0-or-later'],
    ] as const) {
      const { findings } = await analyzeSources([productAnalyzer], { 'LICENSE.adoc': text(name, version) });
      assert.equal(findings.find(({ rule }) => rule === 'product/licence')?.title, title);
    }
  });

  it('parts licences that grant with the same words', async () => {
    const person =
      'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and\nassociated files, and to permit persons to whom it is furnished to do so';
    const purpose =
      'Permission to use, copy, modify, and distribute this software for any purpose\nwith or without fee';
    const notice = ' is hereby granted, provided that the above copyright\nnotice appear in all copies.\n';
    const holder =
      '\nExcept as contained in this notice, the name of a copyright holder shall not\nbe used in advertising.\n';
    const forms = 'Redistribution and use in source and binary forms, with or without modification, are permitted:\n';
    for (const [text, id] of [
      [`${purpose}${notice}`, 'ISC'],
      [`${purpose.replace(', and ', ', and/or ')} is hereby granted.\n`, '0BSD'],
      [`${purpose}${notice}${holder}`, 'curl'],
      [`${person}, subject to the following conditions:\n`, 'MIT'],
      [`${person}.\n`, 'MIT-0'],
      [`${person}, subject to the following conditions:\n${holder}`, 'X11'],
      [`${person}, subject to:\n\nThe Software shall be used for Good, not Evil.\n`, 'JSON'],
      [forms, 'BSD-2-Clause'],
      [`${forms}3. All advertising materials mentioning features\n4. Neither the name\n`, 'BSD-4-Clause'],
      [`${forms}Neither the name\n`, 'BSD-3-Clause'],
      ['GNU LIBRARY GENERAL PUBLIC LICENSE\nVersion 2, June 1991\n', 'LGPL-2.0'],
      ['Attribution-NoDerivatives 4.0 International\n', 'CC-BY-ND-4.0'],
    ] as const) {
      const { findings } = await analyzeSources([productAnalyzer], { COPYING: text });
      assert.equal(findings.find(({ rule }) => rule === 'product/licence')?.title, `Licensed under ${id}`);
    }
  });

  it('takes a licence by its long name for the same', async () => {
    const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
      LICENSE: 'Business Source License 1.1\n',
      'package.json': '{ "name": "a", "version": "1.0.0", "license": "Business Source License 1.1" }',
    });
    assert.deepEqual(
      findings.filter(({ rule }) => rule.startsWith('product/licence')).map(({ title }) => title),
      ['Licensed under BUSL-1.1'],
    );
  });

  it('tells the expression of the manifest where that says more than the text', async () => {
    const gpl = 'GNU GENERAL PUBLIC LICENSE\nVersion 2, June 1991\n';
    for (const [declared, title] of [
      ['GPL-2.0-or-later', 'Licensed under GPL-2.0-or-later'],
      ['(MIT OR GPL-2.0)', 'Licensed under (MIT OR GPL-2.0)'],
      ['GNU GPL', 'Licensed under GPL-2.0'],
      ['GPL-3.0-or-later', 'LICENSE is GPL-2.0, but package.json says GPL-3.0-or-later'],
      ['AGPL-2.0', 'LICENSE is GPL-2.0, but package.json says AGPL-2.0'],
    ] as const) {
      const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
        LICENSE: gpl,
        'package.json': JSON.stringify({ name: 'a', version: '1.0.0', license: declared }),
      });
      const told = findings.filter(({ rule }) => rule.startsWith('product/licence')).map((one) => one.title);
      assert.deepEqual(told, [title]);
    }
  });

  it('knows the licences of BSD by the names that people give them', async () => {
    const two = 'Redistribution and use in source and binary forms, with or without modification\n';
    for (const [text, declared, rule] of [
      [two, 'Simplified BSD License', 'product/licence'],
      [two, 'BSD 2-Clause License', 'product/licence'],
      [`${two}Neither the name of a\n`, 'New BSD', 'product/licence'],
      [`${two}* The names may not be used to endorse\n  or promote products\n`, 'BSD-3-Clause', 'product/licence'],
      [two, 'Apache-2.0', 'product/licence-mismatch'],
    ] as const) {
      const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
        LICENSE: text,
        'package.json': `{ "name": "a", "version": "1.0.0", "license": "${declared}" }`,
      });
      const told = findings.filter((one) => one.rule.startsWith('product/licence')).map((one) => one.rule);
      assert.deepEqual(told, [rule], declared);
    }
  });

  it('reads the licence that stands first, however its lines break', async () => {
    const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
      COPYING:
        'Permission is hereby granted, free of charge, to any person obtaining\na copy of this software\n\nOf a part:\n\nRedistribution and use in source and binary forms, with or without\n',
      'pom.xml':
        '<project>\n<groupId>a</groupId><artifactId>b</artifactId><version>1</version>\n<licenses>\n<license><name>The MIT License</name></license>\n</licenses>\n</project>',
    });
    const licence = findings.filter(({ rule }) => rule.startsWith('product/licence'));
    assert.deepEqual(
      licence.map(({ title }) => title),
      ['Licensed under MIT'],
    );
    assert.deepEqual(
      licence[0]?.evidence.map(({ path, startLine }) => `${path}:${startLine}`),
      ['COPYING:1', 'pom.xml:3'],
    );
  });

  it('tells all licences of a text that names what its users choose from', async () => {
    const text =
      "From now on it is subject to the user's choice of the Redis Source Available\nLicense v2 (RSALv2) or the Server Side Public License v1 or the GNU Affero General Public License\nversion 3, as follows:\n";
    const { findings } = await analyzeSources([productAnalyzer], { 'LICENSE.txt': text });
    assert.equal(findings[0]?.title, 'Licensed under RSALv2 or SSPL-1.0 or AGPL-3.0');
  });

  it('tells both licences of a text that offers a choice', async () => {
    const { findings } = await analyzeSources([productAnalyzer], {
      LICENSE: `ALTERNATIVE A\nPermission is hereby granted, free of charge, to any person obtaining a copy\n${'x '.repeat(200)}\nALTERNATIVE B\nThis is free and unencumbered software released into the public domain.\n`,
    });
    assert.equal(findings[0]?.title, 'Licensed under MIT or Unlicense');
  });

  it('takes the long name of a licence for the same', async () => {
    for (const [text, name] of [
      ['Apache License\n   Version 2.0, January 2004\n', 'The Apache Software License, Version 2.0'],
      ['GNU GENERAL PUBLIC LICENSE\n  Version 3, 29 June 2007\n', 'GNU General Public License v3.0'],
    ] as const) {
      const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
        LICENSE: text,
        'package.json': JSON.stringify({ name: 'a', version: '1.0.0', license: name }),
      });
      assert.deepEqual(
        findings.filter(({ rule }) => rule.startsWith('product/licence')).map(({ rule }) => rule),
        ['product/licence'],
        name,
      );
    }
  });

  it('tells licences apart by their words', () => {
    assert.ok(licenceTexts.length >= 15);
    const gpl = 'GNU AFFERO GENERAL PUBLIC LICENSE\n  Version 3, 19 November 2007';
    assert.equal(licenceTexts.find((licence) => licence.pattern.test(gpl))?.id, 'AGPL-3.0');
  });

  it('says where a text begins with terms of its own', async () => {
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy\n';
    const titleOf = async (head: string): Promise<string | undefined> =>
      (await analyzeSources([productAnalyzer], { LICENSE: `${head}\n${mit}` })).findings.find(
        ({ rule }) => rule === 'product/licence',
      )?.title;
    const terms = 'LICENSE holds the text of MIT and terms before it';
    assert.equal(await titleOf('Content and Design Copyright (c) 2020 Tea. All rights reserved.\n'), terms);
    assert.equal(await titleOf('Portions of this software are licensed as follows:\n'), terms);
    assert.equal(await titleOf('A license is required for commercial use of Cups.\n\nMIT License\n'), terms);
    assert.equal(await titleOf('Copyright (c) 2020 Tea Design. All rights reserved.\n'), 'Licensed under MIT');
  });

  it('takes neither the licence of fonts nor an exception for another licence, and no parts for a choice', async () => {
    const told = async (files: Readonly<Record<string, string>>): Promise<string> => {
      const { findings } = await analyzeSources([productAnalyzer], files);
      const { title, evidence = [] } = findings.find(({ rule }) => rule === 'product/licence') ?? {};
      return `${title}; ${evidence.map((one) => `${one.path}:${one.startLine}`).join(', ')}`;
    };
    const gpl = '  GNU GENERAL PUBLIC LICENSE\n  Version 2, June 1991\n\n(at your option) any later version.\n';
    const zlib = `${'x '.repeat(200)}\nThis software is provided 'as-is', without any express or implied warranty\n`;
    const mit = 'Permission is hereby granted, free of charge, to any person obtaining a copy of this software\n';
    const mpl = 'Mozilla Public License Version 2.0\n';
    const fonts =
      'SIL OPEN FONT LICENSE Version 1.1\n\nPermission is hereby granted, free of charge, to any person obtaining\na copy of the Font Software\n';
    assert.equal(await told({ COPYING: `${gpl}${zlib}` }), 'Licensed under GPL-2.0; COPYING:1');
    assert.equal(
      await told({ COPYING: `Cups is distributed under the GPL license version 2.\n\nMilk:\n${zlib}` }),
      'Licensed under GPL-2.0; COPYING:1',
    );
    assert.equal(
      await told({ COPYING: `\n  LINKING EXCEPTION\n\nLink it.\n\n${gpl}` }),
      'Licensed under GPL-2.0 with an exception; COPYING:6, COPYING:2',
    );
    const offered = `You may choose either of both.\n${mit}${zlib}`;
    assert.equal(await told({ LICENSE: offered }), 'Licensed under MIT or Zlib; LICENSE:2, LICENSE:4');
    const exception = 'Beside the GNU Lesser General Public License\nversion 2.1 you may link it.\n';
    assert.equal(
      await told({ 'LICENSE.FONTS': fonts, 'LICENSE.GPL': gpl, 'LICENSE.LGPL-EXCEPTION': exception }),
      'Texts of 2 licences found: OFL-1.1, GPL-2.0; LICENSE.FONTS:1, LICENSE.GPL:1',
    );
    assert.equal(
      await told({ 'LICENSE-MIT': mit, 'LICENSE-MPL': mpl }),
      'Texts of 2 licences found: MIT, MPL-2.0; LICENSE-MIT:1, LICENSE-MPL:1',
    );
    const declared = '{"name": "cups", "license": "(MIT OR MPL-2.0)"}';
    const { findings } = await analyzeSources([productAnalyzer, dependenciesAnalyzer], {
      'LICENSE-MIT': mit,
      'LICENSE-MPL': mpl,
      'package.json': declared,
    });
    assert.equal(findings.find(({ rule }) => rule === 'product/licence')?.title, 'Licensed under (MIT OR MPL-2.0)');
  });
});
