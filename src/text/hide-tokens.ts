/** A text without Slack's tokens. */
export const hideTokens = (text: string): string =>
  text.replace(/\b(xox[a-z]|xapp|xwfp)(-|\.|%2D)[\w.%-]+/gi, '$1-…')
