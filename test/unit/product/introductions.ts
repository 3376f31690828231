/** Read-mes, and the line and text of the paragraph that says what the product is. */
export const introductions: readonly (readonly [what: string, text: string, said: string | undefined])[] = [
  [
    'after badges and a logo',
    '# App\n\n[![CI](x)](y) ![logo](z)\n\n<p align="center"><img src="x"></p>\n\nApp keeps **notes** of [meetings](x) in one place.\n',
    '7 App keeps notes of meetings in one place.',
  ],
  [
    'inside HTML',
    '<h1>App</h1>\n<p align="center">\n  A small tool that keeps notes of meetings.\n</p>\n',
    '2 A small tool that keeps notes of meetings.',
  ],
  [
    'a noun before what is told of it, and not that',
    '# Cups\n\nA washer of cups for shops. It is a small program and it runs everywhere.\n',
    '3 A washer of cups for shops. It is a small program and it runs everywhere.',
  ],
  [
    'what one is to meet, and not how it fares',
    '# Cups\n\nMeet [Cups](https://cups.example), an open washer of ~bowls~ plates for all shops.\n\n> Cups is evolving every day. What you find helps all of us.\n',
    '3 Meet Cups, an open washer of plates for all shops.',
  ],
  [
    'not what is offered to run it',
    '# Cups\n\n## Cups Cloud\n\nA managed service by the makers of Cups that washes all of them for you.\n',
    undefined,
  ],
  [
    'a quote below the name, and not where the name comes from',
    '# Cups\n\n> Quiet, small and safe store of cups for shops\n\nCups is the most common English pronunciation of a word in Dutch.\n',
    '3 Quiet, small and safe store of cups for shops',
  ],
  [
    'a heading inside a quote',
    '# App\n\n> ### Example code base with real world examples in it\n',
    '3 Example code base with real world examples in it',
  ],
  ['not an instruction', '# App\n\nTo install the app run the following command now.\n', undefined],
  [
    'not from a section on how to build',
    '# App\n\n## Building\n\nThe build makes a bundle of all parts of it.\n',
    undefined,
  ],
  [
    'what the repository holds, where the rest tells readers what to do with it',
    '# Cupsy\n\nThis repository contains the examples of my book [Cups](https://cups.example).\n\nThe commits and tags in this repository were made to match the chapters of the book.\n',
    '3 This repository contains the examples of my book Cups.',
  ],
  [
    'not from below one of several headings of one form',
    '# Cup Charts\n\n## Operator chart\n\nA chart to install the operator of cups into a cluster.\n\n## Cluster chart\n\nA chart to install a cluster of many cups.\n',
    undefined,
  ],
  [
    'from below a heading that asks what it is, whatever the others are called',
    '# Go\n\n## What is Cupsy\n\nCupsy is a small shop that sells cups to all.\n\n## Why Cupsy\n\nOther shops do not sell cups as well.\n',
    '5 Cupsy is a small shop that sells cups to all.',
  ],
  [
    'not the rest of an item, and what stands after the list',
    '# Cups\n\n- [tools](tools): actions and workflows used by other\n  repositories, for example release automation and tests of cups.\n\n  More on the tools that the others use can be found there.\n\nA shop that sells cups to all who like to drink.\n',
    '8 A shop that sells cups to all who like to drink.',
  ],
  [
    'what it is, not what its authors are about',
    '![Cups](cups.png)\n\n## Help us make cups better\n\nWe are trying to make kettles understand your cups better by far.\n\n## Beta\n\nTea is a drink that is made of leaves in cups.\n\n**Cups** is a player of cups for telephones of all kinds.\n',
    '11 Cups is a player of cups for telephones of all kinds.',
  ],
  [
    'what its authors are about, where nothing else is said',
    '# Cups\n\nWe make a shop that sells cups to all who drink.\n\nTea is a drink that is made of leaves in cups.\n',
    '3 We make a shop that sells cups to all who drink.',
  ],
  ['not a list of links', '# App\n\nDocs | Website | Chat | Blog | Twitter | Issues page\n', undefined],
  [
    'after a sponsor and a question',
    '# Casket\n\nFast remote builds of containers and runners for you.\n\nStill worry about how to write a policy? The editor helps.\n\nCasket is an open source library for policies of access.\n',
    '7 Casket is an open source library for policies of access.',
  ],
  [
    'by a name that could be an instruction',
    '# Click\n\nClick is a package for creating interfaces of the command line.\n\nIt aims to make writing tools quick and fun for all.\n',
    '3 Click is a package for creating interfaces of the command line.',
  ],
  [
    'below its name, not from a notice above it',
    '> Thanks to all users who have supported App over the years.\n\n# App\n\nApp keeps notes of meetings in one place.\n',
    '5 App keeps notes of meetings in one place.',
  ],
  [
    'neither a row of links nor what announces a picture',
    '# App\n\nDemo and Homepage • Quick Start Guide • Known Issues here\n\nThe Website &middot; The Docs &middot; The Chat of All\n\nDemo: Benchmarking one tool and another:\n\n![x](y)\n\nApp keeps notes of meetings in one place.\n',
    '11 App keeps notes of meetings in one place.',
  ],
  [
    'with the list that ends its sentence',
    '# App\n\nApp is an open source backend that includes:\n\n- a **database**;\n- files and users.\n\nMore.\n',
    '3 App is an open source backend that includes a database, files and users.',
  ],
  [
    'not a quoted list of hints',
    '# App\n\n> 1. Try out the app: on this page here.\n> 2. Read all of the tutorial: over there.\n',
    undefined,
  ],
  ['not the news', '# App\n\nApp 1.12.0 is now available with many fixes!\n', undefined],
  ['not a code block', '# App\n\n```\nThis is a sentence inside of code here.\n```\n', undefined],
  [
    'in reStructuredText',
    'App\n===\n\n.. image:: x\n\nApp is a `small <https://x.example>`_ library for reading notes.\n',
    '6 App is a small library for reading notes.',
  ],
  [
    'not where it went',
    '# Shop\n\n> Sample applications have been moved to https://example.test/new.\n\nShop is a web application that sells cups.\n',
    '5 Shop is a web application that sells cups.',
  ],
  [
    'after a farewell',
    "# App has now deprecated\n\nAfter nine years of work I've decided that this is the end.\n\n> [!IMPORTANT]\n> This repository is no longer actively maintained by us.\n\nApp is a tracker that lists the shows of a week.\n",
    '8 App is a tracker that lists the shows of a week.',
  ],
  [
    'after a remark in brackets and a long tag',
    `# App\n\n<img src="${'x'.repeat(1500)}" alt="a b c d e f g">\n\n<sub>(does not apply to the external registries)</sub>\n\nApp sends packages to all of the registries.\n`,
    '7 App sends packages to all of the registries.',
  ],
  [
    'not a row of a table',
    '# App\n\nPackage | Version | What it is for\n---|---|---\n`App.Core` | [1.0](x) | Keeps all of the notes of the meetings\n\nApp keeps the notes of meetings in one place.\n',
    '7 App keeps the notes of meetings in one place.',
  ],
  [
    'not the title of another text',
    '# App\n\n> [Developing an official app for everyone](https://x.example/blog)\n\nApp keeps the notes of meetings in one place.\n',
    '5 App keeps the notes of meetings in one place.',
  ],
  [
    'after an advertisement',
    '# App\n\n<p><a href="x">Deploy on a cloud and get $200 in free credits today!</a></p>\n\nApp keeps the notes of meetings in one place.\n',
    '5 App keeps the notes of meetings in one place.',
  ],
  [
    'in a language without spaces',
    '# App\n\n这是一个用于管理会议记录的开源应用程序。\n',
    '3 这是一个用于管理会议记录的开源应用程序。',
  ],
  ['not of the read-me itself', ' # App\nThis readme is for App developers, and for nobody else.\n', undefined],
  [
    'the line above a row of links',
    '<p align="center">\n  The Open Source Alternative of Signing.\n<br>\n<a href="x">Chat</a>\n·\n<a href="y">Site</a>\n·\n<a href="z">Docs</a>\n</p>\n',
    '1 The Open Source Alternative of Signing.',
  ],
  [
    'a summary is no product',
    '# Summary\n\n![CupJournal](cup.png)\n\n# Moving here\n\n- [A](a)\n\n# License\n\nAll code that was given by Ann Potter is licensed under the GPL, and the rest under another one.\n',
    undefined,
  ],
];

