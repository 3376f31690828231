import { html, type TemplateResult } from 'lit';

/** The codicons that are used, by their code point in the font. */
const codePoints = {
  add: 0xea60,
  bookmark: 0xeaa5,
  check: 0xeab2,
  'chevron-down': 0xeab4,
  'chevron-right': 0xeab6,
  'circle-filled': 0xea71,
  'circle-outline': 0xeabc,
  'circle-slash': 0xeabd,
  close: 0xea76,
  copy: 0xebcc,
  error: 0xea87,
  'device-camera': 0xeada,
  'folder-opened': 0xeaf7,
  'git-branch': 0xec6f,
  'git-commit': 0xeafc,
  'go-to-file': 0xea94,
  history: 0xea82,
  info: 0xea74,
  loading: 0xeb19,
  package: 0xeb29,
  pass: 0xeba4,
  save: 0xeb4b,
  'screen-full': 0xeb4c,
  search: 0xea6d,
  'settings-gear': 0xeb51,
  'star-full': 0xeb59,
  'star-half': 0xeb5a,
  sync: 0xea77,
  table: 0xebb7,
  'triangle-down': 0xeb6e,
  'triangle-up': 0xeb71,
  'type-hierarchy': 0xebb9,
  warning: 0xea6c,
  'workspace-untrusted': 0xebc2,
  'zoom-in': 0xeb81,
  'zoom-out': 0xeb82,
} as const;

export type IconName = keyof typeof codePoints;

/** For the eye only; what it means is said in words beside it. */
export function icon(name: IconName, more = ''): TemplateResult {
  return html`<span class="codicon ${more}" aria-hidden="true">${String.fromCodePoint(codePoints[name])}</span>`;
}
