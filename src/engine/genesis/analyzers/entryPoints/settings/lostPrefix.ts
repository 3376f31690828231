/** What stands for a prefix that is set and that the text does not tell. */
export const lostPrefix = '?';
