import DOMPurify from 'dompurify';
import { Marked } from 'marked';
import { safeLink } from './safeLink';
import { visibleText } from './visibleText';

/** Raw HTML and images stay what they are in the text: characters. */
const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text, href }) => escapeHtml(text || href),
  },
});

const allowedTags = [
  ...['p', 'br', 'hr', 'blockquote', 'pre', 'code', 'em', 'strong', 'del', 'a'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** Findings below this are shown whole; a longer text can't be meant for reading. */
const MAX_LENGTH = 100_000;

/**
 * Markdown as nodes that hold no attribute of the text but a list's start, load nothing and run nothing. A link becomes a button that calls
 * `openLink` with its address; one that may not be opened is only its text.
 */
export function renderMarkdown(markdown: string, openLink: (href: string) => void): DocumentFragment {
  const html = marked.parse(visibleText(markdown.slice(0, MAX_LENGTH)), { async: false });
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const anchor of fragment.querySelectorAll('a')) anchor.replaceWith(linkButton(anchor, openLink));
  for (const table of fragment.querySelectorAll('table')) {
    // A wide table scrolls in a frame of its own, which the keyboard can reach.
    const frame = document.createElement('div');
    frame.className = 'table-frame';
    frame.tabIndex = 0;
    frame.setAttribute('role', 'region');
    frame.setAttribute('aria-label', 'Table');
    table.replaceWith(frame);
    frame.append(table);
  }
  return fragment;
}

function linkButton(anchor: HTMLAnchorElement, openLink: (href: string) => void): Node {
  const href = safeLink(anchor.getAttribute('href') ?? '');
  const holder = document.createElement(href ? 'button' : 'span');
  holder.append(...anchor.childNodes);
  if (href) {
    holder.className = 'link';
    holder.title = href;
    holder.addEventListener('click', () => openLink(href));
  }
  return holder;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
