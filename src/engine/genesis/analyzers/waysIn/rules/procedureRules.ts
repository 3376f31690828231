import type { WayRule } from '../wayRule';

const kind = 'rpc' as const;

/** Functions that another program calls by their name. */
export const procedureRules: readonly WayRule[] = [
  {
    id: 'tauri',
    kind,
    framework: 'Tauri',
    languages: ['rust'],
    needs: ['tauri::command'],
    find: /#\[(?:tauri::)?command(?:\([^)\]]{0,200}\))?\](?=\s{0,40}(?:#\[|pub\b|async\b|fn\b))/g,
    decorates: 'function',
  },
  {
    id: 'rpcMethods',
    kind,
    framework: 'JSON-RPC',
    languages: ['python'],
    needs: ['@rpc_method'],
    find: /^@rpc_method\b(?:\((?:[^)]{0,300}?\bname\s{0,4}=\s{0,4}['"](?<name>[\w.:/-]{1,100})['"])?)?/gm,
    decorates: 'function',
  },
];
