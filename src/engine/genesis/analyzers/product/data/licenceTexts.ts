/** Words by which the text of a licence is known. The first that fits decides, so the more special come first. */
export const licenceTexts: readonly { readonly id: string; readonly pattern: RegExp }[] = [
  { id: 'AGPL-3.0', pattern: /GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i },
  { id: 'LGPL-3.0', pattern: /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i },
  { id: 'LGPL-2.1', pattern: /GNU LESSER GENERAL PUBLIC LICENSE\s+Version 2\.1/i },
  { id: 'GPL-3.0', pattern: /GNU GENERAL PUBLIC LICENSE\s+Version 3/i },
  { id: 'GPL-2.0', pattern: /GNU GENERAL PUBLIC LICENSE\s+Version 2/i },
  { id: 'Apache-2.0', pattern: /Apache License\s+Version 2\.0/i },
  { id: 'MPL-2.0', pattern: /Mozilla Public License,? (?:Version|v\.?) ?2\.0/i },
  { id: 'EPL-2.0', pattern: /Eclipse Public License - v ?2\.0/i },
  { id: 'EUPL-1.2', pattern: /EUROPEAN UNION PUBLIC LICEN[CS]E v\. ?1\.2/i },
  { id: 'BUSL-1.1', pattern: /Business Source License 1\.1/i },
  { id: 'SSPL-1.0', pattern: /Server Side Public License/i },
  { id: 'Elastic-2.0', pattern: /Elastic License 2\.0/i },
  { id: 'BSL-1.0', pattern: /Boost Software License - Version 1\.0/i },
  { id: 'CC0-1.0', pattern: /CC0 1\.0 Universal/i },
  { id: 'Unlicense', pattern: /This is free and unencumbered software released into the public domain/i },
  {
    id: 'ISC',
    pattern:
      /Permission to use, copy, modify, and(?:\/or)? distribute this software for any\s+purpose with or without fee/i,
  },
  { id: 'MIT', pattern: /Permission is hereby granted, free of charge, to any person obtaining a copy/i },
  { id: 'BSD-3-Clause', pattern: /Redistribution and use in source and binary forms[\s\S]{0,2000}Neither the name/i },
  { id: 'BSD-2-Clause', pattern: /Redistribution and use in source and binary forms/i },
  { id: 'Zlib', pattern: /This software is provided 'as-is', without any express or implied\s+warranty/i },
];
