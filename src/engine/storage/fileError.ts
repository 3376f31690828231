import { EngineError } from '../../base/engineError';

export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Translates what `node:fs` threw about the data folder; errors of the engine stay as they are. */
export function toFileError(error: unknown, path: string): EngineError {
  if (error instanceof EngineError) return error;
  const errno = errnoOf(error);
  if (errno === 'ENOSPC' || errno === 'EDQUOT')
    return new EngineError('full', `The disk is full, so Contox can't write ${path}. Free some space and try again.`, {
      cause: error,
    });
  if (errno === 'EROFS' || errno === 'EACCES' || errno === 'EPERM')
    return new EngineError(
      'readOnly',
      `Contox can't write ${path}. Check its permissions, or choose another data folder in the settings.`,
      { cause: error },
    );
  return new EngineError(
    'internal',
    `Contox can't use ${path}: ${error instanceof Error ? error.message : String(error)}.`,
    {
      cause: error,
    },
  );
}
