import { cleanName, cleanText } from '../cleanText';
import type { Redactor } from '../redact/redactor';
import { person } from './contextParts';

export interface ContextText {
  readonly name: string;
  readonly description: string;
  readonly content: string;
}

/**
 * Makes a text what is stored of it. What does not come from a person passes the redactor: it may quote a repository, a
 * model or a server.
 */
export function acceptFrom(redactor: Redactor, source: string): (text: string) => string {
  return (text) => (source === person ? cleanText(text) : redactor.redact(cleanText(text)).text);
}

/** The texts of a context, those that are given. */
export function acceptText(redactor: Redactor, source: string, text: TextInput): Partial<ContextText> {
  const accept = acceptFrom(redactor, source);
  const { name, description, content } = text;
  return {
    ...(name === undefined ? {} : { name: cleanName(accept(name), 100) || 'Untitled' }),
    ...(description === undefined ? {} : { description: accept(description) }),
    ...(content === undefined ? {} : { content: accept(content) }),
  };
}

interface TextInput {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly content?: string | undefined;
}
