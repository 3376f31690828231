import type { CodeLanguage } from '../codeLanguage';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { javascript, typescript } from './javascript';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';

export const codeLanguages: readonly CodeLanguage[] = [
  javascript,
  typescript,
  python,
  java,
  go,
  ruby,
  php,
  csharp,
  rust,
];
