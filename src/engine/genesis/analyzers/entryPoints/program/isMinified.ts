/** Nobody writes lines of a thousand characters one after the other. */
export function isMinified(text: string): boolean {
  const head = text.slice(0, 20_000);
  return head.length > 2_000 && head.length / head.split('\n').length > 400;
}
