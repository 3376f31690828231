/** A space of the pattern stands for any white space, for licences break their lines as they like. */
function anyBreaks(pattern: RegExp): RegExp {
  return new RegExp(pattern.source.replaceAll(' ?', '\\s{0,99}').replaceAll(' ', '\\s{1,99}'), pattern.flags);
}

/** The words that the makers of these licences ask to be put at the head of files. */
function notice(name: string, version: number): RegExp {
  return anyBreaks(
    new RegExp(
      `terms of the ${name} as published by the Free Software Foundation[;,:] either version ${version} of the License,? or \\(?at your option\\)? any later version`,
      'i',
    ),
  );
}

const anyPurpose =
  'Permission to use, copy, modify, and(?:/or)? distribute this software for any purpose with or without fee';
const toAnyPerson = 'Permission is hereby granted, free of charge, to any person obtaining a copy';

/**
 * Words by which the text of a licence is known. What stands first in a file is its licence, those of its parts follow;
 * where two begin at one place the more special comes first here. Words and identifiers are those of the SPDX list.
 */
export const licenceTexts: readonly {
  readonly id: string;
  readonly pattern: RegExp;
  /** Words that speak of the whole at the head of a file only. */
  readonly isHead?: true;
}[] = [
  { id: 'AGPL-3.0', pattern: anyBreaks(/GNU AFFERO GENERAL PUBLIC LICENSE Version 3/i) },
  { id: 'LGPL-3.0', pattern: anyBreaks(/GNU LESSER GENERAL PUBLIC LICENSE Version 3/i) },
  { id: 'LGPL-2.1', pattern: anyBreaks(/GNU LESSER GENERAL PUBLIC LICENSE Version 2\.1/i) },
  { id: 'LGPL-2.0', pattern: anyBreaks(/GNU LIBRARY GENERAL PUBLIC LICENSE Version 2/i) },
  { id: 'GPL-3.0', pattern: anyBreaks(/GNU GENERAL PUBLIC LICENSE Version 3/i) },
  { id: 'GPL-2.0', pattern: anyBreaks(/GNU GENERAL PUBLIC LICENSE Version 2/i) },
  // What stands at the head of files, where a text of its own says what the whole is licensed under.
  { id: 'AGPL-3.0-or-later', pattern: notice('GNU Affero General Public License', 3) },
  { id: 'LGPL-3.0-or-later', pattern: notice('GNU Lesser General Public License', 3) },
  { id: 'LGPL-2.1-or-later', pattern: notice('GNU Lesser General Public License', 2.1) },
  { id: 'GPL-3.0-or-later', pattern: notice('GNU General Public License', 3) },
  { id: 'GPL-2.0-or-later', pattern: notice('GNU General Public License', 2) },
  {
    id: 'GPL-2.0-only OR GPL-3.0-only',
    pattern: anyBreaks(
      /GNU General Public License as published by the Free Software Foundation[;,:] either version 2 or \(at your option\) version 3 of the License/i,
    ),
  },
  // The same in fewer words, before the texts of what it is delivered with.
  {
    id: 'GPL-3.0',
    pattern: anyBreaks(/(?:distributed|released|licen[cs]ed) under the (?:GNU )?GPL(?: licen[cs]e)?,? version 3/i),
  },
  {
    id: 'GPL-2.0',
    pattern: anyBreaks(/(?:distributed|released|licen[cs]ed) under the (?:GNU )?GPL(?: licen[cs]e)?,? version 2/i),
  },
  { id: 'OSL-3.0', pattern: anyBreaks(/Open Software License \(?["']?OSL["']?\)? v\.? ?3\.0/i) },
  { id: 'AFL-3.0', pattern: anyBreaks(/Academic Free License \(?["']?AFL["']?\)? v\.? ?3\.0/i) },
  // What each grants after two years stands far below its name.
  { id: 'FCL-1.0-MIT', pattern: anyBreaks(/Fair Core License, Version 1\.0, MIT Future License/i) },
  { id: 'FCL-1.0-ALv2', pattern: anyBreaks(/Fair Core License, Version 1\.0, (?:ALv2|Apache 2\.0) Future License/i) },
  { id: 'FCL-1.0', pattern: anyBreaks(/Fair Core License, Version 1\.0/i) },
  { id: 'FSL-1.1-MIT', pattern: anyBreaks(/Functional Source License, Version 1\.1, MIT Future License/i) },
  {
    id: 'FSL-1.1-ALv2',
    pattern: anyBreaks(/Functional Source License, Version 1\.1, (?:ALv2|Apache 2\.0) Future License/i),
  },
  { id: 'FSL-1.1', pattern: anyBreaks(/Functional Source License, Version 1\.1/i) },
  { id: 'WTFPL', pattern: anyBreaks(/DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE/i) },
  { id: 'CC-BY-NC-ND-4.0', pattern: anyBreaks(/Attribution-NonCommercial-NoDerivatives 4\.0 International/i) },
  { id: 'CC-BY-ND-4.0', pattern: anyBreaks(/Attribution-NoDerivatives 4\.0 International/i) },
  { id: 'CC-BY-NC-SA-4.0', pattern: anyBreaks(/Attribution-NonCommercial-ShareAlike 4\.0 International/i) },
  { id: 'CC-BY-SA-4.0', pattern: anyBreaks(/Attribution-ShareAlike 4\.0 International/i) },
  { id: 'CC-BY-NC-4.0', pattern: anyBreaks(/Attribution-NonCommercial 4\.0 International/i) },
  { id: 'CC-BY-4.0', pattern: anyBreaks(/(?<!-)Attribution 4\.0 International/i) },
  { id: 'Apache-2.0 WITH LLVM-exception', pattern: anyBreaks(/Apache License v2\.0 with LLVM Exceptions/i) },
  { id: 'ECL-2.0', pattern: anyBreaks(/Educational Community License,? Version 2\.0/i) },
  { id: 'Apache-2.0', pattern: anyBreaks(/Apache License Version 2\.0/i) },
  {
    id: 'Apache-2.0',
    pattern: anyBreaks(/Licensed under the Apache License, Version 2\.0 \(the ["“]License["”]\)/i),
    isHead: true,
  },
  { id: 'MPL-2.0', pattern: anyBreaks(/Mozilla Public License,? (?:Version|v\.?) ?2\.0/i) },
  { id: 'MPL-1.1', pattern: anyBreaks(/Mozilla Public License,? (?:Version|v\.?) ?1\.1/i) },
  { id: 'CPAL-1.0', pattern: anyBreaks(/Common Public Attribution License,? Version 1\.0/i) },
  { id: 'CDDL-1.1', pattern: anyBreaks(/Common Development and Distribution License \(CDDL\),? Version 1\.1/i) },
  { id: 'CDDL-1.0', pattern: anyBreaks(/Common Development and Distribution License \(CDDL\),? Version 1\.0/i) },
  { id: 'EPL-1.0', pattern: anyBreaks(/Eclipse Public License - v ?1\.0/i) },
  { id: 'EPL-2.0', pattern: anyBreaks(/Eclipse Public License - v ?2\.0/i) },
  { id: 'EUPL-1.2', pattern: anyBreaks(/EUROPEAN UNION PUBLIC LICEN[CS]E v\. ?1\.2/i) },
  { id: 'BUSL-1.1', pattern: anyBreaks(/Business Source License 1\.1/i) },
  // The list has no name for it: this is what its makers call it.
  { id: 'RSALv2', pattern: anyBreaks(/Redis Source Available License (?:v(?:ersion)? ?2|2\.0)/i) },
  { id: 'SSPL-1.0', pattern: anyBreaks(/Server Side Public License/i) },
  { id: 'Elastic-2.0', pattern: anyBreaks(/Elastic License 2\.0/i) },
  { id: 'SUL-1.0', pattern: anyBreaks(/Sustainable Use License Version 1\.0/i) },
  { id: 'PolyForm-Noncommercial-1.0.0', pattern: anyBreaks(/PolyForm Noncommercial License 1\.0\.0/i) },
  { id: 'PolyForm-Small-Business-1.0.0', pattern: anyBreaks(/PolyForm Small Business License 1\.0\.0/i) },
  { id: 'PolyForm-Shield-1.0.0', pattern: anyBreaks(/PolyForm Shield License 1\.0\.0/i) },
  { id: 'PolyForm-Strict-1.0.0', pattern: anyBreaks(/PolyForm Strict License 1\.0\.0/i) },
  { id: 'PolyForm-Perimeter-1.0.0', pattern: anyBreaks(/PolyForm Perimeter License 1\.0\.0/i) },
  { id: 'PolyForm-Internal-Use-1.0.0', pattern: anyBreaks(/PolyForm Internal Use License 1\.0\.0/i) },
  { id: 'BlueOak-1.0.0', pattern: anyBreaks(/Blue Oak Model License (?:Version )?1\.0\.0/i) },
  { id: 'MulanPSL-2.0', pattern: anyBreaks(/Mulan Permissive Software License[,，] ?Version 2/i) },
  { id: 'Artistic-2.0', pattern: anyBreaks(/The Artistic License 2\.0/i) },
  { id: 'MS-PL', pattern: anyBreaks(/Microsoft Public License \(Ms-PL\)/i) },
  { id: 'PHP-3.01', pattern: anyBreaks(/The PHP License, version 3\.01/i) },
  { id: 'UPL-1.0', pattern: anyBreaks(/The Universal Permissive License \(UPL\),? Version 1\.0/i) },
  { id: 'PSF-2.0', pattern: anyBreaks(/^PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2/im) },
  { id: 'BSL-1.0', pattern: anyBreaks(/Boost Software License - Version 1\.0/i) },
  { id: 'OFL-1.1', pattern: anyBreaks(/SIL OPEN FONT LICENSE Version 1\.1/i) },
  { id: 'CC0-1.0', pattern: anyBreaks(/CC0 1\.0 Universal/i) },
  { id: 'Unlicense', pattern: anyBreaks(/This is free and unencumbered software released into the public domain/i) },
  // Four licences grant with nearly the same sentence: what it asks for in return, and what follows, part them.
  {
    id: 'curl',
    pattern: anyBreaks(
      new RegExp(`${anyPurpose} is hereby granted, provided[\\s\\S]{0,1500}Except as contained in this notice`, 'i'),
    ),
  },
  { id: '0BSD', pattern: anyBreaks(new RegExp(`${anyPurpose} is hereby granted\\.`, 'i')) },
  { id: 'ISC', pattern: anyBreaks(new RegExp(anyPurpose, 'i')) },
  {
    id: 'PostgreSQL',
    pattern: anyBreaks(
      /Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and without a written agreement/i,
    ),
  },
  {
    id: 'HPND',
    pattern: anyBreaks(
      /Permission to use, copy, modify,? and distribute this software and its documentation for any purpose and without fee is hereby granted/i,
    ),
  },
  { id: 'NCSA', pattern: anyBreaks(/University of Illinois\/NCSA Open Source License/i) },
  {
    id: 'MIT-0',
    pattern: anyBreaks(new RegExp(`${toAnyPerson} of this software[\\s\\S]{0,400}furnished to do so\\.`, 'i')),
  },
  {
    id: 'JSON',
    pattern: anyBreaks(new RegExp(`${toAnyPerson} of this software[\\s\\S]{0,800}be used for Good, not Evil`, 'i')),
  },
  {
    id: 'X11',
    pattern: anyBreaks(
      new RegExp(`${toAnyPerson} of this software[\\s\\S]{0,1500}Except as contained in this notice`, 'i'),
    ),
  },
  { id: 'MIT', pattern: anyBreaks(new RegExp(`${toAnyPerson}(?! of the Font)`, 'i')) },
  {
    id: 'BSD-4-Clause',
    pattern: anyBreaks(
      /Redistribution and use in source and binary forms[\s\S]{0,2000}All advertising materials mentioning/i,
    ),
  },
  {
    id: 'BSD-3-Clause-Clear',
    pattern: anyBreaks(
      /Redistribution and use in source and binary forms[\s\S]{0,2000}NO EXPRESS OR IMPLIED LICENSES TO ANY PARTY/i,
    ),
  },
  {
    id: 'BSD-3-Clause',
    pattern: anyBreaks(
      /Redistribution and use in source and binary forms[\s\S]{0,2000}(?:Neither the name|used to endorse or promote)/i,
    ),
  },
  { id: 'BSD-2-Clause', pattern: anyBreaks(/Redistribution and use in source and binary forms/i) },
  { id: 'Zlib', pattern: anyBreaks(/This software is provided 'as-is', without any express or implied warranty/i) },
];
