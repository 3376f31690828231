import type { CodeLanguage } from '../codeLanguage';
import type { TextLanguage } from '../textLanguage';
import { cFamily } from './cFamily';
import { csharp } from './csharp';
import { dart } from './dart';
import { elixir } from './elixir';
import { go } from './go';
import { java } from './java';
import { javascript, typescript } from './javascript';
import { kotlin } from './kotlin';
import { php } from './php';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { scala } from './scala';
import { swift } from './swift';

/** Read by their trees. */
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

/** Read by their words. */
export const textLanguages: readonly TextLanguage[] = [kotlin, scala, swift, elixir, dart, cFamily];
