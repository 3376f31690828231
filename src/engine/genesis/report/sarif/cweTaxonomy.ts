import type { Finding } from '../../../../shared/genesis';

/** Number of the weakness class that a finding names in its tags. */
export function cweOf(finding: Finding): string | undefined {
  for (const tag of finding.tags) {
    const number = /^cwe-(\d{1,5})$/.exec(tag)?.[1];
    if (number !== undefined) return number;
  }
  return undefined;
}

/** The classes of the Common Weakness Enumeration that the findings refer to. */
export function cweTaxonomy(findings: readonly Finding[]) {
  const numbers = [...new Set(findings.flatMap((finding) => cweOf(finding) ?? []))].sort(
    (a, b) => Number(a) - Number(b),
  );
  if (numbers.length === 0) return [];
  return [
    {
      name: 'CWE',
      organization: 'MITRE',
      shortDescription: { text: 'The MITRE Common Weakness Enumeration' },
      informationUri: 'https://cwe.mitre.org/',
      isComprehensive: false,
      taxa: numbers.map((id) => ({ id, helpUri: `https://cwe.mitre.org/data/definitions/${id}.html` })),
    },
  ];
}
