/**
 * YAML with each quoted text, and what stands in brackets, on one line: Ruby, for which sites of conferences are written, lets
 * these go on at any column.
 */
export const joinedYaml = (text: string): string =>
  text
    .replace(/(?<=: )(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')/g, (quoted) =>
      quoted.replace(/\s*\n\s*/g, ' '),
    )
    .replace(/(?<=[-:] )(?:\{[^{}]*\}|\[[^[\]]*\])/g, (bracketed) => bracketed.replace(/\s+/g, ' '))
