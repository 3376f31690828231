export interface PanelPage {
  /** Where the webview may load styles and fonts from. */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** Fresh for each page, so that only our own script element runs. */
  readonly nonce: string;
  readonly projectId: string;
}

/** The whole content policy: our script by nonce, styles and fonts from our own folder, images that the page makes itself. */
export function contentPolicy(page: Pick<PanelPage, 'cspSource' | 'nonce'>): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.cspSource}`,
    `font-src ${page.cspSource}`,
    // Drawings become PNG by way of an image that the page itself makes.
    'img-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function attribute(text: string): string {
  return text.replace(/[&"<>]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

export function panelHtml(page: PanelPage): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(contentPolicy(page))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contox Genesis</title>
<link rel="stylesheet" href="${attribute(page.styleUri)}">
</head>
<body>
<contox-genesis project-id="${attribute(page.projectId)}"></contox-genesis>
<script nonce="${attribute(page.nonce)}" src="${attribute(page.scriptUri)}"></script>
</body>
</html>
`;
}