/** Read-mes, and the purpose that is told by them, if any is. */
export const purposes: readonly (readonly [text: string, title: string | undefined])[] = [
  [
    '# Cups\n\n_said **c**ups_\n\nThis application mirrors the plates of a shop and keeps them clean.\n',
    'Cups: This application mirrors the plates of a shop and keeps them clean.',
  ],
  ['# Cups\n\n_said **c**ups_\n\nThis application requires a clean table in the shop.\n', undefined],
  [
    '# Cups API\n\nCups starter kit for a typical shop.\n\nA client that fits well: https://cups.example/client\n',
    'Cups API: Cups starter kit for a typical shop.',
  ],
  [
    '# Cups\n\nCup shelf web page for washers of all shops.\n\n**This project is not meant for re-use.**\n',
    'Cups: Cup shelf web page for washers of all shops.',
  ],
  [
    '# Cups\n\nA washer of plates for shops. It is a small program and it runs everywhere.\n',
    'Cups: A washer of plates for shops.',
  ],
  [
    '# Cups\n\nMeet Cups, an open washer of plates for shops.\n\nCups is evolving every day with all of you.\n',
    'Meet Cups, an open washer of plates for shops.',
  ],
  [
    '# English | [简体中文](./README_zh.md)\n\nAn open washer of cups for tea shops.\n',
    'sample: An open washer of cups for tea shops.',
  ],
  [
    '# SUSHI\nHeadless plugin host for an audio system.\n\n## Sushi as Library\nSushi can be used as a standalone application, and can now also be used as a library.\n',
    'SUSHI: Headless plugin host for an audio system.',
  ],
  [
    '# Cups Synchronization Server\n\n[Cups](https://github.com/ann/cups) is a free and open source reader of cups for telephones.\n',
    undefined,
  ],
  ['## What is this?\n\nIt started as a washer of cups that works with every kind of water.\n', undefined],
  [
    'Most popular washing framework for cups\n\n## Current version is 5.x\nSample 4 removes what was given up before.\n',
    'sample: Most popular washing framework for cups',
  ],
  [
    '# Sample\n\nSample 4 is a free washer of cups for large kitchens.\n',
    'Sample 4 is a free washer of cups for large kitchens.',
  ],
  [
    'What is Sample?\n---\n\nSample is often referred to as a *cup* washer. It washes them.\n\nAnother good example is to think of Sample as a larger sink of many cups.\n',
    'Sample is often referred to as a cup washer.',
  ],
  [
    'An API to make cups by nothing but their addresses.\n\n# Images\n\nThe API is stateless so addresses contain all that is needed for a cup.\n',
    'sample: An API to make cups by nothing but their addresses.',
  ],
  ['# Cups\n\nWelcome to Cups for Everyone!\n', undefined],
  ['# Cups\n\n## Understanding the Cups application with a few pictures\n', undefined],
  [
    '# Cups\n### An open source washer of cups for everyone.\n\nOut of the box it washes cups, plates and saucers.\n',
    'An open source washer of cups for everyone.',
  ],
  [
    '# Cups\n\n### Downloads\n\n* [Latest](x)\n\n----\n\n[**Cups**](https://cups.example) (formerly **Mugs**) is a highly configurable washer of cups\n\n### Portable\n\nCups will run as a portable washer, if you pour water into it.\n',
    'Cups (formerly Mugs) is a highly configurable washer of cups',
  ],
  ['# Cups\n\n## More\n\nThe service is deployed to http://cups.example/\n', undefined],
  [
    '# Cups\n\nThe engine follows one rule: what is not a cup is a plate.\n\nCups is strongly inspired by plates of all kinds.\n',
    undefined,
  ],
  [
    '# Cups\n\nCups is a portmanteau of cup and of plus.\n\nCups washes cups by itself, day and night.\n',
    'Cups washes cups by itself, day and night.',
  ],
  [
    '# Cups\n\n## Ideas\n\nCups of all kinds.\n\nSaucers is an architectural style for the makers of many cups.\n',
    undefined,
  ],
  [
    '# Kettle Tunnel\n\nKettle attracts all the tea and sends it to you by a pipe.\n\nKettle is a pipe for all the tea that you like.\n',
    'Kettle is a pipe for all the tea that you like.',
  ],
  ['# Cups\n\n严肃声明：现在、未来都不会有商业版本，所有代码全部开源。\n', undefined],
  ['# Cups\n\n一个基于 Tea 的前后端分离的后台管理系统。\n', 'Cups: 一个基于 Tea 的前后端分离的后台管理系统。'],
  [
    '# Cups\n\nThe Cups tools are a set of tools:\n\n- wash: washes a cup\n',
    'The Cups tools are a set of tools: wash: washes a cup.',
  ],
  // An alias, a shop and a feature are not what it is.
  ['# Cups\n\nCups is sometimes referred to as "the washer".\n', undefined],
  ['# Cups\n\nCups is also known as the washer of the north.\n', undefined],
  [
    '# Cups\n\nThis is the Cups (Can Unwashed, I Wash) application that is used in a book.\n\n## Shop\n\nThe book is available on the store.\n',
    'This is the Cups (Can Unwashed, I Wash) application that is used in a book.',
  ],
  [
    '# Cups\n\nWasher of cups, built using water that is provided by rivers.\n\nThe steam feature, enabled by default, supports plates.\n',
    'Washer of cups, built using water that is provided by rivers.',
  ],
  [
    '# Created By Ann\n\nWasher of cups for those who drink much tea.\n',
    'sample: Washer of cups for those who drink much tea.',
  ],
  [
    '# Cups\n\nCups - formerly known as Mugs - washes cups by itself.\n',
    'Cups - formerly known as Mugs - washes cups by itself.',
  ],
  // What it is said by one's own users, and not what is sold beside it.
  [
    '# Cups\n\nStream cups to one place and count them in your kitchen. Cups is different because it has a lid.\n',
    'Stream cups to one place and count them in your kitchen.',
  ],
  ['# Cups\n\nClick on the picture to see all of the cups that there are.\n', undefined],
  [
    '# Cups\n\n## For enterprise\n\nThe makers of cups and of thousands of plates are working with Tidelift on commercial support.\n',
    undefined,
  ],
  ['# Cups\n\n# Contributors\n\nA long list of everyone that has contributed to Cups. Thanks for it!\n', undefined],
  ['# Cups\n\nCups roadmap is at https://cups.example/plans and our forum at https://cups.example.\n', undefined],
  ['# Cups\n\nCups is a stable project and maintenance is done on a best-effort basis.\n', undefined],
  ['# Cups\n\nCups is a free-to-use open source project maintained by people from all over the world.\n', undefined],
  ['# Cups\n\nCups is a safe sponsorship platform for shops!\n', 'Cups is a safe sponsorship platform for shops!'],
  [
    '# Cups\n\nThe "Cups Demo" is a reference application that shows how to wash.\n',
    'The "Cups Demo" is a reference application that shows how to wash.',
  ],
  [
    '# Cups\n\nAPI server and website for <https://cups.example>.\n',
    'API server and website for https://cups.example.',
  ],
  [
    '# Cups\n\n## Contents\n\n## Introduction\n\nCups works as a proxy that hands out plates.\n\n## Install\n\nx\n',
    'Cups works as a proxy that hands out plates.',
  ],
  [
    '![cups](x.png)\n\n## Sample - washers of dishes on tables with little water.\n',
    'Sample - washers of dishes on tables with little water.',
  ],
  [
    '<div>\n<p>\n<br /><strong>The first washer of cups for shops</strong>\n<br />True flow of water between shops.\n</p>\n</div>\n',
    'sample: The first washer of cups for shops',
  ],
  ['<p>\nA <b>wash</b>er of cups and <b>plat</b>es for shops\n</p>\n', 'sample: A washer of cups and plates for shops'],
  [
    'Sample Washer is a washer of cups that knows all plates.\n',
    'Sample Washer is a washer of cups that knows all plates.',
  ],
  [
    '# Cups\n\nA washer of plates that uses little water and no soap.\n',
    'Cups: A washer of plates that uses little water and no soap.',
  ],
  [
    '# Cups\n\n## Description\n\nThe main goal of `Cups` is to enable washing with minimal water.\n',
    'The main goal of Cups is to enable washing with minimal water.',
  ],
  [
    '# Cups - A washer\n\nCups is a washer that gives warnings for dirty plates:\n\n![shot](x.png)\n\nThe goals of Cups are\n',
    'Cups is a washer that gives warnings for dirty plates',
  ],
];
