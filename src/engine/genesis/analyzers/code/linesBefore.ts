/** How many lines of a statement end before `offset`: most statements have one line. */
export function linesBefore(text: string, offset: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** What a comment is replaced by where lines are counted afterwards. */
export function blank(comment: string): string {
  return comment.includes('\n') ? comment.replace(/[^\n]+/g, ' ') : ' ';
}
